import { expect, it, vi } from 'vitest';
import type { OrderBackend } from '../../src/backend/backend.ts';
import { BackendError } from '../../src/backend/errors.ts';
import type { Order } from '../../src/domain/order.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import type { OrderStatusSource } from '../../src/ledger/sources.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { still } from './still-surroundings.ts';
import { toldHost } from './told-host.ts';

const SECOND = 1_000;

/** A page that follows one order by a source of its own, or as the host says. */
async function hearing(
  order: Order,
  { events, source }: { events?: OrderBackend['events']; source?: OrderStatusSource },
) {
  const page = still();
  const { told, backend } = toldHost([order], events ? { events } : {});
  const ledger = orderLedger(backend, page);
  if (source) ledger.hear({ [order.extension]: source });
  const close = ledger.open();
  await page.pass(0);
  return { page, told, ledger, close, now: () => ledger.view().book?.orders[0]?.state };
}

/** A stream that a test speaks into. */
function stream() {
  let speak: (order: Order) => void = () => undefined;
  let end: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  let isAborted = false;
  const listen = vi.fn<NonNullable<OrderBackend['events']>>((_token, told, signal) => {
    speak = told;
    signal?.addEventListener('abort', () => {
      isAborted = true;
    });
    return new Promise((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
  });
  return {
    listen,
    speak: (order: Order) => speak(order),
    end: () => end(),
    fail: (error: unknown) => fail(error),
    isAborted: () => isAborted,
  };
}

it('hears news from the host’s stream as they come, without asking', async () => {
  const { listen, speak } = stream();
  const { page, told, now } = await hearing(anOrder('pending', { news: 'events' }), {
    events: listen,
  });
  speak(anOrder('paid', { news: 'events' }));
  expect(now()).toBe('paid');
  await page.pass(600 * SECOND);
  speak(anOrder('ready', { news: 'events' }));
  expect(now()).toBe('ready');
  expect(listen).toHaveBeenCalledOnce();
  expect(told.asked).toBe(0);
});

it('opens a stream that ended again, by the same schedule as a question', async () => {
  const { listen, speak, end } = stream();
  const { page } = await hearing(anOrder('pending', { news: 'events' }), { events: listen });
  speak(anOrder('pending', { news: 'events' }));
  end();
  await page.pass(4 * SECOND);
  expect(listen).toHaveBeenCalledOnce();
  await page.pass(2 * SECOND);
  expect(listen).toHaveBeenCalledTimes(2);
});

it('asks in the plain way when the stream breaks, so that nothing is missed', async () => {
  const { listen, fail } = stream();
  const { page, told, now, ledger } = await hearing(anOrder('pending', { news: 'events' }), {
    events: listen,
  });
  told.orders = [anOrder('paid', { news: 'events' })];
  fail(new BackendError('orders', { kind: 'unreachable' }));
  await page.pass(0);
  expect(now()).toBe('paid');
  expect(ledger.view().error).toBeNull();
});

it('asks in the plain way where the backend has no stream', async () => {
  const { told } = await hearing(anOrder('pending', { news: 'events' }), {});
  expect(told.asked).toBe(1);
});

it('listens anew when the page wakes, since the stream may have slept', async () => {
  const { listen, speak, isAborted } = stream();
  const { page } = await hearing(anOrder('pending', { news: 'events' }), { events: listen });
  speak(anOrder('pending', { news: 'events' }));
  await page.pass(8 * 3_600 * SECOND);
  await page.wake();
  expect(isAborted()).toBe(true);
  expect(listen).toHaveBeenCalledTimes(2);
});

it('lets the page around the panel tell of its own orders', async () => {
  const source = vi.fn<OrderStatusSource>(async (_order, tell) => tell(anOrder('ready')));
  const { told, now } = await hearing(anOrder('pending'), { source });
  expect(now()).toBe('ready');
  expect(told.asked).toBe(0);
  expect(source.mock.calls[0]?.[0].state).toBe('pending');
});

it('counts whatever a source of the page throws as no answer, and asks it again later', async () => {
  const source = vi.fn<OrderStatusSource>(() => {
    throw new Error('The shop of this page is closed');
  });
  const { page, ledger, now } = await hearing(anOrder('pending'), { source });
  expect(now()).toBe('pending');
  expect(ledger.view().error).toBeInstanceOf(Error);
  await page.pass(60 * SECOND);
  expect(source.mock.calls.length).toBeGreaterThan(2);
});

it('takes nothing from a source about another order or another target', async () => {
  const source: OrderStatusSource = async (_order, tell) =>
    tell(anOrder('fulfilled', { token: 'another-token-000000000000000000' }));
  const { now } = await hearing(anOrder('pending'), { source });
  expect(now()).toBe('pending');
  const elsewhere: OrderStatusSource = async (_order, tell) =>
    tell(anOrder('fulfilled', { target: { id: 'domain-9', domain: 'evil.example' } }));
  const other = await hearing(anOrder('pending'), { source: elsewhere });
  expect(other.now()).toBe('mismatch');
});

it('hears nothing any more once it is closed', async () => {
  const { listen, speak, isAborted } = stream();
  const { close, now } = await hearing(anOrder('pending', { news: 'events' }), { events: listen });
  close();
  expect(isAborted()).toBe(true);
  speak(anOrder('ready', { news: 'events' }));
  expect(now()).toBe('pending');
});

it('listens to three streams at most, so that the panel can still ask for other things', async () => {
  const page = still();
  const orders = Array.from({ length: 5 }, (_, at) =>
    anOrder('pending', { news: 'events', token: `token-${at}-00000000000000000000000000` }),
  );
  const listen = vi.fn<NonNullable<OrderBackend['events']>>(() => new Promise(() => undefined));
  const { told, backend } = toldHost(orders, { events: listen });
  orderLedger(backend, page).open();
  await page.pass(0);
  expect(listen).toHaveBeenCalledTimes(3);
  expect(told.asked).toBe(2);
});
