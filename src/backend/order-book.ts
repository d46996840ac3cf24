import { queryOptions, type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { isSettled, mergeOrder, type Order } from '../domain/order.ts';
import type { Backend, OrderBook } from './backend.ts';
import { isBackendError } from './errors.ts';
import { ordersQuery } from './queries.ts';

const EMPTY: OrderBook = { orders: [], unreadable: [] };

/** A reply that names another target or offer than the order was saved with is a mismatch, not news. */
function merged(known: Order, reply: Order): Order {
  const same =
    reply.offer === known.offer && (reply.target?.id ?? null) === (known.target?.id ?? null);
  return mergeOrder(known, same ? reply : { ...reply, state: 'mismatch' });
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
  return replaceEqualDeep(known, {
    orders: [...orders, ...before.values()],
    unreadable: reply.unreadable,
  });
}

const isOpen = (order: Order): boolean => !isSettled(order.state);

/** Nobody behind the host has heard of the order yet, or it has ended: an answer, only not a new one. */
const tellsNothing = (error: unknown): boolean =>
  isBackendError(error) &&
  error.failure.kind === 'refused' &&
  error.failure.problem !== 'forbidden';

/**
 * The host's orders. The list is read first and whenever what is known was invalidated; in between only the open
 * orders are asked about, one by one, which is what makes a host ask the vendor. When that happens is up to the order
 * schedule alone, so nothing else refetches; without a connection the question fails at once instead of waiting.
 */
export const orderBookQuery = (backend: Backend) =>
  queryOptions({
    ...ordersQuery(backend),
    queryFn: async ({ client, queryKey, signal }): Promise<OrderBook> => {
      const state = client.getQueryState<OrderBook>(queryKey);
      const listed =
        state?.data === undefined || state.isInvalidated
          ? await backend.orders.orders(signal)
          : state.data;
      const known = mergeBooks(client.getQueryData<OrderBook>(queryKey), listed);
      const asked = known.orders
        .filter(isOpen)
        .map((order) => backend.orders.order(order.token, signal));
      const answers = await Promise.allSettled(asked);
      const orders = answers.flatMap((answer) =>
        answer.status === 'fulfilled' ? [answer.value] : [],
      );
      const book = mergeBooks(known, { orders, unreadable: known.unreadable });
      const failure = answers.find(
        (answer) => answer.status === 'rejected' && !tellsNothing(answer.reason),
      );
      if (failure?.status !== 'rejected') return book;
      // What did arrive is kept, although the question as a whole was not answered.
      if (!signal.aborted) client.setQueryData<OrderBook>(queryKey, book);
      throw failure.reason;
    },
    retry: false,
    networkMode: 'always',
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: (known, reply) =>
      mergeBooks(known as OrderBook | undefined, reply as OrderBook),
  });

/** Takes a single order that the host answered with into what is known. */
export function keepOrder(client: QueryClient, backend: Backend, order: Order): void {
  client.setQueryData(orderBookQuery(backend).queryKey, (known) =>
    mergeBooks(known, { ...(known ?? EMPTY), orders: [order] }),
  );
}

/**
 * Reads the whole list afresh. An answer already under way may be older than what just happened, so it is not waited
 * for.
 */
export async function readOrders(client: QueryClient, backend: Backend): Promise<OrderBook> {
  const { queryKey } = orderBookQuery(backend);
  await client.cancelQueries({ queryKey });
  const book = await backend.orders.orders();
  client.setQueryData<OrderBook>(queryKey, (known) => mergeBooks(known, book));
  return book;
}
