import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { keepOrder, readOrders } from '../../backend/order-book.ts';
import type { Order } from '../../domain/order.ts';

/**
 * Delivers or cancels one order. What comes of it is read in the order itself, never kept here; after a failure the
 * orders are read again before anything else is offered.
 */
export function useOrderWrite(order: Order, kind: 'fulfill' | 'cancel') {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: () => backend.orders[kind](order.token),
    onSuccess: (reply) => keepOrder(client, backend, reply),
    // That this question fails too is told where the orders are checked.
    onError: () => readOrders(client, backend).then(undefined, () => undefined),
  });
}
