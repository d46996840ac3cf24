import { afterEach, expect, it, vi } from 'vitest';
import { clearFaults, setFault } from '../../mocks/change.ts';
import { FAULT_KINDS, type FaultKind } from '../../mocks/faults.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
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
  ['forbidden', 403, null],
  ['gone', 410, null],
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

it('has exactly 18 kinds, each once', () => {
  expect(new Set(FAULT_KINDS).size).toBe(18);
  expect(FAULT_KINDS).toHaveLength(18);
});

const AFTER_COMMIT = FAULT_KINDS.filter((kind) =>
  /lost-after|never|drip|malformed|empty|wrong-type|other-subject|oversized|slow|stale/.test(kind),
);

it.each(FAULT_KINDS)(
  'does what was asked under %s only where its answer alone is spoiled',
  async (kind) => {
    const { call, memory, world } = start('individual-offers');
    await setFault(memory, { party: 'host', call: 'save-order', kind, ms: 0 });
    const method = 'PUT';
    const body = JSON.stringify(WISH);
    const asked = call(`${HOST_API}/orders/${TOKEN}`, { method, body }).catch(() => undefined);
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 20))]);

    expect(TOKEN in world.host.orders).toBe(AFTER_COMMIT.includes(kind));
  },
);

const spoiled = async (kind: FaultKind, path = `orders/${STARTED.ready}`) => {
  const { call, memory } = start('individual-offers');
  await setFault(memory, { party: 'host', call: '*', kind });
  return call(`${HOST_API}/${path}`);
};

it('leaves the body of an answer out', async () => {
  const answer = await spoiled('empty');
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

it('gives the first member of an answer another type', async () => {
  expect(await (await spoiled('wrong-type')).json()).toHaveProperty('kind', 42);
});

it('answers about another one, which is named as properly as the one asked about', async () => {
  const { token } = await (await spoiled('other-subject')).json();
  expect(token).not.toBe(STARTED.ready);
  expect(token).toHaveLength(STARTED.ready.length);
});

it('goes on for 50 MB and more', async () => {
  let bytes = 0;
  await (
    await spoiled('oversized')
  ).body?.pipeTo(
    new WritableStream({ write: (chunk: Uint8Array) => void (bytes += chunk.byteLength) }),
  );
  expect(bytes).toBeGreaterThan(50_000_000);
});

it('sends the head and a part of the body at once, and then no more', async () => {
  const { body, status } = await spoiled('drip');
  const reader = body?.getReader();
  const part = await reader?.read();
  const rest = reader?.read().then(() => 'the rest');
  const silence = new Promise((resolve) => setTimeout(() => resolve('silence'), 20));

  expect(status).toBe(200);
  expect(new TextDecoder().decode(part?.value)).toMatch(/^\{/);
  expect(await Promise.race([rest, silence])).toBe('silence');
});

it('answers out of a cache what it answered before, by method and address', async () => {
  const { ask, memory, world } = start('individual-offers');
  await setFault(memory, { party: 'host', call: '*', kind: 'stale' });
  const one = `orders/${STARTED.waiting}`;
  const before = await ask(`/${one}`);
  await ask(`DELETE /${one}`);

  expect(world.host.orders[STARTED.waiting]?.state).toBe('canceled');
  expect((await ask(`/${one}`)).body).toEqual(before.body);
  expect((await ask('/session')).status).toBe(200);
});

it('does nothing of what it answers out of a cache', async () => {
  const { ask, memory, world } = start('individual-offers');
  await setFault(memory, { party: 'host', call: 'hold', kind: 'stale' });
  const hold = { reason: 'Being tested', until: null };
  await ask('PUT /extensions/seo-report/hold', hold);
  await ask('DELETE /extensions/seo-report/hold');

  expect((await ask('PUT /extensions/seo-report/hold', hold)).status).toBe(204);
  expect(world.host.extensions[0]?.hold).toBeNull();
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
