import { expect, it } from 'vitest';
import type { Extension } from '../../src/domain/extension.ts';
import { targetLines } from '../../src/domain/target-lines.ts';
import { decided, perpetual, release } from './given.ts';

/** The lines in short: `covered 1.1`, `forHost+overall 2.0`. */
const linesOf = (of: Partial<Extension>): string[] =>
  targetLines(decided(of).judged).map(
    ({ release: { version }, answers }) => `${answers.join('+')} ${version.text}`,
  );

const included = release('1.1', '2024-02-01');
const late = release('1.2', '2024-04-20');
const nextHost = release('2.0', '2024-04-25', { requiresHost: '^5.0' });

it('is three lines where license and host each stand in the way of something newer', () => {
  expect(linesOf({ releases: [included, late, nextHost] })).toEqual([
    'covered 1.1',
    'forHost 1.2',
    'overall 2.0',
  ]);
});

it('is one line where the newest of all is covered and fits', () => {
  expect(linesOf({ releases: [included] })).toEqual(['covered+forHost+overall 1.1']);
});

it('is two lines where two of the three are the same', () => {
  expect(linesOf({ releases: [included, late] })).toEqual(['covered 1.1', 'forHost+overall 1.2']);
  expect(linesOf({ releases: [included, nextHost] })).toEqual([
    'covered+forHost 1.1',
    'overall 2.0',
  ]);
});

it('leaves out a question that has no answer', () => {
  expect(linesOf({ releases: [late] })).toEqual(['forHost+overall 1.2']);
  expect(linesOf({ releases: [nextHost] })).toEqual(['overall 2.0']);
});

it('is nothing where nothing newer is known', () => {
  expect(linesOf({ license: perpetual(null) })).toEqual([]);
});
