import type { Order } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';

/** For which domain or licenses. */
export function OrderPlace({ order }: { readonly order: Order }) {
  const say = useWords();
  if (order.target !== null)
    return <bdi>{say('order.for-domain', { domain: order.target.domain })}</bdi>;
  if (order.licenses.length === 0) return null;
  return (
    <bdi>
      {say('order.for-licenses', { count: order.licenses.length, list: say.list(order.licenses) })}
    </bdi>
  );
}
