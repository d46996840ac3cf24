import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  echoes,
  isSettled,
  mayComeBack,
  mergeOrder,
  openOrderFor,
  type Order,
  ORDER_STATES,
  ORDER_STEPS,
  type OrderState,
  sameWish,
  type Wish,
} from '../../src/domain/order.ts';

const wish: Wish = {
  kind: 'individual-offer',
  extension: 'seo',
  offer: 'seo-report',
  target: { id: 'd1', domain: 'example.com' },
  licenses: [],
  priceShown: { amount: '9.00', currency: 'USD' },
};

const noSteps: Order['steps'] = {
  recorded: null,
  atStore: null,
  paid: null,
  vendorTold: null,
  ready: null,
  delivered: null,
};

const order = (state: OrderState, more: Partial<Order> = {}): Order => ({
  ...wish,
  token: 'T'.repeat(32),
  state,
  unknownState: null,
  title: 'SEO report',
  steps: noSteps,
  startedBy: { id: 'u1', name: 'Anna' },
  startedAt: '2024-05-01T10:00:00Z',
  deliveredBy: null,
  delivery: null,
  news: 'poll',
  echo: null,
  intervalSeconds: 5,
  storeUrl: null,
  supportUrl: null,
  reason: null,
  test: false,
  ...more,
});

/** How an order moves, told independently: what may follow must not come before. */
const stages: OrderState[][] = [
  ['prepared'],
  ['handed-off'],
  ['pending', 'action-needed'],
  ['canceled', 'expired'],
  ['paid'],
  ['ready', 'needs-target', 'mismatch'],
  ['fulfilling', 'fulfill-failed'],
  ['fulfilled'],
  ['refunded'],
];
const stage = (state: OrderState) => stages.findIndex((each) => each.includes(state));
const anyState = fc.constantFrom(...ORDER_STATES);

it('is never lowered by late, doubled or reordered replies', () => {
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1, maxLength: 12 }), (replies) => {
      let known = order('prepared');
      for (const state of replies) {
        const next = mergeOrder(known, order(state));
        expect(stage(next.state)).toBeGreaterThanOrEqual(stage(known.state));
        known = next;
      }
      expect(stage(known.state)).toBe(Math.max(0, ...replies.map(stage)));
    }),
    { numRuns: 2_000 },
  );
});

it.each(['canceled', 'expired'] as const)(
  'is opened again by a payment after it was %s',
  (state) => {
    const paid = mergeOrder(order(state), order('paid'));
    expect(isSettled(state)).toBe(true);
    expect(paid.state).toBe('paid');
    expect(isSettled(paid.state)).toBe(false);
  },
);

it('does not come back from canceled by a late "pending"', () => {
  expect(mergeOrder(order('canceled'), order('pending')).state).toBe('canceled');
});

it('goes back to pending once the buyer has acted', () => {
  expect(mergeOrder(order('action-needed'), order('pending')).state).toBe('pending');
});

it('lets a failed delivery be tried again', () => {
  expect(mergeOrder(order('fulfill-failed'), order('fulfilling')).state).toBe('fulfilling');
  expect(mergeOrder(order('fulfilling'), order('ready')).state).toBe('fulfilling');
});

it('keeps every step it once reached', () => {
  const instant = fc.option(fc.constantFrom('2024-05-01T10:00:00Z', '2024-05-01T11:00:00Z'));
  const steps = fc.record({
    recorded: instant,
    atStore: instant,
    paid: instant,
    vendorTold: instant,
    ready: instant,
    delivered: instant,
  });
  fc.assert(
    fc.property(anyState, steps, anyState, steps, (a, reached, b, told) => {
      const merged = mergeOrder(order(a, { steps: reached }), order(b, { steps: told }));
      const lost = ORDER_STEPS.filter(
        (step) => (reached[step] ?? told[step]) !== null && merged.steps[step] === null,
      );
      expect(lost).toEqual([]);
    }),
  );
});

it('keeps a part of a delivery done, and who had it delivered, whatever an older reply says', () => {
  const half = (done: boolean) => [
    { part: 'license', done },
    { part: 'install', done: false },
  ];
  const by = { id: 'u2', name: 'Second admin' };
  const known = order('fulfilling', { delivery: half(true), deliveredBy: by });
  const older = mergeOrder(known, order('fulfilling', { delivery: half(false) }));
  expect(older).toMatchObject({ delivery: half(true), deliveredBy: by });
  expect(mergeOrder(known, order('fulfilling')).delivery).toEqual(half(true));
});

it('may come back from canceled for sixty days, whether or not the host heard of the way to the store', () => {
  const now = Date.parse('2024-06-30T00:00:00Z');
  expect(mayComeBack(order('canceled'), now)).toBe(true);
  expect(mayComeBack(order('expired'), now)).toBe(true);
  expect(mayComeBack(order('refunded'), now)).toBe(false);
  expect(mayComeBack(order('canceled'), now + 86_400_000)).toBe(false);
});

it('takes no reply that is about another token', () => {
  const known = order('pending');
  expect(mergeOrder(known, order('fulfilled', { token: 't'.repeat(32) }))).toBe(known);
});

it('is moved to another domain, offer or extension by no reply', () => {
  const other = {
    target: { id: 'd2', domain: 'evil.example' },
    offer: 'other',
    extension: 'other',
    priceShown: null,
    licenses: ['x'],
  };
  expect(mergeOrder(order('pending'), order('paid', other))).toEqual(order('paid'));
});

it('follows a domain that was renamed', () => {
  const renamed = { id: 'd1', domain: 'example.org' };
  expect(mergeOrder(order('pending'), order('pending', { target: renamed })).target).toEqual(
    renamed,
  );
});

it('does not take the echo of another target or offer for its own', () => {
  expect(echoes(order('paid'))).toBe(true);
  expect(echoes(order('paid', { echo: { offer: 'seo-report', target: 'd1' } }))).toBe(true);
  expect(echoes(order('paid', { echo: { offer: 'seo-report', target: null } }))).toBe(true);
  expect(echoes(order('paid', { echo: { offer: 'seo-report', target: 'd2' } }))).toBe(false);
  expect(echoes(order('paid', { echo: { offer: 'other', target: 'd1' } }))).toBe(false);
  expect(echoes(order('paid', { target: null, echo: { offer: 'seo-report', target: 'd1' } }))).toBe(
    false,
  );
});

it('knows a wish again by what is asked for and where, not by its price', () => {
  const same: Wish = { ...wish, priceShown: null, target: { id: 'd1', domain: 'renamed.example' } };
  expect(sameWish(wish, same)).toBe(true);
  const others: Partial<Wish>[] = [
    { kind: 'renewal' },
    { extension: 'x' },
    { offer: 'x' },
    { target: null },
    { target: { id: 'd2', domain: 'example.com' } },
    { licenses: ['a'] },
  ];
  expect(others.filter((other) => sameWish(wish, { ...wish, ...other }))).toEqual([]);
});

it('compares wishes the same from both sides, in whatever order the licenses are named', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 });
  fc.assert(
    fc.property(keys, keys, (a, b) => {
      const left = { ...wish, licenses: a };
      const right = { ...wish, licenses: b };
      expect(sameWish(left, right)).toBe(sameWish(right, left));
      expect(sameWish(left, { ...wish, licenses: a.toReversed() })).toBe(true);
    }),
  );
});

it('resumes the open order of a wish and lets settled ones rest', () => {
  const settled = ORDER_STATES.filter(isSettled).map((state) => order(state));
  const open = order('pending', { token: 'O'.repeat(32) });
  expect(settled.map(({ state }) => state)).toEqual([
    'fulfilled',
    'canceled',
    'expired',
    'refunded',
  ]);
  expect(openOrderFor(wish, settled)).toBeUndefined();
  expect(openOrderFor(wish, [...settled, open])).toBe(open);
  expect(openOrderFor({ ...wish, offer: 'other' }, [open])).toBeUndefined();
});

it('takes a renewal by another term for another wish, and keeps the term it was recorded with', () => {
  const renewal: Wish = { ...wish, kind: 'renewal', target: null, licenses: ['EXT.00123456'] };
  const byYears: Wish = { ...renewal, term: { months: 24 } };
  expect(sameWish(renewal, { ...renewal })).toBe(true);
  expect(sameWish(renewal, byYears)).toBe(false);
  expect(sameWish(byYears, { ...byYears, term: { months: 24 } })).toBe(true);

  const known = order('prepared', { term: { months: 24 } });
  expect(mergeOrder(known, order('paid', { term: { months: 12 } })).term).toEqual({ months: 24 });
  const usual = mergeOrder(order('prepared'), order('paid', { term: { months: 12 } }));
  expect(usual).not.toHaveProperty('term');
});
