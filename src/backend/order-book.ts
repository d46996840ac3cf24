import { queryOptions, type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { mergeOrder, type Order } from '../domain/order.ts';
import type { Backend, OrderBook } from './backend.ts';
import { ordersQuery } from './queries.ts';

const EMPTY: OrderBook = { orders: [], unreadable: [] };

/** What was wished stays as it was first read: a reply that names another target or offer is a mismatch, not news. */
function merged(known: Order, reply: Order): Order {
  const order = mergeOrder(known, reply);
  const same = order.offer === known.offer && (order.target?.id ?? null) === (known.target?.id ?? null);
  return same ? order : { ...order, offer: known.offer, target: known.target, state: 'mismatch' };
}

/**
 * What is known of all orders after another reply. No reply lowers a state, however late it comes, and an order that
 * a reply does not name is kept as it was: the question may be older than the order.
 */
export function mergeBooks(known: OrderBook | undefined, reply: OrderBook): OrderBook {
  const before = new Map((known ?? EMPTY).orders.map((order) => [order.token, order]));
  const orders = reply.orders.map((order) => {
    const earlier = before.get(order.token);
    before.delete(order.token);
    return earlier ? merged(earlier, order) : order;
  });
  return replaceEqualDeep(known, { orders: [...orders, ...before.values()], unreadable: reply.unreadable });
}

/**
 * The host's orders. When they are asked about again is up to the order schedule alone, so nothing else refetches
 * them; without a connection the question fails at once instead of waiting.
 */
export const orderBookQuery = (backend: Backend) =>
  queryOptions({
    ...ordersQuery(backend),
    retry: false,
    networkMode: 'always',
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: (known, reply) => mergeBooks(known as OrderBook | undefined, reply as OrderBook),
  });

/** Takes a single order that the host answered with into what is known. */
export function keepOrder(client: QueryClient, backend: Backend, order: Order): void {
  client.setQueryData(orderBookQuery(backend).queryKey, (known) => mergeBooks(known, { ...(known ?? EMPTY), orders: [order] }));
}

/** Reads the orders afresh. An answer already under way may be older than what just happened, so it is not waited for. */
export async function readOrders(client: QueryClient, backend: Backend): Promise<OrderBook> {
  const query = orderBookQuery(backend);
  await client.cancelQueries({ queryKey: query.queryKey });
  return client.fetchQuery({ ...query, staleTime: 0 });
}
