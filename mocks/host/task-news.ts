import type { ActivityResult, ActivityWord } from '../../src/domain/activity.ts';
import { compareVersions, version } from '../../src/domain/version.ts';
import type { World } from '../world.ts';
import { did } from './changed.ts';
import type { HostTask } from './state.ts';

/** Writes down that a task began or ended. @param at - When, in milliseconds since 1970; now unless given. */
export function tellOfTask(
  world: World,
  task: HostTask,
  result: ActivityResult,
  at?: number,
): void {
  const { extension, from, to } = task;
  const reason = task.failure?.reason ?? null;
  did(world, wordOf(task), {
    extension,
    from,
    to,
    result,
    reason,
    ...(at === undefined ? {} : { at }),
    ...(task.byItself ? { by: null } : {}),
  });
}

/** The journal's word for a task: where it leads, seen from where it started. */
function wordOf({ from, to }: HostTask): ActivityWord {
  if (to === null) return 'uninstall';
  if (from === null) return 'install';
  const way = compareVersions(version(to), version(from)) ?? 0;
  if (way === 0) return 'install';
  return way > 0 ? 'update' : 'roll-back';
}
