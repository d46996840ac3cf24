import { expect, it } from 'vitest';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { nodeWorld } from '../../mocks/node.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { reset, setFault } from '../../mocks/change.ts';
import { start, TOKEN, WISH } from './start.ts';

it('lets two clients over one memory share the world', async () => {
  const memory = memoryOf(createWorld('individual-offers'));
  const [one, other] = [directFetch(memory), directFetch(memory)];
  await one(`${HOST_API}/orders/${TOKEN}`, { method: 'PUT', body: JSON.stringify(WISH) });

  expect((await other(`${HOST_API}/orders/${TOKEN}`)).status).toBe(200);
});

it('refuses a request to nobody, so that no test reaches the network', async () => {
  const { call } = start('empty');

  await expect(call('https://elsewhere.test/')).rejects.toThrow(
    'Nobody answers GET https://elsewhere.test/',
  );
});

it('gives up at once when the caller has', async () => {
  const { call, memory } = start('empty');
  await setFault(memory, { party: 'host', call: 'session', kind: 'slow', ms: 60_000 });
  const controller = new AbortController();
  const asked = call(`${HOST_API}/session`, { signal: controller.signal });
  controller.abort();

  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

it('is plain JSON, so that it can be kept and copied', () => {
  const world = createWorld('craft-estate');

  expect(JSON.parse(JSON.stringify(world))).toEqual(world);
});

it('starts over in another scenario', async () => {
  const { ask, memory } = start('forum-thread');
  await reset(memory, 'empty');

  expect((await ask('/extensions')).body).toMatchObject({ extensions: [], snapshot: 2 });
});

it('answers Node’s own fetch as well, calls between the parties included', async () => {
  const server = nodeWorld(memoryOf(createWorld('every-verdict')));
  server.listen({ onUnhandledRequest: 'error' });
  try {
    expect((await fetch(`${HOST_API}/licenses?check=true`)).status).toBe(200);
  } finally {
    server.close();
  }
});
