import * as fc from 'fast-check';
import { compare as semverCompare } from 'semver';
import { expect, it } from 'vitest';
import { compareVersions, isPrerelease, version } from '../../src/domain/version.ts';

const order = (a: string, b: string) => {
  const found = compareVersions(version(a), version(b));
  return found === undefined ? undefined : Math.sign(found);
};

const numbers = fc
  .array(fc.oneof(fc.nat(3), fc.nat(), fc.constantFrom(Number.MAX_SAFE_INTEGER, 10)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join('.'));
const part = fc.constantFrom(
  '',
  '-alpha',
  '-beta.2',
  '-RC2',
  '-RC15',
  '-rc.15',
  '-1',
  '-dev',
  'b3',
  '-beta.10.1',
  '+7',
);
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('', 'v'), numbers, part).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.constantFrom('stable', '7f3a9c', 'dev-main', '', '1.', '٣.1', '9'.repeat(400)),
  },
);

it.each([
  ['1.0', '1.1'],
  ['2.1.9', '2.1.19'],
  ['1.0.9', '1.0.9.1'],
  ['1.0.9.1', '1.0.10'],
  ['3.0.0-RC2', '3.0.0-RC15'],
  ['3.0.0-beta.31', '3.0.0-RC1'],
  ['4.0.0-alpha', '4.0.0-alpha.1'],
  ['5.0.0-beta.2', '5.0.0'],
  ['1.2b3', '1.2'],
  ['v4.1', '4.2'],
  ['2024.06.15', '2024.10.01'],
])('puts %s before %s', (older, newer) => {
  expect(order(older, newer)).toBe(-1);
  expect(order(newer, older)).toBe(1);
});

it.each([
  ['1.0', '1.0.0'],
  ['v1.0', '1.0'],
  ['1.0+build7', '1.0+build8'],
  ['1.0.0-RC2', '1.0.0-rc.2'],
])('puts %s and %s at the same place', (a, b) => {
  expect(order(a, b)).toBe(0);
});

it.each([
  'stable',
  '7f3a9c',
  'dev-main',
  '',
  '1.',
  '.1',
  '1..2',
  '1.0.Final',
  '1.0 beta',
  '1.0--',
  'x1.0',
])('keeps %j as written, without an order', (text) => {
  expect(version(text)).toEqual({ kind: 'unordered', text });
  expect(order(text, '1.0')).toBeUndefined();
});

it('knows a pre-release by its version', () => {
  expect(isPrerelease(version('5.0.0-beta.2'))).toBe(true);
  expect(isPrerelease(version('1.0.9.1'))).toBe(false);
  expect(isPrerelease(version('nightly'))).toBe(false);
});

it('agrees with npm wherever a pre-release part is words and numbers of their own', () => {
  const plain = fc.nat({ max: 12 }).map(String);
  const core = fc.tuple(plain, plain, plain).map((parts) => parts.join('.'));
  const identifier = fc.oneof(plain, fc.constantFrom('alpha', 'beta', 'rc', 'x'));
  const tail = fc
    .array(identifier, { maxLength: 3 })
    .map((ids) => (ids.length ? `-${ids.join('.')}` : ''));
  const semvers = fc
    .tuple(core, tail, fc.constantFrom('', '+5', '+a.b'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(semvers, semvers, (a, b) => {
      expect(order(a, b)).toBe(semverCompare(a, b));
    }),
    { numRuns: 5_000 },
  );
});

it('never says that a is newer than b and b newer than a', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const there = order(a, b);
      expect(order(b, a)).toBe(there === undefined ? undefined : 0 - there);
    }),
    { numRuns: 3_000 },
  );
});

it('never runs in a circle', () => {
  const ordered = texts.filter((text) => version(text).kind === 'ordered');
  fc.assert(
    fc.property(ordered, ordered, ordered, (a, b, c) => {
      const [low, middle, high] = [a, b, c].toSorted((x, y) => order(x, y) ?? 0) as [
        string,
        string,
        string,
      ];
      expect([order(low, middle), order(middle, high), order(low, high)]).not.toContain(1);
    }),
    { numRuns: 5_000 },
  );
});

it('has an order for every two versions that have one each', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const both = version(a).kind === 'ordered' && version(b).kind === 'ordered';
      expect(order(a, b) !== undefined).toBe(both);
      expect(Number.isNaN(order(a, b))).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

it('reads any text without failing and keeps it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(version(text).text).toBe(text);
    }),
  );
});
