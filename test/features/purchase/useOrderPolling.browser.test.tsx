import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { Backend } from '../../../src/backend/backend.ts';
import { BackendContext } from '../../../src/backend/context.ts';
import { BackendError, type Failure } from '../../../src/backend/errors.ts';
import type { Order } from '../../../src/domain/order.ts';
import { useOrderPolling } from '../../../src/features/purchase/useOrderPolling.ts';
import { anOrder } from '../../../stories/order-fixture.ts';
import { backendOf } from '../../../stories/stage.tsx';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A host with one order, which answers or fails as told, and counts. */
function host(order: Order) {
  const told: { order: Order; failure: Failure | null; asked: number } = {
    order,
    failure: null,
    asked: 0,
  };
  const answer = async () => {
    told.asked += 1;
    if (told.failure) throw new BackendError('orders', told.failure);
    return told.order;
  };
  const backend = backendOf(createWorld('empty'));
  const orders = {
    ...backend.orders,
    order: answer,
    orders: async () => ({ orders: [told.order], unreadable: [] }),
  };
  return { told, backend: { ...backend, orders } };
}

function follow(backend: Backend, onChange: (order: Order) => void = () => {}) {
  const client = new QueryClient();
  const around = ({ children }: { readonly children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={client}>
        <BackendContext.Provider value={backend}>{children}</BackendContext.Provider>
      </QueryClientProvider>
    </StrictMode>
  );
  return renderHook(() => useOrderPolling(onChange), { wrapper: around });
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** How often the host is asked in that time. */
async function asksIn(told: { asked: number }, ms: number): Promise<number> {
  const before = told.asked;
  await pass(ms);
  return told.asked - before;
}

it('asks every five seconds at first', async () => {
  const { told, backend } = host(anOrder('pending'));
  follow(backend);
  await pass(0);
  expect(await asksIn(told, 21 * SECOND)).toBe(4);
});

it('asks for a whole day without becoming a burden', { timeout: 30_000 }, async () => {
  const { told, backend } = host(anOrder('pending'));
  follow(backend);
  expect(await asksIn(told, 24 * 60 * MINUTE)).toBeLessThan(450);
});

it('asks no sooner than the host says', async () => {
  const { told, backend } = host(anOrder('pending', { intervalSeconds: 60 }));
  follow(backend);
  await pass(0);
  expect(await asksIn(told, 59 * SECOND)).toBe(0);
  expect(await asksIn(told, 2 * SECOND)).toBe(1);
});

it('waits as long as a "slow down" asks, and stays slower afterwards', async () => {
  const { told, backend } = host(anOrder('pending'));
  follow(backend);
  await pass(0);
  told.failure = { kind: 'rate-limited', wait: 30 * SECOND };
  await pass(5 * SECOND);
  told.failure = null;
  expect(await asksIn(told, 29 * SECOND)).toBe(0);
  expect(await asksIn(told, 2 * SECOND)).toBe(1);
  expect(await asksIn(told, 9 * SECOND)).toBe(0);
  expect(await asksIn(told, 2 * SECOND)).toBe(1);
});

it('does not let "check now" override the pause the host asked for', async () => {
  const { told, backend } = host(anOrder('pending'));
  const { result } = follow(backend);
  await pass(0);
  told.failure = { kind: 'rate-limited', wait: 60 * SECOND };
  await pass(5 * SECOND);
  const before = told.asked;
  await pass(10 * SECOND);
  expect(result.current.check()).toBe(false);
  await pass(SECOND);
  expect(told.asked).toBe(before);
});

it('asks less and less where no answer comes, at most once a minute', async () => {
  const { told, backend } = host(anOrder('pending'));
  follow(backend);
  await pass(0);
  told.failure = { kind: 'unreachable' };
  expect(await asksIn(told, 10 * MINUTE)).toBeLessThan(18);
});

it('pauses when the session is lost, and goes on when it is back', async () => {
  const { told, backend } = host(anOrder('pending'));
  const { result } = follow(backend);
  await pass(0);
  told.failure = { kind: 'session-lost' };
  await pass(5 * SECOND);
  expect(await asksIn(told, 60 * MINUTE)).toBe(0);
  expect(result.current.book?.orders).toHaveLength(1);

  told.failure = null;
  const before = told.asked;
  act(() => void window.dispatchEvent(new Event('pageshow')));
  await pass(100);
  expect(told.asked).toBe(before + 1);
  expect(result.current.error).toBeNull();
});

it('asks at once when the page comes back, but no more than once in two seconds', async () => {
  const { told, backend } = host(anOrder('pending', { intervalSeconds: 0 }));
  follow(backend);
  await pass(3 * SECOND);
  const before = told.asked;
  for (const event of ['online', 'pageshow', 'online'])
    act(() => void window.dispatchEvent(new Event(event)));
  await pass(100);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await pass(100);
  expect(told.asked - before).toBe(1);
});

it('stops when nothing is open any more, having told of the change once', async () => {
  const { told, backend } = host(anOrder('fulfilling'));
  const onChange = vi.fn<(order: Order) => void>();
  follow(backend, onChange);
  await pass(0);
  told.order = anOrder('fulfilled');
  await pass(6 * SECOND);
  expect(onChange.mock.calls.map(([order]) => order.state)).toEqual(['fulfilled']);
  expect(await asksIn(told, 60 * MINUTE)).toBe(0);
});

it('leaves nothing running behind', async () => {
  const { told, backend } = host(anOrder('pending'));
  const { unmount } = follow(backend);
  await pass(0);
  unmount();
  await pass(0);
  const before = told.asked;
  act(() => void window.dispatchEvent(new Event('online')));
  expect(await asksIn(told, 60 * MINUTE)).toBe(0);
  expect(told.asked).toBe(before);
});
