import { now } from './clock.ts';
import type { Damage, Errand } from './ka/state.ts';
import type { Memory } from './memory.ts';
import type { Half } from './vendor/delivery.ts';

/*
 * What happens to the messages about an order on their way. Real requests are sent all the same: these hands only say
 * which, when and how spoiled.
 */

/** Lets the key administrator tell the vendor these things about an order, in this order, told before or not. */
export const notify = (
  memory: Memory,
  token: string,
  actions: readonly Errand['action'][],
): Promise<void> =>
  memory.change((world) => {
    const { ka } = world;
    const key = ka.keys.find((each) => each.token === token);
    if (!key) throw new Error(`No purchase has given a key for ${token}; pay it first.`);
    ka.outbox = ka.outbox.filter((errand) => errand.token !== token);
    const dueAt = now(world);
    for (const [at, action] of actions.entries()) {
      const id = `${action} ${key.number} by hand ${dueAt} ${at}`;
      const { endsOn } = key;
      ka.outbox.push({ id, action, key: key.number, token, endsOn, dueAt, claimedUntil: 0 });
    }
  });

/** The same once more: the vendor hears of a purchase twice. */
export const notifyAgain = (memory: Memory, token: string): Promise<void> =>
  notify(memory, token, ['PURCHASE']);

/** The key administrator tells the vendor this much later, of what is waiting as well; in milliseconds. */
export const deliverLate = (memory: Memory, ms: number): Promise<void> =>
  memory.change((world) => {
    world.ka.delay = ms;
    for (const errand of world.ka.outbox) errand.dueAt = now(world) + ms;
  });

/** The vendor forgets an order it knew, and what it delivered for it. */
export const forget = (memory: Memory, token: string): Promise<void> =>
  memory.change(({ vendor }) => {
    for (const license of Object.values(vendor.licenses))
      if (license.token === token) delete vendor.licenses[license.purchaseId];
    vendor.deliveries = vendor.deliveries.filter((delivery) => delivery.token !== token);
  });

/** Lets deliveries fail in one half from now on; `null` = they work again. */
export const breakDelivery = (memory: Memory, half: Half | null): Promise<void> =>
  memory.change(({ vendor }) => {
    vendor.breaks = half;
  });

/** Lets tokens arrive at the vendor altered from now on; `null` = as they are. */
export const damageTokens = (memory: Memory, damage: Damage | null): Promise<void> =>
  memory.change(({ ka }) => {
    ka.damages = damage;
  });

/** Whether everything bought from now on is a test. */
export const testMode = (memory: Memory, on: boolean): Promise<void> =>
  memory.change(({ store }) => {
    store.test = on;
  });
