import type { Session } from '../../backend/session.ts';
import type { Order } from '../../domain/order.ts';
import { useLedger } from '../../ledger/useLedger.ts';
import { useWords } from '../../messages/context.ts';
import { Notice } from '../../ui/Notice.tsx';
import { orderLink } from './order-link.ts';
import { lastFour } from '../../domain/order-standing.ts';
import { StoreLink } from './StoreLink.tsx';

export interface HandOffProps {
  /** As the host saved it; an order that is not saved has no link. */
  readonly order: Order;
  readonly session: Session;
  /** Asked before the browser leaves; `true` = the host page takes over. */
  readonly onNavigate?: ((href: string) => boolean) | undefined;
}

/** The real link that takes a saved order to the store, or why there is none. */
export function HandOff({ order, session, onNavigate }: HandOffProps) {
  const say = useWords();
  const ledger = useLedger();
  const link = orderLink(order, session);
  if (link === null) return null;
  if (link.kind === 'refused') {
    return (
      <Notice tone="bad" title={say('order.link-refused')}>
        <p>{say(`order.link-refused.${link.why}`)}</p>
        <p>{say('order.link-refused.advice', { last: lastFour(order.token) })}</p>
      </Notice>
    );
  }

  const follow = (): boolean => {
    ledger.handOff(order.token);
    return onNavigate?.(link.href) ?? false;
  };

  return <StoreLink link={link} onFollow={follow} />;
}
