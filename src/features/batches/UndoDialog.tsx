import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { batchesQuery } from '../../backend/queries.ts';
import { type Batch, type BatchStep, undoPlan } from '../../domain/batch.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { obstacleWords } from './batch-words.ts';

export interface UndoDialogProps {
  /** Of the batch in question. */
  readonly id: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Asks before a batch is undone: what goes back and to where, and what cannot, each with its reason. */
export function UndoDialog({ id, ...props }: UndoDialogProps) {
  const { data: batches } = useQuery(batchesQuery(useBackend()));
  const batch = batches?.find((each) => each.id === id);
  // Forgotten by the host meanwhile: there is nothing left to ask about.
  return batch ? <Question batch={batch} {...props} /> : null;
}

function Question({
  batch,
  onUndo,
  onClose,
}: Omit<UndoDialogProps, 'id'> & { readonly batch: Batch }) {
  const say = useWords();
  const { back, stays } = undoPlan(batch);
  const waiting = batch.steps.filter(({ state }) => state === 'waiting').length;
  const count = back.length;
  return (
    <Dialog
      title={say('undo.title')}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button look="danger" disabled={count === 0} onClick={onUndo}>
            {say('undo.start', { count })}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say('undo.keep')}
          </Button>
        </>
      }
    >
      <p className="upkeep-muted">{say('undo.intro')}</p>
      {waiting === 0 ? null : <p>{say('undo.rest', { count: waiting })}</p>}
      <h3 className="upkeep-undo-heading">{say('undo.back', { count })}</h3>
      <ul className="upkeep-plan" aria-label={say('undo.back', { count })}>
        {back.map((step) => (
          <li key={step.extension} className="upkeep-plan-skipped">
            <bdi className="upkeep-plan-name">{step.name}</bdi>
            <Way step={step} />
          </li>
        ))}
      </ul>
      {stays.length === 0 ? null : (
        <>
          <h3 className="upkeep-undo-heading">{say('undo.stays', { count: stays.length })}</h3>
          <ul className="upkeep-plan" aria-label={say('undo.stays', { count: stays.length })}>
            {stays.map(({ step, obstacle }) => (
              <li key={step.extension} className="upkeep-plan-skipped">
                <bdi className="upkeep-plan-name">{step.name}</bdi>
                <span className="upkeep-muted">{obstacleWords(say, step, obstacle)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** From where to where, the other way round than the update went. */
function Way({ step: { from, to } }: { readonly step: BatchStep }) {
  const say = useWords();
  return (
    <span className="upkeep-version">
      {say('update-all.from-to', { from: to, to: from ?? '' })}
    </span>
  );
}
