import { expect, it } from 'vitest';
import * as example from '../contract/examples.ts';
import { sayingJson } from './given.ts';

it('reads who is asking and what can be done', async () => {
  const session = await sayingJson(example.session).backend.host.session();

  expect(session).toEqual(example.session);
});

it('ignores abilities and roles it does not know', async () => {
  const { backend } = sayingJson({
    ...example.session,
    capabilities: ['install', 'teleport'],
    actor: { id: 'a', name: 'A', roles: ['owner', 'viewer'] },
  });

  expect(await backend.host.session()).toMatchObject({
    capabilities: ['install'],
    actor: { roles: ['viewer'] },
  });
});

it('ignores members it does not know', async () => {
  const { backend } = sayingJson({
    ...example.session,
    moon: 'full',
    host: { name: 'H', version: '1', moon: 'new' },
  });
  const session = await backend.host.session();

  expect(session).not.toHaveProperty('moon');
  expect(session.host).toEqual({ name: 'H', version: '1' });
});

it('counts days in UTC and reads npm’s ranges unless the host says otherwise', async () => {
  const { vendorZone: _, constraints: __, mainKey: ___, ...said } = example.session;
  const session = await sayingJson(said).backend.host.session();

  expect(session).toMatchObject({ vendorZone: 'UTC', constraints: 'npm', mainKey: null });
});

it.each([
  ['asOf', '2024-02-30T00:00:00Z'],
  ['asOf', '2024-06-15T00:37:35'],
  ['asOf', 1_718_411_855],
  ['vendorZone', 'Middle/Earth'],
  ['constraints', 'cargo'],
  ['storeOrigins', 'https://store.example.com'],
])('refuses %s as %j and says where', async (member, value) => {
  const { backend } = sayingJson({ ...example.session, [member]: value });

  await expect(backend.host.session()).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: member },
  });
});
