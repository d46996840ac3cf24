import type { Setting } from '../setting.ts';
import { instant, now } from '../clock.ts';
import { FAILED } from '../vendor/orders.ts';
import type { World } from '../world.ts';
import { individualOffers, STARTED } from './individual-offers.ts';
import { arrangeOrders } from './started-orders.ts';

/** Reports for one domain each, on a host that tells how orders stand as it happens. */
export const liveOffers = (): Setting => ({ ...individualOffers(), news: 'events' });

/** The same on a host that makes the tokens itself and keeps a verifier behind each. */
export const verifiedOffers = (): Setting => ({ ...individualOffers(), abilities: ['verifier'] });

/** The order that was ready had its license made; putting it on the domain failed. */
export function arrangeHalf(world: World): void {
  arrangeOrders(world);
  const token = STARTED.ready;
  const order = world.host.orders[token];
  if (!order?.target) return;
  const at = now(world) - 60_000;
  const { id: target, domain } = order.target;
  world.vendor.deliveries.push({
    token,
    target,
    domain,
    startedAt: at,
    endsAt: { license: at, install: at },
    fails: 'install',
    stoppedAt: null,
    begun: { license: 1, install: 1 },
  });
  world.host.orders[token] = {
    ...order,
    state: 'fulfill-failed',
    steps: { ...order.steps, ready: order.steps.ready ?? instant(at) },
    deliveredBy: { id: 'second-admin', name: 'Second admin' },
    delivery: [
      { part: 'license', done: true },
      { part: 'install', done: false },
    ],
    reason: FAILED.install,
  };
}
