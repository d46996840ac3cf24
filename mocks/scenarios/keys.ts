import { addMonths, day } from '../../src/domain/day.ts';
import type { License } from '../../src/domain/license.ts';
import type { Order } from '../../src/domain/order.ts';
import { DAY_MS, instant, now } from '../clock.ts';
import type { HostExtension } from '../host/state.ts';
import { addErrand } from '../ka/life.ts';
import type { Key } from '../ka/state.ts';
import type { Setting } from '../setting.ts';
import type { World } from '../world.ts';
import { evaluation, extension, perpetual, release, sale } from './extension.ts';

const ENDED = '2025-01-31';
const RENEWED = '2026-01-31';
const OLD = release('1.0.0', '2024-11-04');
const COVERED = release('1.1.0', '2025-01-20');
const LATE = release('1.2.0', '2025-03-11');

/** Runs under the second version of its key; the first one is kept. */
function renewed(
  key: string,
  name: string,
  number: string,
  releases: Parameters<typeof extension>[3],
): HostExtension {
  return extension(key, name, perpetual(number, RENEWED), releases, {
    installedKey: `${number}.0002`,
    keyBefore: { number: `${number}.0001`, license: perpetual(number, ENDED) },
  });
}

const ROWS: readonly HostExtension[] = [
  renewed('contact-form', 'Contact Form', 'EXT.00100001', [COVERED, OLD]),
  renewed('page-cache', 'Page Cache', 'EXT.00100002', [COVERED, LATE, OLD]),
  renewed('image-gallery', 'Image Gallery', 'EXT.00100003', [LATE, COVERED, OLD]),
  extension('site-search', 'Site Search', perpetual('EXT.00100004', RENEWED), [LATE, OLD], {
    installedKey: 'EXT.00100004.0001',
    keyBefore: { number: 'EXT.00100014.0001', license: evaluation('EXT.00100014', '2025-03-31') },
  }),
  extension('mail-queue', 'Mail Queue', perpetual('EXT.00100005', ENDED), [COVERED, LATE]),
  extension('wiki-import', 'Wiki Import', { kind: 'missing', trialOffered: false }, [LATE]),
];

/** The renewal of the mail queue: paid two days ago, its license is a week away. */
export const PAID_RENEWAL = 'paid-renewal-0000000000000000000';
const ARRIVES_AFTER_DAYS = 7;

/** Keys with an earlier one behind them, a license that was paid and is not here yet, and one that was bought elsewhere. */
export const keys = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: ROWS,
  offers: ROWS.flatMap(({ key }) => sale(key, 90, 45)),
  unseen: { 'wiki-import': perpetual('EXT.00100006', '2025-12-31') },
});

/** Puts the earlier keys, and the paid order, into the books of the others. */
export function arrangeKeys(world: World): void {
  const { ka, host } = world;
  for (const { license, keyBefore } of ROWS) {
    const key = 'number' in license && ka.keys.find(({ number }) => number === license.number);
    if (key && keyBefore) keepEarlier(world, key, keyBefore);
  }
  const key = ka.keys.find(({ product }) => product === 'mail-queue');
  if (!key) return;
  const paidAt = instant(now(world) - 2 * DAY_MS);
  host.orders[PAID_RENEWAL] = paidOrder(paidAt, key.number);
  ka.purchases[PAID_RENEWAL] = {
    token: PAID_RENEWAL,
    paidAt,
    keys: [key.number],
    refunded: false,
  };
  const about = { key: key.number, token: PAID_RENEWAL };
  const endsOn = addMonths(day(ENDED), 12);
  addErrand(world, { ...about, action: 'RENEW', endsOn }, ARRIVES_AFTER_DAYS * DAY_MS);
}

function keepEarlier(
  world: World,
  key: Key,
  { number, license }: { number: string; license: License },
) {
  if (license.kind === 'perpetual') {
    key.earlier = [{ version: 1, endsOn: license.maintenanceEndsOn }];
    key.version = 2;
  } else if (license.kind === 'evaluation') {
    const { expiresOn: endsOn } = license;
    const own = { number: license.number, grants: 'evaluation' as const, endsOn, version: 1 };
    // Before the one that was bought: the last key of a product is the one in use.
    world.ka.keys.unshift({ ...key, ...own });
  }
  if (!number.endsWith('.0001')) throw new Error(`${number}: an earlier key is a first version`);
}

const paidOrder = (paidAt: string, number: string): Order => ({
  kind: 'renewal',
  extension: 'mail-queue',
  offer: 'mail-queue-renewal',
  target: null,
  licenses: [number],
  priceShown: { amount: '45.00', currency: 'USD' },
  token: PAID_RENEWAL,
  state: 'paid',
  unknownState: null,
  title: 'Renewal of Mail Queue',
  steps: {
    recorded: paidAt,
    atStore: paidAt,
    paid: paidAt,
    vendorTold: null,
    ready: null,
    delivered: null,
  },
  startedBy: { id: 'second-admin', name: 'Second admin' },
  startedAt: paidAt,
  deliveredBy: null,
  delivery: null,
  news: 'poll',
  echo: null,
  intervalSeconds: 0,
  storeUrl: null,
  supportUrl: null,
  reason: null,
  test: false,
});
