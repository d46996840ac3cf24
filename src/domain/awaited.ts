import type { Action } from './action.ts';
import type { Decided, Decision } from './decide.ts';
import type { Extension } from './extension.ts';
import { isSettled, type Order } from './order.ts';

/** A license that was ordered and is not here yet. */
export interface Awaited {
  /** `paying`: the order waits for its payment. `paid`: the money has arrived, the license has not. */
  readonly kind: 'paying' | 'paid';
  /** When it was paid, RFC 3339; `null` while it is not, or where the host does not say. */
  readonly paidAt: string | null;
  /** What the order is called, for people. */
  readonly title: string;
}

const NONE: ReadonlyMap<string, Awaited> = new Map();

const awaitsLicense = ({ kind, state }: Order): boolean =>
  kind !== 'individual-offer' && !isSettled(state);

/** States in which money has arrived, whether or not the host tells when. */
const PAID: readonly Order['state'][] = ['paid', 'ready', 'fulfilling', 'fulfill-failed'];

const awaitedOf = ({ state, steps, title }: Order): Awaited => ({
  kind: steps.paid !== null || PAID.includes(state) ? 'paid' : 'paying',
  paidAt: steps.paid,
  title,
});

/**
 * Which extensions a license was ordered for that has not arrived, by their key. A renewal belongs to the key number it
 * was ordered for, whatever version of that key is in use. Of several orders for one extension a paid one counts, else
 * the first. Goes through the extensions only where there is such an order, and then once.
 */
export function awaitedLicenses(
  orders: readonly Order[],
  extensions: readonly Extension[],
): ReadonlyMap<string, Awaited> {
  const open = orders.filter(awaitsLicense);
  if (open.length === 0) return NONE;
  const byNumber = new Map<string, string>();
  for (const { key, license } of extensions) {
    if ('number' in license) byNumber.set(license.number, key);
  }
  const found = new Map<string, Awaited>();
  for (const order of open) {
    const about = awaitedOf(order);
    const renewed = order.licenses.flatMap((number) => byNumber.get(number) ?? []);
    for (const key of order.licenses.length > 0 ? renewed : [order.extension]) {
      const known = found.get(key);
      if (!known || (known.kind === 'paying' && about.kind === 'paid')) found.set(key, about);
    }
  }
  return found;
}

/** What would be paid a second time. *Buy* also shows what is sold beside the license, so there it stays. */
const paysAgain = ({ kind }: Action, { sellsOffers }: Extension): boolean =>
  kind === 'renew' || kind === 'upgrade' || kind === 'try' || (kind === 'buy' && !sellsOffers);

/**
 * The decision while a license is awaited: once it is paid, nothing is offered that would be charged again; its place
 * takes the question whether it has arrived. The same object where nothing is paid.
 *
 * @param mayRetrieve - The host can ask for it, and this person may have it asked.
 */
export function decisionWhile(
  awaited: Awaited | undefined,
  { extension, decision }: Decided,
  mayRetrieve: boolean,
): Decision {
  if (awaited?.kind !== 'paid') return decision;
  const { actions, primary } = decision;
  const kept = actions.filter(
    (action) => action.kind !== 'check-again' && !paysAgain(action, extension),
  );
  const retrieve: Action | null = mayRetrieve ? { kind: 'retrieve-keys' } : null;
  return {
    ...decision,
    actions: retrieve ? [retrieve, ...kept] : kept,
    primary: primary !== null && kept.includes(primary) ? primary : retrieve,
  };
}
