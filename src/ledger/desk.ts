import type { Backend, OrderBook } from '../backend/backend.ts';
import type { Order } from '../domain/order.ts';
import { mergeBooks, mergeOne } from './book.ts';
import type { Observed } from './observed.ts';
import type { Attempt } from './saved-wish.ts';
import type { Surroundings } from './surroundings.ts';

/** What became of asking the host to deliver or cancel an order. */
export type Write = {
  readonly what: 'fulfill' | 'cancel';
} & (
  | { readonly kind: 'under-way' }
  /** It is not known whether it was done; the order was asked about since. */
  | { readonly kind: 'unclear'; readonly error: unknown }
  | { readonly kind: 'refused'; readonly error: unknown }
);

/** What the panel knows of orders at this moment. A new object with every change, so it may be compared. */
export interface LedgerView {
  /** The host's orders; `undefined` until it has answered once. */
  readonly book: OrderBook | undefined;
  /** Why a last question had no answer; what is known is then as of before. `null` = all were answered. */
  readonly error: unknown;
  /** A question is under way. After ten seconds it no longer counts, though it may still be answered. */
  readonly asking: boolean;
  /** When the host last answered, in milliseconds since 1970; 0 = never. */
  readonly answeredAt: number;
  /** Tries to save a wish, by its name, as long as the book does not tell of it. */
  readonly attempts: ReadonlyMap<string, Attempt>;
  /** The token of each wish saved in this page life, by its name, oldest first. */
  readonly tokens: ReadonlyMap<string, string>;
  /** By token. */
  readonly writes: ReadonlyMap<string, Write>;
  /** Orders that were open at some time in this page life, so that their end is still told. */
  readonly seenOpen: ReadonlySet<string>;
}

/** What the parts of the ledger share. */
export interface Desk {
  readonly backend: Backend;
  readonly surroundings: Surroundings;
  readonly state: Observed<LedgerView>;
}

export const NOTHING_KNOWN: LedgerView = {
  book: undefined,
  error: null,
  asking: false,
  answeredAt: 0,
  attempts: new Map(),
  tokens: new Map(),
  writes: new Map(),
  seenOpen: new Set(),
};

/**
 * How long it may be looked, after a write whose answer told nothing, before that is said, in milliseconds. Nobody is to
 * see a spinner for ten seconds, and most of them may have gone by.
 */
export const LOOK_MS = 1_000;

/** Takes an answer about one order in. */
export function keepOrder({ state }: Desk, order: Order): void {
  state.put({ book: mergeOne(state.get().book, order) });
}

/** Takes an answer about all orders in. */
export function keepBook({ state }: Desk, book: OrderBook): void {
  state.put({ book: mergeBooks(state.get().book, book) });
}

/** A map with one entry more, another one, or, for `undefined`, without it. */
export function withEntry<V>(
  map: ReadonlyMap<string, V>,
  key: string,
  value: V | undefined,
): ReadonlyMap<string, V> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}
