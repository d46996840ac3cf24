import { addDays, day } from '../../src/domain/day.ts';
import type { License, Standing } from '../../src/domain/license.ts';
import { GRACE_DAYS } from '../ka/state.ts';
import type { Setting } from '../setting.ts';
import { extension, lease, release, sale } from './extension.ts';

const TODAY = day('2025-04-10');

/** Paid through the day that many days from today; it runs ten days longer. */
function month(number: string, days: number, standing: Standing = 'active'): License {
  const paidThrough = addDays(TODAY, days);
  const license = lease(number, paidThrough, addDays(paidThrough, GRACE_DAYS));
  return license.kind === 'subscription' ? { ...license, standing } : license;
}

const ROWS: readonly (readonly [string, string, License])[] = [
  ['paid', 'Paid Month', month('EXT.00100001', 27)],
  ['due-soon', 'Due in Two Days', month('EXT.00100002', 2)],
  ['in-grace', 'In Grace', month('EXT.00100003', -4)],
  ['last-day', 'Last Day of Grace', month('EXT.00100004', -GRACE_DAYS)],
  ['ended', 'Ended', month('EXT.00100005', -30)],
  ['suspended', 'Suspended', month('EXT.00100006', 20, 'suspended')],
  ['terminated', 'Terminated', month('EXT.00100007', -130, 'terminated')],
];

const UNPAID = 'This license was not renewed: the payment for it did not go through.';

/**
 * Months of one lease: paid, due, in grace, ended, suspended, terminated. The key administrator renews them by itself;
 * for those in grace the vendor refuses, day after day.
 */
export const leases = (): Setting => ({
  asOf: `${TODAY}T09:00:00Z`,
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: ROWS.map(([key, name, license]) =>
    extension(key, name, license, [release('3.4.0', '2025-02-03'), release('3.5.0', '2025-03-24')]),
  ),
  autoRenewed: Object.fromEntries(ROWS.map(([key]) => [key, 1])),
  unpaid: { 'in-grace': UNPAID, 'last-day': UNPAID, ended: UNPAID },
  offers: ROWS.flatMap(([key]) =>
    sale(key, 8, 8).map((offer) => ({
      ...offer,
      months: 1,
      grants: 'subscription' as const,
      description: 'One month',
    })),
  ),
});
