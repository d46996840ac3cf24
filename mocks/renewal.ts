import { addMonths, type Day, daysBetween } from '../src/domain/day.ts';
import type { License } from '../src/domain/license.ts';
import type { Money } from '../src/domain/order.ts';
import { total } from '../src/domain/renewal.ts';
import { type LeftReason, type Term, termOf } from '../src/domain/renewal-term.ts';

/** What a renewal is sold by: so much for so many months. */
export interface Period {
  readonly price: Money;
  readonly months: number;
}

/** What one renewal comes to. */
export interface Renewed {
  /** For all of it. */
  readonly price: Money;
  /** `null` where it ends between two months. */
  readonly months: number | null;
  readonly newEndsOn: Day;
}

/** By how many months a license can be renewed: a lease also by the quarter and the year, all else for up to three periods. */
export const termsOf = ({ months }: Period): readonly number[] =>
  months === 1 ? [1, 3, 12] : [months, 2 * months, 3 * months];

/**
 * What a renewal comes to, or why there is none. It runs from the end of the old period and not from the day of
 * payment, so a long lapse costs every period up to one that lies ahead. To a day between two periods the last one is
 * shared by its days.
 *
 * @param term - `null` = by the usual period.
 */
export function renewed(
  period: Period,
  endsOn: Day,
  today: Day,
  term: Term | null,
): Renewed | LeftReason {
  if (term !== null && 'until' in term) {
    return term.until > endsOn && term.until > today
      ? through(period, endsOn, term.until)
      : 'runs-longer';
  }
  const step = term?.months ?? period.months;
  if (!termsOf(period).includes(step)) return 'term-not-offered';
  let months = step;
  while (addMonths(endsOn, months) <= today) months += step;
  return {
    price: times(period.price, months / period.months),
    months,
    newEndsOn: addMonths(endsOn, months),
  };
}

function through({ price, months }: Period, endsOn: Day, until: Day): Renewed {
  let periods = 0;
  while (addMonths(endsOn, (periods + 1) * months) <= until) periods += 1;
  const start = addMonths(endsOn, periods * months);
  const end = addMonths(endsOn, (periods + 1) * months);
  const rest = daysBetween(start, until);
  const whole = times(price, periods);
  const share = sharedByDays(price, rest, daysBetween(start, end));
  let exact = periods * months;
  while (addMonths(endsOn, exact) < until) exact += 1;
  return {
    price: total([whole, share]) ?? price,
    months: addMonths(endsOn, exact) === until ? exact : null,
    newEndsOn: until,
  };
}

const times = (price: Money, count: number): Money =>
  total(Array.from({ length: count }, () => price)) ?? { ...price, amount: '0.00' };

/** So many of `all` days at the price of all, rounded half up to cents. */
function sharedByDays({ amount, currency }: Money, days: number, all: number): Money {
  const [whole = '0', part = ''] = amount.split('.');
  const cents = BigInt(whole + part.padEnd(2, '0').slice(0, 2)) * BigInt(days);
  const share = ((cents * 2n + BigInt(all)) / (BigInt(all) * 2n)).toString().padStart(3, '0');
  return { amount: `${share.slice(0, -2)}.${share.slice(-2)}`, currency };
}

/** A term as it stands in an address or a form. */
export function termInText(term: Term | null | undefined): Record<string, string> {
  if (!term) return {};
  return 'until' in term ? { until: term.until } : { months: String(term.months) };
}

/** A term out of an address or a form. */
export const termFrom = (given: URLSearchParams): Term | null =>
  termOf({ months: Number(given.get('months')) || null, until: given.get('until') });

/** The last paid day of a license that can be renewed; `undefined` for all others. */
export function renewableFrom(license: License): Day | undefined {
  if (license.kind === 'perpetual' && license.standing === 'active')
    return license.maintenanceEndsOn ?? undefined;
  if (license.kind === 'subscription' && license.standing === 'active') return license.paidThrough;
  return undefined;
}
