import { useState } from 'react';
import type { Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { standingOf } from '../../domain/order-standing.ts';

export interface DeliverButtonProps {
  readonly order: Order;
  readonly busy: boolean;
  /** Delivering cannot happen twice; otherwise a second try is asked about first. */
  readonly sure: boolean;
  readonly onDeliver: () => void;
}

/** Delivers what was bought to the domain that was chosen, which the button names. */
export function DeliverButton({ order, busy, sure, onDeliver }: DeliverButtonProps) {
  const say = useWords();
  const [asked, setAsked] = useState(false);
  const domain = order.target?.domain ?? '';
  if (asked && !sure) {
    return (
      <Notice
        tone="warn"
        title={say('order.deliver-again', { domain })}
        role="status"
        actions={
          <>
            <Button busy={busy} onClick={onDeliver}>
              {say('order.deliver-again.sure')}
            </Button>
            <Button onClick={() => setAsked(false)}>{say('cancel')}</Button>
          </>
        }
      >
        <p>{say('order.deliver-again.confirm', { domain })}</p>
      </Notice>
    );
  }
  return (
    <Button look="primary" busy={busy} onClick={sure ? onDeliver : () => setAsked(true)}>
      {say(standingOf(order) === 'ready' ? 'order.deliver' : 'order.deliver-again', { domain })}
    </Button>
  );
}
