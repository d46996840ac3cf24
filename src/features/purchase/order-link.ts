import type { Session } from '../../backend/session.ts';
import type { Order } from '../../domain/order.ts';
import { type Link, storeLink } from '../../domain/store-link.ts';
import { awaitsPayment } from '../../domain/order-standing.ts';

/**
 * Where a saved order is paid; `null` when there is nothing to pay any more. The store is told which offer and for
 * which host, never a price.
 */
export function orderLink(order: Order, session: Session): Link | null {
  if (order.storeUrl === null || !awaitsPayment(order)) return null;
  const host = session.mainKey === null ? {} : { kn: session.mainKey };
  const offer = order.kind === 'individual-offer' ? { 'product-id': order.offer } : {};
  return storeLink(order.storeUrl, order.token, session.storeOrigins, { ...host, ...offer });
}
