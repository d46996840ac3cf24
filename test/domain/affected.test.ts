import * as fc from 'fast-check';
import satisfies from 'semver/functions/satisfies.js';
import { expect, it } from 'vitest';
import { affected, isReadable } from '../../src/domain/affected.ts';
import { version } from '../../src/domain/version.ts';

const composer = (text: string, affects: string) => affected(version(text), affects, 'composer');
const npm = (text: string, affects: string) => affected(version(text), affects, 'npm');

it.each([
  ['4.22.0', '<4.23.0', 'affected'],
  ['4.23.0', '<4.23.0', 'not-affected'],
  // Four parts, on both sides.
  ['4.23.0', '<4.23.0.1', 'affected'],
  ['4.23.0.1', '<4.23.0.1', 'not-affected'],
  ['4.23.0.1', '<=4.23.0', 'not-affected'],
  ['4.23.0.2', '>4.23.0.1', 'affected'],
  ['5.1.16.1', '>=5.0.0,<5.2.0', 'affected'],
  ['1.2.3.4.5', '>=1.2.3.4 <1.2.3.5', 'affected'],
  ['1.0.9', '=1.0.9.0', 'affected'],
  ['1.0.9.1', '!=1.0.9.1', 'not-affected'],
  ['1.0.9.2', '!=1.0.9.1', 'affected'],
  // Alternatives, "and" by comma or space, and signs apart from their versions.
  ['5.7.0', '<4.23.0|>=5.0.0,<5.7.1', 'affected'],
  ['5.7.1', '<4.23.0|>=5.0.0,<5.7.1', 'not-affected'],
  ['4.23.3', '<4.23.0 || >=5.0.0 <5.7.1', 'not-affected'],
  ['4.1.0', '>= 4.0.0, < 4.2.0', 'affected'],
  // Lines.
  ['1.2.9', '~1.2.3', 'affected'],
  ['1.3.0', '~1.2.3', 'not-affected'],
  ['1.3.0', '~1.2', 'affected'],
  ['2.0.0', '~1.2', 'not-affected'],
  ['1.2.3.9', '~1.2.3.4', 'affected'],
  ['1.2.4', '~1.2.3.4', 'not-affected'],
  ['1.9.0', '~1', 'affected'],
  ['1.9.9', '^1.2', 'affected'],
  ['2.0.0-beta.1', '^1.2', 'not-affected'],
  ['0.3.9', '^0.3', 'affected'],
  ['0.4.0', '^0.3', 'not-affected'],
  ['0.0.3.7', '^0.0.3', 'affected'],
  ['0.0.4', '^0.0.3', 'not-affected'],
  ['4.9.1', '4.*', 'affected'],
  ['5.0.0', '4.*', 'not-affected'],
  ['4.5', '4.5', 'affected'],
  ['4.5.1', '4.5', 'not-affected'],
  ['2.0.9', '1.0 - 2.0', 'affected'],
  ['2.1', '1.0 - 2.0', 'not-affected'],
  ['2.0.1', '1.0 - 2.0.0', 'not-affected'],
  // A bound without pre-release part stands before all pre-releases of its version.
  ['4.23.0-beta.1', '<4.23.0', 'not-affected'],
  ['4.23.0-beta.1', '>=4.23.0', 'affected'],
  ['4.23.0-RC2', '<4.23.0-RC15', 'affected'],
  ['4.23.0-RC16', '<4.23.0-RC15', 'not-affected'],
  // Dates are numbers too.
  ['2024.06.15', '<2024.07.01', 'affected'],
  ['v4.1', '<v4.2', 'affected'],
])("in Composer's words %s of %j is %s", (text, affects, found) => {
  expect(composer(text, affects)).toBe(found);
});

it.each([
  ['1.2.9', '1.2', 'affected'],
  ['1.3.0', '1.2', 'not-affected'],
  ['1.2.9', '~1.2', 'affected'],
  ['1.3.0', '~1.2', 'not-affected'],
  ['1.3.0', '>1.2', 'affected'],
  ['1.2.9', '>1.2', 'not-affected'],
  ['1.2.9', '<=1.2', 'affected'],
  ['1.2.0', '<1.2', 'not-affected'],
  ['2.9.9', '1 - 2', 'affected'],
  ['4.23.0-beta.1', '<4.23.0', 'affected'],
  ['4.23.0-beta.1', '>=4.23.0', 'not-affected'],
  ['4.22.0.9', '<4.22.1', 'affected'],
])("in npm's words %s of %j is %s", (text, affects, found) => {
  expect(npm(text, affects)).toBe(found);
});

it.each([
  '',
  '  ',
  'dev-main',
  'all before the summer',
  '<',
  '<1.0 ||',
  '<1.0 and more',
  '1.x.2',
  '>*',
  '!=1.*',
  '🙂',
])('never calls a version free of a flaw said of %j', (affects) => {
  for (const syntax of ['composer', 'npm'] as const) {
    expect(affected(version('1.0'), affects, syntax)).toBe('unknown');
    expect(isReadable(affects, syntax)).toBe(false);
  }
});

it('does not know of a version without order, unless all versions have the flaw', () => {
  expect(composer('stable', '<4.23.0')).toBe('unknown');
  expect(composer('stable', '<4.23.0|>=5.0.0')).toBe('unknown');
  expect(composer('stable', '*')).toBe('affected');
  expect(isReadable('<4.23.0', 'composer')).toBe(true);
});

/* Read a second time without a line of `src`: a version becomes one number in base 50, four digits long. */

const digit = fc.integer({ min: 0, max: 6 });
const four = fc.tuple(digit, digit, digit, digit);
const written = (numbers: readonly number[]) => numbers.join('.');
const place = (numbers: readonly number[]) => numbers.reduce((all, each) => all * 50 + each, 0);

const SIGNS = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '=': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
} as const;
const sign = fc.constantFrom(...(Object.keys(SIGNS) as (keyof typeof SIGNS)[]));
const bounds = fc.array(fc.record({ sign, at: four }), { minLength: 1, maxLength: 3 });
const alternatives = fc.array(bounds, { minLength: 1, maxLength: 3 });

it('agrees with a brute-force reading of any bounds and alternatives, with four parts', () => {
  const of = fc.record({ at: four, ranges: alternatives });
  fc.assert(
    fc.property(
      of,
      fc.constantFrom(' ', ',', ', '),
      fc.constantFrom('|', ' || '),
      (given, and, or) => {
        const affects = given.ranges
          .map((each) => each.map((bound) => bound.sign + written(bound.at)).join(and))
          .join(or);
        const inside = given.ranges.some((each) =>
          each.every((bound) => SIGNS[bound.sign](place(given.at), place(bound.at))),
        );
        expect(composer(written(given.at), affects)).toBe(inside ? 'affected' : 'not-affected');
      },
    ),
    { numRuns: 3_000 },
  );
});

it("agrees with npm's own reading of npm's ranges", () => {
  const part = fc.integer({ min: 0, max: 4 });
  const full = fc.tuple(part, part, part).map(written);
  const partial = fc.array(part, { minLength: 1, maxLength: 2 }).map(written);
  const term = fc
    .tuple(fc.constantFrom('', '^', '~', '<', '<=', '>', '>=', '='), fc.oneof(full, partial))
    .map((parts) => parts.join(''));
  const between = fc
    .tuple(fc.oneof(full, partial), fc.oneof(full, partial))
    .map((ends) => ends.join(' - '));
  const range = fc
    .array(
      fc.oneof(
        term,
        between,
        fc.tuple(term, term).map((both) => both.join(' ')),
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((all) => all.join(' || '));
  const tail = fc.constantFrom('', '', '', '-beta.1', '-rc.2');
  fc.assert(
    fc.property(full, tail, range, (core, prerelease, affects) => {
      // Right at a bound npm counts pre-releases in or out by how the bound is written.
      fc.pre(prerelease === '' || !affects.includes(core));
      const text = core + prerelease;
      const inside = satisfies(text, affects, { includePrerelease: true });
      expect(npm(text, affects)).toBe(inside ? 'affected' : 'not-affected');
    }),
    { numRuns: 3_000 },
  );
});

it('never throws, and says one of three words of whatever it is given', () => {
  const odd = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[<>=^~!|,. *x\dv-]{0,24}$/),
    fc.constant('9'.repeat(400)),
    fc.constant('<' + '1.'.repeat(250)),
  );
  fc.assert(
    fc.property(
      odd,
      odd,
      fc.constantFrom('npm' as const, 'composer' as const),
      (text, affects, syntax) => {
        expect(['affected', 'not-affected', 'unknown']).toContain(
          affected(version(text), affects, syntax),
        );
      },
    ),
    { numRuns: 500 },
  );
});
