import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { previewRenewal, total } from '../../src/domain/renewal.ts';
import { decided, release, textOf } from './given.ts';

const releases = [
  release('1.1', '2024-03-31'),
  release('1.2', '2024-04-02', { security: true }),
  release('1.3', '2024-04-10'),
  release('1.4', '2025-06-01'),
  release('1.5', null),
  release('2.0', '2024-04-20', { requiresHost: '^5.0' }),
];

it('lists what renewal unlocks on this host, security first and then newest first', () => {
  const preview = previewRenewal(decided({ releases }));
  expect(preview.unlocked.map(textOf)).toEqual(['1.2', '1.4', '1.3']);
  expect(preview).toMatchObject({
    newest: { version: { text: '1.4' } },
    security: 1,
    needNewerHost: true,
  });
});

it('counts only what the new end covers, since a renewal runs from the end of the old period', () => {
  const preview = previewRenewal(decided({ releases }), day('2025-03-31'));
  expect(preview.unlocked.map(textOf)).toEqual(['1.2', '1.3']);
  expect(textOf(preview.newest)).toBe('1.3');
});

it('is honest when renewal unlocks nothing that could be installed', () => {
  const preview = previewRenewal(decided({ releases: releases.slice(-1) }));
  expect(preview).toEqual({ unlocked: [], newest: null, security: 0, needNewerHost: true });
});

it('unlocks exactly what is then covered', () => {
  const after = decided({
    releases,
    license: {
      kind: 'perpetual',
      number: 'x',
      standing: 'active',
      errors: [],
      maintenanceEndsOn: day('2025-03-31'),
    },
  });
  const preview = previewRenewal(decided({ releases }), day('2025-03-31'));
  expect(preview.newest).toBe(after.judged.targets.covered);
});

it('adds money without losing a cent', () => {
  expect(
    total([
      { amount: '0.10', currency: 'USD' },
      { amount: '0.20', currency: 'USD' },
    ]),
  ).toEqual({ amount: '0.30', currency: 'USD' });
  expect(
    total([
      { amount: '199', currency: 'JPY' },
      { amount: '1', currency: 'JPY' },
    ]),
  ).toEqual({ amount: '200', currency: 'JPY' });
  expect(
    total([
      { amount: '1.5', currency: 'BHD' },
      { amount: '-2.125', currency: 'BHD' },
    ]),
  ).toEqual({ amount: '-0.625', currency: 'BHD' });
});

it('agrees with whole cents for any amounts', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_000 });
  const written = (each: number) =>
    `${Math.floor(each / 100)}.${String(each % 100).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 50 }), (all) => {
      const sum = total(all.map((each) => ({ amount: written(each), currency: 'EUR' })));
      expect(sum?.amount).toBe(written(all.reduce((a, b) => a + b, 0)));
    }),
  );
});

it.each([
  ['nothing', []],
  [
    'two currencies',
    [
      { amount: '1.00', currency: 'USD' },
      { amount: '1.00', currency: 'EUR' },
    ],
  ],
  ['text that is no amount', [{ amount: '1,00', currency: 'USD' }]],
  ['an exponent', [{ amount: '1e3', currency: 'USD' }]],
])('gives no total for %s', (_, amounts) => {
  expect(total(amounts)).toBeNull();
});
