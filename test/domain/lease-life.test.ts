import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.ts';
import { leaseLife } from '../../src/domain/lease-life.ts';
import { licenseState } from '../../src/domain/license.ts';
import { evaluation, perpetual, subscription } from './given.ts';

const PAID = day('2025-05-07');
const LAST = day('2025-05-17');
const lease = {
  ...(subscription(PAID, LAST) as object),
  autoRenews: true,
  terminatesOn: day('2025-08-17'),
} as ReturnType<typeof subscription>;

it.each([
  ['2025-04-10', 'paid', 0, 37, '2025-05-07'],
  ['2025-05-06', 'paid', 0, 11, '2025-05-07'],
  ['2025-05-07', 'due', 0, 10, '2025-05-08'],
  ['2025-05-08', 'grace', 1, 9, '2025-05-09'],
  ['2025-05-16', 'grace', 9, 1, '2025-05-17'],
  ['2025-05-17', 'grace', 10, 0, null],
  ['2025-05-18', 'stopped', 10, 0, null],
  ['2025-08-17', 'stopped', 10, 0, null],
])('stands on %s at %s: day %i of grace, %i days left, next try %s', (on, at, nth, left, next) => {
  expect(leaseLife(lease, day(on))).toEqual({
    at,
    paidThrough: PAID,
    runsThrough: LAST,
    grace: { day: nth, days: 10 },
    daysLeft: left,
    autoRenews: true,
    nextTryOn: next,
    terminatesOn: '2025-08-17',
  });
});

it('names no next try where nobody renews it by itself', () => {
  expect(leaseLife(subscription(PAID, LAST), day('2025-05-09'))).toMatchObject({
    at: 'grace',
    autoRenews: false,
    nextTryOn: null,
    terminatesOn: null,
  });
});

it('is over when it was terminated, whatever its days say, and stopped when the vendor says so', () => {
  const terminated = subscription(PAID, LAST, { standing: 'terminated' });
  expect(leaseLife(terminated, day('2025-04-10'))?.at).toBe('terminated');
  const expired = subscription(PAID, LAST, { errors: ['EXPIRED'] });
  expect(leaseLife(expired, day('2025-04-10'))).toMatchObject({ at: 'stopped', daysLeft: 0 });
});

it.each([
  ['a perpetual license', perpetual('2025-01-01')],
  ['an evaluation', evaluation('2025-01-01')],
  ['no license', { kind: 'missing', trialOffered: false } as const],
  ['a suspended lease', subscription(PAID, LAST, { standing: 'suspended' })],
])('says nothing of %s', (_name, license) => {
  expect(leaseLife(license, day('2025-04-10'))).toBeNull();
});

it('agrees with the state by which rows are judged, on any day and for any grace', () => {
  const STATES = {
    paid: 'paid',
    due: 'paid',
    grace: 'in-grace',
    stopped: 'subscription-ended',
    terminated: 'terminated',
  };
  fc.assert(
    fc.property(
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: -5, max: 20 }),
      (off, grace) => {
        const today = addDays(PAID, off);
        const license = subscription(PAID, addDays(PAID, grace));
        const life = leaseLife(license, today);
        expect(life && STATES[life.at]).toBe(licenseState(license, today).kind);
        expect(life?.grace.day).toBeLessThanOrEqual(life?.grace.days ?? 0);
      },
    ),
  );
});

it('does not call a lease ending soon that renews by itself', () => {
  expect(licenseState(lease, day('2025-05-06'))).toMatchObject({ endingSoon: false });
  expect(licenseState(subscription(PAID, LAST), day('2025-05-06'))).toMatchObject({
    endingSoon: true,
  });
});
