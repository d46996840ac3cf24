import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Batch,
  BATCH_STATES,
  batchCommands,
  batchProgress,
  type BatchState,
  type BatchStep,
  countSteps,
  isOpen,
  OBSTACLES,
  stepAtWork,
  type StepStanding,
  undoPlan,
} from '../../src/domain/batch.ts';
import { CAPABILITIES, type Capability } from '../../src/domain/capability.ts';

const ALL: ReadonlySet<Capability> = new Set(CAPABILITIES);
const NOT_UNDO = new Set(CAPABILITIES.filter((each) => each !== 'undo'));

const WAITING = { state: 'waiting' } as const;
const RUNNING = { state: 'running', task: 'task-1' } as const;
const DONE = { state: 'done', obstacle: null } as const;
const REFUSED = { state: 'refused', reason: 'Held back.' } as const;
const ROLLED_BACK = { state: 'failed', reason: 'No.', rolledBack: true, obstacle: null } as const;
const BROKEN = { ...ROLLED_BACK, rolledBack: false } as const;
const CANCELED = { state: 'canceled' } as const;

const batch = (state: BatchState, ...standings: readonly StepStanding[]): Batch => ({
  id: 'batch-1',
  state,
  startedBy: { id: 'admin', name: 'An admin' },
  startedAt: '2025-04-10T09:00:00Z',
  endedAt: null,
  steps: standings.map((standing, at): BatchStep => ({
    extension: `e${at}`,
    name: `Extension ${at}`,
    from: '1.0',
    to: '1.1',
    ...standing,
  })),
});

const commands = (of: Batch, may: ReadonlySet<Capability> = ALL) =>
  [...batchCommands(of, may)].sort();
const keys = (steps: readonly BatchStep[]) => steps.map(({ extension }) => extension);

describe('what may be done with a batch', () => {
  it.each<[string, Batch, readonly string[]]>([
    [
      'a running one is paused or canceled',
      batch('running', RUNNING, WAITING),
      ['cancel', 'pause'],
    ],
    ['its last step can only be waited for', batch('running', DONE, RUNNING), []],
    ['a paused one goes on or is canceled', batch('paused', WAITING), ['cancel', 'resume']],
    ['it may be undone', batch('paused', DONE, WAITING), ['cancel', 'resume', 'undo']],
    [
      'but not while a step is at work',
      batch('paused', DONE, RUNNING, WAITING),
      ['cancel', 'resume'],
    ],
    ['nothing is left to go on with before its last step ends', batch('paused', DONE, RUNNING), []],
    ['one that has ended is not canceled', batch('ended', DONE, WAITING), ['undo']],
    ['one that has ended may be undone', batch('ended', DONE, ROLLED_BACK), ['undo']],
    ['one that changed nothing may not', batch('ended', ROLLED_BACK, REFUSED, CANCELED), []],
    ['what failed for good is put back', batch('ended', BROKEN), ['undo']],
    ['an undo is waited for', batch('undoing', WAITING, { state: 'undo-waiting' }), []],
    ['an undone one is over', batch('undone', { state: 'undone' }), []],
    [
      'what could not go back may be tried again',
      batch('undone', { state: 'undo-failed', reason: 'No.', obstacle: null }),
      ['undo'],
    ],
    [
      'unless something stands in the way',
      batch('undone', { state: 'undo-failed', reason: 'No.', obstacle: 'package-gone' }),
      [],
    ],
  ])('%s', (_title, of, allowed) => {
    expect(commands(of)).toEqual(allowed);
  });

  it('needs a host that undoes', () => {
    expect(commands(batch('ended', DONE), NOT_UNDO)).toEqual([]);
    expect(commands(batch('paused', DONE, WAITING), NOT_UNDO)).toEqual(['cancel', 'resume']);
  });

  it('is nothing for whoever only looks', () => {
    for (const state of BATCH_STATES)
      expect(commands(batch(state, DONE, WAITING), new Set(['undo']))).toEqual([]);
  });
});

describe('an undo', () => {
  it('takes back the last update first', () => {
    expect(keys(undoPlan(batch('ended', DONE, DONE, DONE)).back)).toEqual(['e2', 'e1', 'e0']);
  });

  it('has nothing to do with what was rolled back, refused or canceled', () => {
    const { back, stays } = undoPlan(batch('ended', ROLLED_BACK, REFUSED, CANCELED, DONE, WAITING));
    expect(keys(back)).toEqual(['e3']);
    expect(stays).toEqual([]);
  });

  it('takes back what failed and was not rolled back', () => {
    expect(keys(undoPlan(batch('ended', BROKEN)).back)).toEqual(['e0']);
  });

  it('says of what stays why it does', () => {
    const kept = OBSTACLES.map((obstacle) => ({ state: 'done', obstacle }) as const);
    const { back, stays } = undoPlan(batch('ended', DONE, ...kept));
    expect(keys(back)).toEqual(['e0']);
    expect(stays.map(({ obstacle }) => obstacle)).toEqual([...OBSTACLES].reverse());
  });

  it('goes on telling why something stayed after it is over', () => {
    const { stays } = undoPlan(batch('undone', { state: 'kept', obstacle: 'data-migrated' }));
    expect(stays.map(({ obstacle }) => obstacle)).toEqual(['data-migrated']);
  });
});

describe('how far a batch is', () => {
  it('counts what failed or was not begun as through', () => {
    const of = batch('running', DONE, ROLLED_BACK, REFUSED, RUNNING, WAITING);
    expect(batchProgress(of)).toEqual({ of: 5, through: 3 });
  });

  it('counts of an undo only what it is about', () => {
    const of = batch(
      'undoing',
      CANCELED,
      { state: 'undo-waiting' },
      { state: 'undoing', task: 'task-9' },
      { state: 'undone' },
      { state: 'undo-failed', reason: 'No.', obstacle: null },
      { state: 'kept', obstacle: 'package-gone' },
    );
    expect(batchProgress(of)).toEqual({ of: 4, through: 2 });
  });

  it('is open until it ended', () => {
    expect(BATCH_STATES.filter((state) => isOpen(batch(state, DONE)))).toEqual([
      'running',
      'paused',
      'undoing',
    ]);
  });

  it('names the step at work, also of an undo', () => {
    expect(stepAtWork(batch('running', DONE, RUNNING, WAITING))?.extension).toBe('e1');
    expect(stepAtWork(batch('undoing', { state: 'undoing', task: 'task-9' }))?.task).toBe('task-9');
    expect(stepAtWork(batch('paused', DONE, WAITING))).toBeUndefined();
  });
});

const anyObstacle = fc.option(fc.constantFrom(...OBSTACLES), { nil: null });
const reason = fc.string();
const anyStanding: fc.Arbitrary<StepStanding> = fc.oneof(
  fc.constantFrom<StepStanding>(
    WAITING,
    RUNNING,
    CANCELED,
    { state: 'undo-waiting' },
    { state: 'undoing', task: 'task-9' },
    { state: 'undone' },
  ),
  fc.record({ state: fc.constant('done' as const), obstacle: anyObstacle }),
  fc.record({ state: fc.constant('refused' as const), reason }),
  fc.record({
    state: fc.constant('failed' as const),
    reason,
    rolledBack: fc.boolean(),
    obstacle: anyObstacle,
  }),
  fc.record({ state: fc.constant('undo-failed' as const), reason, obstacle: anyObstacle }),
  fc.record({ state: fc.constant('kept' as const), obstacle: fc.constantFrom(...OBSTACLES) }),
);
const anyBatch = fc
  .tuple(fc.constantFrom(...BATCH_STATES), fc.array(anyStanding, { minLength: 1, maxLength: 12 }))
  .map(([state, standings]) => batch(state, ...standings));

describe('whatever a host says of a batch', () => {
  it('its counts add up to its steps', () => {
    fc.assert(
      fc.property(anyBatch, (of) => {
        const sum = Object.values(countSteps(of)).reduce((all, one) => all + one, 0);
        expect(sum).toBe(of.steps.length);
        const { of: all, through } = batchProgress(of);
        expect(through).toBeGreaterThanOrEqual(0);
        expect(through).toBeLessThanOrEqual(all);
      }),
    );
  });

  it('no step both goes back and stays, and none at work does either', () => {
    fc.assert(
      fc.property(anyBatch, (of) => {
        const { back, stays } = undoPlan(of);
        const touched = [...back, ...stays.map(({ step }) => step)];
        expect(new Set(keys(touched)).size).toBe(touched.length);
        expect(touched.filter((step) => 'task' in step || step.state === 'waiting')).toEqual([]);
      }),
    );
  });

  it('nobody may pause and resume it at once, nor undo it while anything of it goes on', () => {
    fc.assert(
      fc.property(anyBatch, (of) => {
        const may = batchCommands(of, ALL);
        expect(may.has('pause') && may.has('resume')).toBe(false);
        const goesOn = stepAtWork(of) || of.state === 'running' || of.state === 'undoing';
        expect(may.has('undo') && Boolean(goesOn)).toBe(false);
      }),
    );
  });
});
