import type { Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';

const KNOWN: readonly string[] = ['license', 'install'];

/** Which half of a delivery is done and which is not, where that matters: as long as it did not all go well. */
export function DeliveryParts({ order: { delivery, state } }: { readonly order: Order }) {
  const say = useWords();
  const isBegun = delivery?.some(({ done }) => done) ?? false;
  if (delivery === null || !isBegun || (state !== 'fulfill-failed' && state !== 'fulfilling')) {
    return null;
  }
  return (
    <>
      <ul className="upkeep-order-parts" aria-label={say('order.delivery')}>
        {delivery.map(({ part, done }) => (
          <li key={part} data-done={done}>
            <bdi>
              {say('order.delivery.part', {
                part: KNOWN.includes(part) ? part : 'other',
                word: part,
                done: done ? 'yes' : 'no',
              })}
            </bdi>
          </li>
        ))}
      </ul>
      {state === 'fulfill-failed' ? <p>{say('order.delivery.rest')}</p> : null}
    </>
  );
}
