import { addDays, day } from '../../src/domain/day.ts';
import type { License } from '../../src/domain/license.ts';
import { ANY } from '../catalog.ts';
import type { CatalogRelease, HostExtension } from '../host/state.ts';
import type { Setting } from '../setting.ts';
import { evaluation, extension, lease, perpetual, release, sale } from './extension.ts';

const TODAY = day('2025-04-10');
const KINDS = [
  'Backup',
  'Calendar',
  'Catalog',
  'Comments',
  'Forms',
  'Gallery',
  'Import',
  'Mail',
  'Maps',
  'Search',
  'Shop',
  'Stats',
];
const MANNERS = [
  'Simple',
  'Quick',
  'Smart',
  'Open',
  'Clear',
  'Bright',
  'Solid',
  'Light',
  'Safe',
  'Plain',
];

/** Numbers that look random and are the same every time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** One release installed and three to five newer ones, the last of them now and then for the next host. */
function releasesOf(roll: (sides: number) => number): CatalogRelease[] {
  const major = 1 + roll(4);
  const minor = roll(20);
  const count = 4 + roll(3);
  let built = addDays(TODAY, -(150 + roll(250)));
  return Array.from({ length: count }, (_, at) => {
    const next = at === count - 1 && roll(8) === 0;
    const made = release(next ? `${major + 1}.0.0` : `${major}.${minor + at}.${roll(4)}`, built, {
      ...(roll(25) === 0 ? { security: true } : {}),
      ...(next ? { requiresHost: '^5.0.0' } : {}),
    });
    built = addDays(built, 12 + roll(25));
    return made;
  });
}

function licenseOf(number: string, roll: (sides: number) => number): License {
  const share = roll(20);
  const ends = (from: number, span: number) => addDays(TODAY, from + roll(span));
  if (share < 7) return perpetual(number, ends(1, 360));
  if (share < 13) return perpetual(number, ends(-200, 200));
  if (share < 15) return { kind: 'not-needed' };
  if (share === 15) return evaluation(number, ends(-15, 45));
  if (share === 16) return lease(number, ends(0, 30), ends(40, 5));
  if (share === 17) return lease(number, ends(-30, 29), ends(-12, 24));
  if (share === 18) return { kind: 'missing', trialOffered: true };
  return { kind: 'unknown', reason: 'The key administrator did not answer in time.' };
}

/** One made-up extension; the same for the same number. */
function made(at: number): HostExtension {
  const roll = dice(at + 1);
  const number = String(at + 1).padStart(5, '0');
  const name = `${MANNERS[roll(MANNERS.length)]} ${KINDS[roll(KINDS.length)]} ${at + 1}`;
  const license = licenseOf(`EXT.${String(at + 1).padStart(8, '0')}`, roll);
  const releases = releasesOf(roll);
  // Some were brought up to date already, as far as this host allows.
  const forHost = releases.filter(({ requiresHost }) => requiresHost === '*');
  const installed = (roll(6) === 0 ? forHost.at(-1) : forHost[0])?.version ?? null;
  return extension(`extension-${number}`, name, license, releases, {
    installed,
    vendor: `Vendor ${1 + roll(40)}`,
    ...(roll(40) === 0
      ? { hold: { reason: 'Held for the season', by: 'You (admin)', until: null, ground: null } }
      : {}),
    ...(roll(100) === 0
      ? { status: { kind: 'failed', reason: 'It stopped while starting.' } }
      : {}),
    autoUpdate: roll(10) === 0,
  });
}

/** Very many extensions, all of them made up, every verdict among them. */
export const large = (count: number): Setting => ({
  asOf: `${TODAY}T09:00:00Z`,
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: Array.from({ length: count }, (_, at) => made(at)),
  offers: sale(ANY, 60, 30).map((offer) => ({ ...offer, id: offer.use })),
});
