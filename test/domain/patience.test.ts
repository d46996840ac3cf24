import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { ORDER_STATES } from '../../src/domain/order.ts';
import { patience } from '../../src/domain/patience.ts';
import { anOrder } from '../../stories/order-fixture.ts';

const MINUTE = 60_000;
const at = (instant: string, minutes: number) => Date.parse(instant) + minutes * MINUTE;

it.each(['handed-off', 'pending'] as const)(
  'is patient for ten minutes after a %s order left for the store',
  (state) => {
    const order = anOrder(state);
    const left = order.steps.atStore ?? '';
    expect(patience(order, at(left, 9.99))).toBe('soon');
    expect(patience(order, at(left, 10))).toBe('long');
  },
);

it('counts from the start where nobody noted when it left', () => {
  const order = anOrder('pending', { steps: { ...anOrder('pending').steps, atStore: null } });
  expect(patience(order, at(order.startedAt, 9.99))).toBe('soon');
  expect(patience(order, at(order.startedAt, 10))).toBe('long');
});

it('counts anew from what was last heard of a paid order', () => {
  const paid = anOrder('paid');
  const unheard = { ...paid, steps: { ...paid.steps, vendorTold: null } };
  expect(patience(paid, at(paid.steps.vendorTold ?? '', 9.99))).toBe('soon');
  expect(patience(paid, at(paid.steps.vendorTold ?? '', 10))).toBe('long');
  expect(patience(unheard, at(paid.steps.paid ?? '', 10))).toBe('long');
});

it('never calls long what is not waited for', () => {
  const waiting = ['handed-off', 'pending', 'paid'];
  for (const state of ORDER_STATES.filter((each) => !waiting.includes(each)))
    expect(patience(anOrder(state), at('2035-01-01T00:00:00Z', 0)), state).toBe('soon');
});

it('is never out of patience with an order of the future, or of no time at all', () => {
  const odd = ['', 'yesterday', '9999-12-31T23:59:59Z'];
  assert(
    property(constantFrom(...odd), integer({ min: 0, max: 4e12 }), (atStore, now) => {
      const order = anOrder('pending');
      expect(patience({ ...order, steps: { ...order.steps, atStore } }, now)).toBe('soon');
    }),
  );
});
