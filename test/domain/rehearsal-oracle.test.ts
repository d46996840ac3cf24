import { expect, it } from 'vitest';
import { day, dayOf } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import { PROSPECTS, rehearse } from '../../src/domain/rehearsal.ts';
import type { Release } from '../../src/domain/release.ts';
import { isPrerelease, version } from '../../src/domain/version.ts';
import { estate, extension, perpetual } from './given.ts';
import { histories, type Published } from './histories.ts';

/*
 * The rehearsal of the real histories a second time, by brute force and without a line of `src`: every release is
 * looked at once, versions are lists of numbers, constraints are taken apart by one regular expression.
 */

const HERE = '4.12.8';
const THERE = ['5.0.0', '5.4.9', '6.0.0'];
const ENDS = ['2023-06-30', '2024-03-31', '2024-06-15', '2024-12-31'];

const numbersOf = (text: string): number[] => {
  const numbers = (text.split('-')[0] ?? '').split('.').map(Number);
  return [0, 1, 2, 3].map((at) => numbers[at] ?? 0);
};

function isAbove(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((number, place) => number !== b[place]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** The hosts are final versions: whatever pre-release a bound names, they stand after it. */
function runsOn(host: string, constraint: string | null): boolean | undefined {
  if (constraint === null) return undefined;
  return constraint.split('|').some((one) => {
    const [, sign, lowest] = /^([\^~])(\d+(?:\.\d+)*)/.exec(one) ?? [];
    if (lowest === undefined) throw new Error(`the oracle cannot read the constraint ${one}`);
    const [low, at] = [numbersOf(lowest), numbersOf(host)];
    const sameLine = low[0] === at[0] && (sign === '^' || low[1] === at[1]);
    return sameLine && !isAbove(low, at);
  });
}

const isFinal = ({ version: text }: Published) => !text.includes('-');
const builtOn = ({ builtAt }: Published) => builtAt.slice(0, 10);

function bruteForce(
  all: readonly Published[],
  installed: Published,
  end: string,
  there: string,
): string {
  const fit = runsOn(there, installed.requiresHost);
  if (fit === true) return 'fine';
  if (fit === undefined) return `unknown ${installed.version}`;
  let before: Published | null = null;
  let together: Published | null = null;
  let locked: Published | null = null;
  let unstated: Published | null = null;
  const newest = (best: Published | null, each: Published) =>
    best === null || isAbove(numbersOf(each.version), numbersOf(best.version)) ? each : best;
  for (const each of all) {
    if (!isFinal(each) || !isAbove(numbersOf(each.version), numbersOf(installed.version))) continue;
    const runs = runsOn(there, each.requiresHost);
    if (runs === undefined) unstated = newest(unstated, each);
    else if (!runs) continue;
    else if (builtOn(each) > end) locked = newest(locked, each);
    else if (runsOn(HERE, each.requiresHost) === true) before = newest(before, each);
    else together = newest(together, each);
  }
  if (before) return `update-owned ${before.version} before`;
  if (together) return `update-owned ${together.version} with`;
  if (locked) return `needs-renewal ${locked.version}`;
  return unstated ? `unknown ${unstated.version}` : 'no-release';
}

const bySource = (published: Published): Release => ({
  version: version(published.version),
  builtOn: dayOf(published.builtAt),
  publishedOn: null,
  requiresHost: published.requiresHost,
  security: published.security === true,
  prerelease: isPrerelease(version(published.version)),
  grantedTo: null,
});

it('agrees with a brute-force rehearsal of all real histories, for three hosts and four ends of maintenance', () => {
  const at = estate({ today: day('2024-10-25'), hostVersion: HERE });
  const met = new Map<string, number>();
  const disagreed: object[] = [];

  for (const { key, releases: published } of histories) {
    const releases = published.map(bySource);
    const running = published.filter(
      (each) => isFinal(each) && runsOn(HERE, each.requiresHost) === true,
    );
    for (const end of ENDS) {
      for (const standing of running.filter((each) => builtOn(each) <= end)) {
        const installed = releases[published.indexOf(standing)];
        if (!installed) continue;
        const of = extension({ key, installed, releases, license: perpetual(end) });
        const row = { extension: of, decision: decide(of, at) };
        for (const there of THERE) {
          const { heaps } = rehearse([row], at, there);
          const [found] = PROSPECTS.flatMap((kind) => heaps[kind]);
          const prospect = found?.prospect;
          const said = [
            prospect?.kind,
            prospect && 'release' in prospect ? prospect.release?.version.text : '',
            prospect && 'when' in prospect ? prospect.when : '',
          ];
          const text = said.filter(Boolean).join(' ');
          const expected = bruteForce(published, standing, end, there);
          if (text !== expected) {
            disagreed.push({ key, installed: standing.version, end, there, expected, text });
          }
          const kind = prospect?.kind ?? '';
          met.set(kind, (met.get(kind) ?? 0) + 1);
        }
      }
    }
  }

  console.log('rehearsal oracle:', Object.fromEntries(met));
  expect(disagreed.slice(0, 5)).toEqual([]);
  for (const kind of ['fine', 'update-owned', 'needs-renewal', 'no-release']) {
    expect(met.get(kind), kind).toBeGreaterThan(100);
  }
}, 60_000);
