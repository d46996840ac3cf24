import { afterEach, expect, it, vi } from 'vitest';
import { toRelease } from '../../src/backend/rest/release.ts';
import { addDays, type Day, day, dayOf } from '../../src/domain/day.ts';
import { decide, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { POLICIES } from '../../src/domain/policies.ts';
import { wordsFor } from '../../src/messages/catalogs.ts';
import { estate, extension, perpetual, textOf } from './given.ts';

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** Last days of maintenance: clocks change, days or their midnights are missing, months and years end. */
const ENDS = [
  '2012-03-31 2024-06-15 2024-01-31 1970-01-01 2038-01-19 2100-02-28',
  '2024-02-28 2024-02-29 2024-03-01 2000-02-29 2023-02-28',
  '1999-12-31 2023-12-31 2024-12-31 2025-01-01',
  // Europe, America, Lord Howe (half an hour); Brazil and Cairo, where it is at midnight.
  '2024-03-31 2024-10-27 2024-03-10 2024-11-03 2024-04-07 2024-10-06',
  '2018-11-04 2018-02-18 2023-04-28',
  // The days that Samoa and Kwajalein left out, and the ones beside Samoa's.
  '2011-12-29 2011-12-30 2011-12-31 1993-08-21',
]
  .flatMap((line) => line.split(' '))
  .map(day);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TEN_YEARS = 3_653 * DAY;
const SKEWS = [0, MINUTE, -MINUTE, DAY, -DAY, TEN_YEARS, -TEN_YEARS];

/** One day after the end, a release of the last day and one of the day after. */
const EXPECTED: Readonly<Record<string, string>> = {
  'build-date': 'covered-update 1.1.0 of 1.2.0',
  'published-or-granted': 'covered-update 1.1.0 of 1.2.0',
  'patches-free': 'covered-update 1.1.0 of 1.2.0',
  'fallback-line': 'needs-renewal null of 1.2.0',
  'none-after-end': 'needs-renewal null of 1.2.0',
  'live-subscription': 'needs-renewal null of 1.2.0',
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Mar 31, 2012`, put together by hand. */
const printed = (of: Day) => {
  const [year = '', month, date] = of.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(date)}, ${Number(year)}`;
};

const homeZone = process.env['TZ'];

afterEach(() => {
  vi.useRealTimers();
  if (homeZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = homeZone;
});

const enter = (zone: string) => {
  process.env['TZ'] = zone;
};

/** The host says that the day after the end has just begun in UTC: west of it, and a minute ago, it was the last day. */
const asOf = (end: Day) => `${addDays(end, 1)}T00:00:30Z`;

const built = (version: string, builtAt: string) =>
  toRelease(
    {
      version,
      builtAt,
      publishedOn: builtAt.slice(0, 10),
      requiresHost: '*',
      security: false,
      prerelease: false,
      grantedTo: null,
    },
    'UTC',
  );

/** An extension as it arrives from the host. */
const arrived = (end: Day): Extension =>
  extension({
    license: perpetual(end),
    installed: built('1.0.0', `${addDays(end, -400)}T12:00:00Z`),
    releases: [built('1.1.0', `${end}T00:37:35Z`), built('1.2.0', `${addDays(end, 1)}T00:00:00Z`)],
  });

const judged = (of: Extension, policy: string, on: Estate): string => {
  const { verdict, judged: found } = decide({ ...of, policy }, on);
  const { covered, forHost } = found.targets;
  return `${verdict.kind} ${textOf(covered)} of ${textOf(forHost)}`;
};

/** The days on a row: when maintenance ended, and when the two releases were built. */
const daysOf = ({ license, releases }: Extension, print: (of: Day) => string) =>
  [license.kind === 'perpetual' ? license.maintenanceEndsOn : null]
    .concat(releases.map(({ builtOn }) => builtOn))
    .map((each) => each && print(each))
    .join('; ');

it('decides and prints the same in every zone, under every policy, however wrong the clock', () => {
  const policies = POLICIES.map(({ name }) => name);
  const started = { at: performance.now(), cpu: process.cpuUsage() };
  const wrong: string[] = [];
  let combinations = 0;

  for (const zone of ZONES) {
    enter(zone);
    const say = wordsFor('en-US');
    for (const end of ENDS) {
      const host = Date.parse(asOf(end));
      const row = [end, end, addDays(end, 1)].map(printed).join('; ');
      const of = arrived(end);
      for (const skew of SKEWS) {
        vi.setSystemTime(host + skew);
        const on = estate({ today: dayOf(asOf(end)) });
        const shown = daysOf(of, say.day);
        if (shown !== row) wrong.push([zone, end, skew, shown].join(' | '));
        for (const policy of policies) {
          combinations++;
          const found = judged(of, policy, on);
          if (found !== EXPECTED[policy]) wrong.push([zone, end, skew, policy, found].join(' | '));
        }
      }
    }
  }

  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  const { user, system } = process.cpuUsage(started.cpu);
  console.log(
    `zone sweep: ${ZONES.length} zones × ${ENDS.length} days × ${SKEWS.length} clocks × ${policies.length} policies`,
    `= ${combinations} in ${seconds(performance.now() - started.at)} s, of the processor`,
    `${seconds((user + system) / 1_000)} s`,
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(ENDS.length).toBeGreaterThanOrEqual(20);
  expect(ZONES.length).toBeGreaterThan(400);
  // What the machine does besides is not counted.
  expect((user + system) / 1_000).toBeLessThan(10_000);
}, 60_000);

it('would notice a day that is printed in local time, in every zone west of Greenwich', () => {
  const end = day('2012-03-31');
  const local = (of: Day) => new Date(of).toLocaleDateString('en-US', { dateStyle: 'medium' });
  const wrong = ZONES.filter((zone) => {
    enter(zone);
    return local(end) !== printed(end);
  });
  console.log(`zone sweep: printed in local time, ${end} is another day in ${wrong.length} zones`);
  expect(wrong.length).toBeGreaterThan(140);
  expect(wrong).toContain('America/New_York');
  expect(wrong).not.toContain('Europe/Berlin');
});

it('would notice a verdict that goes by the clock of the browser', () => {
  const end = day('2012-03-31');
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  const byBrowser = () => {
    const now = new Date();
    const parts = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())];
    return day(parts.join('-'));
  };
  const of = arrived(end);
  const wrong = SKEWS.map((skew) => {
    vi.setSystemTime(Date.parse(asOf(end)) + skew);
    return ZONES.filter((zone) => {
      enter(zone);
      const policy = 'none-after-end';
      return judged(of, policy, estate({ today: byBrowser() })) !== EXPECTED[policy];
    }).length;
  });
  console.log(`zone sweep: by the browser's clock the verdict is another one in`, wrong, 'zones');
  const [right = 0, , minuteBehind = 0, , , , tenYearsBehind] = wrong;
  expect(right).toBeGreaterThan(140);
  expect(minuteBehind).toBeGreaterThan(right);
  expect(tenYearsBehind).toBe(ZONES.length);
});

it("turns an instant into a day of the vendor's zone, wherever the browser stands", () => {
  const vendors = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
  const instants = ENDS.flatMap((end) => [`${end}T00:37:35Z`, `${end}T11:59:59+02:00`]);
  const readAll = () =>
    vendors.map((vendor) => instants.map((instant) => dayOf(instant, vendor)).join()).join('; ');

  enter('UTC');
  const reference = readAll();
  const differing = ZONES.filter((zone) => {
    enter(zone);
    return readAll() !== reference;
  });
  expect(differing).toEqual([]);
  expect(dayOf('2024-06-15T00:37:35Z', 'America/New_York')).toBe('2024-06-14');
});

it('agrees with the calendar on the wall of every zone', () => {
  const wrong: string[] = [];
  for (const zone of ZONES) {
    enter(zone);
    for (const end of ENDS) {
      const instant = new Date(`${end}T05:45:00Z`);
      const wall = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
      const read = dayOf(instant.toISOString(), zone).split('-').map(Number);
      if (read.join() !== wall.join()) wrong.push([zone, end, wall, read].join(' | '));
    }
  }
  expect(wrong).toEqual([]);
});
