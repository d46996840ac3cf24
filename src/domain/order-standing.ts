import { echoes, type Order, ORDER_STEPS, type OrderState } from './order.ts';

/** Enough of a token for two people to speak of the same order, and useless for anything else. */
export const lastFour = (token: string): string => token.slice(-4);

/** What an order stands at once the vendor's echo is weighed: an answer about another target or offer is a mismatch. */
export function standingOf(order: Order): OrderState {
  const over =
    order.state === 'canceled' || order.state === 'expired' || order.state === 'refunded';
  return echoes(order) || over ? order.state : 'mismatch';
}

/** How many of the six steps a state says were reached, and how many times of reaching one may be believed with it. */
const REACH: Record<OrderState, { readonly least: number; readonly most: number }> = {
  prepared: { least: 1, most: 2 },
  'handed-off': { least: 2, most: 2 },
  pending: { least: 1, most: 2 },
  'action-needed': { least: 2, most: 2 },
  paid: { least: 3, most: 4 },
  ready: { least: 5, most: 5 },
  fulfilling: { least: 5, most: 5 },
  fulfilled: { least: 6, most: 6 },
  canceled: { least: 1, most: 2 },
  expired: { least: 1, most: 2 },
  refunded: { least: 1, most: 6 },
  'fulfill-failed': { least: 5, most: 5 },
  'needs-target': { least: 1, most: 5 },
  mismatch: { least: 1, most: 5 },
};

/** How many of the six steps were reached. A time alone never makes an order paid or delivered: its state has to agree. */
export function stepsDone(order: Order): number {
  const { least, most } = REACH[standingOf(order)];
  const told = ORDER_STEPS.findLastIndex((step) => order.steps[step] !== null) + 1;
  return Math.min(Math.max(least, told), most);
}

/** Whether this panel may ask for delivery: paid, ready, confirmed by the vendor, to the domain that was pinned. */
export function deliverable(order: Order): boolean {
  const standing = standingOf(order);
  const due = standing === 'ready' || standing === 'fulfill-failed';
  return due && order.kind === 'individual-offer' && order.target !== null && !order.test;
}

/** Whether nothing is paid as far as is known: as long as an order may be paid, it may be called off. */
export function awaitsPayment(order: Order): boolean {
  switch (standingOf(order)) {
    case 'prepared':
    case 'handed-off':
    case 'pending':
    case 'action-needed':
      return true;
    case 'paid':
    case 'ready':
    case 'fulfilling':
    case 'fulfilled':
    case 'canceled':
    case 'expired':
    case 'refunded':
    case 'fulfill-failed':
    case 'needs-target':
    case 'mismatch':
      return false;
  }
}
