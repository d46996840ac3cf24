import { lazy, Suspense, useId, useState } from 'react';
import type { OrderBook } from '../../backend/backend.ts';
import { isBackendError } from '../../backend/errors.ts';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import { isSettled, type Order } from '../../domain/order.ts';
import { useFollowedLedger, useLedgerView } from '../../ledger/useLedger.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { lastFour, standingOf } from '../../domain/order-standing.ts';
import { useOrderChanges } from './useOrderChanges.ts';
import { useReturned } from './useReturned.ts';

// Most days there is no order to show: its card is fetched when there is one.
const OrderCard = lazy(() =>
  import('./OrderCard.tsx').then((module) => ({ default: module.OrderCard })),
);

export interface PendingOrdersProps {
  readonly session: Session;
  /** The order that somebody came back from the store with, as the page's address has it. */
  readonly returned?: string | null;
  /** An order reached an end, so that what is installed and licensed may have changed. */
  readonly onSettled: (order: Order) => void;
  /** Opens the place where an activation code is entered. */
  readonly onEnterCode?: (() => void) | undefined;
  readonly onNavigate?: ((href: string) => boolean) | undefined;
}

/** Every order in progress, whoever began it and wherever, and those that ended since this page was opened. */
export function PendingOrders({
  session,
  returned = null,
  onSettled,
  onEnterCode,
  onNavigate,
}: PendingOrdersProps) {
  const say = useWords();
  const announce = useAnnounce();
  const ledger = useFollowedLedger(session);
  const { book, error, asking, answeredAt, seenOpen } = useLedgerView();
  useReturned(returned);
  const headingId = useId();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  useOrderChanges(book?.orders ?? NONE, (order) => {
    const state = say(`order.state.${standingOf(order)}`, { kind: order.kind });
    announce(say('order.announce', { title: order.title, state }));
    if (isSettled(order.state)) onSettled(order);
  });
  const shown = (order: Order) =>
    !isSettled(order.state) || (seenOpen.has(order.token) && !hidden.has(order.token));
  const orders = book?.orders.filter(shown) ?? [];
  const unreadable = book?.unreadable ?? [];

  const check = () => {
    if (!ledger.check()) announce(say('order.check-later'));
  };

  // Whoever may never buy is not told that orders cannot be checked.
  const mayBuy = permitted(session.capabilities, session.actor.roles).has('purchase');
  const isRefused = isBackendError(error) && error.failure.kind === 'refused';
  const trouble = isRefused && !mayBuy ? null : error;
  if (orders.length === 0 && unreadable.length === 0 && trouble === null) return null;
  return (
    <section className="upkeep-orders" aria-labelledby={headingId}>
      <header className="upkeep-orders-head">
        <h2 id={headingId} className="upkeep-orders-title">
          {say('order.label')}
        </h2>
        {answeredAt === 0 ? null : (
          <span className="upkeep-muted upkeep-small">
            {say('order.checked', { time: say.time(new Date(answeredAt).toISOString()) })}
          </span>
        )}
      </header>
      {trouble === null ? null : <Trouble error={trouble} asking={asking} onCheck={check} />}
      <Suspense fallback={<Skeleton lines={orders.length} />}>
        {orders.map((order) => (
          <OrderCard
            key={order.token}
            order={order}
            session={session}
            asking={asking}
            onCheck={check}
            onHide={() => setHidden((before) => new Set(before).add(order.token))}
            onEnterCode={onEnterCode}
            onNavigate={onNavigate}
          />
        ))}
      </Suspense>
      {unreadable.map((entry, at) => (
        <UnreadableOrder key={entry.token ?? at} {...entry} />
      ))}
    </section>
  );
}

const NONE: readonly Order[] = [];

/** The last question had no answer; what is known stays in sight. */
function Trouble({
  error,
  asking,
  onCheck,
}: {
  readonly error: unknown;
  readonly asking: boolean;
  readonly onCheck: () => void;
}) {
  const say = useWords();
  const signedOut = isBackendError(error) && error.failure.kind === 'session-lost';
  return (
    <Notice
      tone="warn"
      role="status"
      title={say(signedOut ? 'order.sign-in' : 'order.trouble')}
      actions={
        <Button busy={asking} onClick={onCheck}>
          {say('check-again')}
        </Button>
      }
    >
      <p>{signedOut ? say('order.sign-in.advice') : failureWords(say, error).advice}</p>
    </Notice>
  );
}

/** An order in the book that makes no sense: told of, since there may be money in it. */
function UnreadableOrder({ token, at, expected }: OrderBook['unreadable'][number]) {
  const say = useWords();
  return (
    <Notice tone="unknown" title={say('order.unreadable')}>
      <p>
        {say('order.unreadable.words', {
          last: token === null ? 'none' : lastFour(token),
          at,
          expected,
        })}
      </p>
    </Notice>
  );
}
