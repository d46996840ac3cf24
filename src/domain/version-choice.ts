import { type Action, rollBackTo } from './action.ts';
import { type Coverage, coveragesOf } from './coverage.ts';
import type { Decided, Estate } from './decide.ts';
import { hostFitting, type HostFit } from './host-fit.ts';
import { runsUnder } from './license.ts';
import { compareAge, newestFirst, orderOf, type Release } from './release.ts';

/** Where a release stands to the installed one; `unplaced` = nobody can say. */
export type Direction = 'newer' | 'older' | 'same' | 'unplaced';

/** Why a release cannot be chosen. */
export type Obstacle =
  | { readonly because: 'other-host' | 'host-unknown' }
  /** An administrator holds the extension, or wants no part of this release. */
  | { readonly because: 'held' | 'skipped'; readonly by: string; readonly reason: string }
  /** Not known to be covered, and this host installs no such release. */
  | { readonly because: 'uncovered-not-allowed' }
  /** Older and not known to be covered: only a host that goes back in one step can be asked for it. */
  | { readonly because: 'older-uncovered' }
  /** The host cannot install a named version, or not go back. */
  | { readonly because: 'not-allowed' | 'no-way-back' };

/** What choosing a release comes to. */
export type Outcome =
  | { readonly kind: 'installed' }
  /** `runs`: otherwise it will not run until it is licensed. */
  | { readonly kind: 'install'; readonly runs: boolean }
  /** Asked once more: what happens to its data. */
  | { readonly kind: 'roll-back'; readonly action: Extract<Action, { kind: 'roll-back' }> }
  /** Asked once more: what the license does not cover. */
  | { readonly kind: 'consent'; readonly action: Extract<Action, { kind: 'update-uncovered' }> }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle };

/** One release somebody may name, with everything that speaks for and against it. */
export interface VersionChoice<R extends Release = Release> {
  readonly release: R;
  readonly direction: Direction;
  readonly coverage: Coverage;
  readonly fit: HostFit;
  readonly outcome: Outcome;
}

function directionOf(release: Release, installed: Release): Direction {
  const age = compareAge(release, installed);
  if (age === undefined) return 'unplaced';
  return age > 0 ? 'newer' : age < 0 ? 'older' : 'same';
}

const refused = (obstacle: Obstacle): Outcome => ({ kind: 'refused', obstacle });

/** What an administrator decided against it. Going back is never held. */
function unwanted(
  { extension, decision: { hold } }: Decided,
  { version }: Release,
  direction: Direction,
): Obstacle | null {
  const skip = extension.skipped.find((each) => each.version === version.text);
  if (skip) return { because: 'skipped', by: skip.by, reason: skip.reason };
  if (hold === null || direction === 'older') return null;
  return { because: 'held', by: hold.by, reason: hold.reason };
}

function outcomeOf(
  found: Decided,
  { may }: Estate,
  choice: Omit<VersionChoice, 'outcome'>,
): Outcome {
  const { release, direction, coverage, fit } = choice;
  if (release.version.text === found.extension.installed.version.text) return { kind: 'installed' };
  if (fit.kind === 'needs-other-host') return refused({ because: 'other-host' });
  if (fit.kind === 'unknown') return refused({ because: 'host-unknown' });
  const against = unwanted(found, release, direction);
  if (against) return refused(against);
  if (!may.has('install') || !may.has('specificVersion'))
    return refused({ because: 'not-allowed' });

  const back = direction === 'older' ? rollBackTo(release, may) : null;
  if (direction === 'older' && back === null) return refused({ because: 'no-way-back' });
  // What does not run anyway no update can stop: there coverage is no obstacle.
  const licensed = runsUnder(found.decision.license) !== 'stopped';
  if (coverage.kind === 'covered' || !licensed) {
    return back ? { kind: 'roll-back', action: back } : { kind: 'install', runs: licensed };
  }
  if (!may.has('uncoveredWithConsent')) return refused({ because: 'uncovered-not-allowed' });
  // In two steps the host would refuse the second one only after the first has removed what is installed.
  if (back?.way === 'reinstall') return refused({ because: 'older-uncovered' });
  return {
    kind: 'consent',
    action: { kind: 'update-uncovered', release, because: coverage.kind },
  };
}

/**
 * Every release of an extension as something that may be chosen by its name, newest first.
 *
 * Nothing here is offered by itself: pre-releases, older releases and uncovered ones are all for whoever names them.
 *
 * @param releases - The whole history, in any order.
 */
export function versionChoices<R extends Release>(
  found: Decided,
  estate: Estate,
  releases: readonly R[],
): readonly VersionChoice<R>[] {
  const { extension, decision } = found;
  const { installed } = extension;
  const coverages = coveragesOf({ ...extension, releases, policy: decision.policy }, estate.today);
  const fitOf = hostFitting(estate.hostVersion, estate.constraints);
  const order = installed.version.kind === 'ordered' ? orderOf(releases) : 'date';
  return (newestFirst(releases, order) as readonly R[]).map((release) => {
    const isInstalled = release.version.text === installed.version.text;
    const choice = {
      release,
      direction: directionOf(release, installed),
      coverage: isInstalled ? decision.judged.installedCoverage : coverages.of(release),
      fit: fitOf(release.requiresHost),
    };
    return { ...choice, outcome: outcomeOf(found, estate, choice) };
  });
}
