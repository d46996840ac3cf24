import { vi } from 'vitest';
import type { Session } from '../../src/backend/session.ts';
import type { Order, Wish } from '../../src/domain/order.ts';
import { setFault } from '../../mocks/change.ts';

import { memoryOf } from '../../mocks/memory.ts';
import { notifyAgain } from '../../mocks/order-troubles.ts';
import { HOST_API, ORIGINS } from '../../mocks/origins.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';
import { turn } from './clock.ts';
import { abilitiesOf, type OutsideMaker } from './outside.ts';
import type { Account } from './parties/host.ts';
import { orderFetch } from './order-fetch.ts';
import { historian, ordersOf } from './real-history.ts';
import { realLine } from './real-line.ts';

const OFFERS = ['seo-report-basic', 'seo-report-full'];
/** By what the mocks know the people of the model. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  anna: 'admin',
  ben: 'second-admin',
  eve: 'other-host',
};

function wishesIn({ host }: World): Wish[] {
  const common = { licenses: [], priceShown: null, extension: 'seo-report' };
  return host.targets.flatMap((target) =>
    OFFERS.map((offer): Wish => ({ ...common, kind: 'individual-offer', offer, target })),
  );
}

/** A world of the mocks in which nothing is ordered yet. */
function emptyWorld(mints: boolean, intervalSeconds: number, prepares: number): World {
  const world = createWorld(mints ? 'verified-offers' : 'individual-offers', { pace: 2_500 });
  world.host.orders = {};
  world.store.payments = {};
  world.ka.purchases = {};
  world.vendor.licenses = {};
  Object.assign(world.vendor, { intervalSeconds, prepares });
  return world;
}

/**
 * The parties of the mocks, over real requests and the panel's own REST backend. Their clock is `Date`, which a test
 * has to fake.
 */
export const realOutside: OutsideMaker = {
  async settle() {
    // Bodies are read in several turns.
    for (let turns = 0; turns < 4; turns += 1) await turn();
  },
  make(clock, network, history, setting) {
    vi.setSystemTime(clock.now());
    const world = emptyWorld(setting.mints, setting.intervalSeconds, setting.prepares);
    world.ka.delay = setting.kaDelay;
    const memory = memoryOf(world);
    const direct = orderFetch(memory);
    const note = historian(world, history);
    const visits: URL[] = [];
    const paid: string[] = [];
    const hostOrders = ({ id }: Account): Order[] =>
      Object.values(
        (id === 'eve' && world.host.accounts.find((each) => each.elsewhere)?.elsewhere?.orders) ||
          world.host.orders,
      );
    const nth = <T>(all: readonly T[], which: number): T | undefined =>
      all[which % Math.max(1, all.length)];

    const take: typeof direct = async (input, init) => {
      vi.setSystemTime(clock.now());
      const response = await direct(input, init);
      note();
      return response;
    };
    const atStore = async (visit: URL | undefined, action: 'pay' | 'refund') => {
      if (!visit) return;
      const body = new URLSearchParams(visit.search);
      body.set('action', action);
      await take(visit.origin + visit.pathname, { method: 'POST', body });
    };
    const licenseOf = (token: string) =>
      Object.values(world.vendor.licenses).find((each) => each.token === token);
    const hurry = async () => {
      world.vendor.prepares = 0;
      world.ka.delay = 0;
      const at = clock.now();
      for (const errand of world.ka.outbox) Object.assign(errand, { dueAt: at, claimedUntil: 0 });
      for (const license of Object.values(world.vendor.licenses))
        license.readyAt = Math.min(license.readyAt, at);
      await take(`${HOST_API}/orders`);
      for (const license of Object.values(world.vendor.licenses))
        license.readyAt = Math.min(license.readyAt, at);
    };

    return {
      backend: (page) =>
        realLine(network, page, KNOWN_AS[page.account.id] ?? '', (request) => take(request)),
      session: (account): Session => ({
        host: { name: world.host.name, version: world.host.version },
        constraints: 'npm',
        asOf: new Date(clock.now()).toISOString(),
        vendorZone: 'UTC',
        actor: { ...account, roles: ['admin'] },
        capabilities: abilitiesOf(setting),
        storeOrigins: [ORIGINS.store],
        mainKey: world.host.mainKey,
        licensesCheckedAt: null,
      }),
      wishes: () => wishesIn(world),
      kept: hostOrders,
      behind(token) {
        const order = ordersOf(world).find((each) => each.token === token);
        const license = licenseOf(token);
        const isOurs = world.host.orders[token] !== undefined;
        if (!order || !license || !isOurs) return 'unheard';
        const isDelivered = world.vendor.deliveries.some((each) => each.token === token);
        const isHome = world.host.targets.some(({ id }) => id === order.target?.id);
        const isReady = license.readyAt <= clock.now() && !license.terminated && !license.test;
        const isSame = license.product === order.offer && isHome;
        return isReady && isSame && !isDelivered ? 'due' : 'paid';
      },
      visit(href) {
        visits.push(new URL(href));
        history.count('visited');
      },
      async pay(which, isTest) {
        const visit = nth(visits, which);
        const token = visit?.searchParams.get('token');
        if (!visit || !token) return;
        world.store.test = isTest;
        await atStore(visit, 'pay');
        history.paid.add(token);
        history.count('paid');
        paid.push(token);
      },
      abandon: (which) => void (visits.length > 0 && visits.splice(which % visits.length, 1)),
      async refund(which) {
        const token = nth(paid, which);
        await atStore(
          visits.find(({ searchParams }) => searchParams.get('token') === token),
          'refund',
        );
      },
      async tellAgain(which) {
        const token = nth(paid, which);
        if (token !== undefined && world.ka.keys.some((key) => key.token === token))
          await notifyAgain(memory, token);
      },
      tellLater: (ms) => void (world.ka.delay = ms),
      askToAct: () => undefined,
      mistake() {
        const visit = visits.at(-1);
        if (!visit) return;
        const other = new URL(visit);
        other.searchParams.set('product-id', 'seo-report-basic');
        visits.push(other);
      },
      async spoilNotice(how) {
        if (how !== 'before' && how !== 'after') return;
        await setFault(memory, { party: 'vendor', call: 'aps', kind: `lost-${how}`, times: 1 });
      },
      prepareLonger: (ms) => void (world.vendor.prepares = ms),
      hurry,
      forget(which) {
        const license = licenseOf(nth(paid, which) ?? '');
        if (license) delete world.vendor.licenses[license.purchaseId];
      },
      breakDelivery: (half) => void (world.vendor.breaks = half),
      async cutOff(how) {
        await setFault(
          memory,
          how === 'down'
            ? { party: 'vendor', call: 'order', kind: 'unavailable', times: 1 }
            : { party: 'vendor', call: 'deliver', kind: 'lost-after', times: 1 },
        );
      },
      dropDomain(which) {
        const gone = nth(world.host.targets, which);
        if (world.host.targets.length > 1)
          world.host.targets = world.host.targets.filter((target) => target !== gone);
      },
      renameDomain(which) {
        const { id } = nth(world.host.targets, which) ?? {};
        world.host.targets = world.host.targets.map((target) =>
          target.id === id ? { id, domain: `new-${target.domain}` } : target,
        );
      },
      moveStore: () => undefined,
      async heal() {
        world.faults = [];
        world.vendor.breaks = null;
        await hurry();
      },
    };
  },
};
