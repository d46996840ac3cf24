import { expect, it } from 'vitest';
import { ORDER_STATES } from '../../src/domain/order.ts';
import * as example from '../contract/examples.ts';
import { sayingJson } from './given.ts';

const { TOKEN } = example;
const OTHER = 'other-order-00000000000000000000';
const wish = { ...example.wish, target: { id: 'domain-1', domain: 'example.com' }, licenses: [] };

it('saves a wish under its token, and sends nothing but the wish', async () => {
  const { backend, left } = sayingJson(example.prepared, { status: 201 });
  const resumed = { ...example.fulfilled, ...wish };
  const order = await backend.orders.save(TOKEN, resumed);

  expect(order).toEqual({ ...example.prepared, unknownState: null });
  expect(left).toMatchObject([{ method: 'PUT', path: `/orders/${TOKEN}`, body: wish }]);
  expect(left[0]?.body).not.toHaveProperty('state');
});

it.each(['save', 'order', 'fulfill', 'cancel'] as const)(
  'does not take an answer about another order for one about its own (%s)',
  async (call) => {
    const { backend } = sayingJson({ ...example.fulfilled, token: OTHER });
    const asked = call === 'save' ? backend.orders.save(TOKEN, wish) : backend.orders[call](TOKEN);

    await expect(asked).rejects.toMatchObject({
      failure: { kind: 'unreadable', at: 'order.token' },
    });
  },
);

it('delivers under the token, which is the idempotency key', async () => {
  const { backend, left } = sayingJson(example.fulfilling, { status: 202 });
  await backend.orders.fulfill(TOKEN);

  expect(left[0]?.headers.get('Idempotency-Key')).toBe(TOKEN);
});

it.each(ORDER_STATES)('knows the state %s', async (state) => {
  const { backend } = sayingJson({ ...example.prepared, state });

  expect(await backend.orders.order(TOKEN)).toMatchObject({ state, unknownState: null });
});

it.each(['paid_out', 'PAID', 'Fulfilled', 'constructor', '__proto__'])(
  'reads the state %s, which it does not know, as pending',
  async (state) => {
    const { backend } = sayingJson({ ...example.prepared, state });

    expect(await backend.orders.order(TOKEN)).toMatchObject({
      state: 'pending',
      unknownState: state,
    });
  },
);

it('keeps the others when one order makes no sense, and does not let it vanish', async () => {
  const { backend } = sayingJson({
    orders: [
      { ...example.ready, priceShown: { amount: 59, currency: 'USD' } },
      { ...example.ready, token: OTHER },
      null,
    ],
  });

  expect(await backend.orders.orders()).toMatchObject({
    orders: [{ token: OTHER }],
    unreadable: [
      { token: TOKEN, at: 'order.priceShown.amount', expected: 'string' },
      { token: null, at: 'order' },
    ],
  });
});

it('believes neither of two orders with one token', async () => {
  const { backend } = sayingJson({ orders: [example.ready, { ...example.fulfilled }] });

  expect(await backend.orders.orders()).toEqual({
    orders: [],
    unreadable: [{ token: TOKEN, at: 'order.token', expected: 'a token of its own' }],
  });
});

it.each([
  ['404', 404, 'not-found'],
  ['410', 410, 'gone'],
])(
  'tells an order nobody has heard of from one that ended (%s)',
  async (_name, status, problem) => {
    const { backend } = sayingJson({}, { status });

    await expect(backend.orders.order(TOKEN)).rejects.toMatchObject({
      failure: { kind: 'refused', problem },
    });
  },
);

it('takes a wait of a day as it was asked for, and leaves the bounds to the schedule', async () => {
  const { backend } = sayingJson({ ...example.ready, intervalSeconds: 86_400 });

  expect(await backend.orders.order(TOKEN)).toMatchObject({ intervalSeconds: 86_400 });
});

it('leaves out offers and domains that share an id', async () => {
  const [offer] = example.offers.offers;
  const twins = {
    offers: [
      offer,
      { ...offer, price: { amount: '1.00', currency: 'USD' } },
      { ...offer, id: 'own' },
    ],
  };

  expect((await sayingJson(twins).backend.orders.offers('a')).map(({ id }) => id)).toEqual(['own']);
});
