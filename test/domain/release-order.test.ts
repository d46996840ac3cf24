import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.ts';
import {
  compareAge,
  compareReleases,
  decidingDate,
  newestFirst,
  orderOf,
  type Release,
} from '../../src/domain/release.ts';
import { release, textOf } from './given.ts';

const someDay = fc.option(fc.nat(40).map((count) => addDays(day('2024-01-01'), count)));
const someText = fc.constantFrom(
  '1.0',
  '1.0.0',
  'v1.0',
  '1.1',
  '2.0.0-RC2',
  '2.0.0-RC15',
  '2.0',
  'stable',
  '7f3a9c',
  'dev-main',
);
const someRelease: fc.Arbitrary<Release> = fc
  .tuple(someText, someDay, someDay)
  .map(([text, builtOn, publishedOn]) => release(text, builtOn, { publishedOn }));
const rule = fc.constantFrom('version' as const, 'date' as const);

it('decides by the build day, else by the publish day, else by none', () => {
  const publishedOn = day('2024-02-27');
  expect(decidingDate(release('1.0', '2024-06-27', { publishedOn }))).toEqual({
    kind: 'built',
    on: '2024-06-27',
  });
  expect(decidingDate(release('1.0', null, { publishedOn }))).toEqual({
    kind: 'published',
    on: publishedOn,
  });
  expect(decidingDate(release('1.0', null))).toEqual({ kind: 'unknown' });
});

it('orders by version, so that a backport built later stays older', () => {
  const releases = [release('4.18.3', '2024-06-01'), release('3.9.9', '2024-09-01')];
  expect(orderOf(releases)).toBe('version');
  expect(newestFirst(releases, 'version').map(textOf)).toEqual(['4.18.3', '3.9.9']);
});

it('orders all by date as soon as one final version has no order', () => {
  const releases = [
    release('2.0', '2024-01-01'),
    release('stable', '2024-03-01'),
    release('1.9', '2024-02-01'),
  ];
  expect(orderOf(releases)).toBe('date');
  expect(newestFirst(releases, 'date').map(textOf)).toEqual(['stable', '1.9', '2.0']);
});

it('is not moved to dates by a pre-release without an order', () => {
  expect(orderOf([release('1.0', null), release('dev-main', null, { prerelease: true })])).toBe(
    'version',
  );
});

it('sorts the same way whatever order the releases arrive in', () => {
  fc.assert(
    fc.property(
      fc
        .array(someRelease, { maxLength: 8 })
        .chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
      rule,
      ([all, shuffled], by) => {
        const written = (releases: readonly Release[]) =>
          releases.map((each) => [each.version.text, each.builtOn ?? each.publishedOn]);
        expect(written(newestFirst(shuffled, by))).toEqual(written(newestFirst(all, by)));
      },
    ),
  );
});

it('compares without contradiction and without circles', () => {
  fc.assert(
    fc.property(someRelease, someRelease, someRelease, rule, (a, b, c, by) => {
      expect(Math.sign(compareReleases(a, b, by))).toBe(0 - Math.sign(compareReleases(b, a, by)));
      const upward = compareReleases(a, b, by) <= 0 && compareReleases(b, c, by) <= 0;
      expect(upward && compareReleases(a, c, by) > 0).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

it('does not take another spelling or a rebuild of the same version for a newer one', () => {
  expect(compareAge(release('1.0.0', '2024-06-01'), release('1.0', null))).toBe(0);
  expect(compareAge(release('v1.0', '2024-06-01'), release('1.0', '2024-01-01'))).toBe(0);
  expect(compareAge(release('stable', '2024-06-01'), release('stable', '2024-01-01'))).toBe(0);
});

it('tells the age of versions without an order by their days', () => {
  expect(
    compareAge(release('beach', '2024-06-01'), release('forest', '2024-01-01')),
  ).toBeGreaterThan(0);
  expect(compareAge(release('beach', '2024-01-01'), release('2.0', '2024-06-01'))).toBeLessThan(0);
});

it('says nothing about the age where neither versions nor days do', () => {
  expect(compareAge(release('beach', null), release('forest', '2024-01-01'))).toBeUndefined();
  expect(compareAge(release('beach', '2024-01-01'), release('forest', null))).toBeUndefined();
  expect(
    compareAge(release('beach', '2024-01-01'), release('forest', '2024-01-01')),
  ).toBeUndefined();
});

it('never calls a lower version newer, whatever its date', () => {
  fc.assert(
    fc.property(someDay, someDay, (early, late) => {
      expect(compareAge(release('1.9', late), release('2.0', early))).toBeLessThan(0);
    }),
  );
});

it('puts versions without an order before those with one, whatever their days', () => {
  const odd = release('stable', '2024-06-06');
  const known = release('1.0', '2024-01-01');
  expect(compareReleases(odd, known, 'version')).toBeLessThan(0);
  expect(compareReleases(known, odd, 'version')).toBeGreaterThan(0);
});

it('puts those of one day in the order of their versions', () => {
  const [nine, ten] = [release('1.9', '2024-01-01'), release('1.10', '2024-01-01')];
  expect(compareReleases(nine, ten, 'date')).toBeLessThan(0);
  expect(
    compareReleases(release('2.0', '2024-01-01'), release('1.0', '2024-01-02'), 'date'),
  ).toBeLessThan(0);
});
