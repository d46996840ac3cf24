import { type ReactNode, useEffect, useRef } from 'react';
import type { WishSaving } from '../../ledger/useSavedWish.ts';
import type { Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { lastFour, standingOf } from '../../domain/order-standing.ts';

/**
 * What became of saving an order. News takes the focus, since the button that was pressed is gone and a dialog hides
 * every other place from which it could be told.
 */
export function SavingNews({ saving }: { readonly saving: WishSaving }) {
  const place = useRef<HTMLDivElement>(null);
  const { kind } = saving.wish;
  const before = useRef(kind);

  useEffect(() => {
    const isNews = before.current !== kind && kind !== 'unsaved' && kind !== 'saving';
    before.current = kind;
    if (isNews) place.current?.focus();
  }, [kind]);

  return (
    <div ref={place} className="upkeep-saving" tabIndex={-1}>
      <News saving={saving} />
      {saving.left === null ? null : <LeftBehind order={saving.left} />}
    </div>
  );
}

function News({ saving: { wish, save, check } }: { readonly saving: WishSaving }): ReactNode {
  const say = useWords();
  switch (wish.kind) {
    case 'unsaved':
    case 'saving':
      return null;
    case 'saved':
      return (
        <Notice tone="good" title={say('purchase.saved')}>
          <p>{say('purchase.saved.words', { last: lastFour(wish.order.token) })}</p>
          <p>{savedWords(say, wish.order)}</p>
        </Notice>
      );
    case 'resumed': {
      const { order } = wish;
      const { name } = order.startedBy;
      return (
        <Notice tone="info" title={say('purchase.resumed')}>
          <p>{say('purchase.resumed.words', { name, moment: say.moment(order.startedAt) })}</p>
          <p>{say(`order.words.${standingOf(order)}`, valuesOf(order))}</p>
          <p className="upkeep-muted upkeep-small">
            {say('order.reference', { last: lastFour(order.token) })}
          </p>
        </Notice>
      );
    }
    case 'unknown':
      return (
        <Notice
          tone="warn"
          role="alert"
          title={say('purchase.unknown')}
          actions={
            <Button onClick={wish.missing ? save : check}>
              {say(wish.missing ? 'purchase.again' : 'check-again')}
            </Button>
          }
        >
          <p>{say(wish.missing ? 'purchase.again.words' : 'purchase.unknown.words')}</p>
        </Notice>
      );
    case 'failed': {
      const { title, advice } = failureWords(say, wish.error);
      return (
        <Notice tone="bad" role="alert" title={title}>
          <p>{advice}</p>
        </Notice>
      );
    }
  }
}

/** Before it leaves for the store, what the link does; after, where the order stands. */
const savedWords = (say: Words, order: Order): string => {
  const standing = standingOf(order);
  return standing === 'prepared'
    ? say('order.not-paid')
    : say(`order.words.${standing}`, valuesOf(order));
};

const valuesOf = ({ kind, target }: Order) => ({ kind, domain: target?.domain ?? '' });

/** An earlier choice was saved and is still open: it costs nothing, but it is there. */
function LeftBehind({ order }: { readonly order: Order }) {
  const say = useWords();
  const what = order.target?.domain ?? order.title;
  return (
    <Notice tone="info" title={say('purchase.left')}>
      <p>{say('purchase.left.words', { what, last: lastFour(order.token) })}</p>
    </Notice>
  );
}
