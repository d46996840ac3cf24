import { useEffect, useRef } from 'react';
import { standingOf } from '../../domain/order-standing.ts';
import type { Order, OrderState } from '../../domain/order.ts';

/** Tells of every order that changed its standing since it was first seen here, once per change. */
export function useOrderChanges(orders: readonly Order[], onChange: (order: Order) => void): void {
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
      if (before !== undefined && before !== standing) latest.current(order);
    }
  }, [orders]);
}
