import { day } from '../../src/domain/day.ts';
import type { License } from '../../src/domain/license.ts';
import { HISTORIES } from '../histories.ts';
import type { CatalogOffer } from '../catalog.ts';
import type { HostExtension } from '../host/state.ts';
import type { Setting } from '../setting.ts';
import { craftActivity } from './craft-activity.ts';
import { CRAFT_ADVISORIES } from './craft-advisories.ts';
import { evaluation, perpetual, sale, trial } from './extension.ts';

type Placed = { readonly installed: string; readonly license: License } & Partial<HostExtension>;

const FREE: License = { kind: 'not-needed' };

/** What this host has installed and bought. Versions and days of releases are real; licenses and prices are not. */
const PLACED: Readonly<Record<string, Placed>> = {
  // Covered up to 2.1.19, built on the very last day; thirteen later ones are locked, the newest needs Craft 5.
  formie: { installed: '2.1.10', license: perpetual('EXT.00100001', '2024-06-15') },
  seomatic: { installed: '4.0.44', license: perpetual('EXT.00100002', '2024-05-01') },
  // A security release is among the locked ones.
  blitz: { installed: '4.16.2', license: perpetual('EXT.00100003', '2024-07-01') },
  freeform: { installed: '5.1.16.1', license: perpetual('EXT.00100004', '2024-06-01') },
  // Ended on the build day of what is installed: nothing newer is covered.
  commerce: { installed: '4.6.10', license: perpetual('EXT.00100005', '2024-08-28') },
  'feed-me': { installed: '5.6.1', license: perpetual('EXT.00100006', '2025-02-14') },
  // Up to date, and the maintenance ends soon.
  navigation: { installed: '2.0.27', license: perpetual('EXT.00100007', '2024-11-10') },
  hyper: { installed: '1.3.1', license: evaluation('EXT.00100008', '2024-11-08') },
  // Built two days after the end of maintenance; 2.1.21 is the way back.
  vizy: { installed: '2.1.22', license: perpetual('EXT.00100009', '2024-08-12'), kept: ['2.1.21'] },
  comments: {
    installed: '2.0.9',
    license: perpetual('EXT.00100010', '2025-03-03'),
    hold: {
      reason: 'Waiting for the new templates',
      by: 'You (admin)',
      until: day('2024-11-30'),
      ground: null,
    },
  },
  // Maintenance ended and nothing newer exists: calm.
  workflow: { installed: '2.0.9', license: perpetual('EXT.00100011', '2024-04-30') },
  'image-optimize': { installed: '4.0.8', license: evaluation('EXT.00100012', '2024-10-11') },
  sprig: { installed: '2.12.0', license: FREE },
  'google-maps': { installed: '4.4.0', license: { kind: 'missing', trialOffered: true } },
  // Never made for Craft 4.
  'sprout-forms': {
    installed: '3.13.5',
    license: perpetual('EXT.00100015', '2021-12-31'),
    status: { kind: 'disabled' },
  },
  // Newer ones need Craft 5.
  ckeditor: { installed: '3.10.0', license: FREE },
  redactor: { installed: '3.0.4', license: FREE },
  shopify: {
    installed: '4.1.2',
    license: FREE,
    status: {
      kind: 'failed',
      reason: 'Its migration of the database stopped halfway; the extension was not started.',
    },
    kept: ['4.1.1'],
  },
  'element-api': { installed: '3.0.1.1', license: FREE },
  webhooks: { installed: '3.1.0', license: FREE },
};

/** Updated by the host itself, one for each way that can end: a newer release, another host, nothing, a hold. */
const BY_THEMSELVES: readonly string[] = ['sprig', 'ckeditor', 'navigation', 'comments'];

/** Price of a license and of a year's renewal, in US dollars. */
const PRICES: Readonly<Record<string, readonly [number, number]>> = {
  formie: [99, 49],
  seomatic: [99, 49],
  blitz: [149, 75],
  freeform: [199, 79],
  commerce: [299, 99],
  'feed-me': [49, 19],
  navigation: [19, 9],
  hyper: [29, 15],
  vizy: [79, 39],
  comments: [39, 19],
  workflow: [49, 19],
  'image-optimize': [59, 29],
  'google-maps': [59, 29],
  'sprout-forms': [79, 39],
};

/** A real estate on a real day: Craft 4.12.8 on 25 October 2024. */
export function craftEstate(): Setting {
  return {
    asOf: '2024-10-25T09:00:00Z',
    host: { name: 'Craft', version: '4.12.8', constraints: 'composer' },
    activity: craftActivity(),
    extensions: HISTORIES.flatMap(({ key, name, vendor, releases }): HostExtension[] => {
      const placed = PLACED[key];
      if (!placed) return [];
      const usual = {
        status: { kind: 'enabled' },
        policy: 'build-date',
        hold: null,
        kept: [],
      } as const;
      const autoUpdate = BY_THEMSELVES.includes(key);
      const known = { key, name, vendor, releases: [...releases], autoUpdate };
      const advisories = CRAFT_ADVISORIES[key] ?? [];
      return [{ ...usual, kept: [], ...known, advisories, ...placed }];
    }),
    offers: Object.entries(PRICES).flatMap(([key, [price, renewal]]): CatalogOffer[] => [
      ...sale(key, price, renewal),
      ...(key === 'google-maps' ? [trial(key)] : []),
    ]),
  };
}
