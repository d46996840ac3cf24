import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/backend/errors.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import type { Order } from '../../src/domain/order.ts';
import { prepared, ready, TOKEN } from '../contract/examples.ts';

const encoder = new TextEncoder();
const EVENTS = { 'Content-Type': 'text/event-stream; charset=utf-8' };
const message = (order: object, newline = '\n') =>
  `data: ${JSON.stringify(order)}${newline}${newline}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A host that streams what it is handed, piece by piece. */
function streaming() {
  const left = vi.fn<() => void>();
  const stream: { controller?: ReadableStreamDefaultController<Uint8Array> } = {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream.controller = controller;
    },
    cancel: left,
  });
  const send = (piece: string | Uint8Array) =>
    stream.controller?.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
  const end = () => stream.controller?.close();
  const cut = () => stream.controller?.error(new TypeError('network error'));
  return { send, end, cut, left, response: new Response(body, { headers: EVENTS }) };
}

/** Listens to what a fetch answers; news are collected as they come. */
function listen(fetch: typeof globalThis.fetch, signal?: AbortSignal) {
  const told: Order[] = [];
  const { orders } = restBackend({ baseUrl: 'https://host.test', fetch, timeout: 5_000 });
  const end = orders.events?.(TOKEN, (order) => told.push(order), signal) ?? Promise.reject();
  end.catch(() => undefined);
  return { told, end };
}

const answering = (response: Response) => listen(async () => response);
const failure = async (end: Promise<void>) => {
  const error: unknown = await end.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof BackendError ? error.failure : error;
};

it('asks with the host’s own fetch and headers, for events', async () => {
  const { response, end } = streaming();
  const fetch = vi.fn<typeof globalThis.fetch>(async () => response);
  const { orders } = restBackend({
    baseUrl: 'https://host.test/upkeep',
    fetch,
    headers: { 'X-CSRF': 'token of the page' },
  });
  end();
  await orders.events?.(TOKEN, () => undefined);

  const [address, init] = fetch.mock.calls[0] ?? [];
  const headers = new Headers(init?.headers);
  expect(address).toBe(`https://host.test/upkeep/orders/${TOKEN}/events`);
  expect(headers.get('Accept')).toBe('text/event-stream');
  expect(headers.get('X-CSRF')).toBe('token of the page');
});

it('tells every order as it comes, and is over when the host ends the stream', async () => {
  const { response, send, end } = streaming();
  const heard = answering(response);
  send(message(prepared));
  await vi.waitFor(() => expect(heard.told).toMatchObject([{ state: 'prepared' }]));
  send(`: still here\n\nid: 7\n${message(ready)}`);
  end();

  await expect(heard.end).resolves.toBeUndefined();
  expect(heard.told.map(({ state }) => state)).toEqual(['prepared', 'ready']);
});

it.each(['\n', '\r\n', '\r'])('reads lines that end with %j', async (newline) => {
  const { response, send, end } = streaming();
  const heard = answering(response);
  send(message(prepared, newline) + message(ready, newline) + `: end${newline}`);
  end();
  await heard.end;

  expect(heard.told.map(({ state }) => state)).toEqual(['prepared', 'ready']);
});

it('reads the same however the bytes are cut, in the middle of a letter too', async () => {
  const titled = { ...ready, title: 'Bücher, 本 und 🚀' };
  const whole = encoder.encode(`\uFEFFretry: 3000\r\nid: 1\r\n${message(titled, '\r\n')}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 12 }),
      async (cuts) => {
        const { response, send, end } = streaming();
        const heard = answering(response);
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        for (const [at, from] of places.entries()) send(whole.slice(from, places[at + 1]));
        end();
        await heard.end;

        expect(heard.told).toMatchObject([{ title: titled.title, intervalSeconds: 10 }]);
      },
    ),
  );
});

it('passes the wish to be left in peace on to whoever asks next, within an hour', async () => {
  const { response, send, end } = streaming();
  const heard = answering(response);
  send(`retry: nonsense\n${message(ready)}retry: 30000\n${message(ready)}`);
  send(`retry: ${'9'.repeat(400)}\n${message(ready)}`);
  end();
  await heard.end;

  expect(heard.told.map(({ intervalSeconds }) => intervalSeconds)).toEqual([10, 30, 3_600]);
});

it.each([
  ['no JSON', 'data: {"token":\n\n', { at: 'message' }],
  ['another order', message({ ...ready, token: 'X'.repeat(32) }), { at: 'order.token' }],
  ['an order without a state', message({ ...ready, state: 7 }), { at: 'order.state' }],
  ['nothing', 'data\n\n', { at: 'message' }],
])('goes on after %s, and says so when nothing sound follows', async (_what, garbage, where) => {
  const mended = streaming();
  const heard = answering(mended.response);
  mended.send(message(prepared) + garbage + message(ready));
  mended.end();
  await expect(heard.end).resolves.toBeUndefined();
  expect(heard.told.map(({ state }) => state)).toEqual(['prepared', 'ready']);

  const broken = streaming();
  const missed = answering(broken.response);
  broken.send(message(prepared) + garbage);
  broken.end();
  expect(await failure(missed.end)).toMatchObject({ kind: 'unreadable', ...where });
  expect(missed.told).toHaveLength(1);
});

it('does not listen for ever to a host that makes no sense', async () => {
  const { response, send, left } = streaming();
  const heard = answering(response);
  send('data: ?\n\n');
  await vi.advanceTimersByTimeAsync(40_000);
  send(': still here\n\n');
  await vi.advanceTimersByTimeAsync(40_000);
  send(': still here\n\n');

  expect(await failure(heard.end)).toMatchObject({ kind: 'unreadable', at: 'message' });
  expect(left).toHaveBeenCalled();
});

it('tells late and doubled news as they come; which counts is decided where they are kept', async () => {
  const { response, send, end } = streaming();
  const heard = answering(response);
  send(message(ready) + message(prepared) + message(ready));
  end();
  await heard.end;

  expect(heard.told.map(({ state }) => state)).toEqual(['ready', 'prepared', 'ready']);
});

it('leaves events of other names to later versions of the contract', async () => {
  const { response, send, end } = streaming();
  const heard = answering(response);
  send(`event: rumor\n${message(ready)}event: message\n${message(prepared)}color: red\n\n`);
  end();
  await heard.end;

  expect(heard.told.map(({ state }) => state)).toEqual(['prepared']);
});

it.each([
  ['in one line', `data: "${'x'.repeat(1_100_000)}`],
  ['in many lines', `data: ${'x'.repeat(999)}\n`.repeat(1_100)],
  ['of one piece', `data: "${'x'.repeat(1_100_000)}"\n\n`],
])('refuses a message of more than a million characters, %s', async (_how, giant) => {
  const { response, send, left } = streaming();
  const heard = answering(response);
  send(message(prepared));
  send(giant);

  expect(await failure(heard.end)).toMatchObject({ kind: 'unreadable', at: 'message' });
  expect(heard.told).toHaveLength(1);
  expect(left).toHaveBeenCalled();
});

it('gives up a host from which nothing comes for a minute, and hangs up', async () => {
  const { response, send, left } = streaming();
  const heard = answering(response);
  send(message(prepared));
  await vi.waitFor(() => expect(heard.told).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(59_000);
  send(': still here\n\n');
  await vi.advanceTimersByTimeAsync(59_000);
  expect(left).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);

  expect(await failure(heard.end)).toEqual({ kind: 'timed-out', after: 60_000 });
  expect(left).toHaveBeenCalled();
});

it('gives up a host that never answers after the usual time', async () => {
  const heard = listen(() => new Promise<never>(() => undefined));
  await vi.advanceTimersByTimeAsync(5_000);

  expect(await failure(heard.end)).toEqual({ kind: 'timed-out', after: 5_000 });
});

it('says that the host is not there when the connection breaks', async () => {
  const { response, send, cut } = streaming();
  const heard = answering(response);
  send(message(prepared));
  await vi.waitFor(() => expect(heard.told).toHaveLength(1));
  cut();

  expect(await failure(heard.end)).toEqual({ kind: 'unreachable' });
  expect(await failure(listen(() => Promise.reject(new TypeError('Failed'))).end)).toEqual({
    kind: 'unreachable',
  });
});

it.each([
  [
    'a sign-in page',
    new Response('<form>', { headers: { 'Content-Type': 'text/html' } }),
    { kind: 'session-lost' },
  ],
  ['401', new Response('', { status: 401 }), { kind: 'session-lost' }],
  ['404', new Response('', { status: 404 }), { kind: 'refused', problem: 'not-found' }],
  ['410', new Response('', { status: 410 }), { kind: 'refused', problem: 'gone' }],
  [
    '429',
    new Response('', { status: 429, headers: { 'Retry-After': '9' } }),
    { kind: 'rate-limited', wait: 9_000 },
  ],
  ['503', new Response('', { status: 503 }), { kind: 'unavailable' }],
  ['another type', Response.json(ready), { kind: 'unreadable', at: 'Content-Type' }],
])('understands %s instead of events as everywhere', async (_what, response, expected) => {
  expect(await failure(answering(response).end)).toMatchObject(expected);
});

it('takes 204 for a host that has nothing to tell', async () => {
  const heard = answering(new Response(null, { status: 204 }));

  await expect(heard.end).resolves.toBeUndefined();
  expect(heard.told).toEqual([]);
});

it('hangs up when the caller leaves, and gives the caller’s own reason', async () => {
  const { response, send, left } = streaming();
  const leaving = new AbortController();
  const heard = listen(async () => response, leaving.signal);
  send(message(prepared));
  await vi.waitFor(() => expect(heard.told).toHaveLength(1));
  leaving.abort(new Error('closed'));

  await expect(heard.end).rejects.toThrow('closed');
  expect(left).toHaveBeenCalled();
});

it('does not even ask for a caller who has left', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const { end } = listen(fetch, AbortSignal.abort(new Error('closed')));

  await expect(end).rejects.toThrow('closed');
  expect(fetch).not.toHaveBeenCalled();
});
