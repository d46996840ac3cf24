import { expect, it, vi } from 'vitest';
import type { OrderBackend } from '../../src/backend/backend.ts';
import { BackendError } from '../../src/backend/errors.ts';
import { CAPABILITIES, type Capability } from '../../src/domain/capability.ts';
import type { Order } from '../../src/domain/order.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { still } from './still-surroundings.ts';
import { later, toldHost } from './told-host.ts';

const SECOND = 1_000;
const { token } = anOrder('ready');

/** A page that knows one order, and a host that delivers it. */
async function paid(
  state: Order['state'],
  more: Partial<OrderBackend> = {},
  may: readonly Capability[] = CAPABILITIES,
) {
  const page = still();
  const fulfill = vi.fn<OrderBackend['fulfill']>(async () => anOrder('fulfilling'));
  const handOff = vi.fn<OrderBackend['handOff']>(async () => undefined);
  const { told, backend } = toldHost([anOrder(state)], { fulfill, handOff, ...more });
  const ledger = orderLedger(backend, page);
  ledger.permit(new Set(may));
  ledger.open();
  await page.pass(0);
  const now = () => ledger.view().book?.orders[0]?.state;
  return { page, told, ledger, fulfill, handOff, now };
}

it('delivers nothing by itself, however ready an order is', async () => {
  const { page, fulfill } = await paid('ready');
  await page.pass(60 * SECOND);
  await page.wake();
  expect(fulfill).not.toHaveBeenCalled();
});

it('delivers by itself once, after the store link was followed in this page life', async () => {
  const { page, told, ledger, fulfill, handOff } = await paid('prepared');
  ledger.handOff(token);
  expect(handOff).toHaveBeenCalledExactlyOnceWith(token);
  told.orders = [anOrder('ready')];
  await page.pass(6 * SECOND);
  expect(fulfill).toHaveBeenCalledExactlyOnceWith(token);
  await page.pass(600 * SECOND);
  expect(fulfill).toHaveBeenCalledOnce();
});

it.each([
  ['a host does not promise to deliver only once', ['purchase']],
  ['this person may not buy', ['idempotentFulfillment']],
] as const)('waits for a press where %s', async (_why, may) => {
  const { page, told, ledger, fulfill } = await paid('prepared', {}, may);
  ledger.handOff(token);
  told.orders = [anOrder('ready')];
  await page.pass(6 * SECOND);
  expect(fulfill).not.toHaveBeenCalled();
});

it.each([
  ['a test order', anOrder('ready', { test: true })],
  ['an order for a domain that is gone', anOrder('needs-target')],
  [
    'an order whose vendor names another domain',
    anOrder('ready', { echo: { offer: 'seo-report-full', target: 'domain-9' } }),
  ],
])('never delivers %s by itself', async (_what, order) => {
  const { page, told, ledger, fulfill } = await paid('prepared');
  ledger.handOff(token);
  told.orders = [order];
  await page.pass(6 * SECOND);
  expect(fulfill).not.toHaveBeenCalled();
});

it('sends one delivery however often it is pressed', async () => {
  const answer = later<Order>();
  const fulfill = vi.fn<OrderBackend['fulfill']>(() => answer.promise);
  const { ledger } = await paid('ready', { fulfill });
  for (let press = 0; press < 20; press += 1) void ledger.deliver(token);
  expect(fulfill).toHaveBeenCalledOnce();
  expect(ledger.view().writes.get(token)).toEqual({ what: 'fulfill', kind: 'under-way' });
});

it('looks before it tells of a delivery whose answer was lost', async () => {
  const { told, ledger, now } = await paid('ready', {
    async fulfill() {
      told.orders = [anOrder('fulfilled')];
      throw new BackendError('fulfill', { kind: 'timed-out', after: 20_000 });
    },
  });
  await ledger.deliver(token);
  expect(now()).toBe('fulfilled');
  expect(ledger.view().writes.get(token)?.kind).toBe('unclear');
});

it('tells apart a refusal from an outcome that is not known', async () => {
  const refused = new BackendError('fulfill', {
    kind: 'refused',
    status: 409,
    problem: 'target-gone',
    detail: null,
    running: null,
  });
  const first = await paid('ready', {
    fulfill: () => Promise.reject(refused),
  });
  await first.ledger.deliver(token);
  expect(first.ledger.view().writes.get(token)).toMatchObject({ kind: 'refused', error: refused });

  const lost = new BackendError('fulfill', { kind: 'unavailable', status: 502, wait: 0 });
  const second = await paid('ready', { fulfill: () => Promise.reject(lost) });
  await second.ledger.deliver(token);
  expect(second.ledger.view().writes.get(token)).toMatchObject({ kind: 'unclear', error: lost });
});

it('sends nothing a second time by itself after a lost answer', async () => {
  const fulfill = vi.fn<OrderBackend['fulfill']>(() =>
    Promise.reject(new BackendError('fulfill', { kind: 'unreachable' })),
  );
  const { page, ledger } = await paid('ready', { fulfill });
  await ledger.deliver(token);
  await page.pass(3_600 * SECOND);
  await page.wake();
  expect(fulfill).toHaveBeenCalledOnce();
});

it('says nothing when the host did not learn of the way to the store', async () => {
  const { page, ledger } = await paid('prepared', {
    handOff: () => Promise.reject(new BackendError('hand-off', { kind: 'unreachable' })),
  });
  ledger.handOff(token);
  await page.pass(0);
  expect(ledger.view()).toMatchObject({ error: null });
  expect(ledger.view().writes.size).toBe(0);
});

it('gives up an order when asked, and takes back nothing when it is paid after all', async () => {
  const { page, told, ledger, now } = await paid('handed-off', {
    cancel: async () => anOrder('canceled'),
  });
  await ledger.cancel(token);
  expect(now()).toBe('canceled');
  told.orders = [anOrder('paid')];
  await page.pass(3 * SECOND);
  await page.wake();
  expect(now()).toBe('paid');
});

it('says that an outcome is not known while it is still being looked for', async () => {
  const { page, told, ledger } = await paid('ready', {
    fulfill: () => Promise.reject(new BackendError('fulfill', { kind: 'unreachable' })),
    orders: () => (told.listed > 0 ? new Promise(() => undefined) : Promise.reject(new Error())),
  });
  told.listed = 1;
  await page.pass(3 * SECOND);
  void ledger.deliver(token);
  await page.pass(500);
  expect(ledger.view().writes.get(token)?.kind).toBe('under-way');
  await page.pass(500);
  expect(ledger.view().writes.get(token)?.kind).toBe('unclear');
});
