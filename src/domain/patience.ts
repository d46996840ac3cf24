import type { Order } from './order.ts';
import { standingOf } from './order-standing.ts';

/** Whether the next news of an order is due soon, or has been waited for long enough to say so. */
export type Patience = 'soon' | 'long';

/** A payment is confirmed, and a vendor told of it, within minutes; after these it is worth other words. In milliseconds. */
const LONG_MS = 10 * 60_000;

/**
 * How long an order has waited where it is: for a payment to be confirmed since it left for the store, for what was
 * bought since it was paid. Elsewhere nothing is waited for, or what is waited for is told.
 *
 * @param now - By the host's clock, in milliseconds since 1970.
 */
export function patience(order: Order, now: number): Patience {
  const since = waitingSince(order);
  return since !== null && now - Date.parse(since) >= LONG_MS ? 'long' : 'soon';
}

function waitingSince(order: Order): string | null {
  const { steps, startedAt } = order;
  switch (standingOf(order)) {
    case 'handed-off':
    case 'pending':
      return steps.atStore ?? startedAt;
    case 'paid':
      return steps.vendorTold ?? steps.paid ?? startedAt;
    case 'prepared':
    case 'action-needed':
    case 'ready':
    case 'fulfilling':
    case 'fulfilled':
    case 'canceled':
    case 'expired':
    case 'refunded':
    case 'fulfill-failed':
    case 'needs-target':
    case 'mismatch':
      return null;
  }
}
