import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { commonEnd, sameTerm, termOf } from '../../src/domain/renewal-term.ts';
import { totals } from '../../src/domain/totals.ts';

it('proposes the last of all ends, so that none ends earlier than it would alone', () => {
  const ends = ['2025-06-15', '2025-08-28', '2025-07-01'].map(day);
  expect(commonEnd(ends)).toBe('2025-08-28');
  expect(commonEnd(ends.toReversed())).toBe('2025-08-28');
  expect(commonEnd(ends.slice(0, 1))).toBe('2025-06-15');
  expect(commonEnd([])).toBeNull();
});

it('reads a term from two members of which at most one is set', () => {
  expect(termOf({ months: 12, until: null })).toEqual({ months: 12 });
  expect(termOf({ months: null, until: '2025-08-28' })).toEqual({ until: '2025-08-28' });
  expect(termOf({ until: '2025-02-30' })).toBeNull();
  expect(termOf({})).toBeNull();
});

it('tells terms apart, and takes none for the usual one', () => {
  const until = day('2025-08-28');
  expect(sameTerm({ months: 12 }, { months: 12 })).toBe(true);
  expect(sameTerm({ until }, { until })).toBe(true);
  expect(sameTerm(null, undefined)).toBe(true);
  expect(sameTerm({ months: 12 }, { months: 24 })).toBe(false);
  expect(sameTerm({ months: 12 }, { until })).toBe(false);
  expect(sameTerm({ until }, null)).toBe(false);
});

it('sums up each currency by itself', () => {
  const money = (amount: string, currency: string) => ({ amount, currency });
  expect(
    totals([money('49.00', 'USD'), money('19.99', 'EUR'), money('0.01', 'USD'), money('1', 'JPY')]),
  ).toEqual([money('49.01', 'USD'), money('19.99', 'EUR'), money('1', 'JPY')]);
  expect(totals([])).toEqual([]);
  expect(totals([money('49.00', 'USD'), money('1,00', 'EUR')])).toEqual([]);
});
