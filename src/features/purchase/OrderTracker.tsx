import { ORDER_STEPS, type Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { type Step, Steps } from '../../ui/Steps.tsx';
import { standingOf, stepsDone } from '../../domain/order-standing.ts';

/** The six steps from the saved order to what was bought, with when each was reached. */
export function OrderTracker({ order }: { readonly order: Order }) {
  const say = useWords();
  const done = stepsDone(order);
  const domain = order.target?.domain ?? '';
  const steps = ORDER_STEPS.map((step, at): Step => {
    const time = at < done ? order.steps[step] : null;
    // Worded as a deed only once it is done: what lies ahead must not read as paid or delivered.
    const label = say(`order.step.${step}`, {
      done: at < done ? 'yes' : 'no',
      kind: order.kind,
      domain,
    });
    return {
      key: step,
      label: <bdi>{label}</bdi>,
      at: at < done ? 'done' : at === done && goesOn(order) ? 'now' : 'ahead',
      ...(time === null ? {} : { detail: <time dateTime={time}>{say.moment(time)}</time> }),
    };
  });
  return <Steps label={say('order.steps', { title: order.title })} steps={steps} />;
}

/** Whether the next step is what is being waited for. */
function goesOn(order: Order): boolean {
  switch (standingOf(order)) {
    case 'prepared':
    case 'handed-off':
    case 'pending':
    case 'action-needed':
    case 'paid':
    case 'ready':
    case 'fulfilling':
    case 'fulfill-failed':
      return true;
    case 'fulfilled':
    case 'canceled':
    case 'expired':
    case 'refunded':
    case 'needs-target':
    case 'mismatch':
      return false;
  }
}
