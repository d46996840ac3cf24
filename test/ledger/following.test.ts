import { expect, it, vi } from 'vitest';
import type { OrderBackend } from '../../src/backend/backend.ts';
import { BackendError } from '../../src/backend/errors.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import type { Order } from '../../src/domain/order.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { still } from './still-surroundings.ts';
import { later, toldHost } from './told-host.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A page that follows the orders of a host, and has read them once. */
async function following(orders: readonly Order[], more: Partial<OrderBackend> = {}) {
  const page = still();
  const { told, backend } = toldHost(orders, more);
  const ledger = orderLedger(backend, page);
  const close = ledger.open();
  await page.pass(0);
  /** How often the host is asked about an order in that time. */
  const asksIn = async (ms: number) => {
    const before = told.asked;
    await page.pass(ms);
    return told.asked - before;
  };
  return { page, told, ledger, close, asksIn };
}

it('reads the list and asks about every open order at once', async () => {
  const { told, ledger } = await following([
    anOrder('pending'),
    anOrder('fulfilled', { token: 'another-token-000000000000000000' }),
  ]);
  expect(told).toMatchObject({ listed: 1, asked: 1 });
  expect(ledger.view().book?.orders).toHaveLength(2);
  expect(ledger.view()).toMatchObject({ asking: false, error: null });
});

it('asks every five seconds at first', async () => {
  const { asksIn } = await following([anOrder('pending')]);
  expect(await asksIn(21 * SECOND)).toBe(4);
});

it('asks no sooner than the host says', async () => {
  const { asksIn } = await following([anOrder('pending', { intervalSeconds: 60 })]);
  expect(await asksIn(59 * SECOND)).toBe(0);
  expect(await asksIn(2 * SECOND)).toBe(1);
});

it('lets a slow vendor slow down its own order and no other', async () => {
  const slow = anOrder('pending', { intervalSeconds: 600 });
  const fast = anOrder('pending', { token: 'another-token-000000000000000000' });
  const { asksIn } = await following([slow, fast]);
  expect(await asksIn(21 * SECOND)).toBe(4);
});

it('waits as long as a "slow down" asks, and stays slower afterwards', async () => {
  const { page, told, asksIn } = await following([anOrder('pending')]);
  told.failures.orders = { kind: 'rate-limited', wait: 30 * SECOND };
  await page.pass(5 * SECOND);
  told.failures = {};
  expect(await asksIn(29 * SECOND)).toBe(0);
  expect(await asksIn(2 * SECOND)).toBe(1);
  expect(await asksIn(8 * SECOND)).toBe(0);
  expect(await asksIn(2 * SECOND)).toBe(1);
});

it('does not let "check now" override the pause the host asked for', async () => {
  const { page, told, ledger, asksIn } = await following([anOrder('pending')]);
  told.failures.orders = { kind: 'rate-limited', wait: 60 * SECOND };
  await page.pass(5 * SECOND);
  // The list has not been asked for since, so it may be; the order may not.
  await page.pass(10 * SECOND);
  ledger.check();
  await page.pass(0);
  expect(ledger.check()).toBe(false);
  expect(await asksIn(SECOND)).toBe(0);
});

it('asks less and less where no answer comes, at most once a minute', async () => {
  const { told, ledger, asksIn } = await following([anOrder('pending')]);
  told.failures.orders = { kind: 'unreachable' };
  expect(await asksIn(10 * MINUTE)).toBeLessThan(18);
  expect(ledger.view().error).toBeInstanceOf(BackendError);
  told.failures = {};
  await asksIn(MINUTE);
  expect(ledger.view().error).toBeNull();
});

it('asks for the list again by itself until it was answered once', async () => {
  const { page, told, ledger } = await following([anOrder('pending')]);
  const fresh = orderLedger(toldHost([]).backend, page);
  expect(fresh.view().book).toBeUndefined();

  const other = still();
  const host = toldHost([anOrder('pending')]);
  host.told.failures.orders = { kind: 'unreachable' };
  const late = orderLedger(host.backend, other);
  late.open();
  await other.pass(MINUTE);
  expect(host.told.listed).toBeGreaterThan(2);
  expect(late.view().book).toBeUndefined();
  host.told.failures = {};
  await other.pass(MINUTE);
  expect(late.view().book?.orders).toHaveLength(1);
  expect(told.listed).toBe(1);
  expect(ledger.view().book?.orders).toHaveLength(1);
});

it('pauses when the session is lost, and goes on when it is back', async () => {
  const { page, told, ledger, asksIn } = await following([anOrder('pending')]);
  told.failures.orders = { kind: 'session-lost' };
  await page.pass(5 * SECOND);
  expect(await asksIn(60 * MINUTE)).toBe(0);
  expect(ledger.view().book?.orders).toHaveLength(1);
  told.failures = {};
  await page.wake();
  expect(told.asked).toBe(3);
  expect(ledger.view().error).toBeNull();
});

it('takes "not heard of yet" for an answer without news', async () => {
  const { told, ledger, asksIn } = await following([anOrder('handed-off')]);
  told.orders = [];
  expect(await asksIn(21 * SECOND)).toBe(4);
  expect(ledger.view()).toMatchObject({ error: null });
  expect(ledger.view().book?.orders).toHaveLength(1);
});

it('asks at once when the page comes back, but no more than once in two seconds', async () => {
  const { page, told } = await following([anOrder('pending')]);
  await page.pass(3 * SECOND);
  const before = told.asked;
  await page.wake();
  await page.wake();
  await page.pass(100);
  await page.wake();
  expect(told.asked - before).toBe(1);
});

it('asks nothing by a timer while nobody sees the page, and catches up when somebody does', async () => {
  const { page, told, ledger, asksIn } = await following([anOrder('pending')]);
  page.see(false);
  await page.pass(5 * SECOND);
  expect(await asksIn(8 * 60 * MINUTE)).toBe(0);
  told.orders = [anOrder('ready')];
  page.see(true);
  await page.wake();
  expect(ledger.view().book?.orders[0]?.state).toBe('ready');
});

it('finds an order that was canceled and paid all the same when it looks again', async () => {
  const canceled = anOrder('canceled', { startedAt: '2025-04-01T09:00:00Z' });
  const { page, told, ledger } = await following([canceled], {
    order: async () => anOrder('paid'),
  });
  expect(ledger.view().book?.orders[0]?.state).toBe('paid');
  const old = toldHost([{ ...canceled, startedAt: '2025-01-01T09:00:00Z' }]);
  orderLedger(old.backend, page).open();
  await page.pass(0);
  expect(old.told.asked).toBe(0);
  expect(told.listed).toBe(1);
});

it('asks more often again once something has moved', async () => {
  const { page, told, asksIn } = await following([anOrder('pending')]);
  await page.pass(60 * MINUTE);
  told.orders = [anOrder('paid')];
  await page.pass(5 * MINUTE);
  expect(await asksIn(MINUTE)).toBeGreaterThan(10);
});

it('counts a question that takes long as no longer under way, and still takes its answer', async () => {
  const answer = later<Order>();
  const { page, ledger } = await following([anOrder('pending')], { order: () => answer.promise });
  expect(ledger.view().asking).toBe(true);
  await page.pass(10 * SECOND);
  expect(ledger.view().asking).toBe(false);
  answer.resolve(anOrder('ready'));
  await page.pass(0);
  expect(ledger.view().book?.orders[0]?.state).toBe('ready');
});

it('lets no answer of before lower what a later one told', async () => {
  const [early, late] = [later<Order>(), later<Order>()];
  const answers = [early.promise];
  const { page, ledger } = await following([anOrder('pending')], {
    order: () => answers.pop() ?? late.promise,
  });
  await page.pass(3 * SECOND);
  await page.wake();
  late.resolve(anOrder('ready'));
  await page.pass(0);
  early.resolve(anOrder('handed-off'));
  await page.pass(0);
  expect(ledger.view().book?.orders[0]?.state).toBe('ready');
});

it('stops when nothing is open any more, and leaves no timer', async () => {
  const { page, told, asksIn } = await following([anOrder('fulfilling')]);
  told.orders = [anOrder('fulfilled')];
  await page.pass(6 * SECOND);
  expect(await asksIn(60 * MINUTE)).toBe(0);
  expect(page.waiting()).toBe(0);
});

it('leaves nothing running behind when it is closed', async () => {
  const given = later<Order>();
  const signals: (AbortSignal | undefined)[] = [];
  const { page, told, close, asksIn } = await following([anOrder('pending')], {
    order(_token, signal) {
      signals.push(signal);
      return given.promise;
    },
  });
  close();
  expect(signals.every((signal) => signal?.aborted)).toBe(true);
  await page.wake();
  expect(await asksIn(60 * MINUTE)).toBe(0);
  expect(page.waiting()).toBe(0);
  expect(told.listed).toBe(1);
});

it('goes on as long as one of several panels follows it, and reads afresh for a new one', async () => {
  const { page, told, ledger, close, asksIn } = await following([anOrder('pending')]);
  const second = ledger.open();
  await page.pass(0);
  expect(told.listed).toBe(2);
  close();
  expect(await asksIn(6 * SECOND)).toBe(1);
  second();
  expect(await asksIn(60 * SECOND)).toBe(0);
});

it('tells of a change once, and of nothing when nothing changed', async () => {
  const { page, told, ledger } = await following([anOrder('pending')]);
  const books = new Set([ledger.view().book]);
  ledger.subscribe(() => books.add(ledger.view().book));
  await page.pass(30 * SECOND);
  expect(books.size).toBe(1);
  told.orders = [anOrder('paid')];
  await page.pass(6 * SECOND);
  expect(books.size).toBe(2);
});

it('refuses an answer about another order', async () => {
  const source = vi.fn<OrderBackend['order']>(async () =>
    anOrder('fulfilled', { token: 'another-token-000000000000000000' }),
  );
  const { ledger } = await following([anOrder('pending')], { order: source });
  expect(source).toHaveBeenCalled();
  expect(ledger.view().book?.orders.map(({ state }) => state)).toEqual(['pending']);
  expect(ledger.view().error).toMatchObject({ failure: { kind: 'unreadable', at: 'order.token' } });
});
