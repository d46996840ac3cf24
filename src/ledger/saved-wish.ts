import type { OrderBook } from '../backend/backend.ts';
import { isSettled, openOrderFor, type Order, type Wish } from '../domain/order.ts';
import type { LedgerView } from './desk.ts';

/** How far a wish has come towards standing in the host's book. Only `saved` and `resumed` have an order to pay. */
export type SavedWish =
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly order: Order }
  /** Somebody, perhaps in another tab, had already begun an order for the same wish. */
  | { readonly kind: 'resumed'; readonly order: Order }
  /** The answer was lost. `missing`: the host was asked since and does not list it, so that saving again is in order. */
  | { readonly kind: 'unknown'; readonly error: unknown; readonly missing: boolean }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What came of trying to save, as long as the book does not tell. */
export type Attempt = Extract<SavedWish, { kind: 'saving' | 'unknown' | 'failed' }>;

/** Everything that makes two wishes one, as text. */
export const nameOf = (wish: Wish): string =>
  JSON.stringify([
    wish.kind,
    wish.extension,
    wish.offer,
    wish.target?.id ?? null,
    wish.term ?? null,
    [...wish.licenses].sort(),
  ]);

/**
 * Where a wish stands: the host's book goes before what was tried here.
 *
 * @param mine - Names of the wishes saved in the dialog that asks; an order begun elsewhere is resumed.
 */
export function standing(
  wish: Wish | null,
  { book, tokens, attempts }: LedgerView,
  mine: ReadonlySet<string>,
): SavedWish {
  if (wish === null) return { kind: 'unsaved' };
  const name = nameOf(wish);
  const attempt = attempts.get(name);
  if (attempt?.kind === 'saving') return attempt;
  const orders = book?.orders ?? [];
  const own = orders.find(({ token }) => token === tokens.get(name));
  if (own && mine.has(name) && !isSettled(own.state)) return { kind: 'saved', order: own };
  const open = openOrderFor(wish, orders);
  if (open) return { kind: 'resumed', order: open };
  return attempt ?? { kind: 'unsaved' };
}

/** The last open order that was saved in this dialog for another choice than the present one. */
export function leftBehind(
  name: string | null,
  book: OrderBook | undefined,
  tokens: LedgerView['tokens'],
  mine: ReadonlySet<string>,
): Order | null {
  const others = [...tokens]
    .filter(([choice]) => choice !== name && mine.has(choice))
    .map(([, token]) => token);
  const left =
    book?.orders.filter((order) => others.includes(order.token) && !isSettled(order.state)) ?? [];
  return left.at(-1) ?? null;
}
