import type { Day } from './day.ts';
import { compareVersions, type Version } from './version.ts';

/** One build of an extension that its vendor published. */
export interface Release {
  readonly version: Version;
  /** The day it was built, in the vendor's zone; `null` when the vendor does not say. */
  readonly builtOn: Day | null;
  /** The day it was announced; may lie months away from the build day. */
  readonly publishedOn: Day | null;
  /** Range of host versions it runs on; `*` = any, `null` = the vendor does not say. */
  readonly requiresHost: string | null;
  /** The vendor marked it as repairing a security flaw. */
  readonly security: boolean;
  /** Not final; never offered by itself. */
  readonly prerelease: boolean;
  /** The vendor gives it to licenses whose maintenance ended on or after this day, although built later. */
  readonly grantedTo: Day | null;
}

/** The day that decides about a release: the build day, else the publish day, else unknown. */
export type DecidingDate =
  | { readonly kind: 'built'; readonly on: Day }
  | { readonly kind: 'published'; readonly on: Day }
  | { readonly kind: 'unknown' };

/** Which of a release's dates decides (`licensing-rules`: build date known → it decides). */
export function decidingDate(release: Release): DecidingDate {
  if (release.builtOn !== null) return { kind: 'built', on: release.builtOn };
  if (release.publishedOn !== null) return { kind: 'published', on: release.publishedOn };
  return { kind: 'unknown' };
}

/** How the releases of one extension are put in order, and why. */
export type ReleaseOrder = 'version' | 'date';

/**
 * By version, unless a final version among them has no order: then all of that extension's releases go
 * by date. One rule for all of them, because mixing both would let A follow B, B follow C and C follow
 * A. Pre-releases have no say, so that a `dev-main` among them changes nothing.
 */
export const orderOf = (releases: readonly Release[]): ReleaseOrder =>
  releases.every(({ prerelease, version }) => prerelease || version.kind === 'ordered')
    ? 'version'
    : 'date';

const dateText = ({ builtOn, publishedOn }: Release): string => builtOn ?? publishedOn ?? '';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isOrdered = ({ version }: Release): number => (version.kind === 'ordered' ? 1 : 0);

/**
 * Older first, and total: a list sorts the same way everywhere. By version, those without an order
 * first and equal ones by date; by date, undated releases first and those of one day by version. Ties
 * are settled by the text.
 */
export function compareReleases(a: Release, b: Release, by: ReleaseOrder): number {
  const byVersion = compareVersions(a.version, b.version) ?? isOrdered(a) - isOrdered(b);
  const byDate = compareText(dateText(a), dateText(b));
  return (
    (by === 'version' ? byVersion || byDate : byDate || byVersion) ||
    compareText(a.version.text, b.version.text)
  );
}

/**
 * The same releases, newest first.
 *
 * Hosts send them sorted one way or the other, and looking is several times cheaper than sorting.
 */
export function newestFirst(releases: readonly Release[], by: ReleaseOrder): readonly Release[] {
  let before: Release | undefined;
  let rises = false;
  let falls = false;
  for (const release of releases) {
    if (before !== undefined) {
      if (compareReleases(before, release, by) < 0) rises = true;
      else falls = true;
      if (rises && falls) return releases.toSorted((a, b) => compareReleases(b, a, by));
    }
    before = release;
  }
  return rises ? releases.toReversed() : releases;
}

/**
 * Whether `a` is an older (negative), the same (0) or a newer (positive) release than `b`; `undefined`
 * when nobody can say.
 *
 * Versions decide where both have an order: a backport built later is still older, and `1.0` rebuilt as
 * `1.0.0` is no update. Else the days decide; of one day, or without one, neither is newer.
 */
export function compareAge(a: Release, b: Release): number | undefined {
  if (a.version.text === b.version.text) return 0;
  const byVersion = compareVersions(a.version, b.version);
  if (byVersion !== undefined) return byVersion;
  const [on, other] = [dateText(a), dateText(b)];
  return on === '' || other === '' || on === other ? undefined : compareText(on, other);
}
