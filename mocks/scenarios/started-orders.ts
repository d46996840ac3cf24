import type { Order, Target, Wish } from '../../src/domain/order.ts';
import { toBase64 } from '../basic-auth.ts';
import { CANARY } from '../canary.ts';
import { instant, now, today } from '../clock.ts';
import type { World } from '../world.ts';
import { STARTED } from './individual-offers.ts';

const MINUTE = 60_000;

/** Puts one order into every party's books as waiting, and one as paid and ready. */
export function arrangeOrders(world: World): void {
  const ago = (minutes: number) => instant(now(world) - minutes * MINUTE);
  const wish = (offerId: string, target: Target | undefined): Wish => ({
    kind: 'individual-offer',
    extension: 'seo-report',
    offer: offerId,
    target: target ?? null,
    licenses: [],
    priceShown: world.host.offers.find(({ id }) => id === offerId)?.price ?? null,
  });
  const order = (
    token: string,
    asked: Wish,
    more: Pick<Order, 'title' | 'state' | 'startedBy' | 'startedAt' | 'steps'>,
  ): Order => ({
    ...asked,
    ...more,
    token,
    unknownState: null,
    deliveredBy: null,
    delivery: null,
    news: world.host.news,
    echo: null,
    intervalSeconds: 0,
    storeUrl: null,
    supportUrl: null,
    reason: null,
    test: false,
  });
  const none = { paid: null, vendorTold: null, ready: null, delivered: null };

  world.host.orders[STARTED.waiting] = order(
    STARTED.waiting,
    wish('seo-report-full', world.host.targets[1]),
    {
      title: 'SEO Report: Full report',
      state: 'handed-off',
      startedBy: { id: 'second-admin', name: 'Second admin' },
      startedAt: ago(4),
      steps: { recorded: ago(4), atStore: ago(3), ...none },
    },
  );
  world.host.orders[STARTED.ready] = order(
    STARTED.ready,
    wish('seo-report-basic', world.host.targets[2]),
    {
      title: 'SEO Report: Basic report',
      state: 'ready',
      startedBy: { id: world.host.actor.id, name: world.host.actor.name },
      startedAt: ago(25),
      steps: {
        recorded: ago(25),
        atStore: ago(24),
        paid: ago(22),
        vendorTold: ago(22),
        ready: ago(21),
        delivered: null,
      },
    },
  );
  buyBefore(world, STARTED.ready, 22);
}

/** What the other parties remember of a purchase made some minutes ago. */
function buyBefore(world: World, token: string, minutes: number): void {
  const at = now(world) - minutes * MINUTE;
  const basket = {
    extension: 'seo-report',
    token,
    offer: 'seo-report-basic',
    mainKey: world.host.mainKey,
    licenses: [],
  };
  const price = { amount: '19.00', currency: 'USD' };
  const body = toBase64(`00100099 ${CANARY}`);
  world.store.payments[token] = {
    token,
    basket,
    price,
    state: 'paid',
    at: instant(at),
    told: true,
    dueAt: at,
    claimedUntil: 0,
  };
  world.ka.purchases[token] = {
    token,
    paidAt: instant(at),
    keys: ['EXT.00100099'],
    refunded: false,
  };
  world.ka.keys.push({
    number: 'EXT.00100099',
    version: 1,
    product: 'seo-report',
    offer: 'seo-report-basic',
    mainKey: world.host.mainKey,
    grants: 'copy',
    standing: 'active',
    errors: [],
    createdOn: today(world),
    endsOn: null,
    renewsEvery: null,
    renewalTriedOn: null,
    body,
    token,
    test: false,
    before: null,
  });
  world.vendor.licenses['00100099'] = {
    purchaseId: '00100099',
    product: 'seo-report-basic',
    token,
    body,
    endsOn: null,
    terminated: false,
    test: false,
    toldAt: instant(at),
    readyAt: at + MINUTE,
  };
}
