import { expect, it } from 'vitest';
import { panelOf } from './given.ts';
import { extensionOnWire, hostWith, page } from './list.ts';

const keysOf = ({ extensions }: { extensions: readonly { key: string }[] }) =>
  extensions.map(({ key }) => key);

const twoPages = (snapshot = 7) => ({
  '': { body: page([extensionOnWire('a')], { snapshot, next: 'p 2' }), etag: `"1.${snapshot}"` },
  'p 2': { body: page([extensionOnWire('b')], { snapshot }), etag: `"2.${snapshot}"` },
});

it('reads page after page until there is none', async () => {
  const { backend, left } = hostWith({ pages: twoPages() });

  expect(keysOf(await backend.host.extensions())).toEqual(['a', 'b']);
  expect(left.map(({ path }) => path)).toEqual(['/extensions', '/extensions?cursor=p%202']);
});

it('gives the same object while no page changes', async () => {
  const { backend, left } = hostWith({ pages: twoPages() });
  const before = await backend.host.extensions();
  const after = await backend.host.extensions();

  expect(after).toBe(before);
  expect(left.map(({ headers }) => headers.get('If-None-Match'))).toEqual([
    null,
    null,
    '"1.7"',
    '"2.7"',
  ]);
});

it('keeps the extensions of a page that did not change, when another did', async () => {
  const list = { pages: twoPages() };
  const { backend } = hostWith(list);
  const before = await backend.host.extensions();
  list.pages['p 2'].body = page([extensionOnWire('b'), extensionOnWire('c')]);
  list.pages['p 2'].etag = '"new"';
  const after = await backend.host.extensions();

  expect(keysOf(after)).toEqual(['a', 'b', 'c']);
  expect(after.extensions[0]).toBe(before.extensions[0]);
});

it('reads a host without ETags afresh every time', async () => {
  const { backend, left } = hostWith({ pages: { '': { body: page([extensionOnWire('a')]) } } });
  const before = await backend.host.extensions();

  expect(await backend.host.extensions()).toEqual(before);
  expect(left.every(({ headers }) => !headers.has('If-None-Match'))).toBe(true);
});

it('forgets the pages of an earlier list', async () => {
  const list: Parameters<typeof hostWith>[0] = { pages: twoPages() };
  const { backend, left } = hostWith(list);
  await backend.host.extensions();
  list.pages = { '': { body: page([extensionOnWire('a')]), etag: '"alone"' } };
  await backend.host.extensions();
  list.pages = twoPages();
  await backend.host.extensions();

  expect(left.at(-1)?.headers.has('If-None-Match')).toBe(false);
});

it('reads a list that changed in between once more, whole', async () => {
  const list = { pages: twoPages() };
  const { backend, left } = hostWith(list);
  await backend.host.extensions();
  // This host forgot to change the tag of its first page.
  list.pages = { ...twoPages(8), '': { ...twoPages(8)[''], etag: '"1.7"' } };
  const after = await backend.host.extensions();

  expect(after.snapshot).toBe(8);
  expect(left.slice(4).every(({ headers }) => !headers.has('If-None-Match'))).toBe(true);
});

it.each<[string, object]>([
  ['snapshot', { snapshot: 8 }],
  ['host', { hostVersion: '5.0.0' }],
  ['zone', { vendorZone: 'Asia/Tokyo' }],
])('tells of pages that never agree about the %s, and uses neither', async (_name, other) => {
  const pages = {
    '': { body: page([extensionOnWire('a')], { next: '2' }) },
    '2': { body: page([extensionOnWire('b')], other) },
  };
  const { backend, left } = hostWith({ pages });

  await expect(backend.host.extensions()).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'snapshot', expected: 'the same on every page' },
  });
  expect(left).toHaveLength(4);
});

it('refuses an older list than it has seen, and takes the next newer one', async () => {
  const list = { pages: twoPages(8) };
  const { backend } = hostWith(list);
  await backend.host.extensions();

  list.pages = twoPages(7);
  await expect(backend.host.extensions()).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'snapshot', expected: '8, which was seen before, or more' },
  });
  list.pages = twoPages(9);
  expect((await backend.host.extensions()).snapshot).toBe(9);
});

it('notices pages that lead in a circle', async () => {
  const { backend, left } = hostWith({
    pages: { '': { body: page([], { next: 'x' }) }, x: { body: page([], { next: 'x' }) } },
  });

  await expect(backend.host.extensions()).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'next' },
  });
  expect(left).toHaveLength(2);
});

it('gives up on a list without an end', async () => {
  let count = 0;
  const { backend } = panelOf(() => Response.json(page([], { next: `page-${(count += 1)}` })));

  await expect(backend.host.extensions()).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'next', expected: 'at most 1000 pages' },
  });
  expect(count).toBe(1_000);
});

it('takes today from the page that was read on the latest day', async () => {
  const list = { pages: twoPages() };
  const { backend } = hostWith(list);
  await backend.host.extensions();
  list.pages['p 2'] = {
    body: page([extensionOnWire('b')], { asOf: '2025-04-11T00:00:01Z' }),
    etag: '"2.later"',
  };

  expect((await backend.host.extensions()).today).toBe('2025-04-11');
});

it('counts days in the vendor’s zone', async () => {
  const late = {
    version: '1.0',
    builtAt: '2025-01-31T20:00:00Z',
    publishedOn: null,
    requiresHost: '*',
  };
  const pages = {
    '': {
      body: page([extensionOnWire('a', { installed: late })], {
        vendorZone: 'Asia/Tokyo',
        asOf: '2025-04-10T20:00:00Z',
      }),
    },
  };
  const inventory = await hostWith({ pages }).backend.host.extensions();

  expect(inventory.today).toBe('2025-04-11');
  expect(inventory.extensions[0]?.installed.builtOn).toBe('2025-02-01');
});

it('counts the days of the details in the zone of the list, too', async () => {
  const release = {
    version: '1.0',
    builtAt: '2025-01-31T20:00:00Z',
    publishedOn: null,
    requiresHost: '*',
  };
  const { backend } = panelOf(({ path }) =>
    Response.json(
      path === '/extensions'
        ? page([], { vendorZone: 'Asia/Tokyo' })
        : { extension: 'a', releases: [release] },
    ),
  );
  await backend.host.extensions();

  expect(await backend.host.releases('a')).toMatchObject([{ builtOn: '2025-02-01' }]);
});
