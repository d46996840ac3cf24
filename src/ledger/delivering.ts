import { isBackendError } from '../backend/errors.ts';
import { deliverable, standingOf } from '../domain/order-standing.ts';
import type { Order } from '../domain/order.ts';
import { type Desk, keepOrder, LOOK_MS, type Write, withEntry } from './desk.ts';
import type { Following } from './following.ts';

/** Everything done to an order once it is saved. Each is done once at a time, and only after somebody's deed. */
export interface Delivering {
  /**
   * The admin follows the link to the store. That is also the consent to have the order delivered when it is ready,
   * good for one try in this page life.
   */
  readonly handOff: (token: string) => void;
  /** Delivers a ready order to its pinned target. Never rejects. */
  readonly deliver: (token: string) => Promise<void>;
  /** Gives up an order that is not paid, and with it the consent to have it delivered. Never rejects. */
  readonly cancel: (token: string) => Promise<void>;
  /** Delivers what was consented to and has become ready. */
  readonly deliverConsented: () => void;
}

/**
 * @param mayDeliver - Whether a ready order may be delivered by that consent: this person may, and the host delivers
 *   once however often it is asked.
 */
export function delivering(
  desk: Desk,
  { read, askSoon }: Following,
  mayDeliver: () => boolean,
): Delivering {
  const { backend, surroundings, state } = desk;
  const followed = new Set<string>();
  const tried = new Set<string>();

  const orderOf = (token: string): Order | undefined =>
    state.get().book?.orders.find((order) => order.token === token);
  const settle = (token: string, write: Write | undefined) =>
    state.put({ writes: withEntry(state.get().writes, token, write) });

  const isBusy = (token: string) => state.get().writes.get(token)?.kind === 'under-way';

  /** Looks before anything is told of a write whose answer was lost. */
  async function lookAfter(token: string): Promise<void> {
    const wasRead = await read();
    const order = orderOf(token);
    if (wasRead && order) await askSoon(order);
  }

  async function write(what: Write['what'], token: string): Promise<void> {
    if (isBusy(token)) return;
    const underWay: Write = { what, kind: 'under-way' };
    settle(token, underWay);
    try {
      keepOrder(desk, await backend.orders[what](token));
      settle(token, undefined);
    } catch (error) {
      const isUnclear = isBackendError(error) && error.outcomeUnknown;
      const outcome: Write = { what, kind: isUnclear ? 'unclear' : 'refused', error };
      // Once it was said, somebody may have pressed again: then that try speaks.
      const say = () => state.get().writes.get(token) === underWay && settle(token, outcome);
      const callOff = surroundings.after(LOOK_MS, say);
      await lookAfter(token);
      callOff();
      say();
    }
  }

  const delivering: Delivering = {
    handOff(token) {
      followed.add(token);
      // The host learns it from the store as well, so nothing is said if this does not arrive.
      const told = backend.orders.handOff(token).catch(() => undefined);
      void told.then(() => {
        const order = orderOf(token);
        return order && askSoon(order);
      });
    },
    async deliver(token) {
      // What is under way may end otherwise than it seems; the consent waits for it.
      if (isBusy(token)) return;
      tried.add(token);
      await write('fulfill', token);
    },
    async cancel(token) {
      followed.delete(token);
      await write('cancel', token);
    },
    deliverConsented() {
      if (!mayDeliver()) return;
      for (const order of state.get().book?.orders ?? []) {
        const isDue = standingOf(order) === 'ready' && deliverable(order);
        if (!isDue || !followed.has(order.token) || tried.has(order.token)) continue;
        void delivering.deliver(order.token);
      }
    },
  };
  return delivering;
}
