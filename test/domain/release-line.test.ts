import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { releaseLines } from '../../src/domain/release-line.ts';
import { release } from './given.ts';

const lineOf = (text: string, known: readonly Release[]) =>
  releaseLines(known).of(release(text, null));

it('names a line by major and minor number, and knows its earliest day', () => {
  const known = [release('2.1.3', '2024-03-03'), release('2.1.0', '2024-01-01')];
  expect(lineOf('2.1.9', known)).toEqual({ name: '2.1', since: '2024-01-01', whole: true });
  expect(lineOf('2.1', known.toReversed())).toEqual({
    name: '2.1',
    since: '2024-01-01',
    whole: true,
  });
});

it('knows no line of a version without order', () => {
  expect(lineOf('beach', [release('beach', '2024-01-01')])).toBeUndefined();
});

it('does not know the beginning of the oldest line without its first release', () => {
  const known = [release('2.1.3', '2024-03-03'), release('2.2.1', '2024-04-04')];
  expect(lineOf('2.1.3', known)).toMatchObject({ whole: false });
  expect(lineOf('2.2.1', known)).toMatchObject({ whole: true });
  expect(lineOf('2.1.3', known.toReversed())).toMatchObject({ whole: false });
  expect(lineOf('2.2.1', known.toReversed())).toMatchObject({ whole: true });
});

it('takes an undated release of a line for one that may be older than all others', () => {
  const older = release('2.0.0', '2023-01-01');
  expect(lineOf('2.1.3', [older, release('2.1.2', null), release('2.1.3', '2024-03-03')])).toEqual({
    name: '2.1',
    since: '2024-03-03',
    whole: false,
  });
  expect(lineOf('2.1.3', [release('2.1.0', null), release('2.1.3', '2024-03-03')])).toMatchObject({
    whole: false,
  });
});

it('trusts a dated first release, whatever else of the line is undated', () => {
  expect(lineOf('2.1.3', [release('2.1.0', '2024-01-01'), release('2.1.2', null)])).toMatchObject({
    since: '2024-01-01',
    whole: true,
  });
});

it('knows nothing of a line that none of the known releases is of', () => {
  expect(lineOf('3.0.0', [release('2.1.0', '2024-01-01')])).toEqual({
    name: '3.0',
    since: null,
    whole: false,
  });
  expect(lineOf('3.0.0', [])).toEqual({ name: '3.0', since: null, whole: false });
});

it('finds the newest line by number that existed on a day', () => {
  const lines = releaseLines([
    release('3.0.0', '2024-01-01'),
    release('2.9.0', '2024-02-02'),
    release('3.1.0', '2024-03-03'),
  ]);
  expect(lines.currentOn(day('2023-12-31'))).toBeUndefined();
  expect(lines.currentOn(day('2024-01-01'))?.name).toBe('3.0');
  expect(lines.currentOn(day('2024-03-02'))?.name).toBe('3.0');
  expect(lines.currentOn(day('2024-03-03'))?.name).toBe('3.1');
});

it('tells which releases are of a line or an older one', () => {
  const lines = releaseLines([release('2.9.0', '2024-02-02'), release('3.0.0', '2024-01-01')]);
  const current = { name: '2.9', since: day('2024-02-02'), whole: true };
  const isUpTo = (text: string) => lines.isUpTo(release(text, null), current);
  expect(['2.9.7', '2.8.0', '1.9', '2.10.0', '3.0.0', 'beach'].filter(isUpTo)).toEqual([
    '2.9.7',
    '2.8.0',
    '1.9',
  ]);
  const stranger = { name: '7.7', since: null, whole: false };
  expect(lines.isUpTo(release('1.0', null), stranger)).toBe(false);
});
