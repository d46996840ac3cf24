import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { tasksQuery } from '../../backend/queries.ts';
import type { Batch, BatchStep, StepState } from '../../domain/batch.ts';
import type { Task, TaskPhase } from '../../domain/task.ts';
import { useWords } from '../../messages/context.ts';
import type { MessageId } from '../../messages/words.ts';
import { Button } from '../../ui/Button.tsx';
import { stepWords } from './batch-words.ts';

/** How many are listed before somebody asks for more; what is at work or went wrong comes first then. */
const AT_ONCE = 200;

const TONE: Record<StepState, string> = {
  waiting: 'calm',
  running: 'info',
  done: 'good',
  refused: 'warn',
  failed: 'bad',
  canceled: 'calm',
  'undo-waiting': 'calm',
  undoing: 'info',
  undone: 'good',
  'undo-failed': 'bad',
  kept: 'warn',
};

const PHASE: Record<TaskPhase, MessageId> = {
  queued: 'task.queued',
  downloading: 'task.downloading',
  installing: 'task.installing',
  restarting: 'task.restarting',
  done: 'task.done',
  failed: 'task.failed',
  canceled: 'task.canceled',
};

const CALM: readonly StepState[] = ['waiting', 'undo-waiting', 'done', 'undone', 'canceled'];

function inOrder(steps: readonly BatchStep[]): readonly BatchStep[] {
  if (steps.length <= AT_ONCE) return steps;
  const first = steps.filter(({ state }) => !CALM.includes(state));
  return [...first, ...steps.filter(({ state }) => CALM.includes(state))];
}

export interface BatchStepsProps {
  readonly batch: Batch;
  /** Cancels the task of a step; left out where this host or this person cannot. */
  readonly onCancelTask?: ((task: string, extension: string) => void) | undefined;
}

/** Every step of a batch with how it stands and why, and whether it can still be canceled. */
export function BatchSteps({ batch, onCancelTask }: BatchStepsProps) {
  const say = useWords();
  const [reach, setReach] = useState(AT_ONCE);
  const shown = inOrder(batch.steps).slice(0, reach);
  return (
    <>
      <div
        className="upkeep-batch-scroll"
        tabIndex={0}
        role="region"
        aria-label={say('batch.step-list')}
      >
        <ul className="upkeep-batch-steps" aria-label={say('batch.step-list')}>
          {shown.map((step) => (
            <li
              key={step.extension}
              className={`upkeep-batch-step upkeep-tone-${TONE[step.state]}`}
            >
              <bdi className="upkeep-plan-name">{step.name}</bdi>
              <span className="upkeep-version">
                {step.from === null
                  ? step.to
                  : say('update-all.from-to', { from: step.from, to: step.to })}
              </span>
              {'task' in step ? (
                <AtWork step={step} onCancelTask={onCancelTask} />
              ) : (
                <p className="upkeep-batch-words">{stepWords(say, step)}</p>
              )}
            </li>
          ))}
        </ul>
      </div>
      {batch.steps.length > shown.length ? (
        <Button look="quiet" onClick={() => setReach(reach + AT_ONCE)}>
          {say('update-all.show-more', { count: batch.steps.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}

/** The step at work: its phase, and whether it is too late to stop it. */
function AtWork({
  step,
  onCancelTask,
}: {
  readonly step: Extract<BatchStep, { task: string }>;
  readonly onCancelTask: BatchStepsProps['onCancelTask'];
}) {
  const say = useWords();
  const select = useCallback(
    (tasks: readonly Task[]) => tasks.find(({ id }) => id === step.task),
    [step.task],
  );
  const { data: task } = useQuery({ ...tasksQuery(useBackend()), select });
  if (!task) return <p className="upkeep-batch-words">{stepWords(say, step)}</p>;
  const phase = say(PHASE[task.phase], { version: task.to ?? '' });
  return (
    <div className="upkeep-batch-words">
      <span>
        {say('batch.at-work', {
          phase,
          cancelable: say(task.cancelable ? 'batch.cancelable' : 'batch.not-cancelable'),
        })}
      </span>
      {task.cancelable && onCancelTask ? (
        <Button look="quiet" onClick={() => onCancelTask(task.id, step.extension)}>
          {say('batch.cancel-step', { name: step.name })}
        </Button>
      ) : null}
    </div>
  );
}
