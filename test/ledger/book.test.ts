import { assert, constantFrom, property, array } from 'fast-check';
import { expect, it } from 'vitest';
import { mergeBooks } from '../../src/ledger/book.ts';
import { ORDER_STATES, type Order } from '../../src/domain/order.ts';
import { anOrder } from '../../stories/order-fixture.ts';

const bookOf = (...orders: readonly Order[]) => ({ orders, unreadable: [] });
const other = anOrder('paid', { token: 'another-token-000000000000000000' });

it('keeps an order that an older answer does not name yet', () => {
  const saved = anOrder('prepared');
  expect(mergeBooks(bookOf(saved, other), bookOf(other)).orders).toEqual([other, saved]);
});

it('keeps what was delivered delivered, whatever replies come after', () => {
  assert(
    property(array(constantFrom(...ORDER_STATES), { maxLength: 12 }), (later) => {
      const book = later.reduce(
        (known, state) => mergeBooks(known, bookOf(anOrder(state))),
        mergeBooks(undefined, bookOf(anOrder('fulfilled'))),
      );
      expect(['fulfilled', 'refunded']).toContain(book.orders[0]?.state);
    }),
  );
});

it.each([
  ['target', { target: { id: 'domain-9', domain: 'evil.example' } }],
  ['offer', { offer: 'something-else' }],
])('takes a reply with another %s for a mismatch, and keeps what was wished', (_what, change) => {
  const [order] = mergeBooks(bookOf(anOrder('pending')), bookOf(anOrder('ready', change))).orders;
  expect(order).toMatchObject({
    state: 'mismatch',
    offer: 'seo-report-full',
    target: { id: 'domain-1' },
  });
});

it('takes a renamed domain for the same one', () => {
  const renamed = anOrder('ready', { target: { id: 'domain-1', domain: 'new.example.com' } });
  const [order] = mergeBooks(bookOf(anOrder('pending')), bookOf(renamed)).orders;
  expect(order).toMatchObject({ state: 'ready', target: { domain: 'new.example.com' } });
});

it('stays the same object when nothing is new, so that nothing is drawn again', () => {
  const book = bookOf(anOrder('pending'), other);
  expect(mergeBooks(book, structuredClone(book))).toBe(book);
});
