import { useEffect, useRef } from 'react';
import type { Offer } from '../../backend/backend.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Target } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { CheckStep } from './CheckStep.tsx';
import { DomainStep } from './DomainStep.tsx';
import { OfferStep } from './OfferStep.tsx';
import type { Purchase } from './usePurchase.ts';

export interface PurchaseFormProps {
  readonly extension: Extension;
  readonly purchase: Purchase;
  readonly offers: readonly Offer[];
  readonly targets: readonly Target[];
}

/** The step one is at, under its heading; a new step takes the focus there. */
export function PurchaseForm({ extension, purchase, offers, targets }: PurchaseFormProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { choice, choose, step, steps, saving } = purchase;
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);

  return (
    <>
      <div className="upkeep-purchase-step">
        <p className="upkeep-muted upkeep-small">
          {say('purchase.step', { at: steps.indexOf(step) + 1, of: steps.length })}
        </p>
        <h3 ref={heading} className="upkeep-purchase-heading" tabIndex={-1}>
          {say(HEADINGS[step])}
        </h3>
      </div>
      {step === 'domain' ? (
        <DomainStep
          targets={targets}
          chosen={choice.target}
          onChoose={(target) => choose({ target })}
        />
      ) : null}
      {step === 'offer' ? (
        <OfferStep offers={offers} chosen={choice.offer} onChoose={(offer) => choose({ offer })} />
      ) : null}
      {step === 'check' && choice.offer !== null ? (
        <CheckStep
          extension={extension}
          offer={choice.offer}
          target={choice.offer.model === 'individual' ? choice.target : null}
          saving={saving}
          onChange={purchase.goTo}
        />
      ) : null}
    </>
  );
}

const HEADINGS = {
  domain: 'purchase.domain',
  offer: 'purchase.offer',
  check: 'purchase.check',
} as const;
