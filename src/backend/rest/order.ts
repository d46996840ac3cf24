import type * as v from 'valibot';
import { ORDER_STATES, type Order, type OrderState } from '../../domain/order.ts';
import type { WireOrder } from '../wire.ts';

const isOrderState = (word: string): word is OrderState =>
  (ORDER_STATES as readonly string[]).includes(word);

/** An order of the contract as the rules know it; a state word nobody here knows reads as pending, never as more. */
export function toOrder(wire: v.InferOutput<typeof WireOrder>): Order {
  const known = isOrderState(wire.state) ? wire.state : null;
  return { ...wire, state: known ?? 'pending', unknownState: known === null ? wire.state : null };
}
