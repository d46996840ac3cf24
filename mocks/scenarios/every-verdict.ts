import { day } from '../../src/domain/day.ts';
import type { License } from '../../src/domain/license.ts';
import type { CatalogOffer } from '../catalog.ts';
import type { HostExtension } from '../host/state.ts';
import type { Setting } from '../setting.ts';
import { evaluation, extension, lease, perpetual, release, sale, trial } from './extension.ts';

/** Today is 10 April 2025; maintenance that ended did so on 31 January. */
const OLD = release('1.0.0', '2024-11-04', { notes: 'First stable release.' });
const COVERED = release('1.1.0', '2025-01-20', {
  notes: '- Faster start\n- Fixes a crash on empty lists',
});
const LATE = release('1.2.0', '2025-03-11', {
  notes: '- New: **import** from a file',
  security: true,
});
const FOR_NEXT_HOST = release('2.0.0', '2025-04-02', {
  requiresHost: '^5.0.0',
  migratesData: true,
});

const ENDED = '2025-01-31';
const MAINTAINED = '2025-12-31';
const wrong = (number: string): License => ({
  ...(perpetual(number, MAINTAINED) as License & { kind: 'perpetual' }),
  errors: ['EDITION_MISMATCH'],
});
const suspended = (number: string): License => ({
  ...(perpetual(number, MAINTAINED) as License & { kind: 'perpetual' }),
  standing: 'suspended',
});

/** One extension per verdict, in the order of the rules and named after the situation. */
const ROWS: readonly HostExtension[] = [
  extension('up-to-date', 'Up to Date', perpetual('EXT.00100001', MAINTAINED), [LATE, OLD]),
  extension('update-ready', 'Update Ready', perpetual('EXT.00100002', MAINTAINED), [
    OLD,
    COVERED,
    LATE,
  ]),
  extension('covered-update', 'Covered Update', perpetual('EXT.00100003', ENDED), [
    OLD,
    COVERED,
    LATE,
  ]),
  extension('needs-renewal', 'Needs Renewal', perpetual('EXT.00100004', ENDED), [
    COVERED,
    LATE,
    OLD,
  ]),
  extension(
    'mismatch',
    'License Mismatch',
    perpetual('EXT.00100005', ENDED),
    [LATE, COVERED, OLD],
    { kept: ['1.1.0'] },
  ),
  extension('trial', 'Trial Running', evaluation('EXT.00100006', '2025-04-19'), [
    OLD,
    COVERED,
    LATE,
  ]),
  extension('trial-expired', 'Trial Expired', evaluation('EXT.00100007', '2025-03-31'), [
    OLD,
    COVERED,
    LATE,
  ]),
  extension(
    'payment-due',
    'Payment Due',
    lease('EXT.00100008', day('2025-04-06'), day('2025-04-16')),
    [OLD, LATE],
  ),
  extension(
    'subscription-ended',
    'Subscription Ended',
    lease('EXT.00100009', day('2025-03-20'), day('2025-03-30')),
    [OLD, LATE],
  ),
  extension('revoked', 'License Suspended', suspended('EXT.00100010'), [OLD, LATE]),
  extension('license-error', 'Wrong Edition', wrong('EXT.00100011'), [OLD, LATE]),
  extension('free', 'Free of Charge', { kind: 'not-needed' }, [OLD, COVERED, LATE]),
  extension('unlicensed', 'Not Licensed', { kind: 'missing', trialOffered: true }, [OLD, LATE]),
  extension('needs-newer-host', 'Needs Newer Host', perpetual('EXT.00100014', MAINTAINED), [
    LATE,
    FOR_NEXT_HOST,
  ]),
  extension('held', 'Held Back', perpetual('EXT.00100015', MAINTAINED), [OLD, LATE], {
    hold: {
      reason: 'Being tested on another host',
      by: 'You (admin)',
      until: day('2025-05-31'),
      ground: null,
    },
  }),
  extension(
    'failed',
    'Failed to Start',
    perpetual('EXT.00100016', MAINTAINED),
    [LATE, COVERED, OLD],
    {
      status: { kind: 'failed', reason: 'It stopped while starting: a table it needs is missing.' },
      kept: ['1.1.0'],
    },
  ),
  extension(
    'unknown',
    'License Unknown',
    { kind: 'unknown', reason: 'The key administrator could not be reached.' },
    [OLD, LATE],
  ),
];

const MONTHLY: readonly CatalogOffer[] = ['payment-due', 'subscription-ended'].flatMap((key) =>
  sale(key, 12, 12).map((offer) => ({
    ...offer,
    months: 1,
    grants: 'subscription',
    description: 'One month',
  })),
);

const UPGRADE: CatalogOffer = {
  id: 'license-error-upgrade',
  extension: 'license-error',
  name: 'Pro edition',
  description: 'Changes your license to the edition that is installed',
  model: 'single',
  price: { amount: '45.00', currency: 'USD' },
  months: null,
  grants: 'perpetual',
  use: 'upgrade',
};

/** All 17 verdicts at once. */
export const everyVerdict = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: ROWS,
  offers: [
    ...ROWS.filter(
      ({ license }) => license.kind !== 'not-needed' && license.kind !== 'subscription',
    ).flatMap(({ key }) => sale(key, 90, 45)),
    ...MONTHLY,
    UPGRADE,
    trial('unlicensed'),
  ],
  unseen: { unknown: perpetual('EXT.00100017', MAINTAINED) },
});
