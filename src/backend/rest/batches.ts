import type * as v from 'valibot';
import type { Batch, BatchStep } from '../../domain/batch.ts';
import type { HostBackend } from '../backend.ts';
import { BackendError, type Call } from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { WireBatch, WireBatches, type WireBatchStep } from '../wire.ts';
import { partTwins } from './entries.ts';
import { type Answer, readAnswer, type Transport } from './transport.ts';

type BatchCalls = Pick<
  HostBackend,
  'startBatch' | 'batches' | 'pauseBatch' | 'resumeBatch' | 'cancelBatch' | 'undoBatch'
>;

/** A member that this state cannot do without. */
function needed<T>(value: T | null, at: string, expected: string): T {
  if (value === null) throw new ContractBreach(at, expected);
  return value;
}

/** A step of the contract as the rules know it. @param at - Where it stands in the answer. */
function toStep(wire: v.InferOutput<typeof WireBatchStep>, at: string): BatchStep {
  const { extension, name, from, to, state, rolledBack, obstacle } = wire;
  const about = { extension, name, from, to };
  const reason = wire.reason ?? '';
  switch (state) {
    case 'waiting':
    case 'canceled':
    case 'undo-waiting':
    case 'undone':
      return { ...about, state };
    case 'running':
    case 'undoing':
      return { ...about, state, task: needed(wire.task, `${at}.task`, 'the task at work') };
    case 'done':
      return { ...about, state, obstacle };
    case 'refused':
      return { ...about, state, reason };
    case 'failed':
      return { ...about, state, reason, rolledBack, obstacle };
    case 'undo-failed':
      return { ...about, state, reason, obstacle };
    case 'kept':
      return { ...about, state, obstacle: needed(obstacle, `${at}.obstacle`, 'why it stays') };
  }
}

/** @throws ContractBreach where steps contradict themselves, or an extension has two of them. */
function toBatch(wire: v.InferOutput<typeof WireBatch>): Batch {
  const steps = wire.steps.map((step, at) => toStep(step, `batch.steps[${at}]`));
  if (partTwins(steps, ({ extension }) => extension).twins.length > 0)
    throw new ContractBreach('batch.steps', 'each extension once');
  return { ...wire, steps };
}

/** What makes no sense as a batch is an error of the call. */
function batchFrom(answer: Answer, call: Call, isAsked: (batch: Batch) => boolean): Batch {
  const breach = (at: string, expected: string, cause?: unknown) =>
    new BackendError(call, { kind: 'unreadable', at, expected }, { cause });
  const wire = readAnswer(WireBatch, call, answer, 'batch');
  let batch: Batch;
  try {
    batch = toBatch(wire);
  } catch (cause) {
    if (!(cause instanceof ContractBreach)) throw cause;
    throw breach(cause.at, cause.expected, cause);
  }
  // An answer about another batch than the one asked about is no answer.
  if (!isAsked(batch)) throw breach('batch', 'the batch asked about');
  return batch;
}

/** One that makes no sense hides none of the others. */
function batchesFrom(entries: readonly unknown[]): readonly Batch[] {
  const sound = entries.flatMap((entry) => {
    try {
      return [toBatch(read(WireBatch, entry, 'batch'))];
    } catch (cause) {
      if (cause instanceof ContractBreach) return [];
      throw cause;
    }
  });
  return partTwins(sound, ({ id }) => id).single;
}

const pairs = (steps: readonly (readonly [string, string])[]): string =>
  JSON.stringify(steps.map((pair) => JSON.stringify(pair)).sort());

/** The contract's calls about batches. */
export function restBatches(send: Transport): BatchCalls {
  const path = (id: string) => `/batches/${encodeURIComponent(id)}`;
  const change = async (
    call: Call,
    id: string,
    request: Pick<Parameters<Transport>[0], 'path' | 'method' | 'idempotencyKey'>,
  ) => batchFrom(await send({ call, ...request }), call, (batch) => batch.id === id);

  return {
    async startBatch(steps, idempotencyKey) {
      const call = 'start-batch';
      const body = { steps };
      const answer = await send({ call, path: '/batches', method: 'POST', body, idempotencyKey });
      const wanted = pairs(steps.map(({ extension, version }) => [extension, version]));
      return batchFrom(
        answer,
        call,
        (batch) => pairs(batch.steps.map(({ extension, to }) => [extension, to])) === wanted,
      );
    },
    async batches(signal) {
      const answer = await send({ call: 'batches', path: '/batches', signal });
      return batchesFrom(readAnswer(WireBatches, 'batches', answer, '').batches);
    },
    pauseBatch: (id) => change('pause-batch', id, { path: `${path(id)}/pause`, method: 'POST' }),
    resumeBatch: (id) => change('resume-batch', id, { path: `${path(id)}/resume`, method: 'POST' }),
    cancelBatch: (id) => change('cancel-batch', id, { path: path(id), method: 'DELETE' }),
    undoBatch: (id, idempotencyKey) =>
      change('undo-batch', id, { path: `${path(id)}/undo`, method: 'POST', idempotencyKey }),
  };
}
