import type { Quote } from '../../backend/backend.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Money, Wish } from '../../domain/order.ts';
import { total } from '../../domain/renewal.ts';

/** The order's offer where nobody could be asked which one; the store knows by the license numbers. */
const UNQUOTED = 'renewal';

/** The number a license is renewed by, if it has one. */
export const licenseNumber = ({ license }: Extension): string | null =>
  'number' in license ? license.number : null;

/** One order for all that is renewed; `null` when there is nothing in it. */
export function renewalWish(
  extensions: readonly Extension[],
  quote: Quote | undefined,
): Wish | null {
  const quoted = quote?.lines.map(({ extension }) => extension);
  const renewed = extensions.filter(({ key }) => quoted?.includes(key) ?? true);
  const [first] = renewed;
  if (!first) return null;
  const lineOf = (key: string) => quote?.lines.find(({ extension }) => extension === key);
  const numbers = renewed.map(
    (extension) => lineOf(extension.key)?.license ?? licenseNumber(extension),
  );
  return {
    kind: 'renewal',
    extension: first.key,
    offer: lineOf(first.key)?.offer ?? UNQUOTED,
    target: null,
    licenses: numbers.filter((number) => number !== null),
    priceShown: quote ? priceOf(quote) : null,
  };
}

/** What all of it costs; `null` when prices in several currencies have no sum. */
export const priceOf = (quote: Quote): Money | null => total(quote.lines.map(({ price }) => price));
