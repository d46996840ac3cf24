import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { decided, evaluation, perpetual, release, subscription } from './given.ts';

const newer = release('1.1', '2024-03-01');
const hold = { reason: 'freeze', by: 'Anna', until: null, ground: null };
const mismatched = { errors: ['VERSION_MISMATCH'] } as const;

it.each([
  { kind: 'unknown', reason: '' } as const,
  perpetual('2020-01-01', { standing: 'terminated' }),
  evaluation('2020-01-01'),
])('tells of a failure before a license that is $kind, and before a hold', (license) => {
  const status = { kind: 'failed', reason: 'boom' } as const;
  expect(decided({ status, license, hold }).verdict.kind).toBe('failed');
});

it.each([
  ['license-error', perpetual('2020-01-01', { errors: ['VERSION_MISMATCH', 'USER_MISMATCH'] })],
  ['revoked', perpetual('2020-01-01', { standing: 'suspended', errors: ['USER_MISMATCH'] })],
  ['trial-expired', evaluation('2020-01-01', mismatched)],
  ['subscription-ended', subscription('2020-01-01', '2020-01-11', mismatched)],
  ['unlicensed', { kind: 'missing', trialOffered: true } as const],
  ['unknown', { kind: 'unknown', reason: '' } as const],
])('says %s before mismatch and hold', (kind, license) => {
  expect(decided({ license, hold, releases: [newer] }).verdict.kind).toBe(kind);
});

it.each([
  ['maintained', perpetual('2025-01-01', mismatched)],
  ['evaluated', evaluation('2025-01-01', mismatched)],
  ['paid', subscription('2025-01-01', '2025-01-11', mismatched)],
  ['in grace', subscription('2024-04-30', '2024-05-10', mismatched)],
])(
  'believes the vendor about a mismatch while %s, and says so before hold and updates',
  (_, license) => {
    const { verdict, judged } = decided({ license, hold, releases: [newer] });
    expect(verdict.kind).toBe('mismatch');
    expect(judged.installedCoverage).toMatchObject({ kind: 'uncovered', rule: 'reported' });
  },
);

it('says that a payment is due before it says held', () => {
  const license = subscription('2024-04-30', '2024-05-10');
  expect(decided({ license, hold, releases: [newer] }).verdict.kind).toBe('payment-due');
});

it('says held before trial, update, renewal and newer host', () => {
  const tooLate = release('1.2', '2024-04-01');
  const forHost5 = release('2.0', '2024-03-01', { requiresHost: '^5.0' });
  const situations: Partial<Extension>[] = [
    { license: evaluation('2025-01-01'), releases: [newer] },
    { releases: [newer] },
    { releases: [tooLate] },
    { releases: [forHost5] },
    { releases: [] },
  ];
  expect(situations.map((each) => decided({ ...each, hold }).verdict.kind)).toEqual(
    situations.map(() => 'held'),
  );
});

it('says "needs renewal" and never "needs newer host" while one release fits', () => {
  const tooLate = release('1.2', '2024-04-01');
  const forHost5 = release('2.0', '2024-04-01', { requiresHost: '^5.0' });
  expect(decided({ releases: [forHost5, tooLate] }).verdict).toMatchObject({
    kind: 'needs-renewal',
    release: tooLate,
  });
});

it('is calm when maintenance ended and nothing newer exists', () => {
  expect(decided({})).toMatchObject({
    verdict: { kind: 'up-to-date' },
    license: { kind: 'maintenance-ended' },
  });
});

it('does not call an installed release without a date a mismatch', () => {
  expect(decided({ installed: release('1.0', null), releases: [newer] }).verdict.kind).toBe(
    'update-ready',
  );
});

it('needs a renewal also where a release is dated after an end still to come', () => {
  const future = release('1.1', '2024-07-01');
  expect(decided({ license: perpetual('2024-06-30'), releases: [future] }).verdict).toMatchObject({
    kind: 'needs-renewal',
    endedOn: '2024-06-30',
  });
});

it('reaches the same verdict whatever a wrong clock says, except about the license itself', () => {
  const verdicts = ['2014-05-01', '2024-05-01', '2034-05-01'].map(
    (today) =>
      decided({ releases: [newer, release('1.2', '2024-04-01')] }, { today: day(today) }).verdict,
  );
  expect(verdicts.map(({ kind }) => kind)).toEqual([
    'covered-update',
    'covered-update',
    'covered-update',
  ]);
});
