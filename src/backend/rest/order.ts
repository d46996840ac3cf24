import type * as v from 'valibot';
import {
  ORDER_NEWS,
  ORDER_STATES,
  type Order,
  type OrderNews,
  type OrderState,
} from '../../domain/order.ts';
import { termOf } from '../../domain/renewal-term.ts';
import type { WireOrder } from '../wire.ts';

const isOrderState = (word: string): word is OrderState =>
  (ORDER_STATES as readonly string[]).includes(word);

const isOrderNews = (word: string): word is OrderNews =>
  (ORDER_NEWS as readonly string[]).includes(word);

/**
 * An order of the contract as the rules know it. A state word nobody here knows reads as pending, never as more; a way
 * of news nobody here knows reads as polling, which every host has.
 */
export function toOrder(wire: v.InferOutput<typeof WireOrder>): Order {
  const { months, until, state, news, ...rest } = wire;
  const term = termOf({ months, until });
  const known = isOrderState(state) ? state : null;
  return {
    ...rest,
    ...(term && { term }),
    state: known ?? 'pending',
    unknownState: known === null ? state : null,
    news: isOrderNews(news) ? news : 'poll',
  };
}
