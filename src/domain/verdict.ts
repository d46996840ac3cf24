import type { Coverage, CoveragePolicy } from './coverage.ts';
import type { Day } from './day.ts';
import type { Extension } from './extension.ts';
import { type Hold, type HoldState, holdState } from './hold.ts';
import { licenseState, type LicenseState, type WrongLicense } from './license.ts';
import type { Release } from './release.ts';
import { type Judged, judgeReleases, type Standpoint } from './target.ts';

/**
 * What the panel says about one extension: one of 17 situations, the first that {@link reachVerdict} comes upon.
 *
 * What keeps the extension from running comes before what keeps it from updating, and a license of unknown
 * standing before any statement about it, so that no broken answer reads as covered.
 */
export type Verdict =
  | { readonly kind: 'failed'; readonly reason: string; readonly wayBack: Release | null }
  | { readonly kind: 'unknown'; readonly about: 'license'; readonly reason: string }
  | { readonly kind: 'license-error'; readonly error: WrongLicense }
  | { readonly kind: 'revoked'; readonly standing: 'suspended' | 'terminated' }
  | { readonly kind: 'trial-expired'; readonly expiredOn: Day; readonly release: Release | null }
  | { readonly kind: 'subscription-ended'; readonly endedOn: Day; readonly release: Release | null }
  | {
      readonly kind: 'unlicensed';
      readonly trialOffered: boolean;
      readonly release: Release | null;
    }
  /** `coverage` of what is installed. */
  | {
      readonly kind: 'mismatch';
      readonly endedOn: Day | null;
      readonly coverage: Coverage;
      readonly wayBack: Release | null;
    }
  | {
      readonly kind: 'payment-due';
      readonly stopsAfter: Day;
      readonly daysLeft: number;
      readonly release: Release | null;
    }
  /** An administrator wants no update: of the whole extension, or of the only newer releases there are. */
  | {
      readonly kind: 'held';
      readonly scope: 'extension' | 'release';
      readonly hold: Pick<Hold, 'by' | 'reason' | 'until'>;
      readonly release: Release | null;
    }
  | {
      readonly kind: 'trial';
      readonly expiresOn: Day;
      readonly daysLeft: number;
      readonly release: Release | null;
    }
  | { readonly kind: 'up-to-date' }
  /** `fitUnstated`: for a newer release the vendor does not say which hosts it runs on, so it may yet fit. */
  | { readonly kind: 'needs-newer-host'; readonly release: Release; readonly fitUnstated: boolean }
  | { readonly kind: 'free'; readonly release: Release }
  | { readonly kind: 'update-ready'; readonly release: Release }
  /** `locked`: how many newer ones a renewal opens; 0 when of all of them nobody can say whether they are covered. */
  | {
      readonly kind: 'covered-update';
      readonly release: Release;
      readonly newest: Release;
      readonly locked: number;
    }
  /** `endedOn`: the last day of maintenance; a day to come when a release is dated still later. */
  | {
      readonly kind: 'needs-renewal';
      readonly release: Release;
      readonly endedOn: Day;
      readonly coverage: Coverage;
      readonly locked: number;
    }
  /** Of the newest release nobody can say whether it belongs to the license, or whether it is newer at all. */
  | { readonly kind: 'unknown'; readonly about: 'release'; readonly release: Release };

/** Where one stands when judging: the host, its date, and the policy its extension declared. */
export interface Situation extends Standpoint {
  readonly policy: CoveragePolicy;
  /** From how many days before its end a license counts as ending soon; 30 unless the host says otherwise. */
  readonly soonDays: number;
}

/** What to say about an extension. Pure; the order of the questions is the rule. */
export function reachVerdict(
  extension: Extension,
  license: LicenseState,
  judged: Judged,
  hold: Hold | null,
): Verdict {
  const { status } = extension;
  const release = judged.targets.forHost;

  if (status.kind === 'failed') {
    return { kind: 'failed', reason: status.reason, wayBack: judged.wayBack };
  }
  switch (license.kind) {
    case 'unknown':
      return { kind: 'unknown', about: 'license', reason: license.reason };
    case 'wrong':
      return { kind: 'license-error', error: license.error };
    case 'suspended':
    case 'terminated':
      return { kind: 'revoked', standing: license.kind };
    case 'evaluation-expired':
      return { kind: 'trial-expired', expiredOn: license.expiredOn, release };
    case 'subscription-ended':
      return { kind: 'subscription-ended', endedOn: license.endedOn, release };
    case 'missing':
      return { kind: 'unlicensed', trialOffered: license.trialOffered, release };
    case 'not-needed':
    case 'evaluating':
    case 'maintained':
    case 'maintained-for-ever':
    case 'maintenance-ended':
    case 'paid':
    case 'in-grace':
      return whileRunning(extension, license, judged, hold);
  }
}

/** The license lets it run; what remains is whether the installed release belongs to it, and what is pressing. */
function whileRunning(
  extension: Extension,
  license: LicenseState,
  judged: Judged,
  hold: Hold | null,
): Verdict {
  const { installedCoverage, targets, wayBack } = judged;
  const release = targets.forHost;

  if (installedCoverage.kind === 'uncovered') {
    const endedOn = license.kind === 'maintenance-ended' ? license.endedOn : null;
    return { kind: 'mismatch', endedOn, coverage: installedCoverage, wayBack };
  }
  if (license.kind === 'in-grace') {
    const { stopsAfter, daysLeft } = license;
    return { kind: 'payment-due', stopsAfter, daysLeft, release };
  }
  if (hold !== null) {
    return { kind: 'held', scope: 'extension', hold, release: targets.covered ?? release };
  }
  if (license.kind === 'evaluating') {
    const { expiresOn, daysLeft } = license;
    return { kind: 'trial', expiresOn, daysLeft, release };
  }
  return aboutUpdates(extension, judged);
}

/** Nothing presses; what remains is whether and how far it may be updated. */
function aboutUpdates({ license, skipped }: Extension, judged: Judged): Verdict {
  const { targets, forHostCoverage, locked, unplaced, fitUnstated } = judged;
  const { overall, forHost, covered } = targets;

  if (overall === null && unplaced !== null) {
    return { kind: 'unknown', about: 'release', release: unplaced };
  }
  if (overall === null) {
    const [unwanted] = judged.skipped;
    const skip = unwanted && skipped.find(({ version }) => version === unwanted.version.text);
    return skip
      ? { kind: 'held', scope: 'release', hold: { ...skip, until: null }, release: unwanted }
      : { kind: 'up-to-date' };
  }
  if (forHost === null) return { kind: 'needs-newer-host', release: overall, fitUnstated };
  if (license.kind === 'not-needed') return { kind: 'free', release: forHost };
  if (covered === forHost) return { kind: 'update-ready', release: forHost };
  if (covered !== null) {
    return { kind: 'covered-update', release: covered, newest: forHost, locked: locked.length };
  }
  const endedOn = license.kind === 'perpetual' ? license.maintenanceEndsOn : null;
  return endedOn === null || forHostCoverage === null || locked[0] !== forHost
    ? { kind: 'unknown', about: 'release', release: forHost }
    : {
        kind: 'needs-renewal',
        release: forHost,
        endedOn,
        coverage: forHostCoverage,
        locked: locked.length,
      };
}

/** An extension with everything that was decided about it, short of what may be done. */
export interface Finding {
  readonly verdict: Verdict;
  readonly license: LicenseState;
  readonly judged: Judged;
  /** The hold in force today, or `null`. While there is one no update is offered, whatever the verdict. */
  readonly hold: Hold | null;
  /** The same with what became of a hold that ended by itself. */
  readonly holdState: HoldState;
}

/** Judges an extension: license, releases, verdict. Never throws. */
export function find(extension: Extension, situation: Situation): Finding {
  const { today, hostVersion, soonDays, policy } = situation;
  const license = licenseState(extension.license, today, soonDays);
  const judged = judgeReleases(extension, policy, situation);
  const held = holdState(extension.hold, { today, hostVersion, license: extension.license });
  const hold = held.kind === 'in-force' ? held.hold : null;
  const verdict = reachVerdict(extension, license, judged, hold);
  return { license, judged, hold, holdState: held, verdict };
}
