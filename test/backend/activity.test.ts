import { expect, it } from 'vitest';
import { type ActivityFilter, ALL_ACTIVITY } from '../../src/domain/activity.ts';
import { sayingJson } from './given.ts';

const onWire = (id: string, more: object = {}) => ({
  id,
  at: '2025-04-10T09:00:00Z',
  by: { id: 'admin', name: 'You (admin)' },
  what: 'update',
  result: 'done',
  ...more,
});

const read = (entries: unknown, more: object = {}) =>
  sayingJson({ entries, ...more }).backend.host.activity(ALL_ACTIVITY, null);

it('reads an entry whole, and what is left out as nothing', async () => {
  const { entries, unreadable, next } = await read([onWire('1', { to: '2.0', secret: 'A1B2C3' })]);

  expect(entries).toEqual([
    {
      id: '1',
      at: '2025-04-10T09:00:00Z',
      by: { id: 'admin', name: 'You (admin)' },
      what: 'update',
      unknownWord: null,
      result: 'done',
      extension: null,
      about: null,
      from: null,
      to: '2.0',
      count: null,
      reason: null,
      text: null,
    },
  ]);
  expect(unreadable).toEqual([]);
  expect(next).toBeNull();
});

it.each(['database-saved', 'other', 'constructor'])(
  'keeps the word %j, which it does not know, with what the host says of it',
  async (what) => {
    const { entries } = await read([onWire('1', { what, text: 'A copy was made', by: null })]);

    expect(entries).toMatchObject([
      { what: 'other', unknownWord: what, text: 'A copy was made', by: null },
    ]);
  },
);

it.each<[string, unknown, string]>([
  ['nothing', null, 'entries[1]'],
  ['a list', [], 'entries[1].id'],
  ['an entry that does not say who', onWire('2', { by: undefined }), 'entries[1].by'],
  ['an entry by a person without a name', onWire('2', { by: { id: '1' } }), 'entries[1].by.name'],
  ['an entry of 30 February', onWire('2', { at: '2025-02-30T00:00:00Z' }), 'entries[1].at'],
  ['an entry without a zone', onWire('2', { at: '2025-02-03T00:00:00' }), 'entries[1].at'],
  ['an entry that ended nobody knows how', onWire('2', { result: 'so-so' }), 'entries[1].result'],
  ['an entry about half an extension', onWire('2', { count: 0.5 }), 'entries[1].count'],
  [
    'an entry with a book for a reason',
    onWire('2', { reason: 'x'.repeat(2_001) }),
    'entries[1].reason',
  ],
])('tells of %s, and keeps the others', async (_name, broken, at) => {
  const { entries, unreadable } = await read([onWire('1'), broken, onWire('3')]);

  expect(entries.map(({ id }) => id)).toEqual(['1', '3']);
  expect(unreadable).toMatchObject([{ at }]);
});

it('tells of each entry that shares its id with another', async () => {
  const { entries, unreadable } = await read([onWire('1'), onWire('2'), onWire('2')]);

  expect(entries.map(({ id }) => id)).toEqual(['1']);
  expect(unreadable).toEqual(
    Array.from({ length: 2 }, () => ({ at: 'entries.id', expected: 'an id of its own' })),
  );
});

it.each([
  [{}, 'entries'],
  [{ entries: {} }, 'entries'],
  [{ entries: [], next: '' }, 'next'],
  [[], 'entries'],
])('refuses the page %j, which makes no sense', async (body, at) => {
  await expect(sayingJson(body).backend.host.activity(ALL_ACTIVITY, null)).rejects.toMatchObject({
    call: 'activity',
    failure: { kind: 'unreadable', at },
    outcomeUnknown: false,
  });
});

it.each<[Partial<ActivityFilter>, string | null, string]>([
  [{}, null, ''],
  [{ search: '  ' }, null, ''],
  [{}, 'before-7', '?cursor=before-7'],
  [{ search: ' a&b=ü ' }, null, '?search=a%26b%3D%C3%BC'],
  [{ extension: 'vendor/a' }, null, '?extension=vendor%2Fa'],
  [
    { person: '7', group: 'orders' },
    '3',
    '?cursor=3&by=7&what=order%2Cpay%2Cdeliver%2Ccancel-order',
  ],
])('asks for %j after %j', async (filter, cursor, query) => {
  const { backend, left } = sayingJson({ entries: [] });
  await backend.host.activity({ ...ALL_ACTIVITY, ...filter }, cursor);

  expect(left.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /activity${query}`]);
});
