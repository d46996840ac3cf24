import { type Coverage, coveragesOf } from '../../domain/coverage.ts';
import type { Decision } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Estate } from '../../domain/decide.ts';
import { hostFit, type HostFit } from '../../domain/host-fit.ts';
import { compareReleases, type Release } from '../../domain/release.ts';

/** A release newer than the installed one, with what stands between it and being installed. */
export interface JudgedRelease<R extends Release> {
  readonly release: R;
  readonly coverage: Coverage;
  readonly fit: HostFit;
}

export interface ReleaseGroups<R extends Release> {
  /** Fits the host, not known to be covered. */
  readonly locked: readonly JudgedRelease<R>[];
  /** Covered and fits. */
  readonly included: readonly JudgedRelease<R>[];
  /** Not known to fit this host, whatever the license says. */
  readonly otherHost: readonly JudgedRelease<R>[];
}

/** Every release between the installed one and the newest, newest first, in the groups an admin thinks in. */
export function groupReleases<R extends Release>(
  releases: readonly R[],
  extension: Extension,
  decision: Decision,
  estate: Pick<Estate, 'today' | 'hostVersion' | 'constraints'>,
): ReleaseGroups<R> {
  const { order } = decision.judged;
  const { installed } = extension;
  const judge = coveragesOf({ ...extension, releases, policy: decision.policy }, estate.today).of;
  const newer = releases
    .filter(
      (release) =>
        compareReleases(release, installed, order) > 0 &&
        release.version.text !== installed.version.text,
    )
    .sort((a, b) => compareReleases(b, a, order))
    .map((release) => ({
      release,
      coverage: judge(release),
      fit: hostFit(release.requiresHost, estate.hostVersion, estate.constraints),
    }));
  const fits = newer.filter(({ fit }) => fit.kind === 'fits');
  return {
    locked: fits.filter((each) => each.coverage.kind !== 'covered'),
    included: fits.filter((each) => each.coverage.kind === 'covered'),
    otherHost: newer.filter(({ fit }) => fit.kind !== 'fits'),
  };
}
