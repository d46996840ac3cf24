import { useEffect, useRef } from 'react';
import { useBackend } from '../../backend/context.ts';
import { isSettled, type Order, type OrderState } from '../../domain/order.ts';
import { standingOf } from './order-standing.ts';
import { pageLife } from './page-life.ts';

/** Tells of every order that changed its standing since it was first seen here, once per change. */
export function useOrderChanges(orders: readonly Order[], onChange: (order: Order) => void): void {
  const backend = useBackend();
  const seen = useRef(new Map<string, OrderState>());
  const latest = useRef(onChange);

  useEffect(() => {
    latest.current = onChange;
  });

  useEffect(() => {
    for (const order of orders) {
      const standing = standingOf(order);
      const before = seen.current.get(order.token);
      seen.current.set(order.token, standing);
      if (!isSettled(order.state)) pageLife(backend).seenOpen.add(order.token);
      if (before !== undefined && before !== standing) latest.current(order);
    }
  }, [orders, backend]);
}
