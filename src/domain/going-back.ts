import { compareAge, newestFirst, orderOf, type Release } from './release.ts';

/** A release with what decides whether it can be gone back to. */
export interface PackagedRelease extends Release {
  /** The host still has its package on disk. */
  readonly kept: boolean;
  /** Installing it changed stored data in a way that going back does not undo; `null` = not stated. */
  readonly migratesData: boolean | null;
}

/** Where the package of an older release would come from. */
export type PackageState =
  | 'kept'
  /** Not on disk, but still offered: the host fetches it again. */
  | 'offered'
  /** No longer among the releases the host offers. */
  | 'gone'
  | 'unknown';

/** What going back may do to stored data. */
export type DataRisk =
  | { readonly kind: 'none' }
  /** Newest first: these changed the form of stored data, and the older release may not read it. */
  | { readonly kind: 'changed'; readonly by: readonly Release[] }
  | { readonly kind: 'unknown' };

/** What is known of a way from the installed release to an older one. */
export interface GoingBack {
  readonly package: PackageState;
  readonly data: DataRisk;
}

function dataRisk(installed: Release, to: Release, releases: readonly PackagedRelease[]): DataRisk {
  const changed: Release[] = [];
  let open = !releases.some(({ version }) => version.text === installed.version.text);
  for (const release of releases) {
    const isInstalled = release.version.text === installed.version.text;
    // Final releases carry what the pre-releases before them did.
    if (release.prerelease && !isInstalled) continue;
    const afterTo = compareAge(release, to);
    const upToInstalled = compareAge(release, installed);
    if ((afterTo ?? 1) <= 0 || (upToInstalled ?? -1) > 0) continue;
    const isBetween = isInstalled || (afterTo !== undefined && upToInstalled !== undefined);
    if (isBetween && release.migratesData === true) changed.push(release);
    else if (release.migratesData !== false) open = true;
  }
  if (changed.length > 0) return { kind: 'changed', by: newestFirst(changed, orderOf(changed)) };
  return open ? { kind: 'unknown' } : { kind: 'none' };
}

/**
 * What is known of going back from one release to another.
 *
 * Every final release after the older one, up to and with the installed one, counts as having run: which of them
 * really did, nobody keeps.
 *
 * @param releases - The whole history, in any order; `null` where it could not be read.
 */
export function goingBack(
  installed: Release,
  to: Release,
  releases: readonly PackagedRelease[] | null,
): GoingBack {
  if (releases === null) return { package: 'unknown', data: { kind: 'unknown' } };
  const found = releases.find(({ version }) => version.text === to.version.text);
  return {
    package: found === undefined ? 'gone' : found.kept ? 'kept' : 'offered',
    data: dataRisk(installed, to, releases),
  };
}
