import { expect, it, vi } from 'vitest';
import type { OrderBackend } from '../../src/backend/backend.ts';
import { BackendError, type Failure } from '../../src/backend/errors.ts';
import { CAPABILITIES } from '../../src/domain/capability.ts';
import type { Order, Wish } from '../../src/domain/order.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import { nameOf, standing } from '../../src/ledger/saved-wish.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { still } from './still-surroundings.ts';
import { later, toldHost } from './told-host.ts';

const wish: Wish = {
  kind: 'individual-offer',
  extension: 'seo-report',
  offer: 'seo-report-full',
  target: { id: 'domain-1', domain: 'example.com' },
  licenses: [],
  priceShown: { amount: '59.00', currency: 'USD' },
};
const LOST: Failure = { kind: 'unreachable' };

/** A host that saves what it is sent, and a page in front of it. */
function selling(save?: OrderBackend['save'], more: Partial<OrderBackend> = {}) {
  const page = still();
  const saved: { token: string; wish: Wish }[] = [];
  const host = toldHost([], {
    async save(token, wanted) {
      saved.push({ token, wish: wanted });
      if (save) return save(token, wanted);
      const order = anOrder('prepared', { ...wanted, token });
      if (!host.told.orders.some((known) => known.token === token)) host.told.orders.push(order);
      return order;
    },
    ...more,
  });
  const ledger = orderLedger(host.backend, page);
  const stands = (mine = new Set([nameOf(wish)])) => standing(wish, ledger.view(), mine);
  return { page, saved, told: host.told, ledger, stands };
}

it('has an order to pay only once the host has saved it', async () => {
  const answer = later<Order>();
  const { page, saved, ledger, stands } = selling(() => answer.promise);
  expect(stands().kind).toBe('unsaved');
  void ledger.save(wish);
  await page.pass(0);
  expect(stands().kind).toBe('saving');
  answer.resolve(anOrder('prepared', { ...wish, token: saved[0]?.token ?? '' }));
  await page.pass(0);
  expect(stands()).toMatchObject({ kind: 'saved', order: { state: 'prepared' } });
});

it('sends one wish once however often the button is pressed', async () => {
  const { page, saved, ledger } = selling();
  await Promise.all(Array.from({ length: 20 }, () => ledger.save(wish)));
  await page.pass(0);
  expect(saved).toHaveLength(1);
});

it('saves again after a lost answer under the token it had, once the host has said that it is not there', async () => {
  let isLost = true;
  const { page, saved, ledger, stands } = selling(async (token, wanted) => {
    if (isLost) throw new BackendError('save-order', LOST);
    return anOrder('prepared', { ...wanted, token });
  });
  await ledger.save(wish);
  expect(stands()).toMatchObject({ kind: 'unknown', missing: true });
  isLost = false;
  await ledger.save(wish);
  await page.pass(0);
  expect(stands().kind).toBe('saved');
  expect(new Set(saved.map(({ token }) => token)).size).toBe(1);
});

it('finds an order that was saved although its answer was lost', async () => {
  const { told, ledger, stands } = selling(async (token, wanted) => {
    told.orders.push(anOrder('prepared', { ...wanted, token }));
    throw new BackendError('save-order', LOST);
  });
  await ledger.save(wish);
  expect(stands()).toMatchObject({ kind: 'saved' });
});

it('says nothing but "unknown" while neither the answer nor the list can be had', async () => {
  const { told, ledger, stands } = selling(async () => {
    throw new BackendError('save-order', LOST);
  });
  told.failures.orders = LOST;
  await ledger.save(wish);
  expect(stands()).toMatchObject({ kind: 'unknown', missing: false });
  told.failures = {};
  await ledger.look(wish);
  expect(stands()).toMatchObject({ kind: 'unknown', missing: true });
});

it('goes on with the open order of somebody else for the same wish', async () => {
  const theirs = anOrder('handed-off', { token: 'token-of-somebody-else-0000000000' });
  const { told, ledger, stands } = selling(async () => {
    told.orders.push(theirs);
    throw new BackendError('save-order', {
      kind: 'refused',
      status: 409,
      problem: 'wish-open',
      detail: null,
      running: theirs.token,
    });
  });
  await ledger.save(wish);
  expect(stands()).toMatchObject({ kind: 'resumed', order: { token: theirs.token } });
});

it('takes the order of another token for no answer', async () => {
  const { ledger, stands } = selling(async () => anOrder('prepared', wish));
  await ledger.save(wish);
  expect(stands().kind).toBe('unknown');
});

it('takes an order for something else for no answer', async () => {
  const { ledger, stands } = selling(async (token, wanted) =>
    anOrder('prepared', { ...wanted, token, target: { id: 'domain-9', domain: 'evil.example' } }),
  );
  await ledger.save(wish);
  expect(stands().kind).toBe('unknown');
  expect(ledger.view().book?.orders ?? []).toEqual([]);
});

it('begins anew under another token once the order has ended', async () => {
  const { page, saved, told, ledger } = selling();
  await ledger.save(wish);
  told.orders = told.orders.map((order) => ({ ...order, state: 'expired' as const }));
  ledger.open();
  await page.pass(0);
  await ledger.save(wish);
  expect(new Set(saved.map(({ token }) => token)).size).toBe(2);
});

it('asks the host for the token where the host keeps the verifier behind it', async () => {
  const mintToken = vi.fn<() => Promise<string>>(async () => 'minted-by-the-host-0000000000000');
  const { saved, ledger } = selling(undefined, { mintToken });
  ledger.permit(new Set(CAPABILITIES));
  await ledger.save(wish);
  await ledger.save(wish);
  expect(saved.map(({ token }) => token)).toEqual([
    'minted-by-the-host-0000000000000',
    'minted-by-the-host-0000000000000',
  ]);
  expect(mintToken).toHaveBeenCalledOnce();
});

it('makes the token itself where the host does not ask for its own', async () => {
  const mintToken = vi.fn<() => Promise<string>>();
  const { saved, ledger } = selling(undefined, { mintToken });
  ledger.permit(new Set(['purchase']));
  await ledger.save(wish);
  expect(saved).toHaveLength(1);
  expect(mintToken).not.toHaveBeenCalled();
});

it('saves nothing when no token could be had, and says so', async () => {
  const { saved, ledger, stands } = selling(undefined, {
    mintToken: async () => {
      throw new BackendError('mint-token', LOST);
    },
  });
  ledger.permit(new Set(CAPABILITIES));
  await ledger.save(wish);
  expect(stands()).toMatchObject({ kind: 'failed', error: { call: 'mint-token' } });
  expect(saved).toEqual([]);
});

it('says that an outcome is not known while the host is still being asked for its list', async () => {
  const list = later<{ orders: Order[]; unreadable: [] }>();
  const { page, ledger, stands } = selling(
    () => Promise.reject(new BackendError('save-order', LOST)),
    { orders: () => list.promise },
  );
  void ledger.save(wish);
  await page.pass(500);
  expect(stands().kind).toBe('saving');
  await page.pass(500);
  expect(stands()).toMatchObject({ kind: 'unknown', missing: false });
  list.resolve({ orders: [], unreadable: [] });
  await page.pass(0);
  expect(stands()).toMatchObject({ kind: 'unknown', missing: true });
});
