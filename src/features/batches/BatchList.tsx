import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { batchesQuery } from '../../backend/queries.ts';
import type { Session } from '../../backend/session.ts';
import { type Batch, isOpen } from '../../domain/batch.ts';
import { permitted } from '../../domain/capability.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useBatchNews } from './useBatchNews.ts';
import type { Batches } from './useBatches.ts';

// Most days there is no bulk update to show: its card is fetched when there is one.
const BatchCard = lazy(() =>
  import('./BatchCard.tsx').then((module) => ({ default: module.BatchCard })),
);

export interface BatchListProps {
  readonly session: Session;
  readonly batches: Batches;
  /** Asks before a batch is undone. */
  readonly onUndo: (id: string) => void;
  readonly onCancelTask: (task: string, extension: string) => void;
}

/** Those that are not over, and how the last one ended. */
const worthShowing = (batches: readonly Batch[], hidden: ReadonlySet<string>): readonly Batch[] => {
  const last = batches.findLast((batch) => !isOpen(batch));
  return batches.filter((batch) => isOpen(batch) || (batch === last && !hidden.has(batch.id)));
};

/** Bulk updates under way, whoever started them and wherever, and the last one that ended. */
export function BatchList({ session, batches, onUndo, onCancelTask }: BatchListProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  // Whoever may only look sees what others do; a host without batches is never asked for them.
  const enabled = session.capabilities.includes('batch');
  const { data } = useQuery({ ...batchesQuery(useBackend()), enabled });
  useBatchNews(data);

  const may = permitted(session.capabilities, session.actor.roles);
  const shown = worthShowing(data ?? [], hidden);
  return (
    <>
      <NotStarted batches={batches} />
      {shown.length === 0 ? null : (
        <Suspense fallback={<Skeleton lines={2 * shown.length} />}>
          {shown.map((batch) => (
            <BatchCard
              key={batch.id}
              batch={batch}
              may={may}
              asking={batches.asking.get(batch.id)}
              error={batches.errors.get(batch.id)}
              onCommand={(command) => void batches.command(batch.id, command)}
              onUndo={() => onUndo(batch.id)}
              onCancelTask={onCancelTask}
              onHide={() => setHidden((before) => new Set(before).add(batch.id))}
            />
          ))}
        </Suspense>
      )}
    </>
  );
}

/** A bulk update that did not begin, or of which nobody knows whether it did. */
function NotStarted({
  batches: { failedStart, start, forgetStart },
}: {
  readonly batches: Batches;
}) {
  const say = useWords();
  if (failedStart === null) return null;
  const { title, advice } = failureWords(say, failedStart.error);
  return (
    <Notice
      tone="warn"
      role="alert"
      title={title}
      actions={
        <>
          <Button onClick={() => void start(failedStart.steps)}>{say('batch.try-again')}</Button>
          <Button look="quiet" onClick={forgetStart}>
            {say('batch.leave')}
          </Button>
        </>
      }
    >
      <p>{advice}</p>
    </Notice>
  );
}
