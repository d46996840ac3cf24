import { replaceEqualDeep } from '@tanstack/react-query';
import type { OrderBook } from '../backend/backend.ts';
import { mergeOrder, type Order } from '../domain/order.ts';

const EMPTY: OrderBook = { orders: [], unreadable: [] };

/** A reply that names another target or offer than the order was saved with is a mismatch, not news. */
function merged(known: Order, reply: Order): Order {
  const same =
    reply.offer === known.offer && (reply.target?.id ?? null) === (known.target?.id ?? null);
  return mergeOrder(known, same ? reply : { ...reply, state: 'mismatch' });
}

/**
 * What is known of all orders after another reply. No reply lowers a state, however late it comes, and an order that
 * a reply does not name is kept as it was: the question may be older than the order. What did not change stays the
 * same object.
 */
export function mergeBooks(known: OrderBook | undefined, reply: OrderBook): OrderBook {
  const before = new Map((known ?? EMPTY).orders.map((order) => [order.token, order]));
  const orders = reply.orders.map((order) => {
    const earlier = before.get(order.token);
    before.delete(order.token);
    return earlier ? merged(earlier, order) : order;
  });
  return replaceEqualDeep(known, {
    orders: [...orders, ...before.values()],
    unreadable: reply.unreadable,
  });
}

/** What is known of all orders after an answer about one of them; the others keep their place. */
export function mergeOne(known: OrderBook | undefined, reply: Order): OrderBook {
  const { orders, unreadable } = known ?? EMPTY;
  const at = orders.findIndex(({ token }) => token === reply.token);
  const earlier = orders[at];
  const next = earlier ? orders.with(at, merged(earlier, reply)) : [...orders, reply];
  return replaceEqualDeep(known, { orders: next, unreadable });
}
