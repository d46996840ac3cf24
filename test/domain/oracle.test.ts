import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import { estate, extension, perpetual, textOf } from './given.ts';
import { histories, HOSTS, monthEnds, type Published, released } from './histories.ts';
import { place, runsOn } from './reading-release.ts';

/*
 * The real histories read a second time, by brute force and without a line of `src`: versions and constraints as
 * `reading-release` does, days cut off the instants.
 */

interface Read {
  readonly text: string;
  readonly place: string;
  readonly builtOn: string;
  readonly final: boolean;
  readonly hosts: readonly string[];
}

const readByHand = (published: Published): Read => ({
  text: published.version,
  place: place(published.version) ?? '',
  builtOn: published.builtAt.slice(0, 10),
  final: !published.version.includes('-'),
  hosts: HOSTS.filter((host) => runsOn(host, published.requiresHost) === true),
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

it('agrees with a brute-force reading of all real histories, at every month end, on three hosts', () => {
  let agreed = 0;
  let covered = 0;
  const disagreed: object[] = [];

  for (const { key, releases: published } of histories) {
    const reads = published.map(readByHand);
    const releases = published.map(released);
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
