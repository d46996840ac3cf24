import { expect, it } from 'vitest';
import { advance, setFault } from '../../mocks/change.ts';
import { DAY_MS } from '../../mocks/clock.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { start, TOKEN, WISH } from './start.ts';

const OTHER = `${TOKEN.slice(0, -1)}2`;

it('saves an order with 201, and says 200 to the same again', async () => {
  const { ask, world } = start('individual-offers');

  const first = await ask(`PUT /orders/${TOKEN}`, WISH);
  const again = await ask(`PUT /orders/${TOKEN}`, WISH);

  expect(first).toMatchObject({
    status: 201,
    body: { token: TOKEN, state: 'prepared', target: WISH.target },
  });
  expect(again).toMatchObject({ status: 200, body: first.body as object });
  expect(Object.keys(world.host.orders).filter((token) => token === TOKEN)).toHaveLength(1);
});

it('refuses another wish under a known token', async () => {
  const { ask } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);

  const other = await ask(`PUT /orders/${TOKEN}`, {
    ...WISH,
    target: { id: 'domain-3', domain: 'example.org' },
  });

  expect(other).toMatchObject({ status: 409, body: { type: 'urn:upkeep:problem:order-differs' } });
});

it('names the open order when the same wish comes under another token', async () => {
  const { ask } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);

  const second = await ask(`PUT /orders/${OTHER}`, WISH);

  expect(second).toMatchObject({
    status: 409,
    body: { type: 'urn:upkeep:problem:wish-open', running: TOKEN },
  });
});

it('gives the host’s store address for what can be paid, with nothing of the domain in it', async () => {
  const { ask } = start('individual-offers');
  const { body } = await ask(`PUT /orders/${TOKEN}`, WISH);

  expect(body).toMatchObject({
    storeUrl: 'https://store.test/buy/seo-report?kn=PLSK.00010001&product-id=seo-report-full',
  });
});

it('refuses an individual offer without a domain, or for a domain that is gone', async () => {
  const { ask, world } = start('individual-offers');
  const none = await ask(`PUT /orders/${TOKEN}`, { ...WISH, target: null });
  world.host.targets = world.host.targets.filter(({ id }) => id !== 'domain-1');
  const gone = await ask(`PUT /orders/${TOKEN}`, WISH);

  expect(none).toMatchObject({ status: 422, body: { type: 'urn:upkeep:problem:invalid-request' } });
  expect(gone).toMatchObject({ status: 409, body: { type: 'urn:upkeep:problem:target-gone' } });
});

it('notes the hand-off once', async () => {
  const { ask, world } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);

  expect((await ask(`PUT /orders/${TOKEN}/hand-off`)).status).toBe(204);
  expect((await ask(`PUT /orders/${TOKEN}/hand-off`)).status).toBe(204);
  expect(world.journal.filter(({ what }) => what === 'handed off')).toHaveLength(1);
});

it('delivers once when asked twice at the same time, and says 200 to the second', async () => {
  const { ask, world } = start('individual-offers', { pace: 1_000 });

  const both = await Promise.all(
    [1, 2].map(() => ask(`POST /orders/${STARTED.ready}/fulfillment`)),
  );

  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 202]));
  expect(world.vendor.deliveries).toHaveLength(1);
});

it('delivers once although the host’s answer was lost', async () => {
  const { ask, memory, world } = start('individual-offers');
  await setFault(memory, { party: 'host', call: 'fulfill', kind: 'lost-after', times: 1 });

  await expect(ask(`POST /orders/${STARTED.ready}/fulfillment`)).rejects.toThrow('Failed to fetch');
  const again = await ask(`POST /orders/${STARTED.ready}/fulfillment`);

  expect(again).toMatchObject({ status: 200, body: { state: 'fulfilled' } });
  expect(world.vendor.deliveries).toHaveLength(1);
});

it('can be tried again after the vendor’s answer to a delivery was lost', async () => {
  const { ask, memory, world } = start('individual-offers');
  await setFault(memory, { party: 'vendor', call: 'deliver', kind: 'lost-before', times: 1 });

  expect((await ask(`POST /orders/${STARTED.ready}/fulfillment`)).status).toBe(502);
  expect((await ask(`/orders/${STARTED.ready}`)).body).toMatchObject({ state: 'fulfill-failed' });
  expect((await ask(`POST /orders/${STARTED.ready}/fulfillment`)).body).toMatchObject({
    state: 'fulfilled',
  });
  expect(world.vendor.deliveries).toHaveLength(1);
});

it('takes its time to deliver, over which the order says so', async () => {
  const { ask, memory } = start('individual-offers', { pace: 5_000 });

  expect((await ask(`POST /orders/${STARTED.ready}/fulfillment`)).body).toMatchObject({
    state: 'fulfilling',
  });
  await advance(memory, 5_000);
  expect((await ask(`/orders/${STARTED.ready}`)).body).toMatchObject({ state: 'fulfilled' });
});

it('never delivers to another domain when the chosen one is gone', async () => {
  const { ask, world } = start('individual-offers');
  world.host.targets = world.host.targets.filter(({ id }) => id !== 'domain-3');

  expect((await ask(`/orders/${STARTED.ready}`)).body).toMatchObject({ state: 'needs-target' });
  expect(await ask(`POST /orders/${STARTED.ready}/fulfillment`)).toMatchObject({
    status: 409,
    body: { type: 'urn:upkeep:problem:target-gone' },
  });
  expect(world.vendor.deliveries).toEqual([]);
});

it('calls it a mismatch when the vendor echoes another offer', async () => {
  const { ask, world } = start('individual-offers');
  Object.assign(world.vendor.licenses['00100099'] ?? {}, { product: 'seo-report-full' });

  expect((await ask(`/orders/${STARTED.ready}`)).body).toMatchObject({ state: 'mismatch' });
});

it('labels a test order and does not deliver it', async () => {
  const { ask, press, world } = start('individual-offers');
  world.store.test = true;
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await press('pay', TOKEN);

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready', test: true });
  expect((await ask(`POST /orders/${TOKEN}/fulfillment`)).status).toBe(403);
});

it('cancels what is not paid, and opens it again when it is paid after all', async () => {
  const { ask, press } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);

  expect((await ask(`DELETE /orders/${TOKEN}`)).body).toMatchObject({
    state: 'canceled',
    storeUrl: null,
  });
  await press('pay', TOKEN);
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready' });
  expect((await ask(`DELETE /orders/${TOKEN}`)).status).toBe(409);
});

it('gives an unpaid order up after thirty days', async () => {
  const { ask, memory } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await advance(memory, 31 * DAY_MS);

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'expired' });
});

it('hands on that the vendor wants to be asked less often', async () => {
  const { ask, memory } = start('individual-offers');
  await setFault(memory, {
    party: 'vendor',
    call: 'order',
    kind: 'rate-limited',
    retryAfter: '30',
  });

  const answer = await ask(`/orders/${STARTED.ready}`);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('Retry-After')).toBe('30');
});

it('refuses to save an order for someone who may only look', async () => {
  const viewer = { id: 'viewer', name: 'Viewer', roles: ['viewer' as const] };
  const { ask } = start('individual-offers', { actor: viewer });

  expect(await ask(`PUT /orders/${TOKEN}`, WISH)).toMatchObject({
    status: 403,
    body: { type: 'urn:upkeep:problem:forbidden' },
  });
});

it('does not tell a stranger whether the vendor knows an order', async () => {
  const { call } = start('individual-offers');

  const answer = await call(`https://vendor.test/orders/${STARTED.ready}`, {
    headers: { Authorization: 'Bearer guess' },
  });
  expect(answer.status).toBe(404);
});

it('knows 404 for an order it never heard of', async () => {
  const { ask } = start('individual-offers');

  expect((await ask(`/orders/${TOKEN}`)).status).toBe(404);
});
