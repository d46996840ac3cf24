import { expect, it } from 'vitest';
import { sayingJson } from './given.ts';
import { extensionOnWire, hostWithOnly } from './list.ts';

const listed = async (...entries: unknown[]) => hostWithOnly(entries).backend.host.extensions();

it.each<[string, unknown, string]>([
  ['missing', undefined, 'license'],
  ['null', null, 'license'],
  ['of a kind nobody knows', { kind: 'lifetime' }, 'license.kind'],
  [
    'without its errors',
    { kind: 'evaluation', number: '1', standing: 'active', expiresOn: '2030-01-01' },
    'license.errors',
  ],
  [
    'with an error nobody knows',
    {
      kind: 'evaluation',
      number: '1',
      standing: 'active',
      errors: ['NEW'],
      expiresOn: '2030-01-01',
    },
    'license.errors[0]',
  ],
  [
    'ending on 30 February',
    {
      kind: 'perpetual',
      number: '1',
      standing: 'active',
      errors: [],
      maintenanceEndsOn: '2030-02-30',
    },
    'license.maintenanceEndsOn',
  ],
  [
    'ending on null',
    { kind: 'perpetual', number: '1', standing: 'active', errors: [], maintenanceEndsOn: null },
    'license.maintenanceEndsOn',
  ],
  [
    'without its end',
    { kind: 'perpetual', number: '1', standing: 'active', errors: [] },
    'license.maintenanceEndsOn',
  ],
])('takes a license that is %s for an unknown one', async (_name, license, at) => {
  const { extensions, unreadable } = await listed(
    extensionOnWire('a', { license }),
    extensionOnWire('b'),
  );

  expect(unreadable).toEqual([]);
  expect(extensions.map((each) => each.license.kind)).toEqual(['unknown', 'perpetual']);
  expect(extensions[0]?.unreadable).toMatchObject([{ at }]);
});

it('takes a license as maintained for ever only when the host says so in a word', async () => {
  const license = {
    kind: 'perpetual',
    number: '1',
    standing: 'active',
    errors: [],
    maintenanceEndsOn: 'never',
  };
  const { extensions } = await listed(extensionOnWire('a', { license }));

  expect(extensions[0]).toMatchObject({
    license: { kind: 'perpetual', maintenanceEndsOn: null },
    unreadable: [],
  });
});

it.each<[string, unknown]>([
  ['no object', 7],
  [
    'built on 30 February',
    { version: '2.0', builtAt: '2024-02-30T00:00:00Z', publishedOn: null, requiresHost: null },
  ],
  ['without a version', { builtAt: null, publishedOn: null, requiresHost: null }],
  [
    'with a version as long as a book',
    { version: '9'.repeat(100_000), builtAt: null, publishedOn: null, requiresHost: null },
  ],
  ['without its build date', { version: '2.0', publishedOn: '2025-01-01', requiresHost: null }],
])('leaves out a release that is %s, and says so', async (_name, broken) => {
  const sound = { version: '1.1', builtAt: null, publishedOn: null, requiresHost: null };
  const { extensions } = await listed(extensionOnWire('a', { releases: [sound, broken] }));

  expect(extensions[0]?.releases.map(({ version }) => version.text)).toEqual(['1.1']);
  expect(extensions[0]?.unreadable[0]?.at).toMatch(/^releases\[1\]/);
});

it('believes neither of two releases of one version', async () => {
  const release = (builtAt: string) => ({
    version: '2.0',
    builtAt,
    publishedOn: null,
    requiresHost: '*',
  });
  const releases = [release('2025-01-20T00:00:00Z'), release('2025-03-11T00:00:00Z')];
  const { extensions } = await listed(extensionOnWire('a', { releases }));

  expect(extensions[0]).toMatchObject({
    releases: [],
    unreadable: [{ at: 'releases', expected: 'each version once' }],
  });
});

it.each<[string, unknown, object]>([
  ['nothing', null, { key: 'extensions[1], page 1', name: '', at: 'body' }],
  ['a list', [], { key: 'extensions[1], page 1', name: '', at: 'key' }],
  [
    'an entry without a name',
    extensionOnWire('b', { name: undefined }),
    { key: 'b', name: '', at: 'name' },
  ],
  [
    'an entry without a key',
    extensionOnWire('b', { key: 7 }),
    { key: 'extensions[1], page 1', name: 'B', at: 'key' },
  ],
  [
    'an entry whose status nobody knows',
    extensionOnWire('b', { status: { kind: 'sleeping' } }),
    { key: 'b', name: 'B', at: 'status.kind' },
  ],
  [
    'an entry with two installed releases',
    extensionOnWire('b', { installed: [] }),
    { key: 'b', name: 'B', at: 'installed.version' },
  ],
  [
    'an entry whose releases are no list',
    extensionOnWire('b', { releases: {} }),
    { key: 'b', name: 'B', at: 'releases' },
  ],
  [
    'an entry with too many releases',
    extensionOnWire('b', { releases: Array(5_001).fill(0) }),
    { key: 'b', at: 'releases', expected: 'length <=5000' },
  ],
])('keeps %s by name, and everything else as it is', async (_name, entry, told) => {
  const { extensions, unreadable } = await listed(
    extensionOnWire('a'),
    entry,
    extensionOnWire('c'),
  );

  expect(extensions.map(({ key }) => key)).toEqual(['a', 'c']);
  expect(unreadable).toMatchObject([told]);
});

it.each(['.', '..', '\ud800', '', 'x'.repeat(201)])(
  'refuses the key %j, which no address can name',
  async (key) => {
    const { extensions, unreadable } = await listed(extensionOnWire(key));

    expect(extensions).toEqual([]);
    expect(unreadable).toMatchObject([{ key: 'extensions[0], page 1', at: 'key' }]);
  },
);

it('believes none of the extensions that share a key, and tells of it once', async () => {
  const { extensions, unreadable } = await listed(
    extensionOnWire('a'),
    extensionOnWire('b', { license: { kind: 'not-needed' } }),
    extensionOnWire('b'),
  );

  expect(extensions.map(({ key }) => key)).toEqual(['a']);
  expect(unreadable).toEqual([{ key: 'b', name: 'B', at: 'key', expected: 'a key of its own' }]);
});

it('copes with thousands of extensions that share a key', async () => {
  const entries = Array.from({ length: 5_000 }, () => extensionOnWire('a'));

  expect(await listed(...entries)).toMatchObject({ extensions: [], unreadable: [{ key: 'a' }] });
});

it.each([
  ['https://vendor.example.com/help?a=1', 'https://vendor.example.com/help?a=1', 0],
  ['javascript:alert(1)', null, 1],
  ['http://vendor.example.com', null, 1],
  ['https://admin@vendor.example.com', null, 1],
  [7, null, 1],
  [null, null, 0],
  [undefined, null, 0],
])('reads the support address %j as %j', async (supportUrl, read, faults) => {
  const { extensions } = await listed(extensionOnWire('a', { supportUrl }));

  expect(extensions[0]?.supportUrl).toBe(read);
  expect(extensions[0]?.unreadable).toHaveLength(faults);
});

it('treats names of prototypes as names', async () => {
  const { extensions } = await listed(extensionOnWire('__proto__'), extensionOnWire('constructor'));

  expect(extensions.map(({ key, name }) => [key, name])).toEqual([
    ['__proto__', '__PROTO__'],
    ['constructor', 'CONSTRUCTOR'],
  ]);
});

it('takes no member from a prototype that a reply brings along', async () => {
  const text = JSON.stringify(extensionOnWire('a', { license: undefined }));
  const entry: unknown = JSON.parse(
    `${text.slice(0, -1)},"__proto__":{"license":{"kind":"not-needed"}}}`,
  );
  const { extensions } = await listed(entry);

  expect(extensions[0]?.license.kind).toBe('unknown');
  expect(Object.prototype).not.toHaveProperty('license');
});

it('leaves broken tasks out, so that the others are still followed', async () => {
  const task = {
    id: 'task-1',
    extension: 'a',
    kind: 'install',
    from: '1.0',
    to: '1.1',
    phase: 'downloading',
    percent: 40,
    startedAt: '2025-04-10T09:00:00Z',
  };
  const { backend } = sayingJson({
    tasks: [{ ...task, id: 'task-0', phase: 'dreaming' }, task, 7],
  });

  expect((await backend.host.tasks()).map(({ id }) => id)).toEqual(['task-1']);
});

it('tells of a list in which nothing makes sense', async () => {
  await expect(
    sayingJson({ offers: [{ id: 1 }, null] }).backend.orders.offers('a'),
  ).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'offers' },
  });
});

it('loses the notes of a release rather than the release', async () => {
  const release = {
    version: '1.0',
    builtAt: null,
    publishedOn: null,
    requiresHost: null,
    notes: 7,
    sizeBytes: -1,
  };
  // JSON has no word for infinity, and yet a way to say it.
  const text = JSON.stringify({ extension: 'a', releases: [release] }).replace('-1', '1e999');
  const { backend } = sayingJson(JSON.parse(text));

  expect(await backend.host.releases('a')).toMatchObject([
    { version: { text: '1.0' }, notes: null, sizeBytes: null, migratesData: null, kept: false },
  ]);
});

it('refuses the history of another extension', async () => {
  await expect(
    sayingJson({ extension: 'b', releases: [] }).backend.host.releases('a'),
  ).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'extension', expected: 'a' },
  });
});
