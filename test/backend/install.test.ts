import { expect, it } from 'vitest';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { task } from '../contract/examples.ts';
import { sayingJson } from './given.ts';

function start() {
  const memory = memoryOf(createWorld('every-verdict', { pace: 0 }));
  return { memory, backend: restBackend({ baseUrl: HOST_API, fetch: directFetch(memory) }) };
}

it('installs a covered release and gives the task to follow', async () => {
  const { backend } = start();

  expect(await backend.host.install('covered-update', '1.1.0', 'key')).toMatchObject({
    extension: 'covered-update',
    kind: 'install',
    from: '1.0.0',
    to: '1.1.0',
    failure: null,
  });
});

it('starts one task however often the same key is sent', async () => {
  const { backend } = start();
  const first = await backend.host.install('covered-update', '1.1.0', 'key');
  const again = await backend.host.install('covered-update', '1.1.0', 'key');

  expect(again.id).toBe(first.id);
  expect(await backend.host.tasks()).toHaveLength(1);
});

it('is refused an uncovered release without consent, and with consent to another', async () => {
  const { backend } = start();
  const refused = { failure: { kind: 'refused', problem: 'not-covered', status: 403 } };

  await expect(backend.host.install('needs-renewal', '1.2.0', 'a')).rejects.toMatchObject(refused);
  await expect(
    backend.host.install('needs-renewal', '1.2.0', 'b', {
      version: '1.1.0',
      coverage: 'uncovered',
    }),
  ).rejects.toMatchObject(refused);
  await expect(
    backend.host.install('needs-renewal', '1.2.0', 'c', { version: '1.2.0', coverage: 'unknown' }),
  ).rejects.toMatchObject(refused);
});

it('installs an uncovered release with consent to exactly that one', async () => {
  const { backend } = start();
  const consent = { version: '1.2.0', coverage: 'uncovered' } as const;

  expect(await backend.host.install('needs-renewal', '1.2.0', 'key', consent)).toMatchObject({
    to: '1.2.0',
  });
});

it('sends the consent and the key as the contract has them', async () => {
  const { backend, left } = sayingJson({ ...task, extension: 'a', to: '1.2.0' }, { status: 202 });
  await backend.host.install('a', '1.2.0', 'press-1', { version: '1.2.0', coverage: 'unknown' });
  await backend.host.install('a', '1.2.0', 'press-2');

  expect(left.map(({ headers, body }) => [headers.get('Idempotency-Key'), body])).toEqual([
    ['press-1', { version: '1.2.0', consent: { version: '1.2.0', coverage: 'unknown' } }],
    ['press-2', { version: '1.2.0' }],
  ]);
});

it.each([
  ['another extension', { extension: 'b' }, 'task.extension'],
  ['another version', { to: '9.0' }, 'task.to'],
  ['an uninstall', { kind: 'uninstall' }, 'task.kind'],
])('does not take a task about %s for the one it asked for', async (_name, other, at) => {
  const { backend } = sayingJson(
    { ...task, extension: 'a', to: '1.1.0', ...other },
    { status: 202 },
  );

  await expect(backend.host.install('a', '1.1.0', 'key')).rejects.toMatchObject({
    outcomeUnknown: true,
    failure: { kind: 'unreadable', at },
  });
});

it('names the task that is in the way', async () => {
  const { backend, memory } = start();
  await memory.change((world) => {
    world.pace = 60_000;
  });
  const running = await backend.host.install('update-ready', '1.1.0', 'a');

  await expect(backend.host.uninstall('update-ready', 'b')).rejects.toMatchObject({
    failure: { kind: 'refused', problem: 'in-progress', running: running.id },
  });
});
