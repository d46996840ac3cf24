import type { Advisory } from './advisory.ts';
import { type Affected, affected, isReadable } from './affected.ts';
import { type Coverage, coveragesOf } from './coverage.ts';
import type { Decision, Estate } from './decide.ts';
import type { Extension } from './extension.ts';
import { type HostFit, hostFitting } from './host-fit.ts';
import { compareAge, compareReleases, type Release } from './release.ts';

/** What comes of a published flaw for one extension. `target` is the update that the license covers, where that has it too. */
export type FlawOutcome =
  /** The installed release has it, this covered one has not. */
  | { readonly kind: 'fixed-by-update'; readonly release: Release }
  /** The newest covered release has it too, or again; this covered one has not. */
  | { readonly kind: 'fixed-by-another'; readonly release: Release; readonly target: Release }
  /** The fix runs here and is not known to be covered. */
  | {
      readonly kind: 'fix-not-covered';
      readonly fix: Release;
      readonly coverage: Coverage;
      readonly target: Release | null;
    }
  /** The fix is not known to run here. */
  | {
      readonly kind: 'fix-needs-other-host';
      readonly fix: Release;
      readonly fit: Exclude<HostFit, { kind: 'fits' }>;
      readonly target: Release | null;
    }
  /** No newer release is known to be without it. */
  | { readonly kind: 'no-fix'; readonly target: Release | null }
  /** The installed release is free of it, the update is not; `without` is the newest covered one that is. */
  | {
      readonly kind: 'update-brings-it';
      readonly target: Release;
      readonly without: Release | null;
    }
  /** Only the release that a roll back goes to has it. */
  | { readonly kind: 'way-back-has-it'; readonly release: Release }
  /** Nobody can say whether this release has it: the advisory's versions make no sense, or its own has no order. */
  | {
      readonly kind: 'unknown';
      readonly release: Release;
      readonly because: 'range' | 'version';
    };

/** The releases an administrator could go to, judged once for all advisories. */
export interface Choice {
  readonly extension: Extension;
  readonly decision: Decision;
  /** Newer and final, oldest first: the first one without a flaw is its fix. */
  readonly newer: readonly Release[];
  readonly fitOf: (release: Release) => HostFit;
  readonly coverageOf: (release: Release) => Coverage;
}

/** Judges them. */
export function choiceOf(extension: Extension, decision: Decision, estate: Estate): Choice {
  const { installed, releases } = extension;
  const { judged, policy } = decision;
  const fitting = hostFitting(estate.hostVersion, estate.constraints);
  const newer = releases.filter(
    (release) => !release.prerelease && (compareAge(release, installed) ?? 0) > 0,
  );
  return {
    extension,
    decision,
    newer: newer.toSorted((a, b) => compareReleases(a, b, judged.order)),
    fitOf: ({ requiresHost }) => fitting(requiresHost),
    coverageOf: coveragesOf({ ...extension, policy }, estate.today).of,
  };
}

/** What comes of one flaw; `null` = it does not concern this extension. */
export function outcomeOf(advisory: Advisory, choice: Choice, estate: Estate): FlawOutcome | null {
  const { installed } = choice.extension;
  const { targets, wayBack } = choice.decision.judged;
  const target = targets.covered;
  const has = (release: Release): Affected =>
    affected(release.version, advisory.affects, estate.constraints);
  const unknown = (release: Release): FlawOutcome => ({
    kind: 'unknown',
    release,
    because: isReadable(advisory.affects, estate.constraints) ? 'version' : 'range',
  });
  const free = choice.newer.filter((release) => has(release) === 'not-affected');

  switch (has(installed)) {
    case 'unknown':
      return unknown(installed);
    case 'affected': {
      const still = target !== null && has(target) === 'affected' ? target : null;
      return fixAmong(free, still, choice);
    }
    case 'not-affected': {
      if (target !== null) {
        const brought = has(target);
        if (brought === 'unknown') return unknown(target);
        if (brought === 'affected') {
          return { kind: 'update-brings-it', target, without: newestOwned(free, choice) };
        }
      }
      return wayBack !== null && has(wayBack) === 'affected'
        ? { kind: 'way-back-has-it', release: wayBack }
        : null;
    }
  }
}

/** An administrator does not want this release. */
export const isSkipped = ({ extension }: Choice, { version }: Release): boolean =>
  extension.skipped.some((skip) => skip.version === version.text);

/** The newest of these that runs here and belongs to the license; one that nobody wanted only if there is no other. */
function newestOwned(releases: readonly Release[], choice: Choice): Release | null {
  const { fitOf, coverageOf } = choice;
  const owned = releases.filter(
    (release) => fitOf(release).kind === 'fits' && coverageOf(release).kind === 'covered',
  );
  return owned.findLast((release) => !isSkipped(choice, release)) ?? owned.at(-1) ?? null;
}

/**
 * How the flaw of the installed release can be ended.
 *
 * @param free - Newer releases known to be without it, oldest first.
 * @param still - The covered update, where it is known to have the flaw too.
 */
function fixAmong(free: readonly Release[], still: Release | null, choice: Choice): FlawOutcome {
  const { fitOf, coverageOf, decision } = choice;
  const target = decision.judged.targets.covered;
  const release = target !== null && free.includes(target) ? target : newestOwned(free, choice);
  if (release !== null) {
    return still === null
      ? { kind: 'fixed-by-update', release }
      : { kind: 'fixed-by-another', release, target: still };
  }
  const fix = free.find((each) => fitOf(each).kind === 'fits');
  if (fix) return { kind: 'fix-not-covered', fix, coverage: coverageOf(fix), target: still };
  for (const elsewhere of free) {
    const fit = fitOf(elsewhere);
    if (fit.kind !== 'fits') {
      return { kind: 'fix-needs-other-host', fix: elsewhere, fit, target: still };
    }
  }
  return { kind: 'no-fix', target: still };
}
