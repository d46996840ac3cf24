import type { ReactNode } from 'react';
import type { Offer } from '../../backend/backend.ts';
import type { WishSaving } from '../../ledger/useSavedWish.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Target } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { punycode } from './domain-name.ts';
import { periodWords } from './OfferStep.tsx';
import { SavingNews } from './SavingNews.tsx';

export interface CheckStepProps {
  readonly extension: Extension;
  readonly offer: Offer;
  readonly target: Target | null;
  readonly saving: WishSaving;
  /** Goes back to a step to choose anew. */
  readonly onChange: (step: 'domain' | 'offer') => void;
}

/** What is about to be ordered, and how saving it went. */
export function CheckStep({ extension, offer, target, saving, onChange }: CheckStepProps) {
  const say = useWords();
  const code = target === null ? null : punycode(target.domain);
  return (
    <>
      <dl className="upkeep-purchase-summary">
        <Line term={say('purchase.summary.extension')}>
          <bdi>{extension.name}</bdi>
        </Line>
        {target === null ? null : (
          <Line
            term={say('purchase.summary.domain')}
            change={say('purchase.change-domain')}
            onChange={() => onChange('domain')}
          >
            <bdi>{target.domain}</bdi>{' '}
            {code === null ? null : <span className="upkeep-muted upkeep-small">{code}</span>}
          </Line>
        )}
        <Line
          term={say('purchase.summary.offer')}
          change={say('purchase.change-offer')}
          onChange={() => onChange('offer')}
        >
          <bdi>{offer.name}</bdi>
        </Line>
        <Line term={say('purchase.price')}>
          {say.money(offer.price.amount, offer.price.currency)}{' '}
          <span className="upkeep-muted">{periodWords(say, offer)}</span>
          <span className="upkeep-purchase-final upkeep-muted upkeep-small">
            {say(offer.model === 'pay-as-you-go' ? 'offer.usage' : 'purchase.price.words')}
          </span>
        </Line>
      </dl>
      <SavingNews saving={saving} />
    </>
  );
}

interface LineProps {
  readonly term: string;
  readonly children: ReactNode;
  readonly change?: string;
  readonly onChange?: () => void;
}

function Line({ term, children, change, onChange }: LineProps) {
  return (
    <div className="upkeep-purchase-line">
      <dt>{term}</dt>
      <dd>{children}</dd>
      {change === undefined ? null : (
        <dd className="upkeep-purchase-change">
          <Button look="quiet" onClick={onChange}>
            {change}
          </Button>
        </dd>
      )}
    </div>
  );
}
