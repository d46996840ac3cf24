import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { STARTED } from '../../../mocks/scenarios/individual-offers.ts';
import type { World } from '../../../mocks/world.ts';
import type { Backend } from '../../../src/backend/backend.ts';
import type { Order } from '../../../src/domain/order.ts';
import { PendingOrders } from '../../../src/features/purchase/PendingOrders.tsx';
import { PurchaseDialog } from '../../../src/features/purchase/PurchaseDialog.tsx';
import { anOrder } from '../../../stories/order-fixture.ts';
import { backendOf } from '../../../stories/stage.tsx';
import { atTheStore, openRoom } from '../open-room.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const storeLink = () => page.getByRole('link', { name: 'Continue to the store', exact: true });
const card = (name: string | RegExp) => page.getByRole('article', { name });

/** Only the order of that token is left in the host's book. */
function worldWith(token: keyof typeof STARTED): World {
  const world = createWorld('individual-offers');
  const order = world.host.orders[STARTED[token]];
  world.host.orders = order ? { [order.token]: order } : {};
  return world;
}

const waiting = (world: World, backend?: Backend, onSettled: (order: Order) => void = () => {}) =>
  openRoom(
    world,
    ({ session }) => (
      <PendingOrders session={session} onSettled={onSettled} onNavigate={() => true} />
    ),
    backend,
  );

/** A backend whose orders are whatever the test says at the moment. */
function toldBy(world: World, told: { order: Order; asked?: number }): Backend {
  const backend = backendOf(world);
  const order = async () => told.order;
  const orders = async () => {
    told.asked = (told.asked ?? 0) + 1;
    return { orders: [told.order], unreadable: [] };
  };
  return { ...backend, orders: { ...backend.orders, order, orders } };
}

afterEach(() => {
  vi.useRealTimers();
});

/** Lets the shortest time between two questions go by, on the clock alone. */
const gap = () => vi.setSystemTime(Date.now() + 2_100);
/** The page comes back after a while, and asks. */
const wake = () => {
  gap();
  window.dispatchEvent(new Event('online'));
};
/** Looks again and again, as the page would in its own time. */
const untilVisible = async (text: string) => {
  await expect
    .poll(() => {
      wake();
      return page.getByText(text).elements().length;
    })
    .toBe(1);
};

it('brings a paid order to its domain after the tab was killed', { timeout: 20_000 }, async () => {
  const world = createWorld('individual-offers');
  world.host.orders = {};
  const onNavigate = vi.fn<(href: string) => boolean>(() => true);
  const first = await openRoom(world, ({ session, extension }) => (
    <PurchaseDialog
      extension={extension('seo-report')}
      session={session}
      onClose={() => {}}
      onNavigate={onNavigate}
    />
  ));
  await page.getByRole('radio', { name: 'example.com', exact: true }).click();
  await button('Continue').click();
  await page.getByRole('radio', { name: /Basic report/ }).click();
  await button('Continue').click();
  await button('Save and prepare the store link').click();
  await storeLink().click();
  first.kill();
  await atTheStore(world, onNavigate.mock.calls[0]?.[0] ?? '', 'pay');

  await waiting(world);
  // Nothing is written without something done in this page life.
  await expect.element(button('Deliver to example.com')).toBeVisible();
  expect(world.vendor.deliveries).toEqual([]);
  await button('Deliver to example.com').click();

  await untilVisible('Delivered to example.com.');
  expect(world.vendor.deliveries).toMatchObject([{ domain: 'example.com' }]);
});

it(
  'delivers by itself in the page life in which the store link was followed, and only once',
  { timeout: 20_000 },
  async () => {
    const world = worldWith('waiting');
    const backend = backendOf(world);
    const fulfill = vi.spyOn(backend.orders, 'fulfill');
    await waiting(world, backend);
    await expect.element(storeLink()).toBeVisible();
    const { href } = storeLink().element() as HTMLAnchorElement;
    await storeLink().click();
    await atTheStore(world, href, 'pay');
    wake();

    await untilVisible('Delivered to shop.example.com.');
    expect(fulfill).toHaveBeenCalledOnce();
    expect(world.vendor.deliveries).toHaveLength(1);
  },
);

it('tells the panel when an order has reached its end', async () => {
  const world = worldWith('ready');
  const onSettled = vi.fn<(order: Order) => void>();
  await waiting(world, undefined, onSettled);
  await button('Deliver to example.org').click();
  await untilVisible('Delivered to example.org.');
  expect(onSettled).toHaveBeenCalledOnce();
});

it('shows who started an order, for which domain, and how far it is', async () => {
  await waiting(worldWith('waiting'));
  const order = card('SEO Report: Full report');
  await expect.element(order.getByText('For shop.example.com')).toBeVisible();
  await expect.element(order.getByText(/Started by Second admin/)).toBeVisible();
  await expect
    .element(order.getByRole('listitem').filter({ hasText: 'Payment' }))
    .toHaveAttribute('aria-current', 'step');
  await expect
    .element(
      order
        .getByText('Reference ending in 0000')
        .or(order.getByRole('link', { name: /reference ending in 0000/ })),
    )
    .toBeVisible();
});

it(
  'cancels an order, and opens it again when it was paid after all',
  { timeout: 20_000 },
  async () => {
    const world = worldWith('waiting');
    await waiting(world);
    await expect.element(storeLink()).toBeVisible();
    const { href } = storeLink().element() as HTMLAnchorElement;
    await button('Cancel order').click();
    await expect.element(page.getByText('Canceled', { exact: true })).toBeVisible();
    await expect.element(storeLink()).not.toBeInTheDocument();
    expect(world.host.orders[STARTED.waiting]?.state).toBe('canceled');

    await atTheStore(world, href, 'pay');
    const backend = backendOf(world);
    expect((await backend.orders.order(STARTED.waiting)).state).toBe('ready');
  },
);

it('lets no late reply lower what is known', { timeout: 20_000 }, async () => {
  const told = { order: anOrder('ready'), asked: 0 };
  const world = worldWith('ready');
  await waiting(world, toldBy(world, told));
  await expect.element(button('Deliver to example.com')).toBeVisible();
  told.order = anOrder('pending', { reason: 'Not paid yet' });
  const before = told.asked;
  wake();
  await expect.poll(() => told.asked).toBeGreaterThan(before);
  await expect.element(button('Deliver to example.com')).toBeVisible();
});

it(
  'takes another target in a reply for a mismatch, and delivers nothing',
  { timeout: 20_000 },
  async () => {
    const told = { order: anOrder('pending') };
    const world = worldWith('ready');
    await waiting(world, toldBy(world, told));
    await expect.element(card(/Full report/)).toBeVisible();
    told.order = anOrder('ready', { target: { id: 'domain-9', domain: 'evil.example' } });
    wake();
    await expect.element(page.getByText('Does not match', { exact: true })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Deliver/ })).not.toBeInTheDocument();
  },
);

it.each([
  ['a domain that is gone', anOrder('needs-target'), 'Domain is gone'],
  [
    'an echo of another domain',
    anOrder('ready', { echo: { offer: 'seo-report-full', target: 'domain-9' } }),
    'Does not match',
  ],
  ['a test order', anOrder('ready', { test: true }), 'Test order'],
  ['a refund', anOrder('mismatch'), 'Does not match'],
])('never delivers %s', async (_what, order, word) => {
  const world = worldWith('ready');
  await waiting(world, toldBy(world, { order }));
  await expect.element(page.getByText(word, { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Deliver/ })).not.toBeInTheDocument();
});

it('reads a state word it does not know as pending, and says so', async () => {
  const world = worldWith('ready');
  await waiting(
    world,
    toldBy(world, { order: anOrder('pending', { unknownState: 'delivered_probably' }) }),
  );
  await expect.element(page.getByText('Not confirmed yet')).toBeVisible();
  await expect
    .element(page.getByText(/“delivered_probably”, which this panel does not know/))
    .toBeVisible();
});

it('keeps an order that cannot be read in sight', async () => {
  const world = worldWith('ready');
  const backend = backendOf(world);
  const book = {
    orders: [],
    unreadable: [
      {
        token: 'unreadable-order-00000000000007x9z',
        at: 'order.startedAt',
        expected: 'an instant',
      },
    ],
  };
  await waiting(world, { ...backend, orders: { ...backend.orders, orders: async () => book } });
  await expect.element(page.getByText('One order cannot be read')).toBeVisible();
  await expect.element(page.getByText(/ending in 7x9z/)).toBeVisible();
});

it(
  'pauses when the session is lost, keeps what is known, and goes on after signing in',
  { timeout: 20_000 },
  async () => {
    const world = worldWith('waiting');
    await waiting(world);
    await expect.element(card(/Full report/)).toBeVisible();
    gap();
    world.faults.push({ party: 'host', call: '*', kind: 'signed-out' });
    await button('Check now').click();
    await expect
      .element(page.getByText('You are signed out, so the orders are not being checked'))
      .toBeVisible();
    await expect.element(card(/Full report/)).toBeVisible();

    world.faults.length = 0;
    gap();
    await button('Check again').click();
    await expect.element(page.getByText(/You are signed out/)).not.toBeInTheDocument();
  },
);

it('shows nothing where there are no orders', async () => {
  const world = worldWith('waiting');
  world.host.orders = {};
  const { backend } = await waiting(world);
  const asked = await backend.orders.orders();
  expect(asked.orders).toEqual([]);
  await expect.element(page.getByRole('region', { name: 'Orders' })).not.toBeInTheDocument();
});

it(
  'never words an unknown outcome of a delivery as failure, and repeats it without a second delivery',
  { timeout: 20_000 },
  async () => {
    const world = worldWith('ready');
    world.faults.push({ party: 'host', call: 'fulfill', kind: 'lost-after', times: 1 });
    await waiting(world);
    await button('Deliver to example.org').click();
    await untilVisible('Delivered to example.org.');
    expect(world.vendor.deliveries).toHaveLength(1);
  },
);

it('asks before a second try where the host does not promise to deliver once', async () => {
  const world = worldWith('ready');
  world.host.capabilities = world.host.capabilities.filter(
    (capability) => capability !== 'idempotentFulfillment',
  );
  const backend = toldBy(world, { order: anOrder('fulfill-failed') });
  const fulfill = vi.fn<(token: string) => Promise<Order>>(async () => anOrder('fulfilling'));
  await waiting(world, { ...backend, orders: { ...backend.orders, fulfill } });
  await button('Deliver to example.com again').click();
  await expect.element(page.getByText(/does not promise to deliver only once/)).toBeVisible();
  expect(fulfill).not.toHaveBeenCalled();
  await button('Nothing is there, deliver again').click();
  await expect.poll(() => fulfill.mock.calls.length).toBe(1);
});

it('says which half of a delivery is done, and that trying again does only the other', async () => {
  const delivery = [
    { part: 'license', done: true },
    { part: 'install', done: false },
  ];
  const order = anOrder('fulfill-failed', { delivery, reason: 'The domain is locked' });
  await waiting(worldWith('ready'), toldBy(worldWith('ready'), { order }));
  const parts = page.getByRole('list', { name: 'What of the delivery is done' });
  await expect.element(parts.getByRole('listitem').nth(0)).toHaveTextContent('The license is made');
  await expect
    .element(parts.getByRole('listitem').nth(1))
    .toHaveTextContent('It is not in place yet');
  await expect.element(page.getByText('Trying again does only what is missing.')).toBeVisible();
});

it('says who had an order delivered while somebody else watched', async () => {
  const told = { order: anOrder('ready') };
  await waiting(worldWith('ready'), toldBy(worldWith('ready'), told));
  await expect.element(button('Deliver to example.com')).toBeVisible();
  told.order = anOrder('fulfilled', { deliveredBy: { id: 'second-admin', name: 'Second admin' } });
  wake();
  await expect.element(page.getByText('Delivered by Second admin.')).toBeVisible();
});
