import { addDays, addMonths, type Day } from './day.ts';
import { type License, licenseState } from './license.ts';

/**
 * How the period that a renewal buys hangs together with the old one. It always starts where the old one ended
 * (`licensing-rules`), so waiting saves nothing and a gap is paid for.
 */
export type Continuity =
  /** The old period runs: renewed through `endsOn` there is no day between. */
  | { readonly kind: 'continuous'; readonly endsOn: Day; readonly startsOn: Day }
  /** A lease that is due: the old period is over, and it stops after `stopsAfter`. */
  | { readonly kind: 'in-grace'; readonly endedOn: Day; readonly stopsAfter: Day }
  /** The old period is over; so many whole months of the new one lie behind already. */
  | { readonly kind: 'lapsed'; readonly endedOn: Day; readonly monthsBehind: number }
  /** No period that a renewal could continue. */
  | { readonly kind: 'none' };

/** How many whole months lie between two days; a month ends on the same day of the month, or on the last of a shorter one. */
function wholeMonths(from: Day, to: Day): number {
  const part = (day: Day, start: number, end: number) => Number(day.slice(start, end));
  const apart = (part(to, 0, 4) - part(from, 0, 4)) * 12 + part(to, 5, 7) - part(from, 5, 7);
  return addMonths(from, apart) > to ? apart - 1 : apart;
}

const lapsed = (endedOn: Day, today: Day): Continuity => ({
  kind: 'lapsed',
  endedOn,
  monthsBehind: wholeMonths(endedOn, today),
});

/** What a renewal of this license would continue, and since when. */
export function continuityOf(license: License, today: Day): Continuity {
  const state = licenseState(license, today);
  switch (state.kind) {
    case 'maintained':
      return { kind: 'continuous', endsOn: state.endsOn, startsOn: addDays(state.endsOn, 1) };
    case 'paid':
      return { kind: 'continuous', endsOn: state.through, startsOn: addDays(state.through, 1) };
    case 'in-grace':
      return { kind: 'in-grace', endedOn: state.paidThrough, stopsAfter: state.stopsAfter };
    case 'maintenance-ended':
      return lapsed(state.endedOn, today);
    case 'subscription-ended': {
      // The period ended before the grace did; reported as ended, it may even lie ahead.
      const endedOn = license.kind === 'subscription' ? license.paidThrough : state.endedOn;
      return lapsed(endedOn < today ? endedOn : today, today);
    }
    case 'not-needed':
    case 'missing':
    case 'unknown':
    case 'wrong':
    case 'suspended':
    case 'terminated':
    case 'evaluating':
    case 'evaluation-expired':
    case 'maintained-for-ever':
      return { kind: 'none' };
  }
}
