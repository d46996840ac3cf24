import { useEffect, useReducer } from 'react';
import type { Session } from '../../backend/session.ts';
import type { Order } from '../../domain/order.ts';
import { lastFour, standingOf } from '../../domain/order-standing.ts';
import { patience } from '../../domain/patience.ts';
import { useLedgerView } from '../../ledger/useLedger.ts';
import { useWords } from '../../messages/context.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useHostNow } from './useHostNow.ts';

export interface LongWaitProps {
  readonly order: Order;
  readonly session: Session;
}

/** How often it is looked whether a wait has become a long one, in milliseconds. */
const LOOK_MS = 30_000;

/** What to know once an order has waited for longer than most do: that nothing is lost, and who can be asked. */
export function LongWait({ order, session }: LongWaitProps) {
  const say = useWords();
  const { answeredAt } = useLedgerView();
  const hostNow = useHostNow(session);
  const [, look] = useReducer((looks: number) => looks + 1, 0);

  useEffect(() => {
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);

  if (patience(order, hostNow()) === 'soon') return null;
  const paid = standingOf(order) === 'paid';
  const why = !paid ? 'unconfirmed' : order.steps.vendorTold === null ? 'unheard' : 'preparing';
  return (
    <Notice tone="info" title={say(`order.long.${why}`)}>
      <p>{say(`order.long.${why}.words`)}</p>
      <p>
        {say('order.long.support', {
          last: lastFour(order.token),
          moment: say.moment(order.startedAt),
          checked: answeredAt === 0 ? 'never' : 'once',
          time: say.time(new Date(answeredAt).toISOString()),
        })}
      </p>
    </Notice>
  );
}
