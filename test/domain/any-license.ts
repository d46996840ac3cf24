import * as fc from 'fast-check';
import { type License, LICENSE_ERRORS } from '../../src/domain/license.ts';
import { END, someDay } from './any-release.ts';
import { evaluation, perpetual, subscription } from './given.ts';

const someKey = fc.record({
  standing: fc.oneof(
    { weight: 10, arbitrary: fc.constant('active' as const) },
    { weight: 1, arbitrary: fc.constantFrom('suspended' as const, 'terminated' as const) },
  ),
  errors: fc.oneof(
    { weight: 10, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...LICENSE_ERRORS], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom(['EXPIRED' as const], ['VERSION_MISMATCH' as const]) },
  ),
});

/** Any license, the half of them perpetual with a last day of maintenance, about which a policy is asked. */
export const someLicense: fc.Arbitrary<License> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.oneof(fc.constant(END), someDay), someKey)
      .map(([end, key]) => perpetual(end, key)),
  },
  { weight: 1, arbitrary: someKey.map((key) => perpetual(null, key)) },
  { weight: 2, arbitrary: fc.tuple(someDay, someKey).map(([end, key]) => evaluation(end, key)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(someDay, someDay, someKey)
      .map(([paid, runs, key]) => subscription(paid, runs, key)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<License>(
      { kind: 'not-needed' },
      { kind: 'missing', trialOffered: true },
      { kind: 'unknown', reason: 'The key administrator did not answer.' },
    ),
  },
);
