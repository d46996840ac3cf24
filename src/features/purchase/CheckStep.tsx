import type { ReactNode } from 'react';
import type { Offer } from '../../backend/backend.ts';
import type { Saving } from '../../backend/useSavedWish.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Target } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { punycode } from './domain-name.ts';
import { periodWords } from './OfferStep.tsx';
import { SavingNews } from './SavingNews.tsx';

export interface CheckStepProps {
  readonly extension: Extension;
  readonly offer: Offer;
  readonly target: Target | null;
  readonly saving: Saving;
}

/** What is about to be ordered, and how saving it went. */
export function CheckStep({ extension, offer, target, saving }: CheckStepProps) {
  const say = useWords();
  const code = target === null ? null : punycode(target.domain);
  return (
    <>
      <dl className="upkeep-purchase-summary">
        <Line term={say('purchase.summary.extension')}>
          <bdi>{extension.name}</bdi>
        </Line>
        {target === null ? null : (
          <Line term={say('purchase.summary.domain')}>
            <bdi>{target.domain}</bdi>{' '}
            {code === null ? null : <span className="upkeep-muted upkeep-small">{code}</span>}
          </Line>
        )}
        <Line term={say('purchase.summary.offer')}>
          <bdi>{offer.name}</bdi>
        </Line>
        <Line term={say('purchase.price')}>
          {say.money(offer.price.amount, offer.price.currency)}{' '}
          <span className="upkeep-muted">{periodWords(say, offer)}</span>
          <span className="upkeep-purchase-final upkeep-muted upkeep-small">
            {say('purchase.price.words')}
          </span>
        </Line>
      </dl>
      <SavingNews saving={saving} />
    </>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="upkeep-purchase-line">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
