import { isBackendError } from '../backend/errors.ts';
import { deliverable, standingOf } from '../domain/order-standing.ts';
import type { Order } from '../domain/order.ts';
import { type Desk, keepOrder, type Write, withEntry } from './desk.ts';
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
  /** Gives up an order that is not paid. Never rejects. */
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
  { read, ask }: Following,
  mayDeliver: () => boolean,
): Delivering {
  const { backend, state } = desk;
  const followed = new Set<string>();
  const tried = new Set<string>();

  const orderOf = (token: string): Order | undefined =>
    state.get().book?.orders.find((order) => order.token === token);
  const settle = (token: string, write: Write | undefined) =>
    state.put({ writes: withEntry(state.get().writes, token, write) });

  /** Looks before anything is told of a write whose answer was lost. */
  async function lookAfter(token: string): Promise<void> {
    const wasRead = await read();
    const order = orderOf(token);
    if (wasRead && order) await ask(order);
  }

  async function write(what: Write['what'], token: string): Promise<void> {
    if (state.get().writes.get(token)?.kind === 'under-way') return;
    settle(token, { what, kind: 'under-way' });
    try {
      keepOrder(desk, await backend.orders[what](token));
      settle(token, undefined);
    } catch (error) {
      await lookAfter(token);
      const isUnclear = isBackendError(error) && error.outcomeUnknown;
      settle(token, { what, kind: isUnclear ? 'unclear' : 'refused', error });
    }
  }

  const delivering: Delivering = {
    handOff(token) {
      followed.add(token);
      // The host learns it from the store as well, so nothing is said if this does not arrive.
      const told = backend.orders.handOff(token).catch(() => undefined);
      void told.then(() => {
        const order = orderOf(token);
        return order && ask(order);
      });
    },
    async deliver(token) {
      tried.add(token);
      await write('fulfill', token);
    },
    cancel: (token) => write('cancel', token),
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
