import { afterEach, expect, it, vi } from 'vitest';
import { advance, setFault } from '../../mocks/change.ts';
import { listen as listenOn } from '../../mocks/http-server.ts';
import { startServers } from '../../mocks/server.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import type { Order } from '../../src/domain/order.ts';
import { start } from './start.ts';

const leavings: AbortController[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const leaving of leavings) leaving.abort();
});

/** Listens as a panel does. */
function listen(baseUrl: string, token: string, call: typeof fetch = fetch) {
  const told: Order[] = [];
  const leaving = new AbortController();
  leavings.push(leaving);
  const { orders } = restBackend({ baseUrl, fetch: call });
  const end = orders.events?.(token, (order) => told.push(order), leaving.signal);
  end?.catch(() => undefined);
  return { told, leaving, end };
}

/** For machines that are busy. */
const PATIENT = { timeout: 4_000 };

const states = (told: readonly Order[]) => told.map(({ state }) => state);

it('tells at once how an order stands, and every change of it up to its end', async () => {
  const { call, ask, memory, world } = start('live-offers', { pace: 60_000 });
  const { told, end } = listen(HOST_API, STARTED.ready, call);
  await vi.waitFor(() => expect(states(told)).toEqual(['ready']), PATIENT);
  await ask(`POST /orders/${STARTED.ready}/fulfillment`);
  await vi.waitFor(() => expect(states(told).at(-1)).toBe('fulfilling'), PATIENT);
  await advance(memory, 30_000);
  await vi.waitFor(() => expect(told.at(-1)?.delivery?.[0]?.done).toBe(true), PATIENT);
  await advance(memory, 30_000);

  await end;
  expect(told[0]).toMatchObject({ news: 'events' });
  expect(new Set(states(told))).toEqual(new Set(['ready', 'fulfilling', 'fulfilled']));
  expect(world.vendor.deliveries).toHaveLength(1);
});

it('counts its events upwards, and never says the same twice', async () => {
  const { call, ask } = start('live-offers', { pace: 0 });
  await ask(`POST /orders/${STARTED.ready}/fulfillment`);
  const text = await (await call(`${HOST_API}/orders/${STARTED.ready}/events`)).text();

  expect(text).toMatch(/^retry: 2000\n\nid: \d+\ndata: \{.*"state":"fulfilled".*\}\n\n$/);
});

it('knows 404 for an order it never heard of, and for one of another host', async () => {
  const { ask } = start('live-offers');

  expect((await ask(`/orders/${'x'.repeat(32)}/events`)).status).toBe(404);
  const foreign = { 'X-Account': 'other-host' };
  expect((await ask(`/orders/${STARTED.ready}/events`, undefined, foreign)).status).toBe(404);
});

it('breaks off when a fault strikes meanwhile', async () => {
  const { call, memory } = start('live-offers');
  const { told, end } = listen(HOST_API, STARTED.waiting, call);
  await vi.waitFor(() => expect(told).toHaveLength(1), PATIENT);
  await setFault(memory, { party: 'host', call: 'order-events', kind: 'lost-before' });

  await expect(end).rejects.toMatchObject({ failure: { kind: 'unreachable' } });
});

it('stops looking for news for whoever has left', async () => {
  const { call } = start('live-offers');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { body } = await call(`${HOST_API}/orders/${STARTED.waiting}/events`);
  const reader = body?.getReader();
  await reader?.read();
  await reader?.read();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), PATIENT);
  await reader?.cancel();
  await vi.runOnlyPendingTimersAsync();

  expect(vi.getTimerCount()).toBe(0);
});

it('hears over a real connection that somebody has left', async () => {
  const left = vi.fn<() => void>();
  const server = await listenOn(0);
  server.answer = async () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(': here\n\n')),
        cancel: left,
      }),
    );
  const leaving = new AbortController();
  const { body } = await fetch(server.origin, { signal: leaving.signal });
  await body?.getReader().read();
  leaving.abort();

  await vi.waitFor(() => expect(left).toHaveBeenCalled(), PATIENT);
  await server.stop();
});

it('ends a stream over a real connection when the order has ended', async () => {
  const { hostApi, stop } = await startServers({ scenario: 'live-offers', pace: 0 });
  const { told, end } = listen(hostApi, STARTED.ready);
  await vi.waitFor(() => expect(states(told)).toEqual(['ready']), PATIENT);
  await fetch(`${hostApi}/orders/${STARTED.ready}/fulfillment`, { method: 'POST' });

  await end;
  expect(states(told).at(-1)).toBe('fulfilled');
  await stop();
});
