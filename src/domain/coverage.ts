import type { Day } from './day.ts';
import type { License } from './license.ts';
import { type DecidingDate, decidingDate, type Release } from './release.ts';
import type { ReleaseLine } from './release-line.ts';

/** Why a release is or is not part of a license. */
export const COVERAGE_RULES = [
  /** Compared with the last day of maintenance. */
  'maintenance-end',
  /** Whatever its date: the license is maintained today. */
  'maintained-today',
  /** The maintenance ended, and with it the right to any release. */
  'nothing-after-end',
  /** Installed in time: it goes on running, although it could not be had again. */
  'keeps-running',
  /** Its version line began while the license was maintained. */
  'line-began-in-time',
  /** Its version line began after the end. */
  'line-began-late',
  /** The beginning of its version line is not known. */
  'line-unknown',
  /** Its version line was the current one twelve months before the end, or is an older one. */
  'fallback-line',
  /** Its version line became current less than twelve months before the end. */
  'after-fallback-line',
  /** The vendor gave this release to licenses that ended earlier. */
  'granted',
  /** The vendor gives security releases to every license. */
  'security-always',
  /** This sort of license sets no limit on releases (evaluation, lease, no license needed, maintained for ever). */
  'no-limit',
  /** Neither a build nor a publish date is known. */
  'no-date',
  /** What was bought is not known, or nothing was bought. */
  'no-license',
  /** The host's own policy says so, in its own words. */
  'own',
  /** The vendor declared a policy that this panel does not know. */
  'policy-unknown',
  /** The host's own policy failed, so nobody can say. */
  'policy-failed',
  /** The vendor itself reports that the installed release does not belong to the license. */
  'reported',
] as const;
/** One such rule. */
export type CoverageRule = (typeof COVERAGE_RULES)[number];

/** Whether a release belongs to a license, with the rule and the dates that decided. */
export interface Coverage {
  /** `unknown` is never treated as covered; installing needs explicit consent. */
  readonly kind: 'covered' | 'uncovered' | 'unknown';
  readonly rule: CoverageRule;
  /** The release's own date, as far as it decided. */
  readonly date: DecidingDate;
  /** The day that the date, or the line's, was compared with. */
  readonly boundary?: Day;
  /** The line of versions that decided. */
  readonly line?: ReleaseLine;
  /** The release's other date, when it lies on the other side of the boundary: it was overruled. */
  readonly overruled?: Day;
  /** What the host's own policy says about it, as a sentence for people; with the rule `own` only. */
  readonly words?: string;
}

/** What a policy is asked about: a license whose maintenance has a last day. */
export interface Maintenance {
  /** The last day of maintenance, inclusive. */
  readonly endsOn: Day;
  /** The host's date. */
  readonly today: Day;
  /** The known releases in any order, the installed one among them; what is older than it may be missing. */
  readonly releases: readonly Release[];
}

/** Judges one release. */
export type Judge = (release: Release) => Coverage;

/**
 * A vendor's rule for which releases a perpetual license covers.
 *
 * The other kinds of license set no limit of this sort, so a policy is asked only about maintenance that has an end.
 * A release that the vendor granted, and with `securityAlways` a security release, is covered whatever the policy says.
 */
export interface CoveragePolicy {
  /** The name by which an extension asks for it. */
  readonly name: string;
  /** Called once for each extension; what it gives is asked about each release. Should either throw, it counts as `unknown`. */
  readonly under: (maintenance: Maintenance) => Judge;
  /** Judges the installed release where running it is another question than getting it; else {@link under} does. */
  readonly keeps?: (maintenance: Maintenance) => Judge;
}

/** What coverage is judged from. */
export interface Ownership {
  readonly license: License;
  readonly policy: CoveragePolicy;
  /** The vendor gives security releases to every license, also after its maintenance ended. */
  readonly securityAlways: boolean;
  readonly installed: Release;
  readonly releases: readonly Release[];
}

/** The judges of one extension. Neither ever throws. */
export interface Coverages {
  /** Of a release that could be installed. */
  readonly of: Judge;
  /** Of the release that is installed: whether it may run. */
  readonly installed: Judge;
}

const always =
  (kind: Coverage['kind'], rule: CoverageRule): Judge =>
  (release) => ({ kind, rule, date: decidingDate(release) });

const NO_LIMIT = always('covered', 'no-limit');
const NO_LICENSE = always('unknown', 'no-license');
const FAILED = always('unknown', 'policy-failed');

function guarded(judging: () => Judge): Judge {
  let judge: Judge;
  try {
    judge = judging();
  } catch {
    return FAILED;
  }
  return (release) => {
    try {
      return judge(release);
    } catch {
      return FAILED(release);
    }
  };
}

/** What the vendor gives whatever its policy says. */
function withGifts(judge: Judge, endsOn: Day, securityAlways: boolean): Judge {
  return (release) => {
    const judged = judge(release);
    if (judged.kind === 'covered') return judged;
    const { grantedTo } = release;
    const date = decidingDate(release);
    if (grantedTo !== null && endsOn >= grantedTo) {
      return { kind: 'covered', rule: 'granted', date, boundary: grantedTo };
    }
    if (securityAlways && release.security)
      return { kind: 'covered', rule: 'security-always', date };
    return judged;
  };
}

/** The judges under a license maintained through `endsOn`, that day included. */
export function coveragesUntil(of: Ownership, endsOn: Day, today: Day): Coverages {
  const { policy, securityAlways } = of;
  const maintenance = { endsOn, today, releases: [...of.releases, of.installed] };
  const { keeps = policy.under } = policy;
  return {
    of: withGifts(
      guarded(() => policy.under(maintenance)),
      endsOn,
      securityAlways,
    ),
    installed: withGifts(
      guarded(() => keeps(maintenance)),
      endsOn,
      securityAlways,
    ),
  };
}

/** The judges under a license as it stands. */
export function coveragesOf(of: Ownership, today: Day): Coverages {
  switch (of.license.kind) {
    case 'not-needed':
    case 'evaluation':
    case 'subscription':
      return { of: NO_LIMIT, installed: NO_LIMIT };
    case 'missing':
    case 'unknown':
      return { of: NO_LICENSE, installed: NO_LICENSE };
    case 'perpetual':
      return of.license.maintenanceEndsOn === null
        ? { of: NO_LIMIT, installed: NO_LIMIT }
        : coveragesUntil(of, of.license.maintenanceEndsOn, today);
  }
}
