import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoveragePolicy } from '../../src/domain/coverage.ts';
import { addDays, day } from '../../src/domain/day.ts';
import {
  buildDate,
  fallbackLine,
  liveSubscription,
  noneAfterEnd,
  patchesFree,
  POLICIES,
  publishedOrGranted,
  unknownPolicy,
} from '../../src/domain/policies.ts';
import type { Release } from '../../src/domain/release.ts';
import { release } from './given.ts';

const END = '2024-03-31';
const AFTER = '2024-04-01';

interface View {
  readonly today?: string;
  readonly endsOn?: string;
  readonly releases?: readonly Release[];
}
const maintenance = ({ today = '2024-05-01', endsOn = END, releases = [] }: View) => ({
  endsOn: day(endsOn),
  today: day(today),
  releases,
});
const judge = (policy: CoveragePolicy, of: Release, view: View = {}) =>
  policy.under(maintenance({ releases: [of], ...view }))(of);
const keeps = (policy: CoveragePolicy, of: Release, view: View = {}) =>
  (policy.keeps ?? policy.under)(maintenance({ releases: [of], ...view }))(of);

it('has six policies, each by a name of its own', () => {
  expect(POLICIES.map(({ name }) => name)).toEqual([
    'build-date',
    'published-or-granted',
    'patches-free',
    'fallback-line',
    'none-after-end',
    'live-subscription',
  ]);
});

describe('build-date', () => {
  it('covers a release built on the last day of maintenance', () => {
    expect(judge(buildDate, release('1.1', END))).toEqual({
      kind: 'covered',
      rule: 'maintenance-end',
      date: { kind: 'built', on: END },
      boundary: END,
    });
  });

  it('does not cover a release built the day after', () => {
    expect(judge(buildDate, release('1.1', AFTER))).toEqual({
      kind: 'uncovered',
      rule: 'maintenance-end',
      date: { kind: 'built', on: AFTER },
      boundary: END,
    });
  });

  it.each([
    ['2023-12-31', '2024-01-01'],
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
  ])('keeps the boundary between %s and %s', (endsOn, next) => {
    expect(judge(buildDate, release('1.1', endsOn), { endsOn }).kind).toBe('covered');
    expect(judge(buildDate, release('1.1', next), { endsOn }).kind).toBe('uncovered');
  });

  it('covers up to the end and nothing after it, on every day and whatever today is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5_000, max: 5_000 }),
        fc.integer({ min: -5_000, max: 5_000 }),
        (count, later) => {
          const of = release('1.1', addDays(day(END), count));
          const today = addDays(day(END), later);
          expect(judge(buildDate, of, { today }).kind).toBe(count <= 0 ? 'covered' : 'uncovered');
        },
      ),
    );
  });

  it('lets the build day decide where the publish day says otherwise, and says which was overruled', () => {
    const blitz = release('4.12.0', '2024-06-27', { publishedOn: day('2024-02-27') });
    expect(judge(buildDate, blitz)).toEqual({
      kind: 'uncovered',
      rule: 'maintenance-end',
      date: { kind: 'built', on: '2024-06-27' },
      boundary: END,
      overruled: '2024-02-27',
    });
    expect(judge(buildDate, blitz, { endsOn: '2024-06-27' })).not.toHaveProperty('overruled');
    expect(judge(buildDate, blitz, { endsOn: '2024-06-26' }).overruled).toBe('2024-02-27');
    expect(judge(buildDate, blitz, { endsOn: '2024-02-27' }).overruled).toBe('2024-02-27');
    expect(judge(buildDate, blitz, { endsOn: '2024-02-26' })).not.toHaveProperty('overruled');
  });

  it('goes by the publish day where no build day is known', () => {
    expect(judge(buildDate, release('1.1', null, { publishedOn: day(END) }))).toEqual({
      kind: 'covered',
      rule: 'maintenance-end',
      date: { kind: 'published', on: END },
      boundary: END,
    });
    expect(judge(buildDate, release('1.1', null, { publishedOn: day(AFTER) })).kind).toBe(
      'uncovered',
    );
  });

  it('never calls a release without a date covered', () => {
    expect(judge(buildDate, release('1.1', null))).toEqual({
      kind: 'unknown',
      rule: 'no-date',
      date: { kind: 'unknown' },
      boundary: END,
    });
  });
});

describe('published-or-granted', () => {
  it('lets the publish day decide, also against the build day', () => {
    const late = release('1.1', '2024-03-01', { publishedOn: day(AFTER) });
    expect(judge(publishedOrGranted, late)).toEqual({
      kind: 'uncovered',
      rule: 'maintenance-end',
      date: { kind: 'published', on: AFTER },
      boundary: END,
      overruled: '2024-03-01',
    });
    const early = release('1.1', '2024-06-27', { publishedOn: day(END) });
    expect(judge(publishedOrGranted, early)).toMatchObject({
      kind: 'covered',
      overruled: '2024-06-27',
    });
  });

  it('goes by the build day where no publish day is known, and says so', () => {
    expect(judge(publishedOrGranted, release('1.1', END))).toMatchObject({
      kind: 'covered',
      date: { kind: 'built', on: END },
    });
    expect(judge(publishedOrGranted, release('1.1', null)).rule).toBe('no-date');
  });
});

describe('patches-free', () => {
  const patch = release('2.1.9', '2024-09-01');
  const covers = (of: Release, releases: readonly Release[]) =>
    judge(patchesFree, of, { releases: [...releases, of] });

  it('covers every patch of a line that began in time', () => {
    expect(covers(patch, [release('2.1.0', END)])).toEqual({
      kind: 'covered',
      rule: 'line-began-in-time',
      date: { kind: 'built', on: '2024-09-01' },
      boundary: END,
      line: { name: '2.1', since: END, whole: true },
    });
  });

  it('does not cover patches of a line that began a day late', () => {
    expect(covers(patch, [release('2.1.0', AFTER)])).toMatchObject({
      kind: 'uncovered',
      rule: 'line-began-late',
      line: { name: '2.1', since: AFTER, whole: true },
    });
  });

  it('does not need the first release of a line to know that it began in time', () => {
    expect(covers(patch, [release('2.1.4', '2024-02-01')]).kind).toBe('covered');
  });

  it('cannot say when a line began whose beginning is not among the known releases', () => {
    expect(covers(patch, [release('2.1.4', '2024-05-01')])).toMatchObject({
      kind: 'unknown',
      rule: 'line-unknown',
    });
  });

  it('knows the beginning of every line but the oldest known one', () => {
    expect(
      covers(patch, [release('2.0.3', '2024-01-01'), release('2.1.4', '2024-05-01')]),
    ).toMatchObject({
      kind: 'uncovered',
      rule: 'line-began-late',
    });
  });

  it('does not let a pre-release begin a line', () => {
    expect(covers(patch, [release('2.1.0-beta', '2024-01-01'), release('2.1.0', AFTER)]).kind).toBe(
      'uncovered',
    );
  });

  it('counts 2.1 and 2.1.0.0 as the first release of line 2.1, and 2.10 as another line', () => {
    expect(covers(patch, [release('2.1', '2024-05-01')]).rule).toBe('line-began-late');
    expect(covers(patch, [release('2.1.0.0', '2024-05-01')]).rule).toBe('line-began-late');
    expect(covers(patch, [release('2.10.0', '2024-01-01')]).kind).not.toBe('covered');
  });

  it('cannot say of a line without any date', () => {
    const undated = release('2.1.9', null);
    expect(covers(undated, [release('2.1.0', null)])).toMatchObject({
      kind: 'unknown',
      rule: 'line-unknown',
      line: { name: '2.1', since: null, whole: false },
    });
  });

  it('judges a version without order by its own day', () => {
    expect(covers(release('beach', END), [])).toMatchObject({
      kind: 'covered',
      rule: 'maintenance-end',
    });
    expect(covers(release('beach', AFTER), [])).toMatchObject({
      kind: 'uncovered',
      rule: 'maintenance-end',
    });
  });

  it('covers at least what build-date covers, of versions in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(3), fc.integer({ min: -60, max: 60 })), {
          minLength: 1,
        }),
        (drawn) => {
          const releases = drawn.map(([major, minor, part, count]) =>
            release(`${major}.${minor}.${part}`, addDays(day(END), count)),
          );
          const lost = releases.filter(
            (each) =>
              judge(buildDate, each).kind === 'covered' &&
              judge(patchesFree, each, { releases }).kind !== 'covered',
          );
          expect(lost).toEqual([]);
        },
      ),
    );
  });
});

describe('fallback-line', () => {
  // Twelve months before the end lies 31 March 2023.
  const history = [
    release('1.9.0', '2022-01-01'),
    release('2.0.0', '2023-03-31'),
    release('2.1.0', '2023-04-01'),
    release('2.0.7', '2024-11-11'),
    release('2.1.5', '2024-02-02'),
    release('1.9.9', '2024-12-12'),
  ];
  const of = (text: string) =>
    history.find(({ version }) => version.text === text) ?? release(text, null);
  const covers = (text: string, view: View = {}) =>
    judge(fallbackLine, of(text), { releases: history, ...view });

  it('covers everything while maintained, on the last day too', () => {
    expect(covers('2.1.5', { today: END })).toEqual({
      kind: 'covered',
      rule: 'maintained-today',
      date: { kind: 'built', on: '2024-02-02' },
    });
    expect(covers('2.1.5', { today: AFTER }).kind).toBe('uncovered');
  });

  it('afterwards covers the line current twelve months before the end, with all its later bug fixes', () => {
    expect(covers('2.0.7')).toEqual({
      kind: 'covered',
      rule: 'fallback-line',
      date: { kind: 'built', on: '2024-11-11' },
      boundary: '2023-03-31',
      line: { name: '2.0', since: '2023-03-31', whole: true },
    });
  });

  it('covers older lines too, whenever their patches were built', () => {
    expect(covers('1.9.9')).toMatchObject({ kind: 'covered', line: { name: '2.0' } });
  });

  it('does not cover a line that became current a day later, although built while maintained', () => {
    expect(covers('2.1.5')).toEqual({
      kind: 'uncovered',
      rule: 'after-fallback-line',
      date: { kind: 'built', on: '2024-02-02' },
      boundary: '2023-03-31',
      line: { name: '2.1', since: '2023-04-01', whole: true },
    });
  });

  it('takes the newest line by number, not the one built last', () => {
    const releases = [
      release('3.0.0', '2023-01-01'),
      release('2.9.0', '2023-02-02'),
      release('3.0.4', AFTER),
    ];
    expect(judge(fallbackLine, release('3.0.4', AFTER), { releases })).toMatchObject({
      kind: 'covered',
      line: { name: '3.0' },
    });
  });

  it('cannot say of a line whose beginning is not known', () => {
    const releases = [release('2.1.4', '2023-09-09'), release('2.1.5', '2024-02-02')];
    expect(judge(fallbackLine, release('2.1.5', '2024-02-02'), { releases })).toMatchObject({
      kind: 'unknown',
      rule: 'line-unknown',
      boundary: '2023-03-31',
    });
  });

  it('is sure of a later line even then', () => {
    const releases = [release('2.1.4', '2023-09-09'), release('2.2.1', '2024-02-02')];
    expect(judge(fallbackLine, release('2.2.1', '2024-02-02'), { releases }).kind).toBe(
      'uncovered',
    );
  });

  it('keeps to the last day of a shorter month', () => {
    const line = release('1.0.0', '2023-02-28');
    expect(judge(fallbackLine, line, { endsOn: '2024-02-29', releases: [line] })).toMatchObject({
      kind: 'covered',
      boundary: '2023-02-28',
    });
  });

  it('judges a version without order by its own day', () => {
    expect(judge(fallbackLine, release('beach', '2023-03-31'))).toMatchObject({
      kind: 'covered',
      rule: 'fallback-line',
    });
    expect(judge(fallbackLine, release('beach', '2023-04-01'))).toMatchObject({
      kind: 'uncovered',
      rule: 'after-fallback-line',
    });
    expect(judge(fallbackLine, release('beach', null))).toMatchObject({
      kind: 'unknown',
      rule: 'no-date',
    });
  });
});

describe.each([
  ['none-after-end', noneAfterEnd],
  ['live-subscription', liveSubscription],
])('%s', (_, policy) => {
  it('covers everything while maintained, whatever its date, on the last day too', () => {
    const late = release('9.0', '2030-01-01');
    expect(judge(policy, late, { today: END })).toMatchObject({
      kind: 'covered',
      rule: 'maintained-today',
    });
    expect(keeps(policy, late, { today: END }).rule).toBe('maintained-today');
  });

  it('covers nothing afterwards, not even what was built in time', () => {
    expect(judge(policy, release('0.1', '2001-01-01'), { today: AFTER })).toEqual({
      kind: 'uncovered',
      rule: 'nothing-after-end',
      date: { kind: 'built', on: '2001-01-01' },
      boundary: END,
    });
  });

  it('lets what was built in time and is installed go on running', () => {
    expect(keeps(policy, release('1.0', END))).toMatchObject({
      kind: 'covered',
      rule: 'keeps-running',
      boundary: END,
    });
  });
});

it('with none-after-end, what was built too late and is installed is a mismatch', () => {
  expect(keeps(noneAfterEnd, release('1.1', AFTER))).toMatchObject({
    kind: 'uncovered',
    rule: 'maintenance-end',
  });
  expect(keeps(noneAfterEnd, release('1.1', null))).toMatchObject({
    kind: 'unknown',
    rule: 'no-date',
  });
});

it('with live-subscription, whatever is installed goes on running', () => {
  expect(keeps(liveSubscription, release('1.1', AFTER)).kind).toBe('covered');
  expect(keeps(liveSubscription, release('1.1', null)).kind).toBe('covered');
});

it('cannot say anything by a policy nobody knows', () => {
  const policy = unknownPolicy('house-rule');
  expect(policy.name).toBe('house-rule');
  expect(judge(policy, release('0.1', '2001-01-01'))).toEqual({
    kind: 'unknown',
    rule: 'policy-unknown',
    date: { kind: 'built', on: '2001-01-01' },
    boundary: END,
  });
});
