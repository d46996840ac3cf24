import { isSettled, type Order } from '../../src/domain/order.ts';
import { Violation } from './history.ts';
import type { Tab } from './tab.ts';
import { ACCOUNTS, type World } from './world.ts';

const SECOND = 1_000;
/** The longest that a patient panel waits between two questions, or a host may ask it to. */
const INTERVAL = 5 * 60 * SECOND;
const STEP = 6 * SECOND;
/** An order that was called off is looked after for so long. */
const LOOKED_FOR = 59 * 86_400 * SECOND;

/** States in which an order rests for a reason that an admin is told. */
const NAMED_STOPS: readonly Order['state'][] = ['needs-target', 'mismatch'];

/**
 * Everybody works again, and every order comes to its end.
 *
 * @throws Violation when one does not (L1), when a fresh browser does not know it (I3), or shows other orders than the
 *   host keeps (L4).
 */
export async function comesToAnEnd(world: World): Promise<void> {
  world.network.heal();
  await world.outside.heal();
  for (const { page } of world.tabs) {
    page.thaw();
    page.connect(true);
    page.see(true);
  }
  await deliveredByThemselves(world);
  for (const tab of world.tabs) world.kill(tab);
  // What they had sent still arrives.
  await world.clock.pass(60 * SECOND);
  await world.outside.heal();
  for (const [place, account] of ACCOUNTS.entries()) {
    if (world.kept(account).length > 0 && account.id !== 'ben') await freshBrowser(world, place);
  }
  world.judge();
}

/** L1: what was consented to in a page that is open is delivered without another press. */
async function deliveredByThemselves(world: World): Promise<void> {
  for (let waited = 0; waited <= INTERVAL; waited += STEP) {
    await world.clock.pass(STEP);
    world.judge();
    // Who was signed out is signed in again, and presses what is offered.
    for (const tab of world.tabs) if (tab.panel.inTrouble()) tab.check();
    const waiting = consented(world);
    if (waiting.length === 0) return;
  }
  throw new Violation(
    'L1',
    `ready and consented to, and not delivered: ${consented(world).join()}`,
  );
}

/** Orders that a page is to deliver as soon as they are ready, and has not yet. What was called off there waits for a look. */
function consented({ tabs, outside }: World): string[] {
  return tabs.flatMap(({ isSure, shown, witness }) =>
    shown
      .filter(({ order }) => !isSettled(order.state))
      .map(({ order }) => order.token)
      .filter((token) => isSure && witness.consented(token) && outside.behind(token) === 'due'),
  );
}

async function freshBrowser(world: World, account: number): Promise<void> {
  const tab = world.openTab(account);
  await world.clock.pass(SECOND);
  sameAsKept(world, tab);
  for (let tries = 0; tries < 5 && goesOn(tab); tries += 1) await world.clock.pass(12 * SECOND);
  allAtAnEnd(world, tab);
}

/** L4 and I3: what the host keeps is there within a second, all of it and nothing else. */
function sameAsKept({ outside }: World, tab: Tab): void {
  const kept = outside.kept(tab.page.account).filter(({ state }) => !isSettled(state));
  const text = (orders: readonly Order[]) =>
    orders
      .map(({ token, state }) => `${token} ${state}`)
      .toSorted()
      .join('\n');
  const shown = tab.panel.orders()?.map(({ order }) => order) ?? [];
  const open = shown.filter(({ state }) => !isSettled(state));
  if (text(open) !== text(kept))
    throw new Violation('L4', `shown:\n${text(open)}\nkept:\n${text(kept)}`);
}

/** Presses every button that delivers; whether there was one, or something is being delivered. */
function goesOn(tab: Tab): boolean {
  const ready = tab.shown.filter(({ canDeliver }) => canDeliver);
  for (const shown of ready) tab.deliver(shown);
  return ready.length > 0 || tab.shown.some(({ standing }) => standing === 'fulfilling');
}

/** I3: what was paid is delivered, given back, or stands there with the reason why not. */
function allAtAnEnd({ clock, history, outside }: World, tab: Tab): void {
  for (const order of outside.kept(tab.page.account)) {
    const { token, state } = order;
    if (!history.paid.has(token) || history.isDelivered(token) || state === 'refunded') continue;
    if (isSettled(state) && clock.now() - Date.parse(order.startedAt) > LOOKED_FOR) continue;
    const isSeen = tab.shown.some((shown) => shown.order.token === token);
    const isNamed = NAMED_STOPS.includes(state) || order.test || order.reason !== null;
    // Nobody told of it: it waits calmly, unless somebody has called it off.
    const isUnheard = outside.behind(token) === 'unheard';
    if (isUnheard && (isSeen || isSettled(state))) continue;
    if (!isNamed || !isSeen) throw new Violation('L1', `${token} is paid and stays ${state}`);
  }
}
