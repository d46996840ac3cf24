import { expect, it } from 'vitest';
import { start } from './start.ts';

interface Listed {
  readonly key: string;
  readonly skipped: readonly object[];
  readonly autoUpdate: boolean | null;
}

const listed = (body: unknown, key: string) =>
  (body as { extensions: Listed[] }).extensions.find((each) => each.key === key);

const GROUND = { hostVersion: '4.12.8', license: 'perpetual 2024-06-15' };

it('keeps what a hold was decided under, as it was sent', async () => {
  const { ask } = start('craft-estate');
  await ask('PUT /extensions/formie/hold', { reason: 'Tests', until: null, ground: GROUND });

  expect(listed((await ask('/extensions')).body, 'formie')).toMatchObject({
    hold: { reason: 'Tests', by: 'You (admin)', until: null, ground: GROUND },
  });
});

it('skips one release with the name of whoever asked, and offers it again', async () => {
  const { ask } = start('craft-estate');
  const skip = (reason: string) => ask('PUT /extensions/formie/skips/2.1.19', { reason });
  expect((await skip('Broken')).status).toBe(204);
  expect((await skip('Breaks our forms')).status).toBe(204);
  expect(listed((await ask('/extensions')).body, 'formie')?.skipped).toEqual([
    { version: '2.1.19', reason: 'Breaks our forms', by: 'You (admin)' },
  ]);

  const end = () => ask('DELETE /extensions/formie/skips/2.1.19');
  expect((await end()).status).toBe(204);
  expect((await end()).status).toBe(204);
  expect(listed((await ask('/extensions')).body, 'formie')?.skipped).toEqual([]);
});

it('knows no skip of a release there is not', async () => {
  const { ask } = start('craft-estate');
  expect((await ask('PUT /extensions/formie/skips/99.0', { reason: '' })).status).toBe(404);
});

it('switches automatic updates of one extension and of all, and says how many that changed', async () => {
  const { ask, world } = start('craft-estate');
  const on = { enabled: true };
  expect((await ask('PUT /extensions/formie/auto-update', on)).status).toBe(204);
  expect(listed((await ask('/extensions')).body, 'formie')?.autoUpdate).toBe(true);

  // Twenty extensions, of which four were on from the start.
  expect((await ask('PUT /auto-update', on)).body).toEqual({ changed: 15 });
  expect((await ask('PUT /auto-update', on)).body).toEqual({ changed: 0 });
  expect((await ask('PUT /auto-update', { enabled: false })).body).toEqual({ changed: 20 });
  expect(world.host.extensions.some(({ autoUpdate }) => autoUpdate)).toBe(false);
});

it('refuses to switch what has no switch, and passes it over when all are switched', async () => {
  const { ask, world } = start('craft-estate');
  for (const extension of world.host.extensions)
    if (extension.key === 'formie') delete extension.autoUpdate;

  expect((await ask('PUT /extensions/formie/auto-update', { enabled: true })).status).toBe(409);
  expect((await ask('PUT /auto-update', { enabled: true })).body).toEqual({ changed: 15 });
  expect(listed((await ask('/extensions')).body, 'formie')?.autoUpdate).toBeNull();
});

it('lets only an administrator hold, skip and switch', async () => {
  const { ask } = start('craft-estate', { actor: { id: 'b', name: 'Buyer', roles: ['buyer'] } });
  const hold = { reason: '', until: null };
  expect((await ask('PUT /extensions/formie/hold', hold)).status).toBe(403);
  expect((await ask('PUT /extensions/formie/skips/2.1.19', { reason: '' })).status).toBe(403);
  expect((await ask('PUT /extensions/formie/auto-update', { enabled: true })).status).toBe(403);
  expect((await ask('PUT /auto-update', { enabled: true })).status).toBe(403);
});

it('writes down who held, skipped and switched what, and why', async () => {
  const { ask, world } = start('craft-estate');
  const before = world.host.activity.length;
  await ask('PUT /extensions/formie/hold', { reason: 'Tests', until: null });
  await ask('PUT /extensions/formie/skips/2.1.19', { reason: 'Breaks our forms' });
  await ask('DELETE /extensions/formie/skips/2.1.19');
  await ask('PUT /extensions/formie/auto-update', { enabled: true });
  await ask('PUT /auto-update', { enabled: false });

  expect(world.host.activity.slice(before)).toMatchObject([
    { what: 'hold', extension: 'formie', reason: 'Tests', by: { name: 'You (admin)' } },
    { what: 'skip', extension: 'formie', to: '2.1.19', reason: 'Breaks our forms' },
    { what: 'end-skip', extension: 'formie', to: '2.1.19' },
    { what: 'auto-update-on', extension: 'formie' },
    { what: 'auto-update-off', extension: null, count: 5 },
  ]);
});
