import { echoes, type Order, type OrderState, type OrderStep, ORDER_STEPS } from '../../domain/order.ts';

/** Enough of a token for two people to speak of the same order, and useless for anything else. */
export const lastFour = (token: string): string => token.slice(-4);

/** What an order stands at once the vendor's echo is weighed: an answer about another target or offer is a mismatch. */
export function standingOf(order: Order): OrderState {
  const over = order.state === 'canceled' || order.state === 'expired' || order.state === 'refunded';
  return echoes(order) || over ? order.state : 'mismatch';
}

/** The last step that a state says was reached; side exits say nothing and leave it to the times. */
const REACHED: Record<OrderState, OrderStep | null> = {
  prepared: 'recorded',
  'handed-off': 'atStore',
  pending: 'recorded',
  'action-needed': 'atStore',
  paid: 'paid',
  ready: 'ready',
  fulfilling: 'ready',
  fulfilled: 'delivered',
  canceled: null,
  expired: null,
  refunded: null,
  'fulfill-failed': 'ready',
  'needs-target': null,
  mismatch: null,
};

/** How many of the six steps were reached, in order. */
export function stepsDone(order: Order): number {
  const reached = REACHED[standingOf(order)];
  const told = ORDER_STEPS.findLastIndex((step) => order.steps[step] !== null);
  return Math.max(reached === null ? -1 : ORDER_STEPS.indexOf(reached), told) + 1;
}

/** Whether this panel may ask for delivery: paid, ready, confirmed by the vendor, to the domain that was pinned. */
export function deliverable(order: Order): boolean {
  const standing = standingOf(order);
  const due = standing === 'ready' || standing === 'fulfill-failed';
  return due && order.kind === 'individual-offer' && order.target !== null && !order.test;
}

/** Whether an order may still be called off: nothing is paid as far as is known. */
export function cancelable(order: Order): boolean {
  const standing = standingOf(order);
  return standing === 'prepared' || standing === 'handed-off' || standing === 'pending' || standing === 'action-needed';
}
