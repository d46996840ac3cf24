import { addDays, addMonths, type Day } from '../../domain/day.ts';

/** How somebody says until when: open, for a while, or through a day. */
export const HOLD_ENDS = ['open', 'week', 'month', 'day'] as const;
/** One of these ways. */
export type HoldEnd = (typeof HOLD_ENDS)[number];

/**
 * The last day of a hold; `null` = until someone releases it, `undefined` = a day is wanted, and none that is still to
 * come was chosen.
 *
 * @param chosen - The day of the way `day`.
 */
export function lastDay(end: HoldEnd, today: Day, chosen: Day | undefined): Day | null | undefined {
  switch (end) {
    case 'open':
      return null;
    case 'week':
      return addDays(today, 7);
    case 'month':
      return addMonths(today, 1);
    case 'day':
      return chosen !== undefined && chosen >= today ? chosen : undefined;
  }
}
