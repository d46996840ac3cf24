import { type BatchStep, type Obstacle, stepAtWork } from '../../src/domain/batch.ts';
import { holdState } from '../../src/domain/hold.ts';
import { compareReleases, orderOf } from '../../src/domain/release.ts';
import { instant, today } from '../clock.ts';
import { Refusal } from '../reply.ts';
import type { World } from '../world.ts';
import { did, extensionOf } from './changed.ts';
import { requireInstallable } from './install.ts';
import { judged, releaseOf } from './release.ts';
import type { HostBatch, HostExtension, HostTask } from './state.ts';
import { endTasks, startTask, tasksAreDue } from './tasks.ts';

/*
 * How this host goes through a batch: one step after the other, each an ordinary task. A step that fails stops none of
 * the others. What follows a step follows it in the same instant, however long nobody asked.
 */

/** Whether the passed time has brought something the host has not done yet. */
export const hostIsBehind = (world: World): boolean =>
  tasksAreDue(world) || world.host.batches.some((batch) => nextMove(world, batch) !== null);

/** Does what the passed time has brought: tasks end, and batches go on from one step to the next. */
export function work(world: World): void {
  endTasks(world);
  for (const batch of world.host.batches) {
    for (let move = nextMove(world, batch); move; move = nextMove(world, batch)) {
      move();
      endTasks(world);
    }
  }
}

type Move = () => void;

/** What a batch has to do now; `null` while its task runs, and when nothing is left. */
function nextMove(world: World, batch: HostBatch): Move | null {
  const step = stepAtWork(batch);
  if (step) {
    const task = world.host.tasks.find(({ id }) => id === step.task);
    return task?.ended ? () => put(batch, afterTask(step, task)) : null;
  }
  switch (batch.state) {
    case 'running': {
      const next = batch.steps.find(({ state }) => state === 'waiting');
      return next ? () => begin(world, batch, next) : () => close(world, batch, 'ended');
    }
    case 'paused':
      return batch.steps.some(({ state }) => state === 'waiting')
        ? null
        : () => close(world, batch, 'ended');
    case 'undoing': {
      const next = batch.steps.findLast(({ state }) => state === 'undo-waiting');
      return next ? () => beginUndo(world, batch, next) : () => close(world, batch, 'undone');
    }
    case 'ended':
    case 'undone':
      return null;
  }
}

/** Puts a step in the place of the one for the same extension. */
export function put(batch: HostBatch, step: BatchStep): void {
  batch.steps = batch.steps.map((each) => (each.extension === step.extension ? step : each));
}

const aboutOf = ({ extension, name, from, to }: BatchStep) => ({ extension, name, from, to });

/** How a step stands once its task has ended. */
function afterTask(step: BatchStep, { ended, failure }: HostTask): BatchStep {
  const about = aboutOf(step);
  const reason = failure?.reason ?? '';
  if (step.state === 'undoing') {
    if (ended === 'done') return { ...about, state: 'undone' };
    const why = ended === 'canceled' ? 'Somebody canceled it.' : reason;
    return { ...about, state: 'undo-failed', reason: why, obstacle: null };
  }
  if (ended === 'done') return { ...about, state: 'done', obstacle: null };
  if (ended === 'canceled') return { ...about, state: 'canceled' };
  const rolledBack = failure?.rolledBack ?? false;
  return { ...about, state: 'failed', reason, rolledBack, obstacle: null };
}

/** When the last task of a batch came to its end; when it was let go, if that was later. */
function endOfLast({ host }: World, { id, goesSince }: HostBatch): number {
  const last = host.tasks.findLast(({ batch }) => batch === id);
  const end = last && last.ended !== 'canceled' ? last.startsAt + last.takes : 0;
  return Math.max(goesSince, end);
}

/** Begins a step: as soon as the one before has ended, not when somebody looks. */
function begin(world: World, batch: HostBatch, step: BatchStep): void {
  const { extension, from, to } = step;
  try {
    requireAsPlanned(world, step);
    const wanted = { extension, kind: 'install', from, to, batch: batch.id } as const;
    const task = startTask(world, wanted, endOfLast(world, batch)).id;
    put(batch, { ...aboutOf(step), state: 'running', task });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    put(batch, { ...aboutOf(step), state: 'refused', reason: refusal.message });
  }
}

/** The host judges for itself, and again when the turn of a step has come. @throws Refusal */
export function requireAsPlanned(world: World, { extension: key, from, to }: BatchStep): void {
  const extension = extensionOf(world, key);
  const { installed, hold, license } = extension;
  if (installed === null) throw new Refusal(404, 'not-found', 'It is not installed.');
  if (installed !== from)
    throw new Refusal(409, 'invalid-request', `${installed} was installed in the meantime.`);
  const view = { today: today(world), hostVersion: world.host.version, license };
  if (holdState(hold, view).kind === 'in-force')
    throw new Refusal(409, 'invalid-request', `${hold?.by ?? 'Somebody'} holds it back.`);
  requireInstallable(world, extension, to);
}

function beginUndo(world: World, batch: HostBatch, step: BatchStep): void {
  const about = aboutOf(step);
  const { extension: key, from: to } = about;
  const obstacle = obstacleOf(world, about);
  if (obstacle !== null) return put(batch, { ...about, state: 'kept', obstacle });
  try {
    const extension = extensionOf(world, key);
    requireInstallable(world, extension, to ?? '');
    const wanted = { extension: key, from: extension.installed, to, batch: batch.id } as const;
    const task = startTask(world, { ...wanted, kind: 'install' }, endOfLast(world, batch)).id;
    put(batch, { ...about, state: 'undoing', task });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    put(batch, { ...about, state: 'undo-failed', reason: refusal.message, obstacle: null });
  }
}

/** Why an extension cannot go back to what it had before a batch; `null` where it can. */
export function obstacleOf(
  world: World,
  { extension: key, from, to }: Pick<BatchStep, 'extension' | 'from' | 'to'>,
): Obstacle | null {
  const extension = world.host.extensions.find((each) => each.key === key);
  // An undo that broke off leaves the older version behind, broken; it may be tried again.
  const stands =
    extension?.installed === to ||
    (extension?.installed === from && extension?.status.kind === 'failed');
  if (!extension || from === null || !stands) return 'changed-since';
  if (!extension.kept.includes(from)) return 'package-gone';
  if (migrates(extension, from, to)) return 'data-migrated';
  try {
    requireInstallable(world, extension, from);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return OBSTACLE[refusal.problem] ?? null;
  }
}

/** What is in the way for now only, as a task at work, is no obstacle. */
const OBSTACLE: Readonly<Partial<Record<Refusal['problem'], Obstacle>>> = {
  'not-covered': 'not-covered',
  'does-not-fit-host': 'does-not-fit-host',
  'package-unavailable': 'package-gone',
};

/** Whether a release after the one and up to the other changed stored data for good. */
function migrates(extension: HostExtension, from: string, to: string): boolean {
  const old = releaseOf(extension, from);
  const all = extension.releases.map((release) => judged(release, 'UTC'));
  const order = orderOf(all);
  return extension.releases.some((release) => {
    if (!release.migratesData) return false;
    if (release.version === to || !old) return true;
    const target = releaseOf(extension, to);
    const one = judged(release, 'UTC');
    return (
      compareReleases(one, judged(old, 'UTC'), order) > 0 &&
      (!target || compareReleases(one, judged(target, 'UTC'), order) < 0)
    );
  });
}

function close(world: World, batch: HostBatch, state: 'ended' | 'undone'): void {
  const at = endOfLast(world, batch);
  batch.state = state;
  batch.endedAt = instant(at);
  const through = state === 'ended' ? 'done' : 'undone';
  const count = batch.steps.filter((step) => step.state === through).length;
  did(world, state === 'ended' ? 'batch' : 'undo-batch', { count, by: batch.startedBy, at });
}
