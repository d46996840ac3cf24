import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { offersQuery } from '../../backend/queries.ts';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import { standingOf } from '../../domain/order-standing.ts';
import type { Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

export interface CodeArrivedProps {
  readonly order: Order;
  readonly session: Session;
  /** Opens the place where a code is entered. */
  readonly onEnterCode?: (() => void) | undefined;
}

/** A license that was bought and issued, and waits for its activation code: says where the code is, and takes it. */
export function CodeArrived(props: CodeArrivedProps) {
  const { kind } = props.order;
  return kind === 'license' && standingOf(props.order) === 'ready' ? <Code {...props} /> : null;
}

function Code({ order, session, onEnterCode }: CodeArrivedProps) {
  const say = useWords();
  const may = permitted(session.capabilities, session.actor.roles).has('activate');
  const { data } = useQuery(offersQuery(useBackend(), order.extension));
  const model = data?.find(({ id }) => id === order.offer)?.model;
  return (
    <Notice
      tone="info"
      title={say('order.code')}
      actions={
        may && onEnterCode ? (
          <Button look="primary" onClick={onEnterCode}>
            {say('action.activate')}
          </Button>
        ) : undefined
      }
    >
      <p>{say(may ? 'order.code.words' : 'order.code.not-allowed')}</p>
      {model === 'pay-as-you-go' ? <p>{say('offer.usage')}</p> : null}
    </Notice>
  );
}
