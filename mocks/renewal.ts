import { addMonths, type Day } from '../src/domain/day.ts';
import type { License } from '../src/domain/license.ts';

/** How long a renewal runs. */
export interface RenewedTerm {
  /** How often the price is due: more than once when the license ended longer ago than one period. */
  readonly periods: number;
  readonly newEndsOn: Day;
}

/**
 * A renewal runs from the end of the old period and not from the day of payment, so a long lapse costs every period
 * up to one that lies ahead.
 *
 * @param months - Length of one period.
 */
export function renewedTerm(endsOn: Day, months: number, today: Day): RenewedTerm {
  let periods = 1;
  while (addMonths(endsOn, periods * months) <= today) periods += 1;
  return { periods, newEndsOn: addMonths(endsOn, periods * months) };
}

/** The last paid day of a license that can be renewed; `undefined` for all others. */
export function renewableFrom(license: License): Day | undefined {
  if (license.kind === 'perpetual' && license.standing === 'active')
    return license.maintenanceEndsOn ?? undefined;
  if (license.kind === 'subscription' && license.standing === 'active') return license.paidThrough;
  return undefined;
}
