import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.ts';
import { POLICIES } from '../../src/domain/policies.ts';
import { inWords } from './decided-in-words.ts';
import { estate, extension, perpetual } from './given.ts';
import { histories, HOSTS, monthEnds, released } from './histories.ts';
import { type Reading, reading } from './reading.ts';
import { known, runsOn } from './reading-release.ts';

/** The last day of maintenance itself, the day after it, and long after. */
const daysAround = (end: string) => [day(end), addDays(day(end), 1), addDays(day(end), 1500)];

it('decides all real histories as a second reading does, under each policy, at every month end', () => {
  const verdicts = new Map<Reading['verdict'], number>();
  const disagreed: object[] = [];
  let cases = 0;

  for (const { key, releases: published } of histories) {
    const releases = published.map(released);
    const days = releases.map((each) => known(each).day ?? '').toSorted();

    for (const hostVersion of HOSTS) {
      const runs = releases.filter((each) => runsOn(hostVersion, each.requiresHost) === true);
      if (runs.length === 0) continue;
      for (const end of monthEnds(days[0] ?? '', days.at(-1) ?? '')) {
        for (const { name: policy } of POLICIES) {
          for (const today of daysAround(end)) {
            // Another installed release each time: with a step that shares no factor with their number, each has its turn.
            const installed = runs[(cases * 7919) % runs.length];
            if (installed === undefined) continue;
            const of = extension({ key, installed, releases, policy, license: perpetual(end) });
            const on = estate({ today, hostVersion });
            const expected = reading(of, on, null);
            const found = inWords(of, on);
            cases++;
            verdicts.set(expected.verdict, (verdicts.get(expected.verdict) ?? 0) + 1);
            if (!isDeepStrictEqual(found, expected))
              disagreed.push({ key, hostVersion, end, policy, today, expected, found });
          }
        }
      }
    }
  }

  console.log(`real data: ${cases} cases, ${disagreed.length} disagreed;`, verdicts);
  expect(disagreed.slice(0, 3)).toEqual([]);
  expect([...verdicts.keys()].toSorted()).toEqual([
    'covered-update',
    'mismatch',
    'needs-newer-host',
    'needs-renewal',
    'up-to-date',
    'update-ready',
  ]);
}, 180_000);
