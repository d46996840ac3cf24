import type { Day } from './day.ts';
import type { License } from './license.ts';
import { type DecidingDate, decidingDate, type Release } from './release.ts';

/** Why a release is or is not part of a license. */
export type CoverageRule =
  /** Compared with the last day of maintenance. */
  | 'maintenance-end'
  /** The vendor gave this release to licenses that ended earlier. */
  | 'granted'
  /** This sort of license sets no limit on releases (evaluation, lease, no license needed, maintained for ever). */
  | 'no-limit'
  /** Neither a build nor a publish date is known. */
  | 'no-date'
  /** What was bought is not known, or nothing was bought. */
  | 'no-license'
  /** The host's own policy failed, so nobody can say. */
  | 'policy-failed'
  /** The vendor itself reports that the installed release does not belong to the license. */
  | 'reported';

/** Whether a release belongs to a license, with the rule and the date that decided. */
export type Coverage =
  | { readonly kind: 'covered'; readonly rule: CoverageRule; readonly date: DecidingDate }
  | { readonly kind: 'uncovered'; readonly rule: CoverageRule; readonly date: DecidingDate }
  /** Never treated as covered; installing needs explicit consent. */
  | { readonly kind: 'unknown'; readonly rule: CoverageRule; readonly date: DecidingDate };

/**
 * A vendor's rule for which releases a perpetual license covers after its maintenance ended.
 *
 * The other kinds of license set no limit of this sort, so a policy is asked only about maintenance.
 */
export interface CoveragePolicy {
  /** The name a host puts into an extension's `policy`. */
  readonly name: string;
  /**
   * Judges one release. Should it throw, the release counts as `unknown`.
   *
   * @param endsOn - The last day of maintenance, inclusive.
   */
  judge(release: Release, endsOn: Day): Coverage;
}

/**
 * Covered when the build day is not after the last day of maintenance. The end day is inclusive:
 * Atlassian's own two texts disagree at equality, and the customer paid for that day.
 *
 * Without a build day the publish day decides; without either only a vendor's grant covers. Today's
 * date plays no part, so a wrong clock changes nothing and a build day in the future is compared like
 * any other.
 */
export const buildDate: CoveragePolicy = {
  name: 'build-date',
  judge(release, endsOn) {
    const date = decidingDate(release);
    if (date.kind !== 'unknown' && date.on <= endsOn) {
      return { kind: 'covered', rule: 'maintenance-end', date };
    }
    if (release.grantedTo !== null && endsOn >= release.grantedTo) {
      return { kind: 'covered', rule: 'granted', date };
    }
    return date.kind === 'unknown'
      ? { kind: 'unknown', rule: 'no-date', date }
      : { kind: 'uncovered', rule: 'maintenance-end', date };
  },
};

/** Whether a license maintained through `endsOn`, that day included, covers a release. Never throws. */
export function coverageUntil(release: Release, endsOn: Day, policy: CoveragePolicy): Coverage {
  try {
    return policy.judge(release, endsOn);
  } catch {
    return { kind: 'unknown', rule: 'policy-failed', date: decidingDate(release) };
  }
}

/** Whether a license covers a release. Never throws. */
export function coverage(release: Release, license: License, policy: CoveragePolicy): Coverage {
  switch (license.kind) {
    case 'not-needed':
    case 'evaluation':
    case 'subscription':
      return { kind: 'covered', rule: 'no-limit', date: decidingDate(release) };
    case 'missing':
    case 'unknown':
      return { kind: 'unknown', rule: 'no-license', date: decidingDate(release) };
    case 'perpetual':
      return license.maintenanceEndsOn === null
        ? { kind: 'covered', rule: 'no-limit', date: decidingDate(release) }
        : coverageUntil(release, license.maintenanceEndsOn, policy);
  }
}

/** Both dates are known and lie on different sides of the end, so which one decides matters. */
export function datesDisagree(release: Release, endsOn: Day): boolean {
  const { builtOn, publishedOn } = release;
  return builtOn !== null && publishedOn !== null && builtOn <= endsOn !== publishedOn <= endsOn;
}
