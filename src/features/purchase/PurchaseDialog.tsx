import type { ReactNode } from 'react';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import type { Extension } from '../../domain/extension.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Unseen } from '../../ui/Unseen.tsx';
import { PurchaseFoot } from './PurchaseFoot.tsx';
import { PurchaseForm } from './PurchaseForm.tsx';
import { type Purchase, usePurchase } from './usePurchase.ts';

export interface PurchaseDialogProps {
  readonly extension: Extension;
  readonly session: Session;
  readonly onClose: () => void;
  /** Asked before the browser leaves for the store; `true` = the host page takes over. */
  readonly onNavigate?: ((href: string) => boolean) | undefined;
}

/** Buys something for an extension: pick a domain, pick an offer, save the order, go to the store. */
export function PurchaseDialog(props: PurchaseDialogProps) {
  const { extension, session, onClose } = props;
  const say = useWords();
  const purchase = usePurchase(extension.key, session);
  const may = permitted(session.capabilities, session.actor.roles).has('purchase');
  const closing = <Button onClick={onClose}>{say('close')}</Button>;
  return (
    <Dialog
      title={say('purchase.title', { name: extension.name })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        may && purchase.sale.kind === 'open' ? (
          <PurchaseFoot {...props} purchase={purchase} />
        ) : (
          closing
        )
      }
    >
      {may ? (
        <PurchaseBody extension={extension} purchase={purchase} />
      ) : (
        <Hindrance title={say('purchase.not-allowed')}>
          {say('purchase.not-allowed.words')}
        </Hindrance>
      )}
    </Dialog>
  );
}

function PurchaseBody({
  extension,
  purchase,
}: {
  readonly extension: Extension;
  readonly purchase: Purchase;
}) {
  const say = useWords();
  const { sale } = purchase;
  switch (sale.kind) {
    case 'asking':
      return (
        <div role="status">
          <Unseen>{say('purchase.loading')}</Unseen>
          <Skeleton lines={3} />
        </div>
      );
    case 'failed': {
      const { title, advice } = failureWords(say, sale.error);
      const again = <Button onClick={sale.again}>{say('try-again')}</Button>;
      return (
        <Notice tone="bad" role="alert" title={title} actions={again}>
          <p>{advice}</p>
        </Notice>
      );
    }
    case 'nothing':
      return (
        <Hindrance title={say('purchase.offer.none', { name: extension.name })}>
          {say('purchase.offer.none.words')}
        </Hindrance>
      );
    case 'open':
      return (
        <PurchaseForm
          extension={extension}
          purchase={purchase}
          offers={sale.offers}
          targets={sale.targets}
        />
      );
  }
}

function Hindrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Notice tone="calm" title={title}>
      <p>{children}</p>
    </Notice>
  );
}
