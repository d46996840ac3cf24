import type { Wish } from '../../domain/order.ts';
import { total } from '../../domain/renewal.ts';
import type { Term } from '../../domain/renewal-term.ts';
import type { Renewing } from './renewing.ts';

/** The order's offer where nobody could be asked which one; the store knows by the license numbers. */
const UNQUOTED = 'renewal';

/** The prices of those that have one. */
export const pricesOf = (parts: readonly Renewing[]) =>
  parts.flatMap(({ priced }) => (priced.kind === 'priced' ? [priced.line.price] : []));

/** Those that are part of an order: all but what a quote leaves out. */
export const renewable = (parts: readonly Renewing[]): readonly Renewing[] =>
  parts.filter(({ priced }) => priced.kind !== 'left');

/**
 * One order for all that is renewed; `null` when there is nothing in it.
 *
 * @param term - `null` = each by its usual term.
 */
export function renewalWish(parts: readonly Renewing[], term: Term | null): Wish | null {
  const [first] = parts;
  if (!first) return null;
  const { priced } = first;
  return {
    kind: 'renewal',
    extension: first.extension.key,
    offer: priced.kind === 'priced' ? priced.line.offer : UNQUOTED,
    target: null,
    licenses: parts.flatMap(({ number }) => number ?? []),
    ...(term && { term }),
    priceShown: total(pricesOf(parts)),
  };
}
