import { type Coverage, type CoveragePolicy, coveragesOf } from '../../domain/coverage.ts';
import { addDays, addMonths, day, type Day, daysBetween } from '../../domain/day.ts';
import type { Extension } from '../../domain/extension.ts';
import { type ConstraintSyntax, hostFit } from '../../domain/host-fit.ts';
import { decidingDate, type Release } from '../../domain/release.ts';

/** One release on the date axis. */
export interface Dot {
  readonly release: Release;
  readonly on: Day;
  /** 0 to 100 from the first day shown to the last. */
  readonly percent: number;
  readonly coverage: Coverage['kind'];
  readonly fits: boolean;
  readonly installed: boolean;
  readonly target: boolean;
}

/** Releases of one major version, in the order of their dates. */
export interface Lane {
  readonly name: string;
  readonly dots: readonly Dot[];
}

export interface Timeline {
  readonly from: Day;
  readonly to: Day;
  /** Newest line first. */
  readonly lanes: readonly Lane[];
  /** Where the license's maintenance ends on the axis, if it is within sight. */
  readonly end: { readonly on: Day; readonly percent: number } | null;
  /** First days of years, or of quarters where few years are in sight. */
  readonly marks: readonly { readonly on: Day; readonly percent: number }[];
  /** Releases without any date, which have no place on an axis. */
  readonly undated: number;
}

export interface TimelineInput {
  readonly extension: Extension;
  readonly releases: readonly Release[];
  readonly target: Release | null;
  readonly policy: CoveragePolicy;
  readonly today: Day;
  readonly hostVersion: string;
  readonly constraints: ConstraintSyntax;
}

const LANES = 5;
/** Days of history shown before the installed release. */
const BEFORE_INSTALLED = 120;

const laneName = ({ version }: Release): string =>
  version.kind === 'ordered' ? `${version.numbers[0] ?? 0}.x` : '?';

/** Quarters over two years at most, years beyond. */
function marksBetween(from: Day, to: Day): Day[] {
  const months = daysBetween(from, to) > 730 ? 12 : 3;
  const marks: Day[] = [];
  for (let on = day(`${from.slice(0, 4)}-01-01`); on < to; on = addMonths(on, months))
    if (on > from) marks.push(on);
  return marks;
}

/** Puts releases on a date axis, a lane for each major version, so that backports are seen where they belong. */
export function timelineOf(input: TimelineInput): Timeline | null {
  const { extension, releases, target, policy, today, hostVersion, constraints } = input;
  const dated = releases.flatMap((release) => {
    const date = decidingDate(release);
    return date.kind === 'unknown' ? [] : [{ release, on: date.on }];
  });
  // What came long before the installed release answers no question about updating.
  const installedOn = decidingDate(extension.installed);
  const since = installedOn.kind === 'unknown' ? '' : addDays(installedOn.on, -BEFORE_INSTALLED);
  const recent = dated.filter(({ on }) => on >= since);
  const lines = [...new Set(recent.map(({ release }) => laneName(release)))];
  const kept = lines
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
    .slice(0, LANES);
  const shown = recent.filter(({ release }) => kept.includes(laneName(release)));
  if (shown.length === 0) return null;

  const { license } = extension;
  const endsOn = license.kind === 'perpetual' ? license.maintenanceEndsOn : null;
  const days = [...shown.map(({ on }) => on), today].sort();
  const from = addDays(days[0] ?? today, -15);
  const last = days.at(-1) ?? today;
  const soon = endsOn !== null && endsOn > last && daysBetween(last, endsOn) < 400 ? endsOn : last;
  const to = addDays(soon, 15);
  const span = Math.max(1, daysBetween(from, to));
  const percentOf = (on: Day) => Math.round((daysBetween(from, on) / span) * 10_000) / 100;

  const judge = coveragesOf({ ...extension, releases, policy }, today).of;
  const dots = shown.map(({ release, on }): Dot & { lane: string } => ({
    lane: laneName(release),
    release,
    on,
    percent: percentOf(on),
    coverage: judge(release).kind,
    fits: hostFit(release.requiresHost, hostVersion, constraints).kind === 'fits',
    installed: release.version.text === extension.installed.version.text,
    target: release.version.text === target?.version.text,
  }));
  return {
    from,
    to,
    lanes: kept.map((name) => ({
      name,
      dots: dots.filter(({ lane }) => lane === name).sort((a, b) => a.percent - b.percent),
    })),
    end:
      endsOn !== null && endsOn >= from && endsOn <= to
        ? { on: endsOn, percent: percentOf(endsOn) }
        : null,
    marks: marksBetween(from, to).map((on) => ({ on, percent: percentOf(on) })),
    undated: releases.length - dated.length,
  };
}
