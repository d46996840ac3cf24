import { afterEach, expect, it, vi } from 'vitest';
import { clearFaults, setFault } from '../../mocks/change.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { start, TOKEN, WISH } from './start.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('changes the state and loses the answer when it is lost after', async () => {
  const { ask, memory, world } = start('individual-offers');
  await setFault(memory, { party: 'host', call: 'save-order', kind: 'lost-after' });

  await expect(ask(`PUT /orders/${TOKEN}`, WISH)).rejects.toThrow(TypeError);
  expect(world.host.orders).toHaveProperty(TOKEN);
});

it('changes nothing when it is lost before', async () => {
  const { ask, memory, world } = start('individual-offers');
  await setFault(memory, { party: 'host', call: 'save-order', kind: 'lost-before' });

  await expect(ask(`PUT /orders/${TOKEN}`, WISH)).rejects.toThrow(TypeError);
  expect(world.host.orders).not.toHaveProperty(TOKEN);
});

it.each([
  ['error', 500, null],
  ['unavailable', 503, null],
  ['rate-limited', 429, '2'],
  ['signed-out', 401, null],
] as const)('answers %s with %i', async (kind, status, wait) => {
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: 'session', kind });
  const answer = await call(`${HOST_API}/session`);

  expect(answer.status).toBe(status);
  expect(answer.headers.get('Retry-After')).toBe(wait);
});

it('sends any Retry-After as it is given, sense or not', async () => {
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: '*', kind: 'rate-limited', retryAfter: '-5' });

  expect((await call(`${HOST_API}/session`)).headers.get('Retry-After')).toBe('-5');
});

it('answers with a sign-in page and status 200, as a proxy does', async () => {
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: 'session', kind: 'sign-in-page' });
  const answer = await call(`${HOST_API}/session`);

  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/html']);
});

it('cuts JSON off in the middle', async () => {
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: 'session', kind: 'malformed' });

  await expect((await call(`${HOST_API}/session`)).json()).rejects.toThrow(SyntaxError);
});

it('strikes as often as it is told, and then no more', async () => {
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: 'session', kind: 'error', times: 2 });
  const answers = [];
  for (let at = 0; at < 3; at++) answers.push((await call(`${HOST_API}/session`)).status);

  expect(answers).toEqual([500, 500, 200]);
});

it('is slow by as much as it is told', async () => {
  vi.useFakeTimers();
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: 'session', kind: 'slow', ms: 5_000 });
  let answered = false;
  const asked = call(`${HOST_API}/session`).then(() => (answered = true));

  await vi.advanceTimersByTimeAsync(4_999);
  expect(answered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await asked;
  expect(answered).toBe(true);
});

it('works again when the faults are cleared', async () => {
  const { call, memory } = start('store-down');
  await clearFaults(memory);

  expect((await call('https://store.test/support')).status).toBe(200);
});
