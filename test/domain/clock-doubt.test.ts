import { expect, it } from 'vitest';
import { clockDoubt } from '../../src/domain/clock-doubt.ts';
import type { License } from '../../src/domain/license.ts';
import { evaluation, perpetual, subscription } from './given.ts';

const HOST = '2024-03-31T23:50:00Z';
const doubt = (device: string, licenses: readonly License[], zone = 'UTC') =>
  clockDoubt(HOST, Date.parse(device), zone, licenses);
const endsToday = perpetual('2024-03-31');

it('says so when a license stands otherwise by this device’s clock', () => {
  expect(doubt('2024-04-01T00:10:00Z', [endsToday])).toEqual({
    hostDay: '2024-03-31',
    deviceDay: '2024-04-01',
    licenses: 1,
  });
});

it('says so, too, when the device is behind', () => {
  expect(doubt('2024-03-30T12:00:00Z', [perpetual('2024-03-30'), endsToday])).toEqual({
    hostDay: '2024-03-31',
    deviceDay: '2024-03-30',
    licenses: 1,
  });
});

it('is silent up to five minutes', () => {
  const late = '2024-03-31T23:58:00Z';
  const after = (ms: number) => clockDoubt(late, Date.parse(late) + ms, 'UTC', [endsToday]);
  expect(after(5 * 60_000)).toBeNull();
  expect(after(5 * 60_000 + 1)).not.toBeNull();
});

it('is silent while both clocks say the same day, however far apart', () => {
  expect(doubt('2024-03-31T02:00:00Z', [endsToday])).toBeNull();
});

it('is silent when no license ends between the two days', () => {
  expect(doubt('2024-04-02T02:00:00Z', [perpetual('2024-04-02'), perpetual(null)])).toBeNull();
  expect(doubt('2024-04-02T02:00:00Z', [{ kind: 'not-needed' }])).toBeNull();
});

it.each<[string, License]>([
  ['is missing', { kind: 'missing', trialOffered: true }],
  ['nobody knows', { kind: 'unknown', reason: '' }],
  ['is suspended', perpetual('2024-03-31', { standing: 'suspended' })],
  ['is of the wrong sort', evaluation('2024-03-31', { errors: ['USER_MISMATCH'] })],
  ['was reported expired', evaluation('2024-03-31', { errors: ['EXPIRED'] })],
])('is silent about a license that %s, whatever the day', (_, license) => {
  expect(doubt('2024-04-01T09:00:00Z', [license])).toBeNull();
});

it.each([
  ['an evaluation', evaluation('2024-03-31')],
  ['a lease that is paid through', subscription('2024-03-31', '2024-04-10')],
  ['a lease in its grace', subscription('2024-03-21', '2024-03-31')],
])('counts the end of %s', (_, license) => {
  expect(doubt('2024-04-01T09:00:00Z', [license, license])).toMatchObject({ licenses: 2 });
});

it('is silent when one of the two lives in another time on purpose', () => {
  expect(doubt('2024-05-01T23:50:00Z', [endsToday])).not.toBeNull();
  expect(doubt('2024-05-01T23:50:01Z', [endsToday])).toBeNull();
  expect(doubt('2034-03-31T23:50:00Z', [endsToday])).toBeNull();
});

it('counts days in the vendor’s zone', () => {
  expect(doubt('2024-04-01T00:10:00Z', [endsToday], 'America/New_York')).toBeNull();
  expect(doubt('2024-03-31T14:50:00Z', [endsToday], 'Asia/Tokyo')).toMatchObject({
    hostDay: '2024-04-01',
    deviceDay: '2024-03-31',
  });
});
