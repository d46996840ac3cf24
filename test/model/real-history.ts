import type { Order } from '../../src/domain/order.ts';
import { halvesOf } from '../../mocks/vendor/delivery.ts';
import type { World } from '../../mocks/world.ts';
import type { History } from './history.ts';

/** All orders of all hosts in a world of the mocks. */
export const ordersOf = ({ host }: World): Order[] =>
  [host.orders, ...host.accounts.map(({ elsewhere }) => elsewhere?.orders ?? {})].flatMap(
    Object.values<Order>,
  );

/** Writes into the history what has happened in a world of the mocks since it was looked at last. */
export function historian(world: World, history: History): () => void {
  const noted = new Map<object, Set<string>>();
  return () => {
    for (const order of ordersOf(world)) {
      const { token, state } = order;
      if (!history.saved.has(token))
        history.saved.set(token, { host: world.host.mainKey, wish: order });
      history.stands(token, state);
      if (order.kind === 'renewal' && state === 'fulfilled') history.arrived.add(token);
    }
    for (const delivery of world.vendor.deliveries) {
      const { token, target } = delivery;
      const halves = noted.get(delivery) ?? new Set();
      noted.set(delivery, halves);
      const offer = Object.values(world.vendor.licenses).find(
        (each) => each.token === token,
      )?.product;
      for (const { part, done } of halvesOf(world, delivery).parts) {
        if (!done || halves.has(part) || offer === undefined) continue;
        halves.add(part);
        const half = part === 'license' ? 'license' : 'install';
        history.took({ token, half, host: world.host.mainKey, offer, target });
        if (half === 'install') history.count('delivered');
      }
    }
  };
}
