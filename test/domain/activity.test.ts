import { expect, it } from 'vitest';
import {
  type Activity,
  ACTIVITY_GROUPS,
  ACTIVITY_WORDS,
  activityByDay,
  type ActivityFilter,
  ALL_ACTIVITY,
  isActivityWord,
  selectActivity,
} from '../../src/domain/activity.ts';

const entry = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  at: '2025-04-10T09:00:00Z',
  by: { id: 'admin', name: 'You (admin)' },
  what: 'update',
  unknownWord: null,
  result: 'done',
  extension: 'formie',
  about: 'Formie',
  from: '2.1.10',
  to: '2.1.19',
  count: null,
  reason: null,
  text: null,
  ...more,
});

const UNKNOWN = entry('unknown', {
  by: null,
  what: 'other',
  unknownWord: 'index-rebuilt',
  extension: null,
  about: null,
  from: null,
  to: null,
  text: 'The search index was rebuilt',
});

const JOURNAL = [
  entry('update'),
  entry('hold', {
    what: 'hold',
    by: { id: 'second', name: 'Another administrator' },
    extension: 'blitz',
    about: 'Blitz',
    reason: 'Waiting for the new templates',
  }),
  entry('order', { what: 'order', result: 'started', about: 'Renewal of Formie' }),
  entry('activation', { what: 'activate', by: null }),
  UNKNOWN,
];

const ids = (filter: Partial<ActivityFilter>) =>
  selectActivity(JOURNAL, { ...ALL_ACTIVITY, ...filter }).map(({ id }) => id);

it('keeps everything in its order without a filter, unknown words included', () => {
  expect(selectActivity(JOURNAL, ALL_ACTIVITY)).toEqual(JOURNAL);
});

it.each([
  ['the name of what it was about, whatever the case', 'BLITZ', ['hold']],
  ['a key', 'formie', ['update', 'order', 'activation']],
  ['a person', 'another', ['hold']],
  ['a version', '2.1.19 renewal', ['order']],
  ['the reason', 'templates', ['hold']],
  ['the host’s own sentence', 'search index', ['unknown']],
  ['the host’s own word', 'index-rebuilt', ['unknown']],
  ['every word, wherever each stands', '  blitz   admin ', ['hold']],
  ['nothing there', 'nobody', []],
  ['one word that is there and one that is not', 'blitz nobody', []],
  ['the word for a missing value', 'null', []],
])('finds %s', (_name, search, found) => {
  expect(ids({ search })).toEqual(found);
});

it('takes blanks for no search', () => {
  expect(ids({ search: '  \t ' })).toHaveLength(JOURNAL.length);
});

it.each([
  ['software', ['update']],
  ['choices', ['hold']],
  ['licenses', ['activation']],
  ['orders', ['order']],
] as const)('keeps the group %s alone', (group, kept) => {
  expect(ids({ group })).toEqual(kept);
});

it('keeps one extension, and one person; the host is nobody’s person', () => {
  expect(ids({ extension: 'blitz' })).toEqual(['hold']);
  expect(ids({ person: 'second' })).toEqual(['hold']);
  expect(ids({ person: 'admin' })).toEqual(['update', 'order']);
  expect(ids({ extension: 'form' })).toEqual([]);
});

it('keeps only what passes every part of a filter', () => {
  expect(ids({ group: 'orders', person: 'admin', extension: 'formie', search: 'renewal' })).toEqual(
    ['order'],
  );
  expect(ids({ group: 'orders', person: 'second' })).toEqual([]);
});

it('has each word in one group, and knows no other', () => {
  const words = Object.values(ACTIVITY_WORDS).flat();
  expect(new Set(words).size).toBe(words.length);
  expect(words.every(isActivityWord)).toBe(true);
  expect(['other', 'index-rebuilt', '', 'constructor'].some(isActivityWord)).toBe(false);
  expect(ACTIVITY_GROUPS).toEqual(['software', 'choices', 'licenses', 'orders']);
});

const days = (zone: string, ...instants: string[]) =>
  activityByDay(
    instants.map((at, place) => entry(String(place), { at })),
    zone,
  ).map(({ day, entries }) => [day, entries.map(({ id }) => id)]);

it('groups by the day the reader’s own clock would have shown', () => {
  const instants = ['2025-04-11T03:59:59Z', '2025-04-10T23:30:00-04:00', '2025-04-10T10:00:00Z'];
  expect(days('America/New_York', ...instants)).toEqual([['2025-04-10', ['0', '1', '2']]]);
  expect(days('Pacific/Kiritimati', ...instants)).toEqual([['2025-04-11', ['0', '1', '2']]]);
  expect(days('UTC', ...instants)).toEqual([
    ['2025-04-11', ['0', '1']],
    ['2025-04-10', ['2']],
  ]);
});

it('shows each day once, even when a clock went back in between', () => {
  expect(
    days('UTC', '2025-04-11T00:10:00Z', '2025-04-10T23:50:00Z', '2025-04-11T00:05:00Z'),
  ).toEqual([
    ['2025-04-11', ['0', '2']],
    ['2025-04-10', ['1']],
  ]);
});

it('takes a zone the runtime does not know for UTC', () => {
  expect(days('Etc/Unheard', '2025-04-10T23:50:00Z')).toEqual([['2025-04-10', ['0']]]);
});

it('has no day without entries', () => {
  expect(activityByDay([], 'UTC')).toEqual([]);
});
