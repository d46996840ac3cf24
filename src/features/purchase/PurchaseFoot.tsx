import { useId, useState } from 'react';
import type { Session } from '../../backend/session.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { SavingAction } from './SavingAction.tsx';
import type { Purchase } from './usePurchase.ts';

export interface PurchaseFootProps {
  readonly purchase: Purchase;
  readonly session: Session;
  readonly onClose: () => void;
  readonly onNavigate?: ((href: string) => boolean) | undefined;
}

/** The way back and the way on. */
export function PurchaseFoot(props: PurchaseFootProps) {
  const { purchase, session, onClose, onNavigate } = props;
  const say = useWords();
  const { steps, step, goTo } = purchase;
  const before = steps[steps.indexOf(step) - 1];
  if (step === 'check') {
    return (
      <>
        <Button onClick={onClose}>{say('close')}</Button>
        <SavingAction saving={purchase.saving} session={session} onNavigate={onNavigate} />
      </>
    );
  }
  return (
    <>
      {before === undefined ? (
        <Button onClick={onClose}>{say('cancel')}</Button>
      ) : (
        <Button onClick={() => goTo(before)}>{say('back')}</Button>
      )}
      <NextButton key={step} purchase={purchase} />
    </>
  );
}

/** Goes on once something is picked, and until then says what is missing. */
function NextButton({ purchase }: { readonly purchase: Purchase }) {
  const say = useWords();
  const errorId = useId();
  const [missed, setMissed] = useState(false);
  const { steps, step, choice, goTo } = purchase;
  const missing = step === 'domain' ? choice.target === null : choice.offer === null;
  const next = steps[steps.indexOf(step) + 1] ?? 'check';
  return (
    <>
      <Button
        look="primary"
        aria-describedby={missed && missing ? errorId : undefined}
        onClick={() => (missing ? setMissed(true) : goTo(next))}
      >
        {say('purchase.continue')}
      </Button>
      {missed && missing ? (
        <p id={errorId} role="alert" className="upkeep-purchase-missing">
          {say(step === 'domain' ? 'purchase.domain.pick' : 'purchase.offer.pick')}
        </p>
      ) : null}
    </>
  );
}
