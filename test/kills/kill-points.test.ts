import { expect, it } from 'vitest';
import { CALLS } from '../contract/calls.ts';
import { findWaits } from './find-waits.ts';
import { FLOWS, nameOf, type Point } from './points.ts';
import { WAITS } from './waits.ts';

const sources = import.meta.glob<string>(
  [
    '../../src/{ledger,panel}/*.{ts,tsx}',
    '../../src/features/{purchase,renewal,activation,updates}/*.{ts,tsx}',
    '../../src/backend/rest/*.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** Every wait there is, as `file: where: for what`. */
const found = Object.entries(sources).flatMap(([path, source]) => {
  const file = path.replace('../../src/', '');
  return findWaits(file, source).map((wait) => `${file}: ${wait}`);
});

const flows = Object.entries<readonly Point[]>(FLOWS);
const points = flows.flatMap(([flow, points]) =>
  points.map((point) => `${flow} / ${nameOf(point)}`),
);
const called = flows.flatMap(([, points]) => points.map(({ call }) => call));
const closed = Object.values(WAITS).flatMap((waits) => Object.values(waits));

it('knows of every place where the code waits what becomes of a page that is closed there', () => {
  const known = Object.entries(WAITS).flatMap(([file, waits]) =>
    Object.keys(waits).map((wait) => `${file}: ${wait}`),
  );
  expect(found.toSorted()).toEqual(known.toSorted());
});

it('closes a page around every call that something on the way waits for', () => {
  const waited = closed.flatMap((place) => ('call' in place ? [place.call] : []));
  expect(waited.filter((call) => !called.includes(call))).toEqual([]);
});

it('has no point at which nothing waits', () => {
  const waited = closed.flatMap((place) => ('call' in place ? [place.call] : []));
  const named = closed.flatMap((place) => ('at' in place ? place.at : []));
  const idle = flows.flatMap(([flow, points]) =>
    points.filter((point) => {
      const isNamed = named.includes(`${flow} / ${nameOf(point)}`);
      return !isNamed && !waited.includes(point.call);
    }),
  );
  expect(idle).toEqual([]);
  expect(new Set(points).size).toBe(points.length);
});

it('names calls of the published contract and no others', () => {
  const published = CALLS.map(({ id }) => id);
  const named = flows.flatMap(([, points]) =>
    points.flatMap(({ call, after, lost }) => [call, after ?? call, lost ?? call]),
  );
  expect(named.filter((call) => !published.includes(call))).toEqual([]);
});

it('finds a wait wherever it stands', () => {
  const source = `
    export const load = useCallback(async () => { const { a } = await client.read<Row>(key); }, []);
    function later() { void ask().then(tell, tell).finally(() => done()); }
    const table = { async save(x: number) { return [await put(await token(x))]; } };
    const Lazy = lazy(() => import('./other.ts').then((room) => room));
  `;
  expect(findWaits('any.ts', source)).toEqual([
    'load: client.read',
    'later: ask().then().finally',
    'later: ask().then',
    'save: put',
    'save: token',
  ]);
});
