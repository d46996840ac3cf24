import { coveragesOf, type Coverage, type CoveragePolicy } from './coverage.ts';
import type { Day } from './day.ts';
import type { Extension } from './extension.ts';
import { type ConstraintSyntax, hostFitting } from './host-fit.ts';
import { compareAge, newestFirst, orderOf, type Release, type ReleaseOrder } from './release.ts';

/**
 * The three answers to "what is newest?", each newer than the installed release or `null`.
 *
 * Pre-releases never count, nor do single releases that an administrator skipped. A hold is no part of this: it
 * concerns the extension, not a release.
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
  /** Why {@link Targets.forHost} is or is not covered. */
  readonly forHostCoverage: Coverage | null;
  /** Why {@link Targets.covered} is. */
  readonly coveredBy: Coverage | null;
  /** Newer final releases that fit the host but not the license, newest first. */
  readonly locked: readonly Release[];
  /** Newer final releases that fit the host, and of which nobody can say whether the license covers them, newest first. */
  readonly undecided: readonly Release[];
  /** An older release that is covered and fits the host, where a roll back goes: for what failed the one that ran before, else the newest. */
  readonly wayBack: Release | null;
  /** Newer final releases exist, none is known to fit, and for at least one the vendor states nothing. */
  readonly fitUnstated: boolean;
  /** The newest final release of which neither version nor date says whether it is newer than the installed one. */
  readonly unplaced: Release | null;
  /** Releases that an administrator skipped, newest first; older ones are none of them. */
  readonly skipped: readonly Release[];
}

/** The host that releases are judged for. */
export interface Standpoint {
  /** The host's date in the vendor's zone, never the browser's clock. */
  readonly today: Day;
  readonly hostVersion: string;
  readonly constraints: ConstraintSyntax;
}

/** Judges the releases of an extension against its license and its host. Never throws. */
export function judgeReleases(
  extension: Extension,
  policy: CoveragePolicy,
  from: Standpoint,
): Judged {
  const { installed, releases } = extension;
  // What is installed without an order can be compared by day only, and then so are all.
  const order = installed.version.kind === 'ordered' ? orderOf(releases) : 'date';
  const fitOf = hostFitting(from.hostVersion, from.constraints);
  const coverages = coveragesOf(
    {
      license: extension.license,
      policy,
      securityAlways: extension.securityAlways,
      installed,
      releases,
    },
    from.today,
  );

  const newer: Release[] = [];
  const older: Release[] = [];
  const unplaced: Release[] = [];
  const skipped: Release[] = [];
  for (const release of releases) {
    if (release.prerelease) continue;
    const age = compareAge(release, installed);
    if (age !== undefined && age <= 0) {
      if (age < 0) older.push(release);
    } else if (isSkipped(extension, release)) skipped.push(release);
    else (age === undefined ? unplaced : newer).push(release);
  }

  const newestNewer = newestFirst(newer, order);
  let forHost: Release | null = null;
  let forHostCoverage: Coverage | null = null;
  let covered: Release | null = null;
  let coveredBy: Coverage | null = null;
  let fitUnstated = false;
  const locked: Release[] = [];
  const undecided: Release[] = [];
  for (const release of newestNewer) {
    const fit = fitOf(release.requiresHost).kind;
    if (fit === 'unknown') fitUnstated = true;
    if (fit !== 'fits') continue;
    const coverage = coverages.of(release);
    forHost ??= release;
    forHostCoverage ??= coverage;
    if (coverage.kind === 'covered') {
      covered ??= release;
      coveredBy ??= coverage;
    } else (coverage.kind === 'uncovered' ? locked : undecided).push(release);
  }

  const isWayBack = (release: Release) =>
    fitOf(release.requiresHost).kind === 'fits' && coverages.of(release).kind === 'covered';
  // What ran here before is known to run; of what merely is uncovered the newest is wanted.
  const ranBefore =
    extension.status.kind === 'failed'
      ? older.find(({ version }) => version.text === extension.previous)
      : undefined;

  return {
    order,
    targets: { overall: newestNewer[0] ?? null, forHost, covered },
    installedCoverage: asReported(extension, coverages.installed(installed)),
    forHostCoverage,
    coveredBy,
    locked,
    undecided,
    wayBack:
      ranBefore && isWayBack(ranBefore)
        ? ranBefore
        : (newestFirst(older, order).find(isWayBack) ?? null),
    fitUnstated: forHost === null && fitUnstated,
    unplaced: newestFirst(unplaced, order)[0] ?? null,
    skipped: newestFirst(skipped, order),
  };
}

const isSkipped = ({ skipped }: Extension, { version }: Release): boolean =>
  skipped.some((skip) => skip.version === version.text);

/** The vendor's own VERSION_MISMATCH goes before what our dates say. */
const asReported = ({ license }: Extension, judged: Coverage): Coverage =>
  'errors' in license && license.errors.includes('VERSION_MISMATCH')
    ? { kind: 'uncovered', rule: 'reported', date: judged.date }
    : judged;
