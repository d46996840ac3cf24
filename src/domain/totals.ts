import type { Money } from './order.ts';
import { total } from './renewal.ts';

/**
 * The exact sum of each currency, in the order in which they first occur. Prices in several currencies have no sum of
 * all. Empty where a text is no amount: a sum of the rest would be wrong.
 */
export function totals(amounts: readonly Money[]): readonly Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  const sums = currencies.map((each) => total(amounts.filter(({ currency }) => currency === each)));
  return sums.every((sum) => sum !== null) ? sums : [];
}
