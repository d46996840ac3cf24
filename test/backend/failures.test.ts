import { expect, it } from 'vitest';
import { BackendError, isBackendError } from '../../src/backend/errors.ts';
import { failureOf, panelOf, sayingJson } from './given.ts';

const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } };
const problem = (word: string, more: object = {}) => ({
  type: `urn:upkeep:problem:${word}`,
  ...more,
});

it.each<[string, () => Response, object]>([
  ['401', () => new Response('', { status: 401 }), { kind: 'session-lost' }],
  [
    'a page with status 200',
    () => new Response('<h1>Sign in</h1>', html),
    { kind: 'session-lost' },
  ],
  [
    'a page with status 403',
    () => new Response('<h1>Sign in</h1>', { ...html, status: 403 }),
    { kind: 'session-lost' },
  ],
  [
    '429',
    () => new Response('', { status: 429, headers: { 'Retry-After': '30' } }),
    { kind: 'rate-limited', wait: 30_000 },
  ],
  [
    '429 with a senseless wait',
    () => new Response('', { status: 429, headers: { 'Retry-After': '-1' } }),
    { kind: 'rate-limited', wait: 0 },
  ],
  ['500', () => new Response('', { status: 500 }), { kind: 'unavailable', status: 500, wait: 0 }],
  [
    '503 that lasts a year',
    () => new Response('', { status: 503, headers: { 'Retry-After': '31536000' } }),
    { kind: 'unavailable', status: 503, wait: 3_600_000 },
  ],
  ['408', () => new Response('', { status: 408 }), { kind: 'unavailable', status: 408 }],
  ['a failed answer that was not thrown', () => Response.error(), { kind: 'unreachable' }],
  [
    'a redirect that was not followed',
    () => new Response(null, { status: 302, headers: { Location: '/sign-in' } }),
    { kind: 'unreadable', at: 'status' },
  ],
  [
    'cut-off JSON',
    () => new Response('{"host":{'),
    { kind: 'unreadable', at: 'body', expected: 'JSON' },
  ],
  ['nothing', () => new Response(''), { kind: 'unreadable', at: 'body', expected: 'a value' }],
  ['blanks', () => new Response(' \n'), { kind: 'unreadable', at: 'body', expected: 'a value' }],
  [
    'a 304 nobody asked for',
    () => new Response(null, { status: 304 }),
    { kind: 'unreadable', at: 'body' },
  ],
  [
    'another shape',
    () => Response.json([]),
    { kind: 'unreadable', at: 'host', expected: 'a value' },
  ],
  ['a bare null', () => Response.json(null), { kind: 'unreadable', at: 'body' }],
])('tells %s by its kind', async (_name, answer, failure) => {
  const { backend } = panelOf(answer);

  await expect(backend.host.session()).rejects.toMatchObject({
    name: 'BackendError',
    call: 'session',
    failure,
  });
});

it.each<[string, number, unknown, object]>([
  [
    'the type',
    403,
    problem('not-covered', { detail: 'Built too late.' }),
    { problem: 'not-covered', status: 403, detail: 'Built too late.', running: null },
  ],
  [
    'the type, whatever the status',
    418,
    problem('in-progress', { running: 'task-1' }),
    { problem: 'in-progress', running: 'task-1' },
  ],
  ['the status, for a type nobody knows', 410, problem('exploded'), { problem: 'gone' }],
  [
    'the status, for another address',
    404,
    { type: 'https://example.com/not-covered' },
    { problem: 'not-found' },
  ],
  [
    'the status, for about:blank',
    403,
    { type: 'about:blank', detail: 'No.' },
    { problem: 'forbidden', detail: 'No.' },
  ],
  ['the status, without a document', 403, undefined, { problem: 'forbidden', detail: null }],
  ['the status, for a list', 409, [problem('gone')], { problem: 'invalid-request' }],
  [
    'the type, whatever the other members are',
    403,
    problem('not-covered', { detail: 7, running: {} }),
    { problem: 'not-covered', detail: null, running: null },
  ],
  [
    'the type, whatever __proto__ says',
    404,
    JSON.parse('{"__proto__":{"type":"urn:upkeep:problem:gone"}}'),
    { problem: 'not-found' },
  ],
])('reads a refusal by %s', async (_name, status, body, failure) => {
  const { backend } = panelOf(() =>
    body === undefined ? new Response('', { status }) : Response.json(body, { status }),
  );

  await expect(backend.host.install('seo', '1', 'key')).rejects.toMatchObject({
    failure: { kind: 'refused', ...failure },
  });
});

it('cuts a sentence that is too long, and keeps the refusal', async () => {
  const { backend } = sayingJson(problem('not-covered', { detail: 'x'.repeat(90_000) }), {
    status: 403,
  });

  const error = await failureOf(backend.host.install('seo', '1', 'key'));
  expect(error).toMatchObject({ failure: { problem: 'not-covered', detail: 'x'.repeat(2_000) } });
});

it('does not wait longer than it said it would', async () => {
  const { backend } = panelOf(() => new Promise<Response>(() => undefined), { timeout: 20 });

  await expect(backend.host.session()).rejects.toMatchObject({
    failure: { kind: 'timed-out', after: 20 },
  });
});

it('does not wait for a body that drips', async () => {
  const drip = new ReadableStream({
    pull: (controller) =>
      new Promise((resolve) => {
        setTimeout(() => {
          controller.enqueue(new TextEncoder().encode(' '));
          resolve();
        }, 10);
      }),
  });
  const { backend } = panelOf(() => new Response(drip), { timeout: 60 });

  await expect(backend.host.session()).rejects.toMatchObject({ failure: { kind: 'timed-out' } });
});

it('stops reading a body without an end', async () => {
  const chunk = new Uint8Array(1_000_000).fill(32);
  let canceled = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(chunk),
    cancel: () => {
      canceled = true;
    },
  });
  const { backend } = panelOf(() => new Response(endless));

  await expect(backend.host.session()).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'body', expected: 'at most 20000000 bytes' },
  });
  expect(canceled).toBe(true);
});

it('tells a connection that breaks in the middle of an answer as no answer', async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  const { backend } = panelOf(() => new Response(broken));

  await expect(backend.host.session()).rejects.toMatchObject({ failure: { kind: 'unreachable' } });
});

it('keeps the cause', async () => {
  const cause = new TypeError('Failed to fetch');
  const { backend } = panelOf(() => Promise.reject(cause));

  const error = await failureOf(backend.host.session());
  expect(isBackendError(error)).toBe(true);
  expect(error).toMatchObject({ failure: { kind: 'unreachable' }, cause });
});

it('hands an abort by the caller back as what it is', async () => {
  const { backend } = panelOf(() => new Promise<Response>(() => undefined));
  const caller = new AbortController();
  const asked = backend.host.session(caller.signal);
  caller.abort();

  const error = await failureOf(asked);
  expect(error).toBe(caller.signal.reason);
  expect(isBackendError(error)).toBe(false);
});

it('sends nothing for a caller who has already gone', async () => {
  const { backend, left } = sayingJson({});

  await expect(backend.host.session(AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(left).toEqual([]);
});

it('says in English what happened and what to check', () => {
  expect(new BackendError('session', { kind: 'unreachable' }).message).toBe(
    'session: no answer arrived; check that the host is running and reachable from this page',
  );
});

it('knows its errors by name, as there may be two copies of this package on a page', () => {
  const twin = Object.assign(new Error('from another copy'), {
    name: 'BackendError',
    failure: { kind: 'unreachable' },
  });

  expect(isBackendError(twin)).toBe(true);
  expect(isBackendError(new Error('plain'))).toBe(false);
});
