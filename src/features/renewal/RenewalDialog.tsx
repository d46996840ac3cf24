import type { ReactNode } from 'react';
import type { Session } from '../../backend/session.ts';
import type { WishSaving } from '../../ledger/useSavedWish.ts';
import type { Day } from '../../domain/day.ts';
import type { Decided } from '../../domain/decide.ts';
import { totals } from '../../domain/totals.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Unseen } from '../../ui/Unseen.tsx';
import { QuoteActions } from './QuoteActions.tsx';
import { pricesOf } from './renewal-wish.ts';
import { RenewalPart } from './RenewalPart.tsx';
import { RenewalTable } from './RenewalTable.tsx';
import { TermPicker } from './TermPicker.tsx';
import { type Renewal, useRenewal } from './useRenewal.ts';

export interface RenewalDialogProps {
  /** What may be renewed, with what was decided about it; of several, which of them is chosen here. */
  readonly decided: readonly Decided[];
  /** So many more may be renewed, for which there was no room. */
  readonly others?: number;
  readonly session: Session;
  /** The host's date. */
  readonly today: Day;
  readonly onClose: () => void;
  /** Tells what became of saving the order; the panel hands in the purchase feature's `SavingNews`. */
  readonly renderNews: (saving: WishSaving) => ReactNode;
  /** The way on, `SavingAction` of the same feature. */
  readonly renderAction: (saving: WishSaving) => ReactNode;
}

/** Renews licenses: what that opens, what it costs and until when it runs, then on to the store. */
export function RenewalDialog(props: RenewalDialogProps) {
  const { decided, others = 0, session, today, onClose, renderNews, renderAction } = props;
  const say = useWords();
  const renewal = useRenewal(decided, session, today);
  const { parts, ordered, asking, error, saving } = renewal;
  const isSaved = saving.wish.kind === 'saved' || saving.wish.kind === 'resumed';
  const isPriced = pricesOf(ordered).length > 0;
  const [alone] = parts.length === 1 ? parts : [];

  return (
    <Dialog
      title={
        alone ? say('renewal.title', { name: alone.extension.name }) : say('renewal.title.several')
      }
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(isSaved ? 'close' : 'cancel')}</Button>
          <Way renewal={renewal} renderAction={renderAction} />
        </>
      }
    >
      <TermPicker renewal={renewal} today={today} />
      {alone ? <RenewalPart part={alone} /> : <RenewalTable renewal={renewal} />}
      {others === 0 ? null : <p className="upkeep-muted">{say('renewal.others', { others })}</p>}
      {error === null ? null : <NoQuote error={error} renewal={renewal} />}
      {isPriced && !asking ? (
        <QuoteActions parts={ordered} about={{ host: session.host, today }} />
      ) : null}
      <div>
        <Told renewal={renewal} />
        <p className="upkeep-muted upkeep-small">{say('renewal.store-price')}</p>
      </div>
      {asking ? null : renderNews(saving)}
    </Dialog>
  );
}

interface WayProps {
  readonly renewal: Renewal;
  readonly renderAction: (saving: WishSaving) => ReactNode;
}

/** The way on, which waits for the price: what was shown goes into the order. */
function Way({ renewal: { ordered, asking, saving, canOrder }, renderAction }: WayProps) {
  const say = useWords();
  if (!canOrder) return null;
  if (!asking) return renderAction(saving);
  // Another term is on its way: the button keeps its place.
  return pricesOf(ordered).length === 0 ? null : (
    <Button look="primary" busy>
      {say('purchase.save')}
    </Button>
  );
}

/** Says to those who do not see the sum what a change made of it. */
function Told({ renewal: { parts, ordered, asking } }: { readonly renewal: Renewal }) {
  const say = useWords();
  const sums = totals(pricesOf(ordered)).map(({ amount, currency }) => say.money(amount, currency));
  const told = say('renewal.told', { count: ordered.length, price: say.list(sums) });
  const isTold = parts.length > 1 && sums.length > 0;
  return (
    <div role="status">
      <Unseen>{asking ? say('renewal.asking') : isTold ? told : ''}</Unseen>
      {asking ? <Skeleton lines={1} /> : null}
    </div>
  );
}

/** The price cannot be told; what it is for is named, so that the vendor can be asked too. */
function NoQuote({ error, renewal }: { readonly error: Error; readonly renewal: Renewal }) {
  const say = useWords();
  const named = renewal.ordered.flatMap(({ number }) => number ?? []);
  return (
    <Notice
      tone="warn"
      role="alert"
      title={say('renewal.no-quote')}
      actions={<Button onClick={renewal.again}>{say('try-again')}</Button>}
    >
      <p>{failureWords(say, error).advice}</p>
      {named.length === 0 || !renewal.canOrder ? null : (
        <p>{say('renewal.no-quote.licenses', { count: named.length, list: say.list(named) })}</p>
      )}
    </Notice>
  );
}
