import {
  type Batch,
  type BatchState,
  type BatchStep,
  countSteps,
  type Obstacle,
  stepAtWork,
} from '../../domain/batch.ts';
import type { Words } from '../../messages/words.ts';

/** Where a batch stands, as people are told: a pause has come into force only when nothing is at work any more. */
export const standingOf = (batch: Batch): BatchState | 'pausing' =>
  batch.state === 'paused' && stepAtWork(batch) ? 'pausing' : batch.state;

/** How many extensions were updated, or taken back, and how many stand otherwise: one phrase each, the main one first. */
export function tally(say: Words, batch: Batch): readonly string[] {
  const counts = countSteps(batch);
  const turned = batch.state === 'undoing' || batch.state === 'undone';
  const toUndo = counts.undone + counts.undoing + counts['undo-waiting'] + counts['undo-failed'];
  const main = turned
    ? say('batch.taken-back', { done: counts.undone, total: toUndo })
    : say('batch.updated', { done: counts.done, total: batch.steps.length });
  const others = (['undo-failed', 'kept', 'failed', 'refused', 'canceled'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => say(`batch.${state}`, { count: counts[state] }));
  return [main, ...others];
}

/** Versions of a step, as far as they are known. */
const versionsOf = ({ from, to }: BatchStep) => ({ from: from ?? '', to });

/** Why an extension stays at what it has. */
export const obstacleWords = (say: Words, step: BatchStep, obstacle: Obstacle): string =>
  say(`batch.obstacle.${obstacle}`, versionsOf(step));

/** How a step stands, with its reason. Of one at work the task can say more. */
export function stepWords(say: Words, step: BatchStep): string {
  const versions = versionsOf(step);
  switch (step.state) {
    case 'waiting':
      return say('batch.step.waiting');
    case 'running':
      return say('batch.step.begins', versions);
    case 'done':
      return say('batch.step.done', versions);
    case 'refused':
      return say('batch.step.refused', { reason: step.reason });
    case 'failed':
      return say(step.rolledBack ? 'batch.step.rolled-back' : 'batch.step.failed', {
        ...versions,
        reason: step.reason,
      });
    case 'canceled':
      return say('batch.step.canceled');
    case 'undo-waiting':
      return say('batch.step.undo-waiting', versions);
    case 'undoing':
      return say('batch.step.undoing', versions);
    case 'undone':
      return say('batch.step.undone', versions);
    case 'undo-failed':
      return say('batch.step.undo-failed', { ...versions, reason: step.reason });
    case 'kept':
      return say('batch.step.kept', { ...versions, why: obstacleWords(say, step, step.obstacle) });
  }
}
