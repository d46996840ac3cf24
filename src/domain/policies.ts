import type { Coverage, CoveragePolicy, Judge, Maintenance } from './coverage.ts';
import { addMonths, type Day } from './day.ts';
import { type DecidingDate, decidingDate, type Release } from './release.ts';
import { type ReleaseLine, releaseLines } from './release-line.ts';

/*
 * The rules in real use (`licensing-rules`). The end day is inclusive in all of them: Atlassian's own two texts
 * disagree at equality, and the customer paid for that day.
 */

/** The other one of a release's two dates, when it lies on the other side. */
function overruled({ builtOn, publishedOn }: Release, date: DecidingDate, boundary: Day) {
  const other = date.kind === 'built' ? publishedOn : builtOn;
  const differs =
    date.kind !== 'unknown' && other !== null && other <= boundary !== date.on <= boundary;
  return differs ? { overruled: other } : {};
}

function byDate(release: Release, date: DecidingDate, boundary: Day): Coverage {
  if (date.kind === 'unknown') return { kind: 'unknown', rule: 'no-date', date, boundary };
  const kind = date.on <= boundary ? 'covered' : 'uncovered';
  const other = overruled(release, date, boundary);
  return { kind, rule: 'maintenance-end', date, boundary, ...other };
}

/** The day that was announced; without one the build day. */
const publishDate = (release: Release): DecidingDate =>
  release.publishedOn === null
    ? decidingDate(release)
    : { kind: 'published', on: release.publishedOn };

const maintainedToday: Judge = (release) => ({
  kind: 'covered',
  rule: 'maintained-today',
  date: decidingDate(release),
});

const isMaintained = ({ endsOn, today }: Maintenance): boolean => today <= endsOn;

/**
 * Covered when the build day is not after the last day of maintenance (Atlassian, MUI X). Without a build day the
 * publish day decides.
 *
 * Today's date plays no part, so a wrong clock changes nothing and a build day in the future is compared like any other.
 */
export const buildDate: CoveragePolicy = {
  name: 'build-date',
  under:
    ({ endsOn }) =>
    (release) =>
      byDate(release, decidingDate(release), endsOn),
};

/**
 * Covered when the publish day is not after the last day of maintenance (Keygen); grants, which that rule names too,
 * go on top of every policy. Without a publish day the build day decides.
 */
export const publishedOrGranted: CoveragePolicy = {
  name: 'published-or-granted',
  under:
    ({ endsOn }) =>
    (release) =>
      byDate(release, publishDate(release), endsOn),
};

/** By the beginning of a line; of a line whose beginning is not known an early release still proves enough. */
function byLine(release: Release, line: ReleaseLine, boundary: Day): Coverage {
  const date = decidingDate(release);
  const about = { date, boundary, line };
  if (line.since !== null && line.since <= boundary) {
    return { kind: 'covered', rule: 'line-began-in-time', ...about };
  }
  return line.since !== null && line.whole
    ? { kind: 'uncovered', rule: 'line-began-late', ...about }
    : { kind: 'unknown', rule: 'line-unknown', ...about };
}

/**
 * Covered when the release's line (major and minor number) began while the license was maintained; its patches stay
 * covered for ever (tldraw). A version without order is judged by its own build day.
 */
export const patchesFree: CoveragePolicy = {
  name: 'patches-free',
  under({ endsOn, releases }) {
    const lines = releaseLines(releases);
    return (release) => {
      const line = lines.of(release);
      return line ? byLine(release, line, endsOn) : byDate(release, decidingDate(release), endsOn);
    };
  },
};

/** A license of this sort falls back to what was current so many months before its end. */
const FALLBACK_MONTHS = 12;

function byFallbackDay(release: Release, boundary: Day): Coverage {
  const judged = byDate(release, decidingDate(release), boundary);
  if (judged.kind === 'unknown') return judged;
  return { ...judged, rule: judged.kind === 'covered' ? 'fallback-line' : 'after-fallback-line' };
}

/**
 * While maintained, everything. Afterwards the line that was current twelve months before the end, with all its later
 * bug fixes, and what is older (JetBrains' fallback license); a newer one has to be left. A version without order is
 * judged by its own build day, which must not be later than that day twelve months before the end.
 */
export const fallbackLine: CoveragePolicy = {
  name: 'fallback-line',
  under(maintenance) {
    if (isMaintained(maintenance)) return maintainedToday;
    const boundary = addMonths(maintenance.endsOn, -FALLBACK_MONTHS);
    const lines = releaseLines(maintenance.releases);
    const current = lines.currentOn(boundary);
    return (release) => {
      const date = decidingDate(release);
      const line = lines.of(release);
      if (!line) return byFallbackDay(release, boundary);
      if (current && lines.isUpTo(release, current)) {
        return { kind: 'covered', rule: 'fallback-line', date, boundary, line: current };
      }
      // Of a line whose beginning is not known nobody can say whether it was current by then.
      return line.whole && line.since !== null
        ? { kind: 'uncovered', rule: 'after-fallback-line', date, boundary, line }
        : { kind: 'unknown', rule: 'line-unknown', date, boundary, line };
    };
  },
};

const nothingAfter =
  (endsOn: Day): Judge =>
  (release) => ({
    kind: 'uncovered',
    rule: 'nothing-after-end',
    date: decidingDate(release),
    boundary: endsOn,
  });

const anyWhileMaintained = (maintenance: Maintenance): Judge =>
  isMaintained(maintenance) ? maintainedToday : nothingAfter(maintenance.endsOn);

/**
 * While maintained, everything; afterwards nothing can be had, not even older releases (Craft CMS). What was built in
 * time and is installed goes on running.
 */
export const noneAfterEnd: CoveragePolicy = {
  name: 'none-after-end',
  under: anyWhileMaintained,
  keeps(maintenance) {
    if (isMaintained(maintenance)) return maintainedToday;
    return (installed) => {
      const judged = byDate(installed, decidingDate(installed), maintenance.endsOn);
      return judged.kind === 'covered' ? { ...judged, rule: 'keeps-running' } : judged;
    };
  },
};

/**
 * While maintained, everything; afterwards nothing can be had. Whatever is installed goes on running: versions play
 * no part (WooCommerce, Freemius).
 */
export const liveSubscription: CoveragePolicy = {
  name: 'live-subscription',
  under: anyWhileMaintained,
  keeps: (maintenance) =>
    isMaintained(maintenance)
      ? maintainedToday
      : (installed) => ({
          kind: 'covered',
          rule: 'keeps-running',
          date: decidingDate(installed),
          boundary: maintenance.endsOn,
        }),
};

/** The policies every panel knows by name. */
export const POLICIES: readonly CoveragePolicy[] = [
  buildDate,
  publishedOrGranted,
  patchesFree,
  fallbackLine,
  noneAfterEnd,
  liveSubscription,
];

const unknownToAll: CoveragePolicy['under'] =
  ({ endsOn }) =>
  (release) => ({
    kind: 'unknown',
    rule: 'policy-unknown',
    date: decidingDate(release),
    boundary: endsOn,
  });

/** Says of every release that nobody here can say, for a policy by a name that is not known. */
export const unknownPolicy = (name: string): CoveragePolicy => ({ name, under: unknownToAll });
