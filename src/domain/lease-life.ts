import { addDays, type Day, daysBetween } from './day.ts';
import type { License } from './license.ts';

/** The stretches of a lease's life, in the order in which they pass. */
export const LEASE_STRETCHES = ['paid', 'due', 'grace', 'stopped', 'terminated'] as const;
/** One of them. `due`: the last paid day, on which it is to be renewed. */
export type LeaseStretch = (typeof LEASE_STRETCHES)[number];

/** Where a lease stands in its life, and what comes next. Days are inclusive. */
export interface LeaseLife {
  readonly at: LeaseStretch;
  readonly paidThrough: Day;
  /** The last day it runs; the same as `paidThrough` where there is no grace. */
  readonly runsThrough: Day;
  /** How many days of grace it has, and the how manyth today is: 0 before the first. */
  readonly grace: { readonly day: number; readonly days: number };
  /** Days left to run, today not counted; 0 on the last day and after it. */
  readonly daysLeft: number;
  /** The key administrator renews it by itself; `false` also where the host does not say. */
  readonly autoRenews: boolean;
  /** The day on which the key administrator asks the vendor next; `null` = it does not ask any more, or never did. */
  readonly nextTryOn: Day | null;
  /** The day on which it ends for good; `null` where the host does not say. */
  readonly terminatesOn: Day | null;
}

/**
 * Where a lease stands in its life on `today`; `null` for what is no lease, and for a suspended one, whose days are
 * beside the point until the suspension is lifted.
 *
 * The rules are the key administrator's: renewal is due on the last paid day, tried again on every day of grace, and
 * given up with the last of them; later the lease is terminated, which nothing undoes.
 */
export function leaseLife(license: License, today: Day): LeaseLife | null {
  if (license.kind !== 'subscription' || license.standing === 'suspended') return null;
  const { paidThrough, autoRenews = false, terminatesOn = null } = license;
  const runsThrough = license.runsThrough > paidThrough ? license.runsThrough : paidThrough;
  const at = stretchOf(license, runsThrough, today);
  const runs = at === 'paid' || at === 'due' || at === 'grace';
  const days = daysBetween(paidThrough, runsThrough);
  return {
    at,
    paidThrough,
    runsThrough,
    grace: { day: Math.min(Math.max(daysBetween(paidThrough, today), 0), days), days },
    daysLeft: runs ? daysBetween(today, runsThrough) : 0,
    autoRenews,
    nextTryOn: autoRenews && runs ? nextTry(paidThrough, runsThrough, today) : null,
    terminatesOn,
  };
}

function stretchOf(
  { standing, errors, paidThrough }: Extract<License, { kind: 'subscription' }>,
  runsThrough: Day,
  today: Day,
): LeaseStretch {
  if (standing === 'terminated') return 'terminated';
  if (today > runsThrough || errors.includes('EXPIRED')) return 'stopped';
  if (today > paidThrough) return 'grace';
  return today === paidThrough ? 'due' : 'paid';
}

function nextTry(paidThrough: Day, runsThrough: Day, today: Day): Day | null {
  if (today < paidThrough) return paidThrough;
  return today < runsThrough ? addDays(today, 1) : null;
}
