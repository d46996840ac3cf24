import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { continuityOf } from '../../src/domain/continuity.ts';
import { addDays, addMonths, day } from '../../src/domain/day.ts';
import type { License } from '../../src/domain/license.ts';
import { evaluation, perpetual, subscription } from './given.ts';

const today = day('2024-05-01');
const of = (license: License) => continuityOf(license, today);

it('keeps a running period continuous: the new one starts the day after, however early it is paid', () => {
  expect(of(perpetual('2024-05-31'))).toEqual({
    kind: 'continuous',
    endsOn: '2024-05-31',
    startsOn: '2024-06-01',
  });
  expect(of(subscription('2024-05-31', '2024-06-10'))).toMatchObject({ kind: 'continuous' });
});

it('counts the last day as running', () => {
  expect(of(perpetual('2024-05-01'))).toMatchObject({ kind: 'continuous', startsOn: '2024-05-02' });
});

it('starts where a lapsed period ended, and counts the whole months that lie behind', () => {
  expect(of(perpetual('2024-04-30'))).toEqual({
    kind: 'lapsed',
    endedOn: '2024-04-30',
    monthsBehind: 0,
  });
  expect(of(perpetual('2024-04-01'))).toMatchObject({ monthsBehind: 1 });
  expect(of(perpetual('2024-04-02'))).toMatchObject({ monthsBehind: 0 });
  expect(of(perpetual('2021-12-31'))).toMatchObject({ monthsBehind: 28 });
});

it('starts a lease where its paid period ended, and not where its grace did', () => {
  expect(of(subscription('2024-04-25', '2024-05-05'))).toEqual({
    kind: 'in-grace',
    endedOn: '2024-04-25',
    stopsAfter: '2024-05-05',
  });
  expect(of(subscription('2024-03-20', '2024-03-30'))).toEqual({
    kind: 'lapsed',
    endedOn: '2024-03-20',
    monthsBehind: 1,
  });
});

it('never lets a lease that is reported as ended have ended in the future', () => {
  expect(of(subscription('2024-05-20', '2024-05-30', { errors: ['EXPIRED'] }))).toEqual({
    kind: 'lapsed',
    endedOn: '2024-05-01',
    monthsBehind: 0,
  });
});

it.each<[string, License]>([
  ['an endless license', perpetual(null)],
  ['no license needed', { kind: 'not-needed' }],
  ['a missing license', { kind: 'missing', trialOffered: true }],
  ['an unknown license', { kind: 'unknown', reason: '' }],
  ['a trial', evaluation('2024-05-20')],
  ['a trial that ended', evaluation('2024-04-20')],
  ['a suspended license', perpetual('2024-05-20', { standing: 'suspended' })],
  ['a terminated license', perpetual('2024-05-20', { standing: 'terminated' })],
  ['a license of the wrong sort', perpetual('2024-05-20', { errors: ['TYPE_MISMATCH'] })],
])('has nothing to continue for %s', (_, license) => {
  expect(of(license)).toEqual({ kind: 'none' });
});

it('counts as many months as fit, for any end and any day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 400 }),
      (ago, on) => {
        const now = addDays(today, on);
        const endsOn = addDays(now, -ago);
        const found = continuityOf(perpetual(endsOn), now);
        if (found.kind !== 'lapsed') throw new Error(`${endsOn} is ${found.kind} on ${now}`);
        expect(addMonths(endsOn, found.monthsBehind) <= now).toBe(true);
        expect(addMonths(endsOn, found.monthsBehind + 1) > now).toBe(true);
      },
    ),
  );
});
