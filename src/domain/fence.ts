import type { Extension } from './extension.ts';
import { type LicenseState, runsUnder } from './license.ts';
import { compareAge, compareReleases, newestFirst, type Release } from './release.ts';
import type { Finding } from './verdict.ts';

/** Why automatic updates go no further. */
export const FENCE_REASONS = [
  /** Nothing newer is known: they reach the newest release. */
  'nothing-newer',
  /** What lies beyond does not belong to the license. */
  'license',
  /** What lies beyond needs another host. */
  'host',
  /** An administrator does not want what lies beyond. */
  'skip',
  /** An administrator holds the extension back: nothing is updated. */
  'hold',
  /** The extension does not run: first somebody has to mend its license, or itself. */
  'stopped',
  /** Nobody can say: what the license is, or whether what lies beyond is newer, covered or fit for this host. */
  'unknown',
] as const;
/** One such reason. */
export type FenceReason = (typeof FENCE_REASONS)[number];

/** Where automatic updates of an extension stop. */
export interface Fence {
  /** The newest release that is covered, runs on this host and is not skipped; the installed one where they do nothing. */
  readonly at: Release;
  readonly because: FenceReason;
  /** The newest of what that reason keeps away; `null` where nothing newer is known. */
  readonly beyond: Release | null;
}

/** What the fence follows from. */
type FenceView = Pick<Finding, 'judged' | 'hold' | 'license'>;

/**
 * Where automatic updates of an extension stop, or would if they were on: min(covered, compatible, not held).
 *
 * They never reach a release that is uncovered, that nobody can judge, or that somebody did not want, and they leave
 * alone what is held, what does not run, and what has a license of unknown standing.
 */
export function fenceOf(extension: Extension, { judged, hold, license }: FenceView): Fence {
  const { installed } = extension;
  const { overall, forHost, covered } = judged.targets;
  const halt = extension.status.kind === 'failed' ? 'stopped' : haltedBy(license);
  if (halt ?? hold) {
    return { at: installed, because: halt ?? 'hold', beyond: covered ?? forHost ?? overall };
  }
  const at = covered ?? installed;
  const beyond = newestFirst(releasesBeyond(extension, at, judged.order), judged.order);
  const next = beyond.at(-1);
  if (next === undefined) {
    return { at, because: judged.unplaced ? 'unknown' : 'nothing-newer', beyond: judged.unplaced };
  }
  const because = reasonFor(next, judged);
  return {
    at,
    because,
    beyond: beyond.find((each) => reasonFor(each, judged) === because) ?? next,
  };
}

/** Final releases above the fence, whatever keeps them away. */
function releasesBeyond(
  { installed, releases }: Extension,
  at: Release,
  order: FenceView['judged']['order'],
): Release[] {
  return releases.filter(
    (release) =>
      !release.prerelease &&
      (compareAge(release, installed) ?? 0) > 0 &&
      (at === installed || compareReleases(release, at, order) > 0),
  );
}

function reasonFor(
  release: Release,
  { skipped, locked, undecided }: FenceView['judged'],
): FenceReason {
  if (skipped.includes(release)) return 'skip';
  if (locked.includes(release)) return 'license';
  return undecided.includes(release) || release.requiresHost === null ? 'unknown' : 'host';
}

/** What a license alone keeps automatic updates from doing anything. */
function haltedBy(license: LicenseState): 'stopped' | 'unknown' | null {
  const running = runsUnder(license);
  if (running === 'runs') return null;
  return running === 'unknown' ? 'unknown' : 'stopped';
}
