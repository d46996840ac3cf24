import { addDays, addMonths, day, type Day } from '../../src/domain/day.ts';
import type { Extension } from '../../src/domain/extension.ts';
import type { License } from '../../src/domain/license.ts';
import type { Release } from '../../src/domain/release.ts';
import { isPrerelease, version } from '../../src/domain/version.ts';

/** The host's date in every situation. */
export const TODAY = day('2024-05-01');
/** The host's version in every situation. */
export const HOST_VERSION = '4.12.8';

const key = { number: 'EXT.00123456', standing: 'active', errors: [] } as const;
const perpetual = (
  endsOn: string,
  more: Partial<Extract<License, { kind: 'perpetual' }>> = {},
): License => ({ kind: 'perpetual', ...key, maintenanceEndsOn: day(endsOn), ...more });
const evaluation = (expiresOn: string): License => ({
  kind: 'evaluation',
  ...key,
  expiresOn: day(expiresOn),
});
const lease = (paidThrough: string, runsThrough: string): License => ({
  kind: 'subscription',
  ...key,
  paidThrough: day(paidThrough),
  runsThrough: day(runsThrough),
});

/** Every kind of license in every state it can be in today. */
export const LICENSES = {
  'not needed': { kind: 'not-needed' },
  none: { kind: 'missing', trialOffered: false },
  'none, a trial is offered': { kind: 'missing', trialOffered: true },
  'not known': { kind: 'unknown', reason: 'The key administrator could not be reached.' },
  'trial runs': evaluation('2024-05-20'),
  'trial over': evaluation('2024-04-20'),
  maintained: perpetual('2024-12-31'),
  'maintained, ending soon': perpetual('2024-05-20'),
  'maintenance ended': perpetual('2024-03-31'),
  'maintained for ever': { kind: 'perpetual', ...key, maintenanceEndsOn: null },
  'lease paid': lease('2024-12-31', '2025-01-10'),
  'lease ending soon': lease('2024-05-20', '2024-05-30'),
  'lease in grace': lease('2024-04-28', '2024-05-08'),
  'lease ended': lease('2024-04-01', '2024-04-11'),
  suspended: perpetual('2024-12-31', { standing: 'suspended' }),
  terminated: perpetual('2024-12-31', { standing: 'terminated' }),
  'wrong edition': perpetual('2024-12-31', { errors: ['EDITION_MISMATCH'] }),
  'reported mismatch': perpetual('2024-12-31', { errors: ['VERSION_MISMATCH'] }),
} satisfies Record<string, License>;

/** Whether the host runs the extension. */
export const STATUSES = {
  runs: { kind: 'enabled' },
  failed: { kind: 'failed', reason: 'It stopped while starting.' },
} satisfies Record<string, Extension['status']>;

/** The six, and one that nobody here knows. */
export const POLICY_NAMES = [
  'build-date',
  'published-or-granted',
  'patches-free',
  'fallback-line',
  'none-after-end',
  'live-subscription',
  'a policy nobody knows',
] as const;

/** Which hosts the newer releases run on. */
export const FITS = { fits: '*', 'needs another host': '^5.0.0', unstated: null } as const;

/** What an administrator decided. */
export const HOLDS = ['none', 'held', 'hold is over', 'newest skipped'] as const;

const release = (text: string, builtOn: Day | null, more: Partial<Release> = {}): Release => ({
  version: version(text),
  builtOn,
  publishedOn: null,
  requiresHost: '*',
  security: false,
  prerelease: isPrerelease(version(text)),
  grantedTo: null,
  ...more,
});

interface Dated {
  readonly installed: Release;
  /** Oldest first. */
  readonly newer: readonly Release[];
  readonly securityAlways?: boolean;
}

/** In the fourteenth month before the end, so that its line was current when a fallback is looked for. */
const first = (end: Day) => release('1.0.0', addMonths(end, -14));
const inTime = (end: Day) => addDays(end, -11);
const late = (end: Day) => addDays(end, 10);

/** What is installed and what is newer, by the last day of maintenance. Installed is 1.0.0 unless said otherwise. */
export const DATES = {
  'nothing newer': (end) => ({ installed: first(end), newer: [] }),
  '1.1.0 in time': (end) => ({ installed: first(end), newer: [release('1.1.0', inTime(end))] }),
  '1.1.0 late': (end) => ({ installed: first(end), newer: [release('1.1.0', late(end))] }),
  'patch 1.0.5 late': (end) => ({ installed: first(end), newer: [release('1.0.5', late(end))] }),
  '1.1.0 in time, 1.2.0 late': (end) => ({
    installed: first(end),
    newer: [release('1.1.0', inTime(end)), release('1.2.0', late(end))],
  }),
  '1.1.0 undated': (end) => ({ installed: first(end), newer: [release('1.1.0', null)] }),
  '1.1.0 built late, published in time': (end) => ({
    installed: first(end),
    newer: [release('1.1.0', late(end), { publishedOn: inTime(end) })],
  }),
  '1.1.0 late, granted': (end) => ({
    installed: first(end),
    newer: [release('1.1.0', late(end), { grantedTo: end })],
  }),
  '1.1.0 late, security, always given': (end) => ({
    installed: first(end),
    newer: [release('1.1.0', late(end), { security: true })],
    securityAlways: true,
  }),
  'installed 1.1.0 late': (end) => ({ installed: release('1.1.0', late(end)), newer: [] }),
  'a nightly without date or order': (end) => ({
    installed: first(end),
    newer: [release('nightly', null)],
  }),
} satisfies Record<string, (end: Day) => Dated>;

type LicenseWord = keyof typeof LICENSES;
type StatusWord = keyof typeof STATUSES;
type PolicyWord = (typeof POLICY_NAMES)[number];
type DatesWord = keyof typeof DATES;
type FitWord = keyof typeof FITS;
type HoldWord = (typeof HOLDS)[number];

/** One cell of the decision table: a word for each of its columns. */
export interface Situation {
  readonly license: LicenseWord;
  readonly status: StatusWord;
  readonly policy: PolicyWord;
  readonly dates: DatesWord;
  readonly fit: FitWord;
  readonly hold: HoldWord;
}

const words = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as K[];

/** The words of every column, in the order in which they are published. */
export const COLUMNS = {
  status: words(STATUSES),
  license: words(LICENSES),
  policy: POLICY_NAMES,
  dates: words(DATES),
  fit: words(FITS),
  hold: HOLDS,
} satisfies { [C in keyof Situation]: readonly Situation[C][] };

/** Every situation there is. */
export function* situations(): Generator<Situation> {
  for (const status of COLUMNS.status)
    for (const license of COLUMNS.license)
      for (const policy of COLUMNS.policy)
        for (const dates of COLUMNS.dates)
          for (const fit of COLUMNS.fit)
            for (const hold of COLUMNS.hold) yield { status, license, policy, dates, fit, hold };
}

/** Licenses without a last day of maintenance are given releases around this one. */
const SOME_END = day('2024-03-31');

const endOf = (license: License): Day =>
  license.kind === 'perpetual' ? (license.maintenanceEndsOn ?? SOME_END) : SOME_END;

/** The extension a situation speaks of. Beside its releases there is always 0.9.0, old enough for every license. */
export function extensionIn({ license, status, policy, dates, fit, hold }: Situation): Extension {
  const owned: License = LICENSES[license];
  const end = endOf(owned);
  const { installed, newer, securityAlways = false }: Dated = DATES[dates](end);
  const newest = newer.at(-1);
  const by = 'You (admin)';
  const until = hold === 'held' ? day('2024-05-31') : day('2024-04-30');
  return {
    key: 'importer',
    name: 'Importer',
    vendor: 'Example Vendor',
    installed,
    status: STATUSES[status],
    license: owned,
    policy,
    securityAlways,
    hold:
      hold === 'held' || hold === 'hold is over'
        ? { reason: 'Waiting for the new templates', by, until, ground: null }
        : null,
    skipped:
      hold === 'newest skipped' && newest
        ? [{ version: newest.version.text, reason: 'Breaks the templates', by }]
        : [],
    previous: null,
    autoUpdate: null,
    advisories: [],
    supportUrl: null,
    sellsOffers: false,
    previousLicense: null,
    releases: [
      release('0.9.0', addMonths(end, -20)),
      ...newer.map((each) => ({ ...each, requiresHost: FITS[fit] })),
    ],
    unreadable: [],
  };
}
