import { expect, it } from 'vitest';
import { day, dayOf } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Release } from '../../src/domain/release.ts';
import { isPrerelease, version } from '../../src/domain/version.ts';
import { estate, extension, perpetual, textOf } from './given.ts';
import { histories, type Published } from './histories.ts';

/*
 * The real histories read a second time, by brute force and without a line of `src`: versions become texts that sort,
 * constraints are taken apart by one regular expression, days are cut off the instants.
 */

const HOSTS = ['3.9.0', '4.12.8', '5.4.9'];

const padded = (digits: string) => digits.padStart(6, '0');

/** `4.12.8` = `000004000012000008000000~`, `3.0.0-RC15` = `…rc000015`: a final release sorts after its pre-releases. */
function sortable(text: string): string {
  const [core = '', tail] = text.split(/-(.*)/s);
  const numbers = core.split('.').map(padded);
  while (numbers.length < 4) numbers.push(padded('0'));
  const word =
    tail === undefined ? '~' : tail.toLowerCase().replace(/\./g, '').replace(/\d+/g, padded);
  return numbers.join('') + word;
}

function runsOn(host: string, constraint: string | null): boolean {
  if (constraint === null) return false;
  const [hostMajor, hostMinor] = host.split('.');
  return constraint.split('|').some((one) => {
    const [, sign, lowest, major, minor] =
      /^([\^~])((\d+)\.(\d+)(?:\.\d+)?(?:-[a-zA-Z]+\.?\d*)?)$/.exec(one) ?? [];
    if (lowest === undefined) throw new Error(`the oracle cannot read the constraint ${one}`);
    const sameLine =
      sign === '^' ? hostMajor === major : hostMajor === major && hostMinor === minor;
    return sameLine && sortable(host) >= sortable(lowest);
  });
}

interface Read {
  readonly text: string;
  readonly place: string;
  readonly builtOn: string;
  readonly final: boolean;
  readonly hosts: readonly string[];
}

const readByHand = (published: Published): Read => ({
  text: published.version,
  place: sortable(published.version),
  builtOn: published.builtAt.slice(0, 10),
  final: !published.version.includes('-'),
  hosts: HOSTS.filter((host) => runsOn(host, published.requiresHost)),
});

const readBySource = (published: Published): Release => ({
  version: version(published.version),
  builtOn: dayOf(published.builtAt),
  publishedOn: published.publishedOn === null ? null : day(published.publishedOn),
  requiresHost: published.requiresHost,
  security: published.security === true,
  prerelease: isPrerelease(version(published.version)),
  grantedTo: null,
});

/** Every release of one host looked at once, with nothing remembered and nothing sorted. */
function bruteForce(fitting: readonly Read[], installed: Read, end: string) {
  let covered: Read | null = null;
  let forHost: Read | null = null;
  let wayBack: Read | null = null;
  let locked = 0;
  for (const each of fitting) {
    if (!each.final || each.place === installed.place) continue;
    const belongs = each.builtOn <= end;
    if (each.place > installed.place) {
      if (forHost === null || each.place > forHost.place) forHost = each;
      if (!belongs) locked++;
      else if (covered === null || each.place > covered.place) covered = each;
    } else if (belongs && (wayBack === null || each.place > wayBack.place)) wayBack = each;
  }
  return [covered?.text, forHost?.text, wayBack?.text, locked].join();
}

/** The last days of all months from one day's to another's. */
function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  do {
    ends.push(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
    month = month === 12 ? 1 : month + 1;
    year = month === 1 ? year + 1 : year;
  } while ((ends.at(-1) ?? '') < to);
  return ends;
}

it('agrees with a brute-force reading of all real histories, at every month end, on three hosts', () => {
  let agreed = 0;
  let covered = 0;
  const disagreed: object[] = [];

  for (const { key, releases: published } of histories) {
    const reads = published.map(readByHand);
    const releases = published.map(readBySource);
    const built = reads.map((each) => each.builtOn).toSorted();

    for (const host of HOSTS) {
      const fitting = reads.filter((each) => each.hosts.includes(host));
      const on = estate({ today: day('2024-10-25'), hostVersion: host });

      for (const end of monthEnds(built[0] ?? '', built.at(-1) ?? '')) {
        const of = extension({ key, releases, license: perpetual(end) });
        for (const standing of fitting.filter((each) => each.builtOn <= end)) {
          const installed = releases[reads.indexOf(standing)] ?? of.installed;
          const { targets, locked, wayBack } = decide({ ...of, installed }, on).judged;
          const found = [targets.covered, targets.forHost, wayBack]
            .map(textOf)
            .concat(`${locked.length}`)
            .join();
          const expected = bruteForce(fitting, standing, end);
          if (found === expected) agreed++;
          else disagreed.push({ key, host, end, installed: standing.text, expected, found });
          if (targets.covered !== null) covered++;
        }
      }
    }
  }

  console.log(
    `oracle: ${agreed} cases agreed, ${disagreed.length} did not; in ${covered} there was a covered update`,
  );
  expect(disagreed.slice(0, 5)).toEqual([]);
  expect(covered).toBeGreaterThan(20_000);
}, 60_000);
