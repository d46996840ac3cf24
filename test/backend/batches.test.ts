import { expect, it } from 'vitest';
import { batch, batches, batchRequest, endedBatch } from '../contract/examples.ts';
import { failureOf, sayingJson } from './given.ts';

const [running, waiting, refused] = batch.steps;

it('asks for exactly what was chosen, under one key', async () => {
  const { backend, left } = sayingJson(batch, { status: 201 });
  await backend.host.startBatch(batchRequest.steps, 'one-key');

  expect(left).toMatchObject([{ method: 'POST', path: '/batches', body: batchRequest }]);
  expect(left[0]?.headers.get('Idempotency-Key')).toBe('one-key');
});

it('reads every step in the words of its state, and nothing beside them', async () => {
  const { backend } = sayingJson(batches);
  const [ended] = await backend.host.batches();

  expect(ended?.steps).toEqual([
    {
      extension: 'importer',
      name: 'Importer',
      from: '1.0.0',
      to: '1.1.0',
      state: 'done',
      obstacle: 'data-migrated',
    },
    {
      extension: 'seo-report',
      name: 'SEO Report',
      from: '2.4.0',
      to: '2.4.1',
      state: 'failed',
      reason: 'The package could not be unpacked: the disk is full.',
      rolledBack: false,
      obstacle: null,
    },
    {
      extension: 'gallery',
      name: 'Gallery',
      from: '2.9.0',
      to: '3.0.0',
      state: 'refused',
      reason: 'The license is not known to cover 3.0.0.',
    },
  ]);
});

it.each([
  ['another extension', { ...waiting, extension: 'mail' }],
  ['another version', { ...waiting, to: '9.9.9' }],
])('does not believe a batch that installs %s than was asked for', async (_what, step) => {
  const { backend } = sayingJson({ ...batch, steps: [running, step, refused] });

  expect(await failureOf(backend.host.startBatch(batchRequest.steps, 'key'))).toMatchObject({
    call: 'start-batch',
    failure: { kind: 'unreadable', at: 'batch' },
  });
});

it('does not believe an answer about another batch than the one asked about', async () => {
  const { backend } = sayingJson({ ...batch, id: 'batch-4' });

  for (const asked of [
    backend.host.pauseBatch('batch-3'),
    backend.host.resumeBatch('batch-3'),
    backend.host.cancelBatch('batch-3'),
    backend.host.undoBatch('batch-3', 'key'),
  ])
    expect(await failureOf(asked)).toMatchObject({ failure: { kind: 'unreadable', at: 'batch' } });
});

it.each([
  ['a step at work without its task', { ...running, task: null }, 'batch.steps[0].task'],
  [
    'a step that stays without its reason',
    { ...running, state: 'kept', obstacle: null },
    'batch.steps[0].obstacle',
  ],
  [
    'a lost obstacle',
    { ...running, state: 'done', obstacle: undefined },
    'batch.steps[0].obstacle',
  ],
  ['an unknown state', { ...running, state: 'sleeping' }, 'batch.steps[0].state'],
  ['an extension twice', waiting, 'batch.steps'],
])('does not guess at %s', async (_what, step, at) => {
  const { backend } = sayingJson({ ...batch, steps: [step, waiting, refused] });

  expect(await failureOf(backend.host.pauseBatch('batch-3'))).toMatchObject({
    failure: { kind: 'unreadable', at },
  });
});

it('lets a batch that makes no sense hide none of the others, and believes no twins', async () => {
  const twin = { ...batch, id: 'twin' };
  const { backend } = sayingJson({ batches: [{ id: 7 }, twin, endedBatch, twin] });

  expect((await backend.host.batches()).map(({ id }) => id)).toEqual(['batch-3']);
});

it('never takes a lost "rolled back" for one', async () => {
  const { rolledBack: _, ...lost } = { ...endedBatch.steps[1], rolledBack: true };
  const { backend } = sayingJson({ batches: [{ ...endedBatch, steps: [lost] }] });
  const [ended] = await backend.host.batches();

  expect(ended?.steps[0]).toMatchObject({ state: 'failed', rolledBack: false });
});
