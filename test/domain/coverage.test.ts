import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildDate, coverage, coverageUntil, datesDisagree } from '../../src/domain/coverage.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { evaluation, perpetual, release, subscription } from './given.ts';

const end = day('2024-03-31');
const judge = (...of: Parameters<typeof release>) => buildDate.judge(release(...of), end);

it('covers a release built on the last day of maintenance', () => {
  expect(judge('1.1', '2024-03-31')).toEqual({
    kind: 'covered',
    rule: 'maintenance-end',
    date: { kind: 'built', on: '2024-03-31' },
  });
});

it('does not cover a release built the day after', () => {
  expect(judge('1.1', '2024-04-01')).toEqual({
    kind: 'uncovered',
    rule: 'maintenance-end',
    date: { kind: 'built', on: '2024-04-01' },
  });
});

it.each([
  ['2023-12-31', '2024-01-01'],
  ['2024-02-28', '2024-02-29'],
  ['2023-02-28', '2023-03-01'],
])('keeps the boundary between %s and %s', (endsOn, next) => {
  expect(buildDate.judge(release('1.1', endsOn), day(endsOn)).kind).toBe('covered');
  expect(buildDate.judge(release('1.1', next), day(endsOn)).kind).toBe('uncovered');
});

it('covers up to the end and nothing after it, on every day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5_000, max: 5_000 }), (count) => {
      expect(judge('1.1', addDays(end, count)).kind).toBe(count <= 0 ? 'covered' : 'uncovered');
    }),
  );
});

it('lets the build day decide where the publish day says otherwise', () => {
  expect(judge('4.12.0', '2024-06-27', { publishedOn: day('2024-02-27') })).toMatchObject({
    kind: 'uncovered',
    date: { kind: 'built', on: '2024-06-27' },
  });
});

it('goes by the publish day where no build day is known', () => {
  expect(judge('1.1', null, { publishedOn: end })).toMatchObject({
    kind: 'covered',
    date: { kind: 'published', on: end },
  });
  expect(judge('1.1', null, { publishedOn: addDays(end, 1) })).toMatchObject({ kind: 'uncovered' });
});

it('never calls a release without a date covered', () => {
  expect(judge('1.1', null)).toEqual({
    kind: 'unknown',
    rule: 'no-date',
    date: { kind: 'unknown' },
  });
});

it('covers what the vendor granted to licenses that ended on or after a day', () => {
  const built = '2024-09-01';
  expect(judge('1.2', built, { grantedTo: end })).toMatchObject({
    kind: 'covered',
    rule: 'granted',
  });
  expect(judge('1.2', built, { grantedTo: addDays(end, 1) })).toMatchObject({ kind: 'uncovered' });
  expect(judge('1.2', null, { grantedTo: day('2024-01-01') })).toMatchObject({
    kind: 'covered',
    rule: 'granted',
  });
});

it('does not say "granted" of a release that its date covers anyway', () => {
  expect(judge('1.1', '2024-03-01', { grantedTo: end })).toMatchObject({ rule: 'maintenance-end' });
});

it.each([
  ['an evaluation', evaluation('2020-01-01')],
  ['a lease', subscription('2020-01-01', '2020-01-11')],
  ['a license maintained for ever', perpetual(null)],
  ['an extension that needs no license', { kind: 'not-needed' } as const],
])('sets no limit for %s', (_, license) => {
  expect(coverage(release('9.0', '2024-12-31'), license, buildDate)).toMatchObject({
    kind: 'covered',
    rule: 'no-limit',
  });
});

it.each([
  { kind: 'missing', trialOffered: true } as const,
  { kind: 'unknown', reason: '' } as const,
])('never says covered while the license is $kind', (license) => {
  expect(coverage(release('0.1', '2001-01-01'), license, buildDate)).toMatchObject({
    kind: 'unknown',
    rule: 'no-license',
  });
});

it('asks the policy it is given', () => {
  const nothing = {
    name: 'none-after-end',
    judge: (of: ReturnType<typeof release>) => ({
      ...buildDate.judge(of, end),
      kind: 'uncovered' as const,
    }),
  };
  expect(coverage(release('1.0', '2020-01-01'), perpetual('2024-03-31'), nothing).kind).toBe(
    'uncovered',
  );
});

it('does not know what a failing policy would have said', () => {
  const broken = {
    name: 'broken',
    judge: () => {
      throw new Error('no');
    },
  };
  expect(coverageUntil(release('1.0', '2020-01-01'), end, broken)).toMatchObject({
    kind: 'unknown',
    rule: 'policy-failed',
  });
});

it('notices when two dates of a release tell different stories', () => {
  const blitz = release('4.12.0', '2024-06-27', { publishedOn: day('2024-02-27') });
  expect(datesDisagree(blitz, end)).toBe(true);
  expect(datesDisagree(blitz, day('2024-06-27'))).toBe(false);
  expect(datesDisagree(blitz, day('2024-02-26'))).toBe(false);
  expect(datesDisagree(release('1.0', '2024-06-27'), end)).toBe(false);
});
