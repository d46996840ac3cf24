import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import {
  firstError,
  LICENSE_ERRORS,
  type License,
  licenseState,
} from '../../src/domain/license.ts';
import { evaluation, perpetual, subscription } from './given.ts';

const on = (today: string, license: License, soonDays?: number) =>
  licenseState(license, day(today), soonDays);

it('lets an evaluation run through its last day and not beyond', () => {
  const license = evaluation('2024-03-31');
  expect(on('2024-03-30', license)).toEqual({
    kind: 'evaluating',
    expiresOn: '2024-03-31',
    daysLeft: 1,
  });
  expect(on('2024-03-31', license)).toEqual({
    kind: 'evaluating',
    expiresOn: '2024-03-31',
    daysLeft: 0,
  });
  expect(on('2024-04-01', license)).toEqual({
    kind: 'evaluation-expired',
    expiredOn: '2024-03-31',
  });
});

it('maintains a perpetual license through its end day and calls it ended the day after', () => {
  const license = perpetual('2024-03-31');
  expect(on('2024-03-31', license)).toEqual({
    kind: 'maintained',
    endsOn: '2024-03-31',
    daysLeft: 0,
    endingSoon: true,
  });
  expect(on('2024-04-01', license)).toEqual({ kind: 'maintenance-ended', endedOn: '2024-03-31' });
});

it('says "ending soon" from exactly 30 days before the end', () => {
  const license = perpetual('2024-03-31');
  expect(on('2024-02-29', license)).toMatchObject({ daysLeft: 31, endingSoon: false });
  expect(on('2024-03-01', license)).toMatchObject({ daysLeft: 30, endingSoon: true });
});

it('lets the host say what "soon" is', () => {
  expect(on('2024-03-24', perpetual('2024-03-31'), 7)).toMatchObject({ endingSoon: true });
  expect(on('2024-03-23', perpetual('2024-03-31'), 7)).toMatchObject({ endingSoon: false });
  expect(on('2024-03-23', subscription('2024-03-31', '2024-04-10'), 7)).toMatchObject({
    endingSoon: false,
  });
});

it('maintains for ever where no end was named', () => {
  expect(on('9999-12-31', perpetual(null))).toEqual({ kind: 'maintained-for-ever' });
});

it('takes a lease from paid to grace to ended, each through its last day', () => {
  const license = subscription('2024-03-31', '2024-04-10');
  expect(on('2024-03-31', license)).toEqual({
    kind: 'paid',
    through: '2024-03-31',
    daysLeft: 0,
    endingSoon: true,
  });
  expect(on('2024-04-01', license)).toEqual({
    kind: 'in-grace',
    paidThrough: '2024-03-31',
    stopsAfter: '2024-04-10',
    daysLeft: 9,
  });
  expect(on('2024-04-10', license)).toMatchObject({ kind: 'in-grace', daysLeft: 0 });
  expect(on('2024-04-11', license)).toEqual({ kind: 'subscription-ended', endedOn: '2024-04-10' });
});

it('takes a grace period that would end before what was paid for none', () => {
  const license = subscription('2024-03-31', '2024-01-01');
  expect(on('2024-03-31', license)).toMatchObject({ kind: 'paid' });
  expect(on('2024-04-01', license)).toEqual({ kind: 'subscription-ended', endedOn: '2024-03-31' });
});

it('passes on that none is needed, none is there, or nobody knows', () => {
  const states: License[] = [
    { kind: 'not-needed' },
    { kind: 'missing', trialOffered: true },
    { kind: 'unknown', reason: 'no answer' },
  ];
  expect(states.map((each) => on('2024-01-01', each))).toEqual(states);
});

it.each(['suspended', 'terminated'] as const)('says %s before anything else', (standing) => {
  const errors = [...LICENSE_ERRORS];
  expect(on('2024-01-01', perpetual('2024-03-31', { standing, errors }))).toEqual({
    kind: standing,
  });
  expect(on('2025-01-01', evaluation('2024-03-31', { standing }))).toEqual({ kind: standing });
});

it('reports one error of several, in the fixed order', () => {
  expect(LICENSE_ERRORS.map((_, at) => firstError(LICENSE_ERRORS.slice(at).toReversed()))).toEqual([
    ...LICENSE_ERRORS,
  ]);
  expect(firstError([])).toBeUndefined();
});

it.each([
  'ROLE_EXCEEDED',
  'ROLE_UNDEFINED',
  'USER_MISMATCH',
  'EDITION_MISMATCH',
  'TYPE_MISMATCH',
] as const)('tells of %s whatever the dates say', (error) => {
  const errors = ['EXPIRED', 'VERSION_MISMATCH', error] as const;
  expect(on('2024-01-01', perpetual('2024-03-31', { errors }))).toEqual({ kind: 'wrong', error });
  expect(on('2025-01-01', subscription('2024-03-31', '2024-04-10', { errors }))).toEqual({
    kind: 'wrong',
    error,
  });
});

it('believes the vendor that an evaluation or a lease has expired, and names no day to come', () => {
  const errors = ['EXPIRED'] as const;
  expect(on('2024-02-01', evaluation('2024-03-31', { errors }))).toEqual({
    kind: 'evaluation-expired',
    expiredOn: '2024-02-01',
  });
  expect(on('2024-02-01', subscription('2024-03-31', '2024-04-10', { errors }))).toEqual({
    kind: 'subscription-ended',
    endedOn: '2024-02-01',
  });
});

it('lets a perpetual license run on, whatever is reported expired', () => {
  const license = perpetual('2024-03-31', { errors: ['EXPIRED'] });
  expect(on('2024-03-31', license)).toMatchObject({ kind: 'maintained' });
  expect(on('2024-04-01', license)).toMatchObject({ kind: 'maintenance-ended' });
});
