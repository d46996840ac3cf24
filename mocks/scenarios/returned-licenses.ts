import { day } from '../../src/domain/day.ts';
import type { LicenseError } from '../../src/domain/license.ts';
import { toBase64 } from '../basic-auth.ts';
import { keep } from '../host/returned-state.ts';
import type { Key } from '../ka/state.ts';
import { type RawLicense, writeRaw } from '../raw-license.ts';
import type { Setting } from '../setting.ts';
import type { World } from '../world.ts';
import { extension, perpetual, release, sale } from './extension.ts';

/** Three extensions for which licenses came back from the store while nobody was signed in. */
export const returnedLicenses = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: [
    extension('gallery', 'Photo Gallery', { kind: 'missing', trialOffered: true }, [
      release('3.1.0', '2025-01-20'),
      release('3.2.0', '2025-03-11'),
    ]),
    extension(
      'cart',
      'Shopping Cart',
      perpetual('EXT.00100002', '2025-12-31'),
      [release('5.0.2', '2025-02-04'), release('5.1.0', '2025-03-27')],
      { users: 25 },
    ),
    extension('archive', 'Mail Archive', perpetual('EXT.00100003', '2025-02-28'), [
      release('2.7.0', '2025-01-09'),
      release('2.8.0', '2025-03-30'),
    ]),
  ],
  offers: [...sale('gallery', 79, 39), ...sale('cart', 129, 65), ...sale('archive', 59, 29)],
});

/** What the store has issued, by what becomes of it here. */
export const RETURNED = {
  fine: {
    license: 'EXT.00300001',
    product: 'gallery',
    kind: 'perpetual',
    endsOn: '2026-04-10',
    users: 10,
  },
  downgrade: {
    license: 'EXT.00300002',
    product: 'cart',
    kind: 'evaluation',
    endsOn: '2025-05-10',
    users: 10,
  },
  wrong: {
    license: 'EXT.00300003',
    product: 'archive',
    kind: 'perpetual',
    endsOn: '2026-02-28',
    users: 10,
  },
  otherHost: {
    license: 'EXT.00300004',
    product: 'gallery',
    kind: 'perpetual',
    endsOn: '2026-04-10',
    users: 10,
  },
  notInstalled: {
    license: 'EXT.00300005',
    product: 'forum',
    kind: 'perpetual',
    endsOn: '2026-04-10',
    users: 10,
  },
} as const;

/** What is wrong with {@link RETURNED}`.wrong`, until the vendor puts it right. */
export const WRONG: readonly LicenseError[] = ['USER_MISMATCH'];

/** One of {@link RETURNED} as the store hands it to the browser; its key is known to the key administrator. */
export function issue(world: World, which: keyof typeof RETURNED): string {
  const { endsOn, ...license } = RETURNED[which];
  const host = which === 'otherHost' ? 'PLSK.00020002' : world.host.mainKey;
  const raw: RawLicense = { ...license, endsOn: day(endsOn), host };
  if (!world.ka.keys.some(({ number }) => number === raw.license))
    world.ka.keys.push(keyOf(raw, which === 'wrong' ? [...WRONG] : []));
  return writeRaw(raw);
}

const keyOf = ({ license, product, kind, endsOn }: RawLicense, errors: LicenseError[]): Key => ({
  number: license,
  version: 1,
  product,
  offer: `${product}-license`,
  mainKey: null,
  grants: kind,
  standing: 'active',
  errors,
  createdOn: day('2025-04-10'),
  endsOn,
  renewsEvery: null,
  renewalTriedOn: null,
  body: toBase64(license),
  token: null,
  test: false,
  before: null,
});

/** They came back before the panel was opened. */
export function arrangeReturned(world: World): void {
  for (const which of ['wrong', 'downgrade', 'fine'] as const) keep(world, issue(world, which));
}
