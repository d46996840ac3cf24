import { expect, it } from 'vitest';
import { ORDER_STATES } from '../../src/domain/order.ts';
import {
  awaitsPayment,
  deliverable,
  standingOf,
  stepsDone,
} from '../../src/domain/order-standing.ts';
import { orderLink } from '../../src/features/purchase/order-link.ts';
import { anOrder, aSession } from '../../stories/order-fixture.ts';

const elsewhere = { offer: 'seo-report-full', target: 'domain-9' };

it('makes a mismatch of every running order whose echo names another domain', () => {
  const running = ORDER_STATES.filter(
    (state) => !['canceled', 'expired', 'refunded'].includes(state),
  );
  expect(running.map((state) => standingOf(anOrder(state, { echo: elsewhere })))).toEqual(
    running.map(() => 'mismatch'),
  );
});

it('offers delivery only for an individual offer that is ready or failed to arrive', () => {
  expect(ORDER_STATES.filter((state) => deliverable(anOrder(state)))).toEqual([
    'ready',
    'fulfill-failed',
  ]);
  expect(deliverable(anOrder('ready', { test: true }))).toBe(false);
  expect(deliverable(anOrder('ready', { target: null }))).toBe(false);
  expect(deliverable(anOrder('ready', { kind: 'renewal' }))).toBe(false);
});

it('gives a way to the store only while there may be something to pay', () => {
  const payable = ORDER_STATES.filter((state) => orderLink(anOrder(state), aSession()) !== null);
  expect(payable).toEqual(['prepared', 'handed-off', 'pending', 'action-needed']);
  expect(ORDER_STATES.filter((state) => awaitsPayment(anOrder(state)))).toEqual(payable);
});

it('does not believe a time of payment or delivery that the state contradicts', () => {
  const { steps } = anOrder('fulfilled');
  expect(stepsDone(anOrder('pending', { steps }))).toBe(2);
  expect(stepsDone(anOrder('paid', { steps }))).toBe(4);
  expect(stepsDone(anOrder('fulfill-failed', { steps }))).toBe(5);
});
