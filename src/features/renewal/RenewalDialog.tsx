import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBackend } from '../../backend/context.ts';
import { quoteQuery } from '../../backend/queries.ts';
import { type Saving, useSavedWish } from '../../backend/useSavedWish.ts';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import type { Decided } from '../../domain/decide.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Unseen } from '../../ui/Unseen.tsx';
import { licenseNumber, priceOf, renewalWish } from './renewal-wish.ts';
import { RenewalPart } from './RenewalPart.tsx';

export interface RenewalDialogProps {
  /** What is to be renewed, with what was decided about it. */
  readonly decided: readonly Decided[];
  readonly session: Session;
  readonly onClose: () => void;
  /** Tells what became of saving the order; the panel hands in the purchase feature's `SavingNews`. */
  readonly renderNews: (saving: Saving) => ReactNode;
  /** The way on, `SavingAction` of the same feature. */
  readonly renderAction: (saving: Saving) => ReactNode;
}

/** Renews licenses: what that opens, what it costs and until when it runs, then on to the store. */
export function RenewalDialog({
  decided,
  session,
  onClose,
  renderNews,
  renderAction,
}: RenewalDialogProps) {
  const say = useWords();
  const backend = useBackend();
  const may = permitted(session.capabilities, session.actor.roles);
  const extensions = decided.map(({ extension }) => extension);
  const keys = extensions.map(({ key }) => key);
  const quote = useQuery({ ...quoteQuery(backend, keys), enabled: may.has('quote'), retry: false });
  const saving = useSavedWish(renewalWish(extensions, quote.data));
  const asking = may.has('quote') && quote.data === undefined && quote.isFetching;
  const price = quote.data && decided.length > 1 ? priceOf(quote.data) : null;
  const isSaved = saving.wish.kind === 'saved' || saving.wish.kind === 'resumed';
  const [first] = extensions;

  return (
    <Dialog
      title={say('renewal.title', { count: decided.length, name: first?.name ?? '' })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(isSaved ? 'close' : 'cancel')}</Button>
          {may.has('purchase') && !asking ? renderAction(saving) : null}
        </>
      }
    >
      {decided.map(({ extension, decision }) => (
        <RenewalPart
          key={extension.key}
          extension={extension}
          decision={decision}
          alone={decided.length === 1}
          line={
            quote.data &&
            (quote.data.lines.find((line) => line.extension === extension.key) ?? null)
          }
        />
      ))}
      {asking ? (
        <div role="status">
          <Unseen>{say('renewal.asking')}</Unseen>
          <Skeleton lines={1} />
        </div>
      ) : null}
      {quote.error && !asking ? (
        <NoQuote
          error={quote.error}
          numbers={extensions.map(licenseNumber)}
          onAgain={() => void quote.refetch()}
        />
      ) : null}
      {price === null ? null : (
        <p className="upkeep-renewal-total">
          <span>{say('renewal.total')}</span>{' '}
          <strong>{say.money(price.amount, price.currency)}</strong>
        </p>
      )}
      <p className="upkeep-muted upkeep-small">{say('renewal.store-price')}</p>
      {renderNews(saving)}
    </Dialog>
  );
}

interface NoQuoteProps {
  readonly error: Error;
  readonly numbers: readonly (string | null)[];
  readonly onAgain: () => void;
}

/** The price cannot be told; what it is for is named, so that the vendor can be asked too. */
function NoQuote({ error, numbers, onAgain }: NoQuoteProps) {
  const say = useWords();
  const named = numbers.filter((number) => number !== null);
  return (
    <Notice
      tone="warn"
      role="alert"
      title={say('renewal.no-quote')}
      actions={<Button onClick={onAgain}>{say('try-again')}</Button>}
    >
      <p>{failureWords(say, error).advice}</p>
      {named.length === 0 ? null : (
        <p>{say('renewal.no-quote.licenses', { count: named.length, list: say.list(named) })}</p>
      )}
    </Notice>
  );
}
