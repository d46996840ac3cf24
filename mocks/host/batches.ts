import type { HttpHandler } from 'msw';
import type * as v from 'valibot';
import { type WireBatch, WireBatchRequest } from '../../src/backend/wire.ts';
import { type BatchStep, isOpen, stepAtWork, undoPlan } from '../../src/domain/batch.ts';
import { DAY_MS, instant, now } from '../clock.ts';
import { bodyOf, json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { obstacleOf, put, requireAsPlanned, work } from './batch-course.ts';
import { did } from './changed.ts';
import type { HostBatch } from './state.ts';

/** A step with what stands in the way of its undo right now. */
function looked(world: World, step: BatchStep): BatchStep {
  switch (step.state) {
    case 'done':
    case 'undo-failed':
      return { ...step, obstacle: obstacleOf(world, step) };
    case 'failed':
      return { ...step, obstacle: step.rolledBack ? null : obstacleOf(world, step) };
    case 'waiting':
    case 'running':
    case 'refused':
    case 'canceled':
    case 'undo-waiting':
    case 'undoing':
    case 'undone':
    case 'kept':
      return step;
  }
}

/** A batch as it travels. */
export const batchOnWire = (world: World, batch: HostBatch): v.InferInput<typeof WireBatch> => {
  const { id, state, startedBy, startedAt, endedAt } = batch;
  const steps = batch.steps.map((step) => ({ obstacle: null, ...looked(world, step) }));
  return { id, state, startedBy, startedAt, endedAt, steps };
};

/** Batches that are not over, and how the last ones ended. */
export const batchHandlers = (route: Route, { memory }: Context): HttpHandler[] => {
  /** A command about one batch, answered with how it stands afterwards. */
  const commanded =
    (act: (world: World, batch: HostBatch, request: Request) => void): Parameters<Route>[3] =>
    ({ request, part }) =>
      memory.change((world) => {
        const batch = batchOf(world, part('id'));
        act(world, batch, request);
        work(world);
        return json(batchOnWire(world, batch));
      });

  return [
    route(
      'start-batch',
      'post',
      '/api/batches',
      async ({ request }) => {
        const { steps } = await bodyOf(WireBatchRequest, request);
        return memory.change((world) => {
          const batch = started(world, steps, request.headers.get('Idempotency-Key'));
          work(world);
          const headers = { Location: `/api/batches/${batch.id}` };
          return json(batchOnWire(world, batch), { status: 201, headers });
        });
      },
      'batch',
    ),

    route('batches', 'get', '/api/batches', () =>
      memory.read((world) =>
        json({
          batches: world.host.batches
            .filter((batch) => isOpen(batch) || endedLately(world, batch))
            .map((batch) => batchOnWire(world, batch)),
        }),
      ),
    ),

    route('batch', 'get', '/api/batches/:id', ({ part }) =>
      memory.read((world) => json(batchOnWire(world, batchOf(world, part('id'))))),
    ),

    route('pause-batch', 'post', '/api/batches/:id/pause', commanded(pause), 'batch'),
    route('resume-batch', 'post', '/api/batches/:id/resume', commanded(resume), 'batch'),
    route('cancel-batch', 'delete', '/api/batches/:id', commanded(cancel), 'batch'),
    route('undo-batch', 'post', '/api/batches/:id/undo', commanded(undo), 'undo'),
  ];
};

/** How long is told of a batch after it ended. */
const endedLately = (world: World, { endedAt }: HostBatch): boolean =>
  endedAt !== null && Date.parse(endedAt) > now(world) - DAY_MS;

function batchOf({ host }: World, id: string): HostBatch {
  const batch = host.batches.find((each) => each.id === id);
  if (!batch) throw new Refusal(404, 'not-found', `There is no batch ${id}.`);
  return batch;
}

/** One batch at a time: two would work against each other. */
function requireNoOther({ host }: World, self?: HostBatch): void {
  const other = host.batches.find((batch) => batch !== self && isOpen(batch));
  if (other)
    throw new Refusal(409, 'in-progress', 'Another bulk update is not over yet.', other.id);
}

function requireGoing({ state }: HostBatch): void {
  if (state !== 'running' && state !== 'paused')
    throw new Refusal(409, 'gone', 'The bulk update is over.');
}

/** The same idempotency key starts one batch, however often it is sent. */
function started(
  world: World,
  wanted: v.InferOutput<typeof WireBatchRequest>['steps'],
  key: string | null,
): HostBatch {
  const { host } = world;
  const known = host.batches.find(({ id }) => key !== null && id === host.started[key]);
  if (known) return known;
  if (new Set(wanted.map(({ extension }) => extension)).size < wanted.length)
    throw new Refusal(422, 'invalid-request', 'steps: each extension once.');
  requireNoOther(world);
  const batch: HostBatch = {
    id: `batch-${host.batches.length + 1}`,
    state: 'running',
    startedBy: { id: host.actor.id, name: host.actor.name },
    startedAt: instant(now(world)),
    endedAt: null,
    goesSince: now(world),
    steps: wanted.map(({ extension, version }) => planned(world, extension, version)),
  };
  host.batches.push(batch);
  if (key !== null) host.started[key] = batch.id;
  note(world, 'panel', 'host', 'batch', batch.id);
  did(world, 'batch', { count: wanted.length, result: 'started' });
  return batch;
}

/** A step as the host takes it on; what it would refuse now stands there as refused from the start. */
function planned(world: World, key: string, to: string): BatchStep {
  const extension = world.host.extensions.find((each) => each.key === key);
  const about = {
    extension: key,
    name: extension?.name ?? key,
    from: extension?.installed ?? null,
    to,
  };
  const step: BatchStep = { ...about, state: 'waiting' };
  try {
    requireAsPlanned(world, step);
    return step;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ...about, state: 'refused', reason: refusal.message };
  }
}

function pause(_world: World, batch: HostBatch): void {
  requireGoing(batch);
  batch.state = 'paused';
}

function resume(world: World, batch: HostBatch): void {
  requireGoing(batch);
  if (batch.state === 'running') return;
  batch.state = 'running';
  batch.goesSince = now(world);
}

function cancel(_world: World, batch: HostBatch): void {
  if (batch.state === 'undoing')
    throw new Refusal(409, 'gone', 'It is being undone; nothing of it is waiting any more.');
  for (const { extension, name, from, to, state } of batch.steps)
    if (state === 'waiting') put(batch, { extension, name, from, to, state: 'canceled' });
}

/** The same idempotency key undoes a batch once, however often it is sent. */
function undo(world: World, batch: HostBatch, request: Request): void {
  const { started } = world.host;
  const key = request.headers.get('Idempotency-Key');
  if (key !== null && started[key] === batch.id) return;
  if (batch.state === 'undoing' || batch.state === 'running' || stepAtWork(batch))
    throw new Refusal(409, 'in-progress', 'A step of it is still at work.', batch.id);
  requireNoOther(world, batch);
  const { back, stays } = undoPlan({ steps: batch.steps.map((step) => looked(world, step)) });
  if (back.length === 0) throw new Refusal(409, 'gone', 'Nothing of it can be undone.');
  cancel(world, batch);
  for (const { extension, name, from, to } of back)
    put(batch, { extension, name, from, to, state: 'undo-waiting' });
  for (const { step, obstacle } of stays) {
    const { extension, name, from, to } = step;
    put(batch, { extension, name, from, to, state: 'kept', obstacle });
  }
  if (key !== null) started[key] = batch.id;
  batch.state = 'undoing';
  batch.endedAt = null;
  batch.goesSince = now(world);
  note(world, 'panel', 'host', 'undo-batch', batch.id);
  did(world, 'undo-batch', { count: back.length, result: 'started' });
}
