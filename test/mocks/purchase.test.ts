import { expect, it } from 'vitest';
import { advance, clearFaults, setFault } from '../../mocks/change.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { start, TOKEN, WISH } from './start.ts';

it('carries one token from the panel through store and KA to the vendor, and back to one delivery', async () => {
  const { ask, press, world } = start('individual-offers');

  await ask(`PUT /orders/${TOKEN}`, WISH);
  await ask(`PUT /orders/${TOKEN}/hand-off`);
  await press('pay', TOKEN);
  const paid = await ask(`/orders/${TOKEN}`);
  const delivered = await ask(`POST /orders/${TOKEN}/fulfillment`);

  expect(paid.body).toMatchObject({
    state: 'ready',
    echo: { offer: 'seo-report-full', target: null },
  });
  expect(delivered).toMatchObject({ status: 202, body: { state: 'fulfilled', storeUrl: null } });
  expect(world.vendor.deliveries).toMatchObject([
    { token: TOKEN, target: 'domain-1', domain: 'example.com' },
  ]);
  expect(
    world.journal.map(({ from, to, what, about }) => `${from} → ${to}: ${what} ${about}`),
  ).toEqual([
    `panel → host: order saved ${TOKEN}`,
    `panel → host: handed off ${TOKEN}`,
    `browser → store: paid ${TOKEN}`,
    `store → ka: paid ${TOKEN}`,
    `ka → vendor: PURCHASE ${TOKEN}`,
    `host → vendor: deliver ${TOKEN}`,
  ]);
});

it('tells the vendor of a purchase with the documented form and credentials', async () => {
  const { ask, press, world } = start('individual-offers', { today: '2025-04-10' });
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await press('pay', TOKEN);

  const [request] = world.vendor.received;
  expect(request?.authorization).toBe(`Basic ${btoa('ka:vendor-password-cAnArY')}`);
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    APS_PROTOCOL_MODEL: '2',
    APS_ACTION: 'PURCHASE',
    APS_TEST_MODE: 'N',
    ACTIVATION_DATA: TOKEN,
    PURCHASE_ID: '00200001',
    PRODUCT_ID: 'seo-report-full',
    PURCHASE_DATE: '10/04/2025',
    SUBSCRIPTION_DATE: '10/04/2025',
    START_DATE: '10/04/2025',
    REG_NAME: 'PLSK.00010001',
  });
});

it('never tells the store or the vendor which domain is meant before the delivery', async () => {
  const { ask, press, world } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  const page = await press('pay', TOKEN);

  expect(page).not.toContain('example.com');
  expect(JSON.stringify([world.store, world.ka.purchases, world.vendor.received])).not.toContain(
    'example.com',
  );
});

it('pays once however often Pay is pressed', async () => {
  const { press, world } = start('individual-offers');
  await press('pay', TOKEN);
  await press('pay', TOKEN);

  expect(world.ka.keys.filter(({ token }) => token === TOKEN)).toHaveLength(1);
  expect(world.vendor.received).toHaveLength(1);
});

it('keeps a payment the key administrator could not be told of, and tells it later', async () => {
  const { ask, press, memory } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await setFault(memory, { party: 'ka', call: 'purchase', kind: 'lost-before' });
  expect(await press('pay', TOKEN)).toContain('still being prepared');
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'prepared' });

  await clearFaults(memory);
  await advance(memory, 61_000);

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready' });
});

it('keeps trying when the vendor refuses, and issues one license in the end', async () => {
  const { ask, press, memory, world } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await setFault(memory, { party: 'vendor', call: 'aps', kind: 'error', times: 1 });
  await press('pay', TOKEN);
  await advance(memory, 61_000);

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready' });
  expect(Object.values(world.vendor.licenses).filter(({ token }) => token === TOKEN)).toHaveLength(
    1,
  );
});

it('issues one license although the vendor’s answer was lost and the purchase told again', async () => {
  const { ask, press, memory, world } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await setFault(memory, { party: 'vendor', call: 'aps', kind: 'lost-after', times: 1 });
  await press('pay', TOKEN);
  await advance(memory, 61_000);
  await ask(`/orders/${TOKEN}`);

  expect(world.vendor.received.length).toBeGreaterThan(1);
  expect(Object.values(world.vendor.licenses).filter(({ token }) => token === TOKEN)).toHaveLength(
    1,
  );
});

it('leaves an order pending while the key administrator is slow, and ready three minutes later', async () => {
  const { ask, press, memory } = start('ka-slow');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await ask(`PUT /orders/${TOKEN}/hand-off`);
  await press('pay', TOKEN);
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'pending' });

  await advance(memory, 180_000);

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready' });
});

it('reads a refund off the vendor after the key administrator terminated the license', async () => {
  const { ask, press, world } = start('individual-offers');
  await press('refund', STARTED.ready);

  expect(world.vendor.received.at(-1)?.body).toContain('APS_ACTION=TERMINATE');
  expect((await ask(`/orders/${STARTED.ready}`)).body).toMatchObject({ state: 'refunded' });
});

it('starts with one order that waits and one that is ready', async () => {
  const { ask } = start('individual-offers');

  expect((await ask(`/orders/${STARTED.waiting}`)).body).toMatchObject({
    state: 'pending',
    startedBy: { name: 'Second admin' },
  });
  expect((await ask(`POST /orders/${STARTED.ready}/fulfillment`)).body).toMatchObject({
    state: 'fulfilled',
  });
});

it('answers 503 everywhere in a store that is down', async () => {
  const { call, world } = start('store-down');

  expect((await call('https://store.test/buy/seo-report')).status).toBe(503);
  expect(world.store.visits).toEqual([]);
});
