import { expect, it } from 'vitest';
import {
  type CoveragePolicy,
  coveragesOf,
  coveragesUntil,
  type Ownership,
} from '../../src/domain/coverage.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { buildDate, noneAfterEnd, POLICIES } from '../../src/domain/policies.ts';
import { evaluation, perpetual, release, subscription } from './given.ts';

const end = day('2024-03-31');
const today = day('2024-05-01');
const owning = (more: Partial<Ownership> = {}): Ownership => ({
  license: perpetual('2024-03-31'),
  policy: buildDate,
  securityAlways: false,
  installed: release('1.0', '2024-01-10'),
  releases: [],
  ...more,
});
const judge = (of: Parameters<typeof release>, more: Partial<Ownership> = {}) =>
  coveragesOf(owning(more), today).of(release(...of));

it.each(POLICIES)('covers what the vendor granted, whatever $name says', (policy) => {
  const built = '2024-09-01';
  const given = (grantedTo: string) =>
    judge(['1.2', built, { publishedOn: day(built), grantedTo: day(grantedTo) }], { policy });
  expect(given('2024-03-31')).toMatchObject({
    kind: 'covered',
    rule: 'granted',
    boundary: '2024-03-31',
  });
  expect(given('2024-04-01').kind).not.toBe('covered');
});

it('covers a granted release without any date', () => {
  expect(judge(['1.2', null, { grantedTo: day('2024-01-01') }])).toMatchObject({
    kind: 'covered',
    rule: 'granted',
  });
});

it('does not say "granted" of a release that its date covers anyway', () => {
  const covered = judge(['1.1', '2024-03-01', { grantedTo: end, security: true }], {
    securityAlways: true,
  });
  expect(covered.rule).toBe('maintenance-end');
});

it.each(POLICIES)(
  'covers security releases of a vendor who always gives them, whatever $name says',
  (policy) => {
    const repaired = [
      '1.2',
      '2024-09-01',
      { security: true, publishedOn: day('2024-09-01') },
    ] as const;
    expect(judge([...repaired], { policy, securityAlways: true })).toMatchObject({
      kind: 'covered',
      rule: 'security-always',
    });
    expect(judge([...repaired], { policy }).kind).not.toBe('covered');
    expect(
      judge(['1.2', '2024-09-01', { publishedOn: day('2024-09-01') }], {
        policy,
        securityAlways: true,
      }).kind,
    ).not.toBe('covered');
  },
);

it.each([
  ['an evaluation', evaluation('2020-01-01')],
  ['a lease', subscription('2020-01-01', '2020-01-11')],
  ['a license maintained for ever', perpetual(null)],
  ['an extension that needs no license', { kind: 'not-needed' } as const],
])('sets no limit for %s, whatever the policy', (_, license) => {
  for (const policy of POLICIES) {
    const judges = coveragesOf(owning({ license, policy }), today);
    const late = release('9.0', '2024-12-31');
    expect(judges.of(late)).toMatchObject({ kind: 'covered', rule: 'no-limit' });
    expect(judges.installed(late)).toMatchObject({ kind: 'covered', rule: 'no-limit' });
  }
});

it.each([
  { kind: 'missing', trialOffered: true } as const,
  { kind: 'unknown', reason: '' } as const,
])('never says covered while the license is $kind', (license) => {
  const judges = coveragesOf(owning({ license, securityAlways: true }), today);
  const early = release('0.1', '2001-01-01', { security: true, grantedTo: day('2001-01-01') });
  expect(judges.of(early)).toMatchObject({ kind: 'unknown', rule: 'no-license' });
  expect(judges.installed(early)).toMatchObject({ kind: 'unknown', rule: 'no-license' });
});

it('asks the host’s own policy, once for the extension and then about each release', () => {
  const asked: unknown[] = [];
  const own: CoveragePolicy = {
    name: 'even',
    under(maintenance) {
      asked.push(maintenance);
      return ({ version: { text } }) => ({
        kind: text.endsWith('2') ? 'covered' : 'uncovered',
        rule: 'own',
        date: { kind: 'unknown' },
        words: `${text} is judged by its last digit`,
      });
    },
  };
  const next = release('1.2', '2030-01-01');
  const { of, installed } = coveragesOf(owning({ policy: own, releases: [next] }), today);
  expect(of(next)).toMatchObject({ kind: 'covered', words: '1.2 is judged by its last digit' });
  expect(of(release('1.3', '2001-01-01')).kind).toBe('uncovered');
  expect(installed(release('1.2', null)).kind).toBe('covered');
  expect(asked).toContainEqual({
    endsOn: '2024-03-31',
    today: '2024-05-01',
    releases: [next, owning().installed],
  });
});

const fails = () => {
  throw new Error('no');
};

it.each<CoveragePolicy>([
  { name: 'fails at once', under: fails },
  { name: 'fails at a release', under: () => fails },
])('does not know what a policy that $name would have said', (policy) => {
  const { of, installed } = coveragesOf(owning({ policy }), today);
  for (const judged of [of, installed]) {
    expect(judged(release('1.0', '2020-01-01'))).toEqual({
      kind: 'unknown',
      rule: 'policy-failed',
      date: { kind: 'built', on: '2020-01-01' },
    });
  }
});

it('does not let a failing rule for the installed release touch the others', () => {
  const policy = { ...buildDate, keeps: fails };
  const { of, installed } = coveragesOf(owning({ policy }), today);
  expect(installed(release('1.0', '2020-01-01')).rule).toBe('policy-failed');
  expect(of(release('1.0', '2020-01-01')).kind).toBe('covered');
});

it('judges the installed release by a rule of its own only where the policy has one', () => {
  const installed = release('1.0', '2024-01-10');
  const judges = (policy: CoveragePolicy) => coveragesOf(owning({ policy, installed }), today);
  expect(judges(noneAfterEnd).of(installed).kind).toBe('uncovered');
  expect(judges(noneAfterEnd).installed(installed).kind).toBe('covered');
  expect(judges(buildDate).installed(installed)).toEqual(judges(buildDate).of(installed));
});

it('judges by another end, as after a renewal', () => {
  const late = release('1.1', '2024-04-01');
  const until = (on: string) => coveragesUntil(owning(), day(on), today).of(late).kind;
  expect(until('2024-03-31')).toBe('uncovered');
  expect(until('2024-04-01')).toBe('covered');
  expect(until(addDays(end, 365))).toBe('covered');
});
