import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { decide, type Decided, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { previewRenewal, total } from '../../src/domain/renewal.ts';
import { estate, extension, perpetual, release, subscription, textOf } from './given.ts';

const releases = [
  release('1.1', '2024-03-31'),
  release('1.2', '2024-04-02', { security: true }),
  release('1.3', '2024-04-10'),
  release('1.4', '2025-06-01'),
  release('1.5', null),
  release('2.0', '2024-04-20', { requiresHost: '^5.0' }),
];

function about(of: Partial<Extension>, on: Partial<Estate> = {}): Decided {
  const known = extension(of);
  return { extension: known, decision: decide(known, estate(on)) };
}

const today = day('2024-05-01');
const through = (until: string) => ({ until: day(until), today });

it('lists what renewal unlocks on this host, security first and then newest first', () => {
  const preview = previewRenewal(about({ releases }));
  expect(preview.unlocked.map(textOf)).toEqual(['1.2', '1.4', '1.3']);
  expect(preview).toMatchObject({
    gain: 'unlocks',
    newest: { version: { text: '1.4' } },
    security: 1,
    needNewerHost: true,
  });
});

it('counts only what the new end covers, since a renewal runs from the end of the old period', () => {
  const preview = previewRenewal(about({ releases }), through('2025-03-31'));
  expect(preview.unlocked.map(textOf)).toEqual(['1.2', '1.3']);
  expect(textOf(preview.newest)).toBe('1.3');
});

it('is honest when renewal unlocks nothing that could be installed', () => {
  const preview = previewRenewal(about({ releases: releases.slice(-1) }));
  expect(preview).toEqual({
    gain: 'nothing',
    unlocked: [],
    newest: null,
    security: 0,
    needNewerHost: true,
  });
});

it('unlocks exactly what is then covered', () => {
  const after = about({ releases, license: perpetual('2025-03-31') });
  const preview = previewRenewal(about({ releases }), through('2025-03-31'));
  expect(preview.newest).toBe(after.decision.judged.targets.covered);
});

it.each([
  ['keeps-running', subscription('2024-04-28', '2024-05-08')],
  ['keeps-running', subscription('2024-05-20', '2024-05-30')],
  ['runs-again', subscription('2024-04-01', '2024-04-11')],
  ['unknown', { kind: 'unknown', reason: 'Nobody answers.' }],
  ['nothing', perpetual('2024-05-20')],
] as const)('says what else renewing is good for: %s', (gain, license) => {
  expect(previewRenewal(about({ license })).gain).toBe(gain);
});

it('makes an installed release that is outside belong to the license again, if the new end reaches it', () => {
  const late = about({ installed: release('1.0', '2024-04-15') });
  expect(previewRenewal(late).gain).toBe('belongs-again');
  expect(previewRenewal(late, through('2025-03-31')).gain).toBe('belongs-again');
  expect(previewRenewal(late, through('2024-04-14')).gain).toBe('nothing');
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
