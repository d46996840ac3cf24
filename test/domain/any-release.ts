import * as fc from 'fast-check';
import { day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { release } from './given.ts';

/** `some` so many times in ten, else `null`. */
export const inTen = <T>(times: number, some: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof(
    { weight: 10 - times, arbitrary: fc.constant(null) },
    { weight: times, arbitrary: some },
  );

/** The last day of maintenance in most of the rows. */
export const END = '2024-03-31';

/** Few days, close to {@link END} and to twelve months before it, so that equal ones and the days beside are common. */
export const someDay = fc
  .constantFrom(
    '2023-03-30',
    '2023-03-31',
    '2023-04-01',
    '2023-12-24',
    '2024-03-30',
    END,
    '2024-04-01',
    '2024-05-15',
  )
  .map(day);

const FINAL = [
  '1.0',
  '1.0.0',
  '1.0.9',
  '1.0.9.1',
  '1.0.10',
  'v1.1',
  '1.1.2',
  '1.1.3',
  '2.0.0',
  '2.0.1',
];
const PRERELEASE = ['1.1.0-beta.2', '1.1.0-RC2', '1.1-RC15', '1.2b3', '2.0.0-alpha'];
const WITHOUT_ORDER = ['stable', '7f3a9c', '1.0.Final'];
const CONSTRAINTS = ['^4.0', '^4.0|^5.0', '^3.4.0', '~4.12.9', '~4.1', '^5.0.0-RC2', null, 'any'];

/** Few versions: some at one place, some of one line, four parts, pre-releases, and some without an order. */
const someText = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...FINAL) },
  { weight: 4, arbitrary: fc.constantFrom(...PRERELEASE) },
  { weight: 1, arbitrary: fc.constantFrom(...WITHOUT_ORDER) },
);

/** Any release, undated ones and those whose two dates disagree among them. */
export const someRelease: fc.Arbitrary<Release> = fc
  .record({
    text: someText,
    builtOn: inTen(7, someDay),
    publishedOn: inTen(5, someDay),
    requiresHost: fc.oneof(fc.constant('*'), fc.constantFrom(...CONSTRAINTS)),
    security: fc.boolean(),
    grantedTo: inTen(1, someDay),
    isHeldBack: inTen(1, fc.constant(true)),
  })
  .map(({ text, builtOn, isHeldBack, ...more }) => {
    const made = release(text, builtOn, more);
    return { ...made, prerelease: made.prerelease || isHeldBack === true };
  });
