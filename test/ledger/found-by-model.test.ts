import { expect, it, vi } from 'vitest';
import type { OrderBackend } from '../../src/backend/backend.ts';
import { BackendError } from '../../src/backend/errors.ts';
import { CAPABILITIES } from '../../src/domain/capability.ts';
import type { Order } from '../../src/domain/order.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { still } from './still-surroundings.ts';
import { later, toldHost } from './told-host.ts';

/* What the model-based test found, shrunk and told as a story. */

const SECOND = 1_000;
const { token } = anOrder('ready');
const LOST = new BackendError('fulfill', { kind: 'unreachable' });

async function opened(order: Order, more: Partial<OrderBackend> = {}) {
  const page = still();
  const handOff = async () => undefined;
  const fulfill = vi.fn<OrderBackend['fulfill']>(async () => anOrder('fulfilling'));
  const { told, backend } = toldHost([order], { handOff, fulfill, ...more });
  const ledger = orderLedger(backend, page);
  ledger.permit(new Set(CAPABILITIES));
  ledger.open();
  await page.pass(0);
  return { page, told, ledger, fulfill };
}

it('does not ask again within two seconds because the admin has followed the link', async () => {
  const { page, told, ledger } = await opened(anOrder('prepared'));
  await page.pass(5 * SECOND);
  const { asked } = told;
  await page.pass(SECOND);
  ledger.handOff(token);
  await page.pass(0);
  expect(told.asked).toBe(asked);
});

it('asks once, not twice, after an answer was lost', async () => {
  const { page, told, ledger } = await opened(anOrder('ready'), {
    fulfill: () => Promise.reject(LOST),
  });
  await page.pass(3 * SECOND);
  const { asked } = told;
  await ledger.deliver(token);
  expect(told.asked).toBe(asked + 1);
});

it('asks about a canceled order although nobody heard that it was handed off', async () => {
  const order = anOrder('canceled', { startedAt: '2025-04-10T08:00:00Z' });
  const { told } = await opened({ ...order, steps: { ...order.steps, atStore: null } });
  expect(told.asked).toBe(1);
});

it('takes calling an order off for the end of the consent to have it delivered', async () => {
  const { page, told, ledger, fulfill } = await opened(anOrder('prepared'), {
    cancel: () => Promise.reject(new BackendError('cancel-order', { kind: 'unreachable' })),
  });
  ledger.handOff(token);
  await ledger.cancel(token);
  told.orders = [anOrder('ready')];
  await page.pass(10 * SECOND);
  expect(fulfill).not.toHaveBeenCalled();
});

it('keeps the consent when a press comes to nothing because something is under way', async () => {
  const calledOff = later<Order>();
  const { page, told, ledger, fulfill } = await opened(anOrder('prepared'), {
    cancel: () => calledOff.promise,
  });
  void ledger.cancel(token);
  ledger.handOff(token);
  told.orders = [anOrder('ready')];
  await page.pass(10 * SECOND);
  void ledger.deliver(token);
  expect(fulfill).not.toHaveBeenCalled();
  calledOff.resolve(anOrder('ready'));
  await page.pass(0);
  expect(fulfill).toHaveBeenCalledExactlyOnceWith(token);
});
