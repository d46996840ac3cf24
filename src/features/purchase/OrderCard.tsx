import { useEffect, useId, useRef } from 'react';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import { isSettled, type Order, type OrderState } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { failureWords } from '../../messages/failures.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DeliverButton } from './DeliverButton.tsx';
import { HandOff } from './HandOff.tsx';
import { cancelable, deliverable, standingOf } from './order-standing.ts';
import { OrderPlace } from './OrderPlace.tsx';
import { OrderTracker } from './OrderTracker.tsx';
import { pageLife } from './page-life.ts';
import { SupportLink } from './SupportLink.tsx';
import { useOrderWrite } from './useOrderWrite.ts';

export interface OrderCardProps {
  readonly order: Order;
  readonly session: Session;
  readonly onCheck: () => void;
  readonly asking: boolean;
  /** Puts a finished order out of sight. */
  readonly onHide: () => void;
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
export function OrderCard({ order, session, onCheck, asking, onHide, onNavigate }: OrderCardProps) {
  const say = useWords();
  const backend = useBackend();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const delivery = useOrderWrite(order, 'fulfill');
  const cancellation = useOrderWrite(order, 'cancel');
  const standing = standingOf(order);
  const may = permitted(session.capabilities, session.actor.roles);
  const canDeliver = deliverable(order) && may.has('purchase');
  const values = { kind: order.kind, domain: order.target?.domain ?? '' };
  const { mutate: deliver } = delivery;

  // Following the store link in this page life was the consent to deliver; it is good for one try, and only where a
  // doubled delivery cannot happen.
  const consented = standing === 'ready' && canDeliver && may.has('idempotentFulfillment');
  useEffect(() => {
    const { followed, delivered } = pageLife(backend);
    if (!consented || !followed.has(order.token) || delivered.has(order.token)) return;
    delivered.add(order.token);
    deliver();
  }, [consented, backend, order.token, deliver]);

  // The button that was pressed goes away with what it did; the card keeps the focus.
  const press = (write: () => void) => {
    heading.current?.focus();
    write();
  };
  // An error speaks of the try it came from; once the order has moved on, the order speaks.
  const failed =
    (canDeliver ? delivery.error : null) ?? (cancelable(order) ? cancellation.error : null);

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
        {order.test ? <p>{say('order.test.words')}</p> : null}
        {order.unknownState === null ? null : (
          <p>{say('order.unknown-state', { word: order.unknownState })}</p>
        )}
        {order.reason === null ? null : (
          <p className="upkeep-muted">{say('order.reason', { reason: order.reason })}</p>
        )}
      </div>
      {failed === null || underWay(failed) ? null : <CardFailure error={failed} />}
      <div className="upkeep-order-actions">
        {may.has('purchase') ? (
          <HandOff order={order} session={session} onNavigate={onNavigate} />
        ) : null}
        {canDeliver ? (
          <DeliverButton
            order={order}
            busy={delivery.isPending}
            sure={
              may.has('idempotentFulfillment') || (standing === 'ready' && delivery.error === null)
            }
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
        {cancelable(order) && may.has('purchase') ? (
          <Button
            look="quiet"
            busy={cancellation.isPending}
            onClick={() => press(cancellation.mutate)}
          >
            {say('order.cancel')}
          </Button>
        ) : null}
        <SupportLink order={order} />
      </div>
      <OrderTracker order={order} />
    </article>
  );
}

const startedWords = (say: Words, order: Order) =>
  say('order.started', { name: order.startedBy.name, moment: say.moment(order.startedAt) });

/** Somebody else is at it already; the order itself will tell how it ends. */
const underWay = (error: Error): boolean =>
  isBackendError(error) &&
  error.failure.kind === 'refused' &&
  error.failure.problem === 'in-progress';

function CardFailure({ error }: { readonly error: Error }) {
  const { title, advice } = failureWords(useWords(), error);
  return (
    <Notice tone="warn" title={title} role="alert">
      <p>{advice}</p>
    </Notice>
  );
}
