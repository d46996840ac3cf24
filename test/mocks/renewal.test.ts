import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { renewed, type Renewed } from '../../mocks/renewal.ts';
import { addDays, addMonths, day } from '../../src/domain/day.ts';

const TODAY = day('2024-10-25');
const cents = fc.integer({ min: 1, max: 100_000_000 });
const written = (each: number) =>
  `${Math.floor(each / 100)}.${String(each % 100).padStart(2, '0')}`;
const centsOf = ({ price }: Renewed): bigint => BigInt(price.amount.replace('.', ''));
const ends = fc.integer({ min: -2_000, max: 700 }).map((days) => addDays(TODAY, days));

const yearly = (price: number) => ({
  price: { amount: written(price), currency: 'USD' },
  months: 12,
});

function certain(found: ReturnType<typeof renewed>): Renewed {
  if (typeof found === 'string') throw new Error(`It is not renewed: ${found}`);
  return found;
}

it('costs to the day what it costs by the term, where both end alike, to the cent', () => {
  fc.assert(
    fc.property(cents, ends, fc.constantFrom(12, 24, 36), (price, endsOn, months) => {
      const byTerm = certain(renewed(yearly(price), endsOn, TODAY, { months }));
      expect(byTerm.newEndsOn).toBe(addMonths(endsOn, byTerm.months ?? 0));
      expect(byTerm.newEndsOn > TODAY).toBe(true);
      expect(centsOf(byTerm)).toBe(BigInt(price) * BigInt((byTerm.months ?? 0) / 12));
      expect(renewed(yearly(price), endsOn, TODAY, { until: byTerm.newEndsOn })).toEqual(byTerm);
    }),
  );
});

it('never costs less for a later day, and never more than the whole period begun', () => {
  fc.assert(
    fc.property(cents, ends, fc.integer({ min: 1, max: 3_000 }), (price, endsOn, days) => {
      const until = addDays(endsOn > TODAY ? endsOn : TODAY, days);
      const now = certain(renewed(yearly(price), endsOn, TODAY, { until }));
      const next = certain(renewed(yearly(price), endsOn, TODAY, { until: addDays(until, 1) }));
      expect(now.newEndsOn).toBe(until);
      expect(centsOf(next) >= centsOf(now)).toBe(true);
      const begun = Array.from({ length: 20 }, (_, at) => at).find(
        (periods) => addMonths(endsOn, 12 * periods) >= until,
      );
      expect(centsOf(now) <= BigInt(price) * BigInt(begun ?? 0)).toBe(true);
      expect(now.months === null || addMonths(endsOn, now.months) === until).toBe(true);
    }),
  );
});
