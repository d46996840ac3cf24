import type { OrderBackend } from '../backend/backend.ts';
import type { Order } from '../domain/order.ts';

/**
 * One way to hear how an order stands; every vendor has its own, so it is chosen per extension.
 *
 * Calls `told` with each reply, a single one or many over hours, and resolves when there is no more to be heard for
 * now. When to ask again is up to the ledger's schedule, the same for all sources.
 *
 * @param order - As it is known now.
 * @param told - Takes a reply in. A reply about another order is refused.
 * @param signal - Nothing is wanted any more once it is aborted.
 * @throws BackendError when nobody could be asked. Anything else counts as no answer.
 *
 * @example
 * // A page that learns of its orders by itself:
 * const source: OrderStatusSource = async (order, told) => told(await shop.statusOf(order.token));
 */
export type OrderStatusSource = (
  order: Order,
  told: (reply: Order) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Sources by extension key; an extension that is not named is asked about at the host. */
export type OrderStatusSources = Readonly<Record<string, OrderStatusSource>>;

/** Asks the host once. */
export const polled =
  (orders: OrderBackend): OrderStatusSource =>
  async (order, told, signal) =>
    told(await orders.order(order.token, signal));

/** A browser opens six connections to a host of HTTP/1.1, and the panel has other things to ask. */
const STREAMS = 3;

/**
 * News from the host as it says they come: by its stream of events for so many orders as it has connections to spare,
 * by asking for all others. A stream that cannot be had, or breaks, is no news about the order: then it is asked.
 */
export function fromHost(orders: OrderBackend): OrderStatusSource {
  const ask = polled(orders);
  let streams = 0;

  async function listen(...[order, told, signal]: Parameters<OrderStatusSource>): Promise<void> {
    if (!orders.events || streams >= STREAMS) return ask(order, told, signal);
    streams += 1;
    try {
      return await orders.events(order.token, told, signal);
    } catch {
      signal.throwIfAborted();
      return await ask(order, told, signal);
    } finally {
      streams -= 1;
    }
  }

  return (order, told, signal) => {
    switch (order.news) {
      case 'poll':
        return ask(order, told, signal);
      case 'events':
        return listen(order, told, signal);
    }
  };
}
