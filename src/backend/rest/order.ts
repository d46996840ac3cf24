import type * as v from 'valibot';
import { ORDER_STATES, type Order, type OrderState } from '../../domain/order.ts';
import { termOf } from '../../domain/renewal-term.ts';
import type { WireOrder } from '../wire.ts';

const isOrderState = (word: string): word is OrderState =>
  (ORDER_STATES as readonly string[]).includes(word);

/** An order of the contract as the rules know it; a state word nobody here knows reads as pending, never as more. */
export function toOrder(wire: v.InferOutput<typeof WireOrder>): Order {
  const { months, until, state, ...rest } = wire;
  const term = termOf({ months, until });
  const known = isOrderState(state) ? state : null;
  return {
    ...rest,
    ...(term && { term }),
    state: known ?? 'pending',
    unknownState: known === null ? state : null,
  };
}
