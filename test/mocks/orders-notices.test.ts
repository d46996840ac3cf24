import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toBase64 } from '../../mocks/basic-auth.ts';
import { advance } from '../../mocks/change.ts';
import { DAY_MS } from '../../mocks/clock.ts';
import { DAMAGES } from '../../mocks/ka/state.ts';
import {
  damageTokens,
  deliverLate,
  forget,
  notify,
  notifyAgain,
  testMode,
} from '../../mocks/order-troubles.ts';
import { ORIGINS } from '../../mocks/origins.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { start, type Started, TOKEN, WISH } from './start.ts';

/** An order for a full report, paid at the store. */
async function paid(started: Started): Promise<void> {
  await started.ask(`PUT /orders/${TOKEN}`, WISH);
  await started.press('pay', TOKEN);
}

const stateOf = async ({ ask }: Started, token = TOKEN) =>
  ((await ask(`/orders/${token}`)).body as { state: string }).state;

/** What the key administrator says to the vendor, word by word. */
const say = ({ call, world }: Started, more: Record<string, string>) =>
  call(`${ORIGINS.vendor}/aps`, {
    method: 'POST',
    headers: { Authorization: `Basic ${toBase64(world.vendor.login)}` },
    body: new URLSearchParams({ PURCHASE_ID: '00700700', PRODUCT_ID: WISH.offer, ...more }),
  });

const askVendor = ({ call, world }: Started, token: string) =>
  call(`${ORIGINS.vendor}/orders/${encodeURIComponent(token)}`, {
    headers: { Authorization: `Bearer ${world.host.vendorSecret}` },
  });

it('hears of a purchase twice and has one license, one order, one delivery', async () => {
  const started = start('individual-offers');
  const { ask, memory, world } = started;
  await paid(started);
  await notifyAgain(memory, TOKEN);
  await ask(`POST /orders/${TOKEN}/fulfillment`);
  await notifyAgain(memory, TOKEN);
  await ask(`POST /orders/${TOKEN}/fulfillment`);

  const told = world.journal.filter(({ to, what }) => to === 'vendor' && what === 'PURCHASE');
  expect(told.length).toBeGreaterThan(1);
  expect(await stateOf(started)).toBe('fulfilled');
  expect(Object.values(world.vendor.licenses).filter(({ token }) => token === TOKEN)).toHaveLength(
    1,
  );
  expect(world.vendor.deliveries).toHaveLength(1);
});

it('is refunded, not ready, when the refund comes before the purchase', async () => {
  const started = start('individual-offers');
  await deliverLate(started.memory, DAY_MS);
  await paid(started);
  await notify(started.memory, TOKEN, ['TERMINATE', 'PURCHASE', 'RENEW']);

  expect(await stateOf(started)).toBe('refunded');
  expect((await started.ask(`POST /orders/${TOKEN}/fulfillment`)).status).toBe(410);
});

it('brings nothing back that was terminated, by a renewal or another purchase', async () => {
  const started = start('individual-offers');
  await paid(started);
  await started.press('refund', TOKEN);
  await notify(started.memory, TOKEN, ['RENEW', 'PURCHASE', 'UPGRADE']);

  expect(await stateOf(started)).toBe('refunded');
});

it('ends alike whatever the vendor is told twice, late or out of order', async () => {
  const started = start('individual-offers');
  const action = fc.constantFrom('PURCHASE', 'RENEW', 'TERMINATE');
  let orders = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 5 }), async (history) => {
      const PURCHASE_ID = String(++orders);
      const token = `order-${orders}`;
      for (const APS_ACTION of [...history, 'PURCHASE']) {
        const told = APS_ACTION === 'PURCHASE' ? { ACTIVATION_DATA: token } : {};
        await say(started, { APS_ACTION, PURCHASE_ID, ...told });
      }
      const answer = await askVendor(started, token);

      const state = history.includes('TERMINATE') ? 'refunded' : 'ready';
      expect(await answer.json()).toMatchObject({ state });
    }),
    { numRuns: 20 },
  );
});

it('waits calmly for seven days, and is ready then', async () => {
  const started = start('individual-offers');
  await deliverLate(started.memory, 7 * DAY_MS);
  await paid(started);
  expect(await stateOf(started)).toBe('prepared');
  await started.ask(`PUT /orders/${TOKEN}/hand-off`);
  await advance(started.memory, 6.9 * DAY_MS);
  expect(await stateOf(started)).toBe('pending');
  await advance(started.memory, 0.2 * DAY_MS);

  expect(await stateOf(started)).toBe('ready');
});

it.each(DAMAGES)('never takes a token that was %s for the one it was', async (damage) => {
  const started = start('individual-offers');
  await damageTokens(started.memory, damage);
  await paid(started);

  expect(await stateOf(started)).toBe('prepared');
  expect((await started.ask(`POST /orders/${TOKEN}/fulfillment`)).status).toBe(409);
});

it('knows an order by its whole token only, however close another comes', async () => {
  const token = 'Tk7-abc_%2541';
  const near = [token, token.toUpperCase(), token.slice(0, -1), `${token}A`, 'Tk7-abc_%41'];
  for (const other of near) {
    const started = start('individual-offers');
    await say(started, { APS_ACTION: 'PURCHASE', ACTIVATION_DATA: token });
    const { status } = await askVendor(started, other);
    expect([other, status]).toEqual([other, other === token ? 200 : 404]);
  }
});

it('keeps what it knew of an order that the vendor has forgotten, and says so', async () => {
  const started = start('individual-offers');
  const { ask, memory, world } = started;
  await paid(started);
  await ask(`/orders/${TOKEN}`);
  const kept = Object.values(world.vendor.licenses).find(({ token }) => token === TOKEN);
  await forget(memory, TOKEN);

  expect(await ask(`/orders/${TOKEN}`)).toMatchObject({
    status: 200,
    body: { state: 'ready', reason: expect.stringContaining('no longer knows this order') },
  });
  if (kept) world.vendor.licenses[kept.purchaseId] = kept;
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready', reason: null });
});

it('takes nothing back from a delivered order that the vendor has forgotten', async () => {
  const started = start('individual-offers');
  await started.ask(`POST /orders/${STARTED.ready}/fulfillment`);
  await forget(started.memory, STARTED.ready);

  expect((await started.ask(`/orders/${STARTED.ready}`)).body).toMatchObject({
    state: 'fulfilled',
    reason: null,
  });
});

it('has nothing to say about a fresh order the vendor has not heard of', async () => {
  const { ask } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'prepared', reason: null });
});

it('does not deliver a test order on a production host', async () => {
  const started = start('individual-offers');
  await testMode(started.memory, true);
  await paid(started);

  expect((await started.ask(`/orders/${TOKEN}`)).body).toMatchObject({ test: true });
  expect((await started.ask(`POST /orders/${TOKEN}/fulfillment`)).status).toBe(403);
  expect(started.world.vendor.deliveries).toEqual([]);
});
