import { expect, it } from 'vitest';
import { advance, breakInstall, setFault } from '../../mocks/change.ts';
import { start } from './start.ts';

const listed = (list: unknown, key: string) =>
  (list as { extensions: { key: string; installed: { version: string } }[] }).extensions.find(
    (each) => each.key === key,
  );

const installed = (list: unknown, key = 'page-reports') => listed(list, key)?.installed.version;

it('refuses an uncovered release with a typed problem, and installs it with a consent that names it', async () => {
  const { ask } = start('forum-thread');

  const refused = await ask('POST /extensions/page-reports/install', { version: '1.1' });
  const wrong = await ask('POST /extensions/page-reports/install', {
    version: '1.1',
    consent: { version: '1.0', coverage: 'uncovered' },
  });
  const agreed = await ask('POST /extensions/page-reports/install', {
    version: '1.1',
    consent: { version: '1.1', coverage: 'uncovered' },
  });

  expect(refused).toMatchObject({ status: 403, body: { type: 'urn:upkeep:problem:not-covered' } });
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
  expect(wrong.status).toBe(403);
  expect(agreed).toMatchObject({
    status: 202,
    body: { extension: 'page-reports', from: '1.0', to: '1.1' },
  });
  expect(installed((await ask('/extensions')).body)).toBe('1.1');
});

it('refuses the same with consent on a host that accepts none', async () => {
  const { ask, world } = start('forum-thread');
  world.host.capabilities = world.host.capabilities.filter(
    (each) => each !== 'uncoveredWithConsent',
  );

  const consent = { version: '1.1', coverage: 'uncovered' };
  expect(
    (await ask('POST /extensions/page-reports/install', { version: '1.1', consent })).status,
  ).toBe(403);
});

it('starts one task for one idempotency key, also when the first answer was lost', async () => {
  const { ask, memory, world } = start('craft-estate', { pace: 1_000 });
  await setFault(memory, { party: 'host', call: 'install', kind: 'lost-after', times: 1 });
  const install = () =>
    ask('POST /extensions/formie/install', { version: '2.1.19' }, { 'Idempotency-Key': 'one' });

  await expect(install()).rejects.toThrow('Failed to fetch');
  expect(world.host.tasks).toHaveLength(1);
  expect((await install()).body).toMatchObject({ id: world.host.tasks[0]?.id });
  expect(world.host.tasks).toHaveLength(1);
});

it('names the running task when a second install is asked for', async () => {
  const { ask } = start('craft-estate', { pace: 1_000 });
  const first = await ask('POST /extensions/formie/install', { version: '2.1.19' });
  const second = await ask('POST /extensions/formie/install', { version: '2.1.18' });

  const { id } = first.body as { id: string };
  expect(second).toMatchObject({
    status: 409,
    body: { type: 'urn:upkeep:problem:in-progress', running: id },
  });
});

it('refuses what needs another host, and what it has no package of', async () => {
  const { ask } = start('craft-estate');

  expect((await ask('POST /extensions/ckeditor/install', { version: '4.3.1' })).body).toMatchObject(
    {
      type: 'urn:upkeep:problem:does-not-fit-host',
    },
  );
  expect(
    (await ask('POST /extensions/ckeditor/install', { version: '99.0.0' })).body,
  ).toMatchObject({
    type: 'urn:upkeep:problem:package-unavailable',
  });
  expect((await ask('POST /extensions/nobody/install', { version: '1' })).status).toBe(404);
});

it('moves a task through its phases by time alone, and changes the list at its end', async () => {
  const { ask, memory } = start('craft-estate', { pace: 100_000 });
  const { body } = await ask('POST /extensions/formie/install', { version: '2.1.19' });
  const { id } = body as { id: string };
  const seen = [body];
  for (const ms of [30_000, 40_000, 25_000]) {
    await advance(memory, ms);
    seen.push((await ask(`/tasks/${id}`)).body);
  }
  expect(installed((await ask('/extensions')).body, 'formie')).toBe('2.1.10');
  await advance(memory, 5_000);
  seen.push((await ask(`/tasks/${id}`)).body);

  expect(seen).toMatchObject([
    { phase: 'queued', percent: null, cancelable: true },
    { phase: 'downloading', cancelable: true },
    { phase: 'installing', cancelable: false },
    { phase: 'restarting', percent: null },
    { phase: 'done', percent: 100 },
  ]);
  expect(installed((await ask('/extensions')).body, 'formie')).toBe('2.1.19');
});

it('works on one extension after the other', async () => {
  const { ask, memory } = start('craft-estate', { pace: 10_000 });
  await ask('POST /extensions/formie/install', { version: '2.1.19' });
  await ask('POST /extensions/blitz/install', { version: '4.18.3' });
  await advance(memory, 9_000);

  expect((await ask('/tasks')).body).toMatchObject({
    tasks: [{ phase: 'restarting' }, { phase: 'queued' }],
  });
});

it('cancels a download, and nothing later', async () => {
  const { ask, memory } = start('craft-estate', { pace: 10_000 });
  const { body } = await ask('POST /extensions/formie/install', { version: '2.1.19' });
  const { id } = body as { id: string };

  expect((await ask(`DELETE /tasks/${id}`)).status).toBe(204);
  await advance(memory, 60_000);
  expect(installed((await ask('/extensions')).body, 'formie')).toBe('2.1.10');

  const second = (await ask('POST /extensions/formie/install', { version: '2.1.19' })).body as {
    id: string;
  };
  await advance(memory, 7_000);
  expect((await ask(`DELETE /tasks/${second.id}`)).status).toBe(409);
});

it.each([
  ['puts the old release back', true, '2.1.10', 'enabled'],
  ['leaves a failed extension behind', false, '2.1.19', 'failed'],
])('%s when an install fails', async (_title, rolledBack, version, status) => {
  const { ask, memory } = start('craft-estate');
  await breakInstall(memory, 'formie', { reason: 'The package is damaged.', rolledBack });
  await ask('POST /extensions/formie/install', { version: '2.1.19' });

  const { body } = await ask('/extensions');
  expect((await ask('/tasks')).body).toMatchObject({
    tasks: [{ phase: 'failed', failure: { rolledBack } }],
  });
  expect(listed(body, 'formie')).toMatchObject({
    installed: { version },
    status: { kind: status },
  });
});

it('uninstalls, and installs an older release in its place', async () => {
  const { ask } = start('craft-estate');

  expect((await ask('DELETE /extensions/vizy')).status).toBe(202);
  expect(installed((await ask('/extensions')).body, 'vizy')).toBeUndefined();
  const back = await ask('POST /extensions/vizy/install', { version: '2.1.21' });
  expect(back.body).toMatchObject({ from: null, to: '2.1.21' });
  expect(installed((await ask('/extensions')).body, 'vizy')).toBe('2.1.21');
});

it('updates what does not run anyway without asking for consent', async () => {
  const { ask } = start('craft-estate');

  expect((await ask('POST /extensions/google-maps/install', { version: '4.5.0' })).status).toBe(
    202,
  );
  expect((await ask('POST /extensions/image-optimize/install', { version: '4.0.9' })).status).toBe(
    202,
  );
});

it('holds with the name of whoever asked, and lets go', async () => {
  const { ask } = start('craft-estate');
  await ask('PUT /extensions/formie/hold', { reason: 'Holidays', until: '2025-01-06' });
  expect(listed((await ask('/extensions')).body, 'formie')).toMatchObject({
    hold: { reason: 'Holidays', by: 'You (admin)', until: '2025-01-06' },
  });

  await ask('DELETE /extensions/formie/hold');
  expect(listed((await ask('/extensions')).body, 'formie')).toMatchObject({ hold: null });
});

it('answers 304 until something has changed', async () => {
  const { ask } = start('craft-estate');
  const etag = (await ask('/extensions')).headers.get('ETag') ?? '';

  expect((await ask('/extensions', undefined, { 'If-None-Match': etag })).status).toBe(304);
  await ask('POST /extensions/formie/install', { version: '2.1.19' });
  expect((await ask('/extensions', undefined, { 'If-None-Match': etag })).status).toBe(200);
});

it('sends older releases only where a way back may be wanted', async () => {
  const { ask } = start('every-verdict');
  const { extensions } = (await ask('/extensions')).body as {
    extensions: { key: string; releases: { version: string }[] }[];
  };
  const sent = Object.fromEntries(
    extensions.map(({ key, releases }) => [key, releases.map(({ version }) => version)]),
  );

  expect(sent['needs-renewal']).toEqual(['1.2.0']);
  expect(sent['mismatch']).toEqual(['1.1.0', '1.0.0']);
  expect(sent['failed']).toEqual(['1.1.0', '1.0.0']);
});
