import { HISTORIES } from '../histories.ts';
import type { HostExtension } from '../host/state.ts';
import type { Setting } from '../setting.ts';
import { extension, perpetual, release, sale } from './extension.ts';

type Bought = Pick<HostExtension, 'policy'> & {
  readonly installed: string;
  readonly endsOn: string;
} & Partial<HostExtension>;

/** Real extensions, each under another vendor's rule. Versions and days are real; rules, licenses and prices are not. */
const BOUGHT: Readonly<Record<string, Bought>> = {
  formie: { policy: 'build-date', installed: '2.1.10', endsOn: '2024-06-15' },
  // Its changelog names other days than its tags.
  seomatic: { policy: 'published-or-granted', installed: '4.0.44', endsOn: '2024-05-01' },
  freeform: { policy: 'patches-free', installed: '5.1.16.1', endsOn: '2024-06-01' },
  blitz: { policy: 'fallback-line', installed: '4.16.2', endsOn: '2024-07-01' },
  commerce: { policy: 'none-after-end', installed: '4.6.1', endsOn: '2024-08-01' },
  navigation: { policy: 'live-subscription', installed: '2.0.20', endsOn: '2024-09-10' },
  'feed-me': { policy: 'house-rule', installed: '5.6.0', endsOn: '2024-05-14' },
};

/** What vendors give beyond their rule, and two dates that disagree. */
const GIFTS: readonly HostExtension[] = [
  extension('granted', 'Granted Patch', perpetual('EXT.00100021', '2024-06-30'), [
    release('3.2.0', '2024-05-02'),
    release('3.2.1', '2024-09-12', { security: true, grantedTo: '2024-06-01' }),
    release('3.3.0', '2024-10-01'),
  ]),
  extension(
    'always',
    'Security Always',
    perpetual('EXT.00100022', '2023-12-31'),
    [
      release('1.4.0', '2023-11-20'),
      release('1.4.9', '2024-10-02', { security: true }),
      release('1.5.0', '2024-10-20'),
    ],
    { securityAlways: true },
  ),
  extension('two-dates', 'Two Dates', perpetual('EXT.00100023', '2024-04-30'), [
    release('4.11.0', '2024-01-15'),
    release('4.12.0', '2024-06-27', { publishedOn: '2024-02-27', security: true }),
  ]),
];

/** One extension for each coverage policy, and what goes on top of them. */
export function policies(): Setting {
  const bought = HISTORIES.flatMap(({ key, name, vendor, releases }): HostExtension[] => {
    const placed = BOUGHT[key];
    if (!placed) return [];
    const { installed, endsOn, policy } = placed;
    const at = Object.keys(BOUGHT).indexOf(key) + 1;
    return [
      extension(key, name, perpetual(`EXT.0010000${at}`, endsOn), releases, {
        vendor,
        policy,
        installed,
      }),
    ];
  });
  const extensions = [...bought, ...GIFTS];
  return {
    asOf: '2024-10-25T09:00:00Z',
    host: { name: 'Craft', version: '4.12.8', constraints: 'composer' },
    extensions,
    offers: extensions.flatMap(({ key }) => sale(key, 99, 49)),
  };
}
