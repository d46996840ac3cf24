import { useId, useRef } from 'react';
import { isBackendError } from '../../backend/errors.ts';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import { isSettled, type Order, type OrderState } from '../../domain/order.ts';
import { useLedger, useLedgerView } from '../../ledger/useLedger.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { failureWords } from '../../messages/failures.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CodeArrived } from './CodeArrived.tsx';
import { DeliveryParts } from './DeliveryParts.tsx';
import { DeliverButton } from './DeliverButton.tsx';
import { HandOff } from './HandOff.tsx';
import { LongWait } from './LongWait.tsx';
import { awaitsPayment, deliverable, standingOf } from '../../domain/order-standing.ts';
import { OrderPlace } from './OrderPlace.tsx';
import { OrderTracker } from './OrderTracker.tsx';
import { SupportData } from './SupportData.tsx';
import { SupportLink } from './SupportLink.tsx';

export interface OrderCardProps {
  readonly order: Order;
  readonly session: Session;
  readonly onCheck: () => void;
  readonly asking: boolean;
  /** Puts a finished order out of sight. */
  readonly onHide: () => void;
  /** Opens the place where an activation code is entered. */
  readonly onEnterCode?: (() => void) | undefined;
  readonly onNavigate?: ((href: string) => boolean) | undefined;
}

const TONE: Record<OrderState, Tone> = {
  prepared: 'calm',
  'handed-off': 'info',
  pending: 'info',
  'action-needed': 'warn',
  paid: 'info',
  ready: 'good',
  fulfilling: 'info',
  fulfilled: 'good',
  canceled: 'calm',
  expired: 'calm',
  refunded: 'calm',
  'fulfill-failed': 'bad',
  'needs-target': 'warn',
  mismatch: 'bad',
};

/** One order: what, for where, who began it, how far it is, what it means and what may be done now. */
export function OrderCard(props: OrderCardProps) {
  const { order, session, onCheck, asking, onHide, onEnterCode, onNavigate } = props;
  const say = useWords();
  const { deliver, cancel } = useLedger();
  const write = useLedgerView().writes.get(order.token);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const standing = standingOf(order);
  const may = permitted(session.capabilities, session.actor.roles);
  const canDeliver = deliverable(order) && may.has('purchase');
  const values = { kind: order.kind, domain: order.target?.domain ?? '' };
  // The button that was pressed goes away with what it did; the card keeps the focus.
  const press = (act: (token: string) => Promise<void>) => {
    heading.current?.focus();
    void act(order.token);
  };
  // An error speaks of the try it came from; once the order has moved on, the order speaks.
  const isOver = write?.what === 'fulfill' ? !canDeliver : !awaitsPayment(order);
  const failed = write === undefined || write.kind === 'under-way' || isOver ? null : write.error;
  const isBusy = (what: 'fulfill' | 'cancel') => write?.kind === 'under-way' && write.what === what;

  return (
    <article className={`upkeep-order upkeep-order-${standing}`} aria-labelledby={headingId}>
      <header className="upkeep-order-head">
        <h3 ref={heading} id={headingId} className="upkeep-order-title" tabIndex={-1}>
          <bdi>{order.title}</bdi>
        </h3>
        <Badge tone={TONE[standing]}>{say(`order.state.${standing}`, values)}</Badge>
        {order.test ? <Badge tone="warn">{say('order.test')}</Badge> : null}
        <p className="upkeep-order-facts upkeep-muted upkeep-small">
          <OrderPlace order={order} /> <span>{startedWords(say, order)}</span>
        </p>
      </header>
      <div className="upkeep-order-words">
        <p>{say(`order.words.${standing}`, values)}</p>
        <DeliveryParts order={order} />
        {standing === 'fulfilled' && order.deliveredBy !== null ? (
          <p>{say('order.delivered-by', { name: order.deliveredBy.name })}</p>
        ) : null}
        {order.test ? <p>{say('order.test.words')}</p> : null}
        {order.unknownState === null ? null : (
          <p>{say('order.unknown-state', { word: order.unknownState })}</p>
        )}
        {order.reason === null ? null : (
          <p className="upkeep-muted">{say('order.reason', { reason: order.reason })}</p>
        )}
      </div>
      <CodeArrived order={order} session={session} onEnterCode={onEnterCode} />
      <LongWait order={order} session={session} />
      {failed === null || isUnderWay(failed) ? null : <CardFailure error={failed} />}
      <div className="upkeep-order-actions">
        {may.has('purchase') ? (
          <HandOff order={order} session={session} onNavigate={onNavigate} />
        ) : null}
        {canDeliver ? (
          <DeliverButton
            order={order}
            busy={write?.kind === 'under-way'}
            sure={may.has('idempotentFulfillment') || (standing === 'ready' && failed === null)}
            onDeliver={() => press(deliver)}
          />
        ) : null}
        {isSettled(order.state) ? (
          <Button onClick={onHide}>{say('order.hide')}</Button>
        ) : (
          <Button busy={asking} onClick={onCheck}>
            {say('order.check-now')}
          </Button>
        )}
        {awaitsPayment(order) && may.has('purchase') ? (
          <Button look="quiet" busy={isBusy('cancel')} onClick={() => press(cancel)}>
            {say('order.cancel')}
          </Button>
        ) : null}
      </div>
      <div className="upkeep-order-support">
        <SupportLink order={order} />
        <SupportData order={order} />
      </div>
      <OrderTracker order={order} />
    </article>
  );
}

const startedWords = (say: Words, order: Order) =>
  say('order.started', { name: order.startedBy.name, moment: say.moment(order.startedAt) });

/** Somebody else is at it already; the order itself will tell how it ends. */
const isUnderWay = (error: unknown): boolean =>
  isBackendError(error) &&
  error.failure.kind === 'refused' &&
  error.failure.problem === 'in-progress';

function CardFailure({ error }: { readonly error: unknown }) {
  const { title, advice } = failureWords(useWords(), error);
  return (
    <Notice tone="warn" title={title} role="alert">
      <p>{advice}</p>
    </Notice>
  );
}
