import { useId, useRef, useState } from 'react';
import {
  type Batch,
  type BatchCommand,
  batchCommands,
  batchProgress,
  isOpen,
  stepAtWork,
  undoPlan,
} from '../../domain/batch.ts';
import type { Capability } from '../../domain/capability.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { REST } from '../../ui/useKeptFocus.ts';
import { standingOf, tally } from './batch-words.ts';
import { BatchSteps } from './BatchSteps.tsx';

export interface BatchCardProps {
  readonly batch: Batch;
  readonly may: ReadonlySet<Capability>;
  /** What is being asked of it right now. */
  readonly asking?: BatchCommand | undefined;
  /** What went wrong with it last. */
  readonly error?: unknown;
  readonly onCommand: (command: Exclude<BatchCommand, 'undo'>) => void;
  /** Asks before anything is undone. */
  readonly onUndo: () => void;
  readonly onCancelTask: (task: string, extension: string) => void;
  /** Puts a batch that is over out of sight. */
  readonly onHide: () => void;
}

/** Where something went wrong the reasons are worth the place. */
const isTroubled = ({ steps }: Batch): boolean =>
  steps.some(({ state }) => state === 'failed' || state === 'refused' || state === 'undo-failed');

function toneOf(batch: Batch): Tone {
  switch (batch.state) {
    case 'running':
    case 'undoing':
      return 'info';
    case 'paused':
      return 'warn';
    case 'ended':
    case 'undone':
      return isTroubled(batch) ? 'warn' : 'good';
  }
}

/** One bulk update: how far it is, what became of each extension, and what may be done with it now. */
export function BatchCard({
  batch,
  may,
  asking,
  error,
  onCommand,
  onUndo,
  onCancelTask,
  onHide,
}: BatchCardProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  // Opens by itself where there is something to read, until somebody has opened or closed it.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const unfolded = chosen ?? isTroubled(batch);
  const commands = batchCommands(batch, may);
  const progress = batchProgress(batch);
  const waiting = batch.steps.filter(({ state }) => state === 'waiting').length;
  const going = commands.has('resume') ? 'resume' : 'pause';
  const failure = error === undefined ? null : failureWords(say, error);

  // The button that was pressed goes away with what it did; the card keeps the focus.
  const cancel = () => {
    heading.current?.focus();
    onCommand('cancel');
  };

  return (
    <section className="upkeep-batch" aria-labelledby={headingId}>
      <header className="upkeep-batch-head">
        <h2 ref={heading} id={headingId} className="upkeep-batch-title" tabIndex={-1} {...REST}>
          {say('batch.title', { count: batch.steps.length })}
        </h2>
        <Badge tone={toneOf(batch)}>{say(`batch.state.${standingOf(batch)}`)}</Badge>
        <p className="upkeep-batch-facts upkeep-muted upkeep-small">
          {say('batch.started', {
            name: batch.startedBy.name,
            moment: say.moment(batch.startedAt),
          })}
        </p>
      </header>
      <p className="upkeep-batch-tally">
        {tally(say, batch).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {isOpen(batch) ? (
        <Meter
          label={say(batch.state === 'undoing' ? 'batch.meter-undo' : 'batch.meter')}
          percent={(progress.through / Math.max(progress.of, 1)) * 100}
        />
      ) : null}
      <Standing batch={batch} may={may} />
      {failure ? (
        <Notice tone="warn" title={failure.title} role="alert">
          <p>{failure.advice}</p>
        </Notice>
      ) : null}
      <div className="upkeep-batch-actions">
        {commands.has(going) ? (
          <Button
            look={going === 'resume' ? 'primary' : 'plain'}
            busy={asking === going}
            onClick={() => onCommand(going)}
          >
            {say(`batch.${going}`)}
          </Button>
        ) : null}
        {commands.has('cancel') ? (
          <Button busy={asking === 'cancel'} onClick={cancel}>
            {say('batch.cancel-rest', { count: waiting })}
          </Button>
        ) : null}
        {commands.has('undo') ? (
          <Button busy={asking === 'undo'} onClick={onUndo}>
            {say(batch.state === 'undone' ? 'batch.undo-again' : 'batch.undo')}
          </Button>
        ) : null}
        {isOpen(batch) ? null : <Button onClick={onHide}>{say('batch.hide')}</Button>}
      </div>
      <details
        className="upkeep-fold"
        open={unfolded}
        onToggle={(event) => setChosen(event.currentTarget.open)}
      >
        <summary>{say('batch.steps', { count: batch.steps.length })}</summary>
        {unfolded ? (
          <BatchSteps
            batch={batch}
            onCancelTask={may.has('cancelTask') ? onCancelTask : undefined}
          />
        ) : null}
      </details>
    </section>
  );
}

/** What its state means, and what may become of it. */
function Standing({ batch, may }: Pick<BatchCardProps, 'batch' | 'may'>) {
  const say = useWords();
  const standing = standingOf(batch);
  const over = standing === 'ended' || standing === 'undone';
  // Where nothing can be undone at all, nobody needs to be told so of each batch.
  if (over && !may.has('undo')) return null;
  return (
    <p className="upkeep-muted">
      {say(`batch.words.${standing}`, {
        name: stepAtWork(batch)?.name ?? '',
        back: undoPlan(batch).back.length,
      })}
    </p>
  );
}
