import { expect, it } from 'vitest';
import { unitPrice } from '../../src/domain/unit-price.ts';

it.each([
  ['49.00', 13, '3.77'],
  ['49', 13, '3.77'],
  ['0.01', 3, '0.00'],
  ['0.05', 2, '0.03'],
  ['199.9999', 1, '200.00'],
  ['999999999999.99', 1, '999999999999.99'],
])('shares %s among %i as %s', (amount, count, each) => {
  expect(unitPrice({ amount, currency: 'USD' }, count)).toEqual({ amount: each, currency: 'USD' });
});

it('has no answer where nothing is shared', () => {
  expect(unitPrice({ amount: '49.00', currency: 'USD' }, 0)).toBeNull();
  expect(unitPrice({ amount: 'a lot', currency: 'USD' }, 2)).toBeNull();
});
