import { useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { useBackend } from '../../backend/context.ts';
import { orderBookQuery } from '../../backend/order-book.ts';
import type { Session } from '../../backend/session.ts';
import type { Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { Notice } from '../../ui/Notice.tsx';
import { orderLink } from './order-link.ts';
import { lastFour } from './order-standing.ts';
import { pageLife } from './page-life.ts';

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
  const backend = useBackend();
  const client = useQueryClient();
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

  const follow = (event: MouseEvent) => {
    pageLife(backend).followed.add(order.token);
    // The host learns it from the store as well, so nothing is said if this does not arrive.
    const told = backend.orders.handOff(order.token);
    void told
      .catch(() => {})
      .then(() => client.invalidateQueries({ queryKey: orderBookQuery(backend).queryKey }));
    if (onNavigate?.(link.href)) event.preventDefault();
  };

  return (
    <a
      className="upkeep-button upkeep-button-primary"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      onClick={follow}
      onAuxClick={(event) => (event.button === 1 ? follow(event) : undefined)}
    >
      {say('order.continue')}
    </a>
  );
}
