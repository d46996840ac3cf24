import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { foundLicenses } from '../../src/domain/found-licenses.ts';
import type { License } from '../../src/domain/license.ts';
import { perpetual, subscription } from './given.ts';

const of = (...licenses: readonly License[]) =>
  licenses.map((license, at) => ({ key: `extension-${at}`, license }));

const MISSING: License = { kind: 'missing', trialOffered: false };
const UNKNOWN: License = { kind: 'unknown', reason: '' };
const FIRST = perpetual('2025-01-31', { number: 'EXT.1' });

it('finds a license where there was none, where nobody could say, and on a new extension', () => {
  expect(foundLicenses(of(MISSING, UNKNOWN), of(FIRST, FIRST, FIRST))).toEqual({
    found: 3,
    changed: 0,
  });
});

it('finds another license by its number', () => {
  expect(foundLicenses(of(FIRST), of(perpetual('2025-01-31', { number: 'EXT.2' })))).toEqual({
    found: 1,
    changed: 0,
  });
});

it('takes a new version of a key for the same license, which has changed', () => {
  expect(foundLicenses(of(FIRST), of(perpetual('2026-01-31', { number: 'EXT.1' })))).toEqual({
    found: 0,
    changed: 1,
  });
  const suspended = perpetual('2025-01-31', { number: 'EXT.1', standing: 'suspended' });
  expect(foundLicenses(of(FIRST), of(suspended)).changed).toBe(1);
});

it('finds nothing in what is the same, in what is gone, and in what is said beside a license', () => {
  const lease = subscription('2025-05-07', '2025-05-17') as License & { kind: 'subscription' };
  const told: License = { ...lease, autoRenews: true, terminatesOn: day('2025-08-17') };

  expect(foundLicenses(of(FIRST, lease), of({ ...FIRST }, told))).toEqual({ found: 0, changed: 0 });
  expect(foundLicenses(of(FIRST), of(MISSING))).toEqual({ found: 0, changed: 0 });
  expect(foundLicenses(of(FIRST), [])).toEqual({ found: 0, changed: 0 });
});
