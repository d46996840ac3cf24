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

/**
 * Listens to the host's stream of events. A stream that cannot be had, or breaks, is no news about the order: then it
 * is asked in the plain way.
 */
export const streamed = (orders: OrderBackend): OrderStatusSource => {
  const ask = polled(orders);
  return async (order, told, signal) => {
    if (!orders.events) return ask(order, told, signal);
    try {
      return await orders.events(order.token, told, signal);
    } catch {
      signal.throwIfAborted();
      return ask(order, told, signal);
    }
  };
};

/** The source an order's news come from: the page's own for its extension, else what the host says. */
export function sourceOf(
  order: Order,
  own: OrderStatusSources,
  orders: OrderBackend,
): OrderStatusSource {
  const source = Object.hasOwn(own, order.extension) ? own[order.extension] : undefined;
  if (source) return source;
  switch (order.news) {
    case 'poll':
      return polled(orders);
    case 'events':
      return streamed(orders);
  }
}
