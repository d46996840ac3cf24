import type { HttpHandler } from 'msw';
import type * as v from 'valibot';
import type { WireTask } from '../../src/backend/wire.ts';
import type { TaskPhase } from '../../src/domain/task.ts';
import { instant, now } from '../clock.ts';
import { json, nothing, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import type { World } from '../world.ts';
import { changed } from './changed.ts';
import type { HostTask } from './state.ts';
import { tellOfTask } from './task-news.ts';

/** The phases of a running task and at which part of the whole each ends. */
const COURSE: readonly (readonly [TaskPhase, number])[] = [
  ['queued', 0.08],
  ['downloading', 0.5],
  ['installing', 0.85],
  ['restarting', 1],
];

/** A task as it travels, as far as it is by now. */
export function taskOnWire(world: World, task: HostTask): v.InferInput<typeof WireTask> {
  const { id, extension, kind, from, to, failure, batch } = task;
  const done = task.takes === 0 ? 1 : Math.max(0, now(world) - task.startsAt) / task.takes;
  const running = COURSE.find(([, end]) => done < end)?.[0] ?? 'restarting';
  const phase = task.ended ?? running;
  const counted = phase === 'downloading' || phase === 'installing';
  return {
    id,
    extension,
    kind,
    from,
    to,
    phase,
    percent: phase === 'done' ? 100 : counted ? Math.min(99, Math.round(done * 100)) : null,
    cancelable: phase === 'queued' || phase === 'downloading',
    startedAt: instant(task.askedAt),
    failure,
    batch,
  };
}

/** The task that works on an extension right now. */
export const runningOn = ({ host }: World, extension: string): HostTask | undefined =>
  host.tasks.find((task) => task.ended === null && task.extension === extension);

/**
 * Puts a task behind those already waiting: this host works on one extension after the other.
 *
 * @param at - When it was asked for, in milliseconds since 1970; the next step of a batch, as soon as the last ended.
 */
export function startTask(
  world: World,
  wanted: Pick<HostTask, 'extension' | 'kind' | 'from' | 'to'> & {
    batch?: string;
    byItself?: boolean;
  },
  at = now(world),
): HostTask {
  const { tasks } = world.host;
  const busyUntil = tasks.reduce(
    (end, task) => (task.ended ? end : Math.max(end, task.startsAt + task.takes)),
    0,
  );
  const task: HostTask = {
    batch: null,
    ...wanted,
    id: `task-${tasks.length + 1}`,
    askedAt: at,
    startsAt: Math.max(at, busyUntil),
    takes: world.pace,
    ended: null,
    failure: null,
  };
  tasks.push(task);
  tellOfTask(world, task, 'started');
  return task;
}

/** Whether a task has come to its end without the host having drawn the consequence. */
export const tasksAreDue = (world: World): boolean =>
  world.host.tasks.some((task) => isDue(world, task));

const isDue = (world: World, task: HostTask): boolean =>
  task.ended === null && now(world) >= task.startsAt + task.takes;

/** Ends what has come to its end. */
export function endTasks(world: World): void {
  for (const task of world.host.tasks) if (isDue(world, task)) end(world, task);
}

function end(world: World, task: HostTask): void {
  const extension = world.host.extensions.find(({ key }) => key === task.extension);
  const failure = task.kind === 'install' ? (world.host.broken[task.extension] ?? null) : null;
  task.ended = failure ? 'failed' : 'done';
  task.failure = failure;
  if (!extension) return;
  tellOfTask(world, task, task.ended, task.startsAt + task.takes);
  if (failure?.rolledBack) return;
  if (task.from !== null && !extension.kept.includes(task.from)) extension.kept.push(task.from);
  if (task.from !== null && task.to !== null) extension.previous = task.from;
  extension.installed = task.to;
  extension.status = failure ? { kind: 'failed', reason: failure.reason } : { kind: 'enabled' };
  if ('errors' in extension.license && extension.license.errors.includes('VERSION_MISMATCH')) {
    const errors = extension.license.errors.filter((error) => error !== 'VERSION_MISMATCH');
    extension.license = { ...extension.license, errors };
  }
  changed(world);
}

/** How many tasks are told of after they ended. */
const SENT = 100;

/** What is running, and what ended lately. */
export const taskHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route('tasks', 'get', '/api/tasks', () =>
    memory.read((world) =>
      json({
        tasks: world.host.tasks
          .filter((task, at, all) => task.ended === null || at >= all.length - SENT)
          .map((task) => taskOnWire(world, task)),
      }),
    ),
  ),

  route('task', 'get', '/api/tasks/:id', ({ part }) =>
    memory.read((world) => {
      const task = taskOf(world, part('id'));
      return json(taskOnWire(world, task), task.ended ? {} : { headers: { 'Retry-After': '1' } });
    }),
  ),

  route(
    'cancel-task',
    'delete',
    '/api/tasks/:id',
    ({ part }) =>
      memory.change((world) => {
        const task = taskOf(world, part('id'));
        if (task.ended === 'canceled') return nothing();
        if (task.ended || !taskOnWire(world, task).cancelable) {
          throw new Refusal(
            409,
            'gone',
            'It is too late to cancel: files are already being replaced.',
          );
        }
        task.ended = 'canceled';
        tellOfTask(world, task, 'canceled');
        return nothing();
      }),
    'cancelTask',
  ),
];

function taskOf({ host }: World, id: string): HostTask {
  const task = host.tasks.find((each) => each.id === id);
  if (!task) throw new Refusal(404, 'not-found', `There is no task ${id}.`);
  return task;
}
