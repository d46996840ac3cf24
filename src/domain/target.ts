import { coverage, type Coverage, type CoveragePolicy } from './coverage.ts';
import type { Extension } from './extension.ts';
import { type ConstraintSyntax, hostFitting } from './host-fit.ts';
import { compareAge, newestFirst, orderOf, type Release, type ReleaseOrder } from './release.ts';

/**
 * The three answers to "what is newest?", each newer than the installed release or `null`.
 *
 * Pre-releases never count. A hold is no part of this: it concerns the extension, not a release.
 */
export interface Targets {
  /** Whatever host or license it needs. */
  readonly overall: Release | null;
  /** Known to run on this host. */
  readonly forHost: Release | null;
  /** Covered by the license and known to run on this host. */
  readonly covered: Release | null;
}

/** An extension's releases, judged once: everything a verdict needs. */
export interface Judged {
  readonly order: ReleaseOrder;
  readonly targets: Targets;
  readonly installedCoverage: Coverage;
  /** Newer final releases that fit the host but not the license, newest first. */
  readonly locked: readonly Release[];
  /** Newer final releases that fit the host, and of which nobody can say whether the license covers them, newest first. */
  readonly undecided: readonly Release[];
  /** The newest older release that is covered and fits the host: where a roll back goes. */
  readonly wayBack: Release | null;
  /** Newer final releases exist, none is known to fit, and for at least one the vendor states nothing. */
  readonly fitUnstated: boolean;
  /** The newest final release of which neither version nor date says whether it is newer than the installed one. */
  readonly unplaced: Release | null;
}

/** The host that releases are judged for. */
export interface Standpoint {
  readonly hostVersion: string;
  readonly constraints: ConstraintSyntax;
}

/** Judges the releases of an extension against its license and its host. Never throws. */
export function judgeReleases(
  extension: Extension,
  policy: CoveragePolicy,
  from: Standpoint,
): Judged {
  const { installed, license, releases } = extension;
  const order = installed.version.kind === 'ordered' ? orderOf(releases) : 'date';
  const fitOf = hostFitting(from.hostVersion, from.constraints);
  const covers = (release: Release) => coverage(release, license, policy).kind;

  const newer: Release[] = [];
  const older: Release[] = [];
  const unplaced: Release[] = [];
  for (const release of releases) {
    if (release.prerelease) continue;
    const age = compareAge(release, installed);
    if (age === undefined) unplaced.push(release);
    else if (age > 0) newer.push(release);
    else if (age < 0) older.push(release);
  }

  const newestNewer = newestFirst(newer, order);
  let forHost: Release | null = null;
  let covered: Release | null = null;
  let fitUnstated = false;
  const locked: Release[] = [];
  const undecided: Release[] = [];
  for (const release of newestNewer) {
    const fit = fitOf(release.requiresHost).kind;
    if (fit === 'unknown') fitUnstated = true;
    if (fit !== 'fits') continue;
    forHost ??= release;
    const kind = covers(release);
    if (kind === 'covered') covered ??= release;
    else (kind === 'uncovered' ? locked : undecided).push(release);
  }

  return {
    order,
    targets: { overall: newestNewer[0] ?? null, forHost, covered },
    installedCoverage: installedCoverage(extension, policy),
    locked,
    undecided,
    wayBack:
      newestFirst(older, order).find(
        (each) => fitOf(each.requiresHost).kind === 'fits' && covers(each) === 'covered',
      ) ?? null,
    fitUnstated: forHost === null && fitUnstated,
    unplaced: newestFirst(unplaced, order)[0] ?? null,
  };
}

/** Coverage of what is installed. The vendor's own VERSION_MISMATCH goes before what our dates say. */
function installedCoverage({ installed, license }: Extension, policy: CoveragePolicy): Coverage {
  const judged = coverage(installed, license, policy);
  const reported = 'errors' in license && license.errors.includes('VERSION_MISMATCH');
  return reported ? { kind: 'uncovered', rule: 'reported', date: judged.date } : judged;
}
