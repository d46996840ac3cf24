import { expect, it } from 'vitest';
import { goingBack, type PackagedRelease } from '../../src/domain/going-back.ts';
import type { Release } from '../../src/domain/release.ts';
import { release } from './given.ts';

/** A release of the history; `migrates` as the vendor states it. */
const packaged = (
  text: string,
  migrates: boolean | null,
  more: Partial<PackagedRelease> = {},
): PackagedRelease => ({ ...release(text, null), kept: false, migratesData: migrates, ...more });

const installed = release('1.3', null);
const to = release('1.1', null);
const quiet = [packaged('1.1', true), packaged('1.2', false), packaged('1.3', false)];

/** What is known of the data, in short: `changed 1.3 1.2`. */
function dataOf(releases: readonly PackagedRelease[], from = installed, goal = to): string {
  const { data } = goingBack(from, goal, releases);
  return data.kind === 'changed'
    ? `changed ${data.by.map(({ version }) => version.text).join(' ')}`
    : data.kind;
}

it('knows nothing without the history', () => {
  expect(goingBack(installed, to, null)).toEqual({ package: 'unknown', data: { kind: 'unknown' } });
});

it('says whether the package is kept, still offered, or gone', () => {
  expect(goingBack(installed, to, quiet).package).toBe('offered');
  expect(goingBack(installed, to, [packaged('1.1', null, { kept: true })]).package).toBe('kept');
  expect(goingBack(installed, to, [packaged('1.2', null, { kept: true })]).package).toBe('gone');
});

it('sees no risk where nothing after it changed stored data; what it did itself stays', () => {
  expect(dataOf(quiet)).toBe('none');
});

it('names every release in between that changed stored data, the installed one with them, newest first', () => {
  expect(dataOf([packaged('1.1', true), packaged('1.2', true), packaged('1.3', true)])).toBe(
    'changed 1.3 1.2',
  );
});

it('does not count what is newer than the installed one, or older than the goal', () => {
  expect(dataOf([...quiet, packaged('1.0', true), packaged('1.4', true)])).toBe('none');
  expect(dataOf([...quiet, packaged('1.0', null), packaged('1.4', null)])).toBe('none');
});

it('does not know where one in between does not say', () => {
  expect(dataOf([packaged('1.1', false), packaged('1.2', null), packaged('1.3', false)])).toBe(
    'unknown',
  );
});

it('warns of what is known although another does not say', () => {
  expect(dataOf([packaged('1.1', null), packaged('1.2', true), packaged('1.3', null)])).toBe(
    'changed 1.2',
  );
});

it('does not know where the installed release is not in the history', () => {
  expect(dataOf([packaged('1.1', false), packaged('1.2', false)])).toBe('unknown');
});

it('leaves pre-releases out, unless one of them is installed', () => {
  expect(dataOf([...quiet, packaged('1.3-beta', true)])).toBe('none');
  const beta = release('1.3-beta', null);
  expect(dataOf([packaged('1.1', false), packaged('1.3-beta', true)], beta)).toBe(
    'changed 1.3-beta',
  );
});

it('does not know of a release that cannot be placed, unless it changes nothing', () => {
  expect(dataOf([...quiet, packaged('stable', true)])).toBe('unknown');
  expect(dataOf([...quiet, packaged('stable', null)])).toBe('unknown');
  expect(dataOf([...quiet, packaged('stable', false)])).toBe('none');
});

it('goes by days where versions have no order', () => {
  const from = release('melon', '2024-03-01');
  const goal = release('apple', '2024-01-01');
  const history = (on: string) => [
    packaged('apple', false, { builtOn: goal.builtOn }),
    packaged('pear', true, { builtOn: release('pear', on).builtOn }),
    packaged('melon', false, { builtOn: from.builtOn }),
  ];
  expect(dataOf(history('2024-02-01'), from, goal)).toBe('changed pear');
  expect(dataOf(history('2024-04-01'), from, goal)).toBe('none');
});

it('does not know of a release that is placed to one side only', () => {
  const pear = packaged('pear', true, { builtOn: release('pear', '2024-02-01').builtOn });
  const history = (from: Release, goal: Release) => [
    pear,
    packaged(from.version.text, false),
    packaged(goal.version.text, false),
  ];
  const melon = release('melon', null);
  const apple = release('apple', '2024-01-01');
  expect(dataOf(history(melon, apple), melon, apple)).toBe('unknown');
  const late = release('melon', '2024-03-01');
  const undated = release('apple', null);
  expect(dataOf(history(late, undated), late, undated)).toBe('unknown');
});

it('takes the installed release as in between even where its place is not known', () => {
  const from = release('melon', null);
  expect(dataOf([packaged('1.1', false), packaged('melon', true)], from)).toBe('changed melon');
});
