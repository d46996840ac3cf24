import type { Capability } from './capability.ts';

/** Where a batch stands, as the host knows it. */
export const BATCH_STATES = ['running', 'paused', 'ended', 'undoing', 'undone'] as const;
/** `paused`: no further step begins; the one at work comes to its end. */
export type BatchState = (typeof BATCH_STATES)[number];

/** Why an extension cannot go back to the release it had before a batch. */
export const OBSTACLES = [
  /** The host has no package of it any more. */
  'package-gone',
  /** The update changed stored data in a way that going back does not undo. */
  'data-migrated',
  /** The license does not cover the older release, so no batch may install it. */
  'not-covered',
  'does-not-fit-host',
  /** Something else was installed, or the extension was removed, after the batch. */
  'changed-since',
] as const;
/** One reason for staying as it is. */
export type Obstacle = (typeof OBSTACLES)[number];

/** What a step is about; the same in all its states. */
interface About {
  /** Key of the extension; a batch has one step for each. */
  readonly extension: string;
  /** For people, also once the extension was removed. */
  readonly name: string;
  /** Version it had before the batch; `null` where it was not installed, so that nothing is done. */
  readonly from: string | null;
  /** Version it is to have. */
  readonly to: string;
}

/** How one step stands. `task` is the host's task that works on it; `obstacle` says why it cannot be undone, if so. */
export type StepStanding =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly task: string }
  | { readonly state: 'done'; readonly obstacle: Obstacle | null }
  /** The host did not begin it, for a reason it found when its turn came; nothing was changed. */
  | { readonly state: 'refused'; readonly reason: string }
  | {
      readonly state: 'failed';
      readonly reason: string;
      /** The old version runs again; nothing is left to undo. */
      readonly rolledBack: boolean;
      readonly obstacle: Obstacle | null;
    }
  /** Somebody stopped it before anything was changed. */
  | { readonly state: 'canceled' }
  /** Its turn to go back has not come yet. */
  | { readonly state: 'undo-waiting' }
  | { readonly state: 'undoing'; readonly task: string }
  | { readonly state: 'undone' }
  | { readonly state: 'undo-failed'; readonly reason: string; readonly obstacle: Obstacle | null }
  /** The undo passed it over. */
  | { readonly state: 'kept'; readonly obstacle: Obstacle };

/** One extension of a batch. */
export type BatchStep = About & StepStanding;
/** Where one step stands. */
export type StepState = StepStanding['state'];

/** Where one step stands. */
export const STEP_STATES = [
  'waiting',
  'running',
  'done',
  'refused',
  'failed',
  'canceled',
  'undo-waiting',
  'undoing',
  'undone',
  'undo-failed',
  'kept',
] as const satisfies readonly StepState[];

/** Many updates as one transaction. The host runs it step by step, whether or not a panel watches. */
export interface Batch {
  readonly id: string;
  readonly state: BatchState;
  readonly startedBy: { readonly id: string; readonly name: string };
  /** RFC 3339, as is `endedAt`. */
  readonly startedAt: string;
  /** When nothing was left to do; `null` while something is. */
  readonly endedAt: string | null;
  /** In the order in which they run; an undo goes the other way round. */
  readonly steps: readonly BatchStep[];
}

/** How many steps stand where; all numbers together are the steps. */
export type StepCounts = Readonly<Record<StepState, number>>;

/** Counts the steps of a batch by where they stand. */
export function countSteps({ steps }: Pick<Batch, 'steps'>): StepCounts {
  const counts = Object.fromEntries(STEP_STATES.map((state) => [state, 0])) as Record<
    StepState,
    number
  >;
  for (const { state } of steps) counts[state] += 1;
  return counts;
}

/** Whether something may still happen without anybody asking for it, or is held up by a pause. */
export const isOpen = ({ state }: Batch): boolean =>
  state === 'running' || state === 'paused' || state === 'undoing';

/** The step the host works on right now; `undefined` between two steps, and when there is none. */
export const stepAtWork = ({ steps }: Batch): Extract<BatchStep, { task: string }> | undefined =>
  steps.find((step) => step.state === 'running' || step.state === 'undoing');

/** A step that an undo would take back, if the host can. */
type Changed = Extract<BatchStep, { obstacle: Obstacle | null }>;

/** Whether a step left something else behind than it found. */
const hasChanged = (step: BatchStep): step is Changed =>
  'obstacle' in step && !(step.state === 'failed' && step.rolledBack);

/** What undoing a batch would do. */
export interface UndoPlan {
  /** Extensions that go back to the version before, in the order in which they would. */
  readonly back: readonly BatchStep[];
  /** Extensions that stay at what they have now, with the reason. */
  readonly stays: readonly { readonly step: BatchStep; readonly obstacle: Obstacle }[];
}

/**
 * What undoing a batch would do, the last update first. Steps that changed nothing are in neither list: those never
 * begun, and those that failed and were rolled back.
 */
export function undoPlan({ steps }: Pick<Batch, 'steps'>): UndoPlan {
  const changed = steps.filter(hasChanged).reverse();
  return {
    back: changed.filter(({ obstacle }) => obstacle === null),
    stays: changed.flatMap((step) =>
      step.obstacle === null ? [] : [{ step, obstacle: step.obstacle }],
    ),
  };
}

/** Something that can be done with a batch as a whole. */
export type BatchCommand = 'pause' | 'resume' | 'cancel' | 'undo';

/**
 * What may be done with a batch now. A batch that somebody waits for is never undone under their hands: a running one
 * is paused or canceled first, and the step at work comes to its end. What could not be undone may be tried again.
 */
export function batchCommands(
  batch: Batch,
  may: ReadonlySet<Capability>,
): ReadonlySet<BatchCommand> {
  const commands = new Set<BatchCommand>();
  if (!may.has('batch')) return commands;
  const { waiting } = countSteps(batch);
  if (waiting > 0 && batch.state === 'running') commands.add('pause');
  if (waiting > 0 && batch.state === 'paused') commands.add('resume');
  if (waiting > 0 && (batch.state === 'running' || batch.state === 'paused'))
    commands.add('cancel');
  const rests = batch.state !== 'running' && batch.state !== 'undoing' && !stepAtWork(batch);
  if (rests && may.has('undo') && undoPlan(batch).back.length > 0) commands.add('undo');
  return commands;
}

/** How many steps a batch, or its undo, is about, and how many of them need nothing more. */
export function batchProgress(batch: Batch): { readonly of: number; readonly through: number } {
  const counts = countSteps(batch);
  if (batch.state !== 'undoing') {
    const of = batch.steps.length;
    return { of, through: of - counts.waiting - counts.running };
  }
  const through = counts.undone + counts['undo-failed'];
  return { of: through + counts['undo-waiting'] + counts.undoing, through };
}
