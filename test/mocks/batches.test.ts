import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../mocks/clock.ts';
import { advance, breakInstall, setFault } from '../../mocks/change.ts';
import type { Batch, StepState } from '../../src/domain/batch.ts';
import { countSteps, isOpen } from '../../src/domain/batch.ts';
import { type Said, start, type Started } from './start.ts';

const PACE = 10_000;
const EIGHT = [
  ['backup', '1.1.0'],
  ['calendar', '1.1.0'],
  ['forms', '1.1.0'],
  ['gallery', '1.1.0'],
  ['mail', '1.1.0'],
  ['reports', '2.0.0'],
  ['search', '1.1.0'],
  ['shop', '1.1.0'],
] as const;

const steps = (...pairs: readonly (readonly [string, string])[]) => ({
  steps: pairs.map(([extension, version]) => ({ extension, version })),
});

/** A world with eight updates, asked as a panel would. */
function host(pace = PACE) {
  const started = start('bulk-update', { pace });
  const { ask, memory } = started;
  const batchOf = ({ body }: Said) => body as Batch;
  const command = async (what: string) => batchOf(await ask(what));
  return {
    ...started,
    begin: async (...pairs: readonly (readonly [string, string])[]) =>
      batchOf(await ask('POST /batches', steps(...pairs))),
    look: () => command('/batches/batch-1'),
    pause: () => command('POST /batches/batch-1/pause'),
    resume: () => command('POST /batches/batch-1/resume'),
    cancel: () => command('DELETE /batches/batch-1'),
    undo: () => command('POST /batches/batch-1/undo'),
    wait: (steps: number) => advance(memory, steps * PACE),
  };
}

const states = ({ steps }: Batch) => steps.map(({ state }) => state);
const versions = ({ world }: Pick<Started, 'world'>) =>
  Object.fromEntries(world.host.extensions.map(({ key, installed }) => [key, installed]));

describe('a batch', () => {
  it('runs one step after the other, with nobody looking', async () => {
    const { begin, look, wait } = host();
    expect(states(await begin(...EIGHT.slice(0, 3)))).toEqual(['running', 'waiting', 'waiting']);
    await wait(1.5);
    expect(states(await look())).toEqual(['done', 'running', 'waiting']);
    await wait(20);
    expect(await look()).toMatchObject({ state: 'ended' });
    expect(states(await look())).toEqual(['done', 'done', 'done']);
  });

  it('ended when its last step did, not when somebody looked', async () => {
    const { begin, look, wait } = host();
    const { startedAt } = await begin(...EIGHT.slice(0, 3));
    await wait(1_000);
    const { endedAt } = await look();
    expect(Date.parse(endedAt ?? '') - Date.parse(startedAt)).toBe(3 * PACE);
  });

  it('goes on where one step fails, and says why it did', async () => {
    const { begin, look, wait, world } = host();
    await begin(...EIGHT);
    await wait(20);
    const batch = await look();
    expect(countSteps(batch)).toMatchObject({ done: 7, failed: 1 });
    expect(batch.steps[3]).toMatchObject({
      extension: 'gallery',
      state: 'failed',
      reason: 'Its archive is damaged: a file is missing.',
      rolledBack: true,
    });
    expect(versions({ world })).toMatchObject({ gallery: '1.0.0', shop: '1.1.0' });
  });

  it('never takes an uncovered release, and does the rest', async () => {
    const { begin, wait, look, world } = host();
    const batch = await begin(['wiki', '1.1.0'], ['mail', '1.1.0'], ['gone', '1'], ['shop', '9']);
    expect(states(batch)).toEqual(['refused', 'running', 'refused', 'refused']);
    expect(batch.steps[0]).toMatchObject({ reason: expect.stringContaining('cover') });
    await wait(5);
    expect(states(await look())).toEqual(['refused', 'done', 'refused', 'refused']);
    expect(versions({ world })).toMatchObject({ wiki: '1.0.0', mail: '1.1.0' });
  });

  it('checks again when the turn of a step has come', async () => {
    const { begin, look, wait, ask, world } = host();
    await begin(...EIGHT.slice(0, 3), ['mail', '1.1.0'], ['shop', '1.1.0']);
    const lapsed = world.host.extensions.find(({ key }) => key === 'forms');
    if (lapsed) lapsed.license = { kind: 'unknown', reason: 'Nobody answers.' };
    await ask('PUT /extensions/mail/hold', { reason: 'Not now', until: null });
    await wait(20);
    expect(states(await look())).toEqual(['done', 'done', 'refused', 'refused', 'done']);
  });

  it('does not touch what somebody else has changed since the review', async () => {
    const { begin, look, wait, ask } = host();
    await begin(['reports', '2.0.0'], ['mail', '1.1.0']);
    await ask('POST /extensions/mail/install', { version: '1.1.0' });
    await wait(20);
    expect((await look()).steps[1]).toMatchObject({
      state: 'refused',
      reason: '1.1.0 was installed in the meantime.',
    });
  });

  it('is the only one, until it is over', async () => {
    const { begin, ask, wait } = host();
    await begin(['mail', '1.1.0']);
    expect(await ask('POST /batches', steps(['shop', '1.1.0']))).toMatchObject({
      status: 409,
      body: { type: 'urn:upkeep:problem:in-progress', running: 'batch-1' },
    });
    await wait(2);
    expect((await ask('POST /batches', steps(['shop', '1.1.0']))).status).toBe(201);
  });

  it.each([
    ['nothing', { steps: [] }],
    ['an extension twice', steps(['mail', '1.1.0'], ['mail', '1.0.0'])],
  ])('is not begun with %s', async (_what, body) => {
    expect((await host().ask('POST /batches', body)).status).toBe(422);
  });

  it('is started once for one idempotency key, also when the answer was lost', async () => {
    const { ask, memory, world } = host();
    await setFault(memory, { party: 'host', call: 'start-batch', kind: 'lost-after', times: 1 });
    const begin = () =>
      ask('POST /batches', steps(['mail', '1.1.0']), { 'Idempotency-Key': 'one' });
    await expect(begin()).rejects.toThrow('Failed to fetch');
    expect((await begin()).body).toMatchObject({ id: 'batch-1' });
    expect(world.host.batches).toHaveLength(1);
    expect(world.host.tasks).toHaveLength(1);
  });

  it('needs a host that has batches, and a person who may', async () => {
    const { ask, world } = host();
    world.host.actor.roles = ['viewer'];
    expect((await ask('POST /batches', steps(['mail', '1.1.0']))).status).toBe(403);
    world.host.actor.roles = ['admin'];
    world.host.capabilities = world.host.capabilities.filter((each) => each !== 'batch');
    expect((await ask('POST /batches', steps(['mail', '1.1.0']))).status).toBe(403);
  });

  it('is told of for a day after it ended', async () => {
    const { begin, ask, wait, memory } = host();
    await begin(['mail', '1.1.0']);
    await wait(2);
    expect((await ask('/batches')).body).toMatchObject({ batches: [{ state: 'ended' }] });
    await advance(memory, DAY_MS);
    expect((await ask('/batches')).body).toEqual({ batches: [] });
    expect((await ask('/batches/batch-1')).status).toBe(200);
    expect((await ask('/batches/batch-2')).status).toBe(404);
  });
});

describe('a pause', () => {
  it('lets the step at work come to its end, and nothing new begin', async () => {
    const { begin, pause, look, wait } = host();
    await begin(...EIGHT.slice(0, 3));
    expect(states(await pause())).toEqual(['running', 'waiting', 'waiting']);
    await wait(50);
    expect(states(await look())).toEqual(['done', 'waiting', 'waiting']);
    expect(await look()).toMatchObject({ state: 'paused', endedAt: null });
  });

  it('is over when it is resumed, and the next step then takes its own time', async () => {
    const { begin, pause, resume, look, wait } = host();
    await begin(...EIGHT.slice(0, 3));
    await pause();
    await pause();
    await wait(50);
    expect(states(await resume())).toEqual(['done', 'running', 'waiting']);
    expect(states(await resume())).toEqual(['done', 'running', 'waiting']);
    await wait(0.5);
    expect(states(await look())).toEqual(['done', 'running', 'waiting']);
    await wait(2);
    expect(await look()).toMatchObject({ state: 'ended' });
  });

  it('comes too late once everything is done', async () => {
    const { begin, ask, wait } = host();
    await begin(['mail', '1.1.0']);
    await wait(2);
    for (const call of ['pause', 'resume'])
      expect(await ask(`POST /batches/batch-1/${call}`)).toMatchObject({
        status: 409,
        body: { type: 'urn:upkeep:problem:gone' },
      });
  });
});

describe('a cancellation', () => {
  it('stops what has not begun, and leaves the step at work alone', async () => {
    const { begin, cancel, look, wait } = host();
    await begin(...EIGHT.slice(0, 3));
    expect(states(await cancel())).toEqual(['running', 'canceled', 'canceled']);
    await wait(2);
    expect(await look()).toMatchObject({ state: 'ended' });
    expect(states(await cancel())).toEqual(['done', 'canceled', 'canceled']);
  });

  it('ends a paused batch at once', async () => {
    const { begin, pause, cancel, wait } = host();
    await begin(...EIGHT.slice(0, 2));
    await pause();
    await wait(2);
    expect(await cancel()).toMatchObject({ state: 'ended' });
  });

  it('reaches the step at work through its task, as long as nothing was replaced', async () => {
    const { begin, look, ask, wait } = host();
    await begin(...EIGHT.slice(0, 2));
    await wait(0.2);
    expect((await ask('DELETE /tasks/task-1')).status).toBe(204);
    expect(states(await look())).toEqual(['canceled', 'running']);
    await wait(0.7);
    expect((await ask('DELETE /tasks/task-2')).status).toBe(409);
  });
});

describe('an undo', () => {
  it('puts everything back, the last update first, but what cannot go back', async () => {
    const { begin, undo, look, wait, world } = host();
    const before = versions({ world });
    await begin(...EIGHT);
    await wait(20);
    expect((await look()).steps[5]).toMatchObject({ state: 'done', obstacle: 'data-migrated' });
    expect(states(await undo())).toEqual([
      ...Array<StepState>(3).fill('undo-waiting'),
      'failed',
      'undo-waiting',
      'kept',
      'undo-waiting',
      'undoing',
    ]);
    await wait(20);
    expect(await look()).toMatchObject({ state: 'undone' });
    expect(versions({ world })).toEqual({ ...before, reports: '2.0.0' });
    expect(
      world.host.tasks.slice(-6).map(({ extension, from, to }) => `${extension} ${from} ${to}`),
    ).toEqual(
      ['shop', 'search', 'mail', 'forms', 'calendar', 'backup'].map((key) => `${key} 1.1.0 1.0.0`),
    );
  });

  it('of a paused batch cancels what has not begun', async () => {
    const { begin, pause, undo, look, wait } = host();
    await begin(...EIGHT.slice(0, 3));
    await pause();
    await wait(2);
    expect(states(await undo())).toEqual(['undoing', 'canceled', 'canceled']);
    await wait(2);
    expect(states(await look())).toEqual(['undone', 'canceled', 'canceled']);
  });

  it('waits for the step at work', async () => {
    const { begin, pause, ask, wait } = host();
    await begin(...EIGHT.slice(0, 3));
    await wait(1.5);
    await pause();
    expect(await ask('POST /batches/batch-1/undo')).toMatchObject({
      status: 409,
      body: { type: 'urn:upkeep:problem:in-progress' },
    });
  });

  it('says what stands in the way of going back', async () => {
    const { begin, look, wait, world, ask } = host();
    await begin(...EIGHT);
    await wait(20);
    await look();
    const of = (key: string) => {
      const found = world.host.extensions.find((each) => each.key === key);
      if (!found) throw new Error(`There is no ${key}`);
      return found;
    };
    of('backup').kept = [];
    of('forms').license = { kind: 'unknown', reason: 'Nobody answers.' };
    const { releases } = of('search');
    of('search').releases = releases.map((release) => ({ ...release, requiresHost: '^5.0.0' }));
    await ask('DELETE /extensions/shop');
    await wait(2);
    const obstacles = (await look()).steps.map((step) => 'obstacle' in step && step.obstacle);
    expect(obstacles).toEqual([
      'package-gone',
      null,
      'not-covered',
      null,
      null,
      'data-migrated',
      'does-not-fit-host',
      'changed-since',
    ]);
  });

  it('goes on where one cannot be taken back, and may be tried again', async () => {
    const { begin, undo, look, wait, memory, world } = host();
    await begin(...EIGHT.slice(0, 3));
    await wait(5);
    await breakInstall(memory, 'calendar', { reason: 'The disk is full.', rolledBack: false });
    await undo();
    await wait(5);
    expect(states(await look())).toEqual(['undone', 'undo-failed', 'undone']);
    expect((await look()).steps[1]).toMatchObject({ reason: 'The disk is full.', obstacle: null });
    await breakInstall(memory, 'calendar', null);
    expect(states(await undo())).toEqual(['undone', 'undoing', 'undone']);
    await wait(2);
    expect(await look()).toMatchObject({ state: 'undone' });
    expect(versions({ world })).toMatchObject({ calendar: '1.0.0' });
  });

  it('takes back what failed and was left broken', async () => {
    const { begin, undo, look, wait, memory, world } = host();
    await breakInstall(memory, 'mail', { reason: 'It broke off.', rolledBack: false });
    await begin(['mail', '1.1.0']);
    await wait(2);
    await breakInstall(memory, 'mail', null);
    await undo();
    await wait(2);
    expect(states(await look())).toEqual(['undone']);
    expect(versions({ world })).toMatchObject({ mail: '1.0.0' });
  });

  it('is begun once for one idempotency key, and refused where nothing is left', async () => {
    const { begin, ask, wait } = host();
    await begin(['mail', '1.1.0']);
    await wait(2);
    const undo = (key: string) =>
      ask('POST /batches/batch-1/undo', undefined, { 'Idempotency-Key': key });
    expect((await undo('one')).body).toMatchObject({ state: 'undoing' });
    await wait(2);
    expect((await undo('one')).body).toMatchObject({ state: 'undone' });
    expect(await undo('two')).toMatchObject({
      status: 409,
      body: { type: 'urn:upkeep:problem:gone' },
    });
  });
});

const anyCommand = fc.oneof(
  fc.constantFrom('POST pause', 'POST resume', 'DELETE cancel', 'POST undo', 'cancel the task'),
  fc.nat(25).map((tenths) => tenths / 10),
);

it('keeps its promises whatever is asked of it, and when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...EIGHT], { minLength: 1 }),
      fc.uniqueArray(fc.constantFrom(...EIGHT.map(([key]) => key)), { maxLength: 3 }),
      fc.array(anyCommand, { maxLength: 14 }),
      async (chosen, others, commands) => {
        const breaking = new Set([...others, 'gallery']);
        const { begin, look, undo, wait, ask, memory, world } = host();
        for (const key of breaking)
          await breakInstall(memory, key, { reason: 'Damaged.', rolledBack: true });
        const before = versions({ world });
        await begin(...chosen);
        const seen: Batch[] = [await look()];
        for (const command of commands) {
          if (typeof command === 'number') await wait(command);
          else if (command === 'cancel the task')
            await ask(`DELETE /tasks/${world.host.tasks.at(-1)?.id}`);
          else {
            const [method = '', word = ''] = command.split(' ');
            await ask(`${method} /batches/batch-1${word === 'cancel' ? '' : `/${word}`}`);
          }
          seen.push(await look());
        }
        for (const batch of seen) {
          const counts = countSteps(batch);
          expect(Object.values(counts).reduce((all, one) => all + one, 0)).toBe(chosen.length);
          expect(counts.running + counts.undoing).toBeLessThanOrEqual(1);
          expect(counts.undoing + counts['undo-waiting'] > 0).toBe(batch.state === 'undoing');
          expect(isOpen(batch) ? 0 : counts.waiting + counts.running).toBe(0);
        }

        // Left alone it comes to an end, and no failure has kept another step from its own.
        await ask('POST /batches/batch-1/resume');
        await wait(20);
        const last = await look();
        expect(isOpen(last)).toBe(false);
        const wrong = last.steps.filter(({ extension, state }) =>
          breaking.has(extension) ? state === 'done' : state === 'failed' || state === 'refused',
        );
        expect(wrong).toEqual([]);

        // Undone, everything has the version it had, but for the one that moved its data.
        for (const key of breaking) await breakInstall(memory, key, null);
        await undo();
        await wait(20);
        await look();
        const { reports: _, ...now } = versions({ world });
        expect(before).toMatchObject(now);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
