import { type Action, rollBackTo } from './action.ts';
import type { Decided, Estate } from './decide.ts';
import type { Extension } from './extension.ts';
import { type GoingBack, goingBack, type PackagedRelease } from './going-back.ts';
import type { Release } from './release.ts';
import { judgeReleases } from './target.ts';
import { isRunning, type Task } from './task.ts';

/** What has gone wrong with an extension so that a way out is due. */
export type RescueReason =
  /** The host cannot run it. */
  | 'failed'
  /** What is installed does not belong to the license. */
  | 'mismatch'
  /** An install failed, and the host could not put the old version back. */
  | 'not-put-back';

/** An older release that is covered and runs on this host. */
export interface WayBack extends GoingBack {
  readonly release: Release;
  /** It is what ran before; else it is the newest that is covered and fits. */
  readonly ranBefore: boolean;
  /** How this host gets there; `null` where it cannot. */
  readonly action: Extract<Action, { kind: 'roll-back' }> | null;
}

/** How to get an extension going again. */
export interface Rescue {
  readonly why: RescueReason;
  /** `null` where no older release is covered and fits. */
  readonly back: WayBack | null;
  /** Everything that helps, most helpful first; asking the vendor is never missing where there is no way back. */
  readonly actions: readonly Action[];
}

/** Whether a rescue is due, and why; `null` = it is not. The host's own report goes before all else. */
export function rescueReason(
  { verdict }: Decided['decision'],
  task: Task | undefined,
): RescueReason | null {
  if (verdict.kind === 'failed') return 'failed';
  if (task && !isRunning(task) && task.failure?.rolledBack === false) return 'not-put-back';
  return verdict.kind === 'mismatch' ? 'mismatch' : null;
}

/** The extension as it stands after an install that was not put back, also where the host does not call it failed yet. */
const asBroken = (extension: Extension, task: Task | undefined): Extension =>
  extension.status.kind === 'failed' || task?.failure?.rolledBack !== false
    ? extension
    : {
        ...extension,
        status: { kind: 'failed', reason: task.failure.reason },
        previous: task.from ?? extension.previous,
      };

function wayBack(
  extension: Extension,
  { decision }: Decided,
  estate: Estate,
  releases: readonly PackagedRelease[] | null,
): WayBack | null {
  // The list carries older releases only where the host thought of it; the whole history knows better.
  const release =
    releases === null
      ? decision.judged.wayBack
      : judgeReleases({ ...extension, releases }, decision.policy, estate).wayBack;
  return (
    release && {
      release,
      ranBefore: release.version.text === extension.previous,
      action: rollBackTo(release, estate.may),
      ...goingBack(extension.installed, release, releases),
    }
  );
}

/** The allowed actions with the way back among them: right after an update that mends it, else first. */
function withWayBack(actions: readonly Action[], why: RescueReason, back: WayBack | null) {
  const others = actions.filter(({ kind }) => kind !== 'roll-back');
  if (back?.action) {
    const mends = why === 'mismatch' ? others.filter(({ kind }) => kind === 'update') : [];
    return [...mends, back.action, ...others.filter((each) => !mends.includes(each))];
  }
  return others.some(({ kind }) => kind === 'contact-vendor')
    ? others
    : [...others, { kind: 'contact-vendor' } as const];
}

/**
 * How to get an extension going again that the host cannot run, or whose installed release is not covered.
 *
 * @param task - The last one of this extension, as far as known.
 * @param releases - Its whole history; `null` while it is not known, or could not be read: then the list's own
 *   releases decide, and what only the history knows is said to be unknown.
 * @returns `null` where nothing has to be rescued.
 */
export function rescueOf(
  found: Decided,
  estate: Estate,
  task: Task | undefined,
  releases: readonly PackagedRelease[] | null,
): Rescue | null {
  const { decision } = found;
  const why = rescueReason(decision, task);
  if (why === null) return null;
  const back = wayBack(asBroken(found.extension, task), found, estate, releases);
  return { why, back, actions: withWayBack(decision.actions, why, back) };
}
