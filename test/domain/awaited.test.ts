import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { awaitedLicenses, decisionWhile } from '../../src/domain/awaited.ts';
import { isSettled, ORDER_STATES, type Order } from '../../src/domain/order.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { actionsOf, decided, extension, perpetual } from './given.ts';

const NUMBER = 'EXT.00123456';
const PAID_AT = '2025-04-10T09:00:00Z';
const seo = extension({ key: 'seo', license: perpetual('2024-03-31', { number: NUMBER }) });
const mail = extension({ key: 'mail', license: { kind: 'missing', trialOffered: false } });

const renewal = (more: Partial<Order> = {}): Order => {
  const order = anOrder('handed-off');
  return {
    ...order,
    kind: 'renewal',
    extension: 'seo',
    target: null,
    licenses: [NUMBER],
    echo: null,
    steps: { ...order.steps, paid: null },
    ...more,
  };
};
const paid = (more: Partial<Order> = {}): Order =>
  renewal({ state: 'paid', ...more, steps: { ...renewal().steps, paid: PAID_AT } });

it('awaits the license of a paid renewal, for the extension whose key it renews', () => {
  const found = awaitedLicenses([paid({ extension: 'mail' })], [seo, mail]);

  expect([...found]).toEqual([['seo', { kind: 'paid', paidAt: PAID_AT, title: paid().title }]]);
});

it('awaits a license that was bought for the extension it was bought for', () => {
  const order = paid({ kind: 'license', extension: 'mail', licenses: [] });

  expect([...awaitedLicenses([order], [seo, mail]).keys()]).toEqual(['mail']);
});

it('tells what is paid from what waits for its payment, and puts the paid one first', () => {
  const waiting = renewal({ token: 'a'.repeat(32) });
  expect(awaitedLicenses([waiting], [seo]).get('seo')?.kind).toBe('paying');
  expect(awaitedLicenses([waiting, paid()], [seo]).get('seo')?.kind).toBe('paid');
  expect(awaitedLicenses([paid(), waiting], [seo]).get('seo')?.kind).toBe('paid');
});

it('takes an order for paid whose state says so, although the time of it is not told', () => {
  const found = awaitedLicenses([renewal({ state: 'paid' })], [seo]);

  expect(found.get('seo')).toMatchObject({ kind: 'paid', paidAt: null });
});

it('awaits nothing of offers for a domain, and nothing of what is over', () => {
  const offer = anOrder('paid');
  expect(awaitedLicenses([offer], [seo, { ...mail, key: offer.extension }]).size).toBe(0);

  fc.assert(
    fc.property(fc.constantFrom(...ORDER_STATES), (state) => {
      expect(awaitedLicenses([renewal({ state })], [seo]).size).toBe(isSettled(state) ? 0 : 1);
    }),
  );
});

it('finds the key whatever its version: a renewed key is the same license', () => {
  const renewed = extension({ key: 'seo', license: perpetual('2025-03-31', { number: NUMBER }) });

  expect(awaitedLicenses([paid()], [renewed]).has('seo')).toBe(true);
});

it('goes through no extension while no license is awaited', () => {
  const untouchable = new Proxy([seo], {
    get: () => {
      throw new Error('Nobody should look here');
    },
  });

  expect(
    awaitedLicenses([anOrder('ready'), renewal({ state: 'canceled' })], untouchable).size,
  ).toBe(0);
});

const ended = extension({ license: perpetual('2024-03-31') });
const awaited = awaitedLicenses([paid()], [seo]).get('seo');

it('offers no second payment once it is paid, but to look for the license', () => {
  const lapsing = decided({ license: perpetual('2024-05-10') });
  expect(actionsOf(lapsing)).toEqual(['renew']);

  expect(decisionWhile(awaited, { extension: ended, decision: lapsing }, true)).toMatchObject({
    actions: [{ kind: 'retrieve-keys' }],
    primary: { kind: 'retrieve-keys' },
  });
});

it('puts the question in the place of the row’s button where that was a payment', () => {
  const stopped = decided({ license: { kind: 'missing', trialOffered: true } });

  expect(decisionWhile(awaited, { extension: ended, decision: stopped }, true)).toMatchObject({
    actions: [{ kind: 'retrieve-keys' }, { kind: 'activate' }],
    primary: { kind: 'retrieve-keys' },
  });
  expect(decisionWhile(awaited, { extension: ended, decision: stopped }, false).primary).toBeNull();
});

it('leaves everything as it is while nothing is paid', () => {
  const waiting = { kind: 'paying' as const, paidAt: null, title: 'Renewal' };
  const row = { extension: ended, decision: decided({ license: perpetual('2024-03-31') }) };

  expect(decisionWhile(waiting, row, true)).toBe(row.decision);
  expect(decisionWhile(undefined, row, true)).toBe(row.decision);
});

it('keeps Buy where something else is sold beside the license', () => {
  const stopped = decided({ license: { kind: 'missing', trialOffered: false } });
  const sells = extension({ sellsOffers: true });

  expect(
    decisionWhile(awaited, { extension: sells, decision: stopped }, true).actions,
  ).toContainEqual({ kind: 'buy' });
});
