import { type Capability, CAPABILITIES } from '../../src/domain/capability.ts';
import { day } from '../../src/domain/day.ts';
import { decide, type Decision, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import type { License } from '../../src/domain/license.ts';
import { buildDate } from '../../src/domain/policies.ts';
import type { Release } from '../../src/domain/release.ts';
import { isPrerelease, version } from '../../src/domain/version.ts';

/** A release that fits every host, built on a day (or on no known day). */
export function release(
  text: string,
  builtOn: string | null,
  more: Partial<Release> = {},
): Release {
  const read = version(text);
  return {
    version: read,
    builtOn: builtOn === null ? null : day(builtOn),
    publishedOn: null,
    requiresHost: '*',
    security: false,
    prerelease: isPrerelease(read),
    grantedTo: null,
    ...more,
  };
}

const key = { number: 'EXT.00123456', standing: 'active', errors: [] } as const;
type KeyParts = Partial<Pick<License & { kind: 'perpetual' }, 'standing' | 'errors' | 'number'>>;

export const perpetual = (endsOn: string | null, more: KeyParts = {}): License => ({
  ...key,
  ...more,
  kind: 'perpetual',
  maintenanceEndsOn: endsOn === null ? null : day(endsOn),
});

export const evaluation = (expiresOn: string, more: KeyParts = {}): License => ({
  ...key,
  ...more,
  kind: 'evaluation',
  expiresOn: day(expiresOn),
});

export const subscription = (
  paidThrough: string,
  runsThrough: string,
  more: KeyParts = {},
): License => ({
  ...key,
  ...more,
  kind: 'subscription',
  paidThrough: day(paidThrough),
  runsThrough: day(runsThrough),
});

/** Version 1.0 is installed and enabled, maintained to the end of March 2024. */
export const extension = (more: Partial<Extension> = {}): Extension => ({
  key: 'seo',
  name: 'SEO',
  vendor: 'Example Ltd.',
  installed: release('1.0', '2024-01-10'),
  status: { kind: 'enabled' },
  license: perpetual('2024-03-31'),
  previousLicense: null,
  policy: 'build-date',
  securityAlways: false,
  hold: null,
  skipped: [],
  previous: null,
  autoUpdate: null,
  advisories: [],
  supportUrl: null,
  sellsOffers: false,
  releases: [],
  unreadable: [],
  ...more,
});

/** A host of version 4.12.8 on 1 May 2024, asked by an admin, that can do everything. */
export const estate = (more: Partial<Estate> = {}): Estate => ({
  today: day('2024-05-01'),
  hostVersion: '4.12.8',
  constraints: 'composer',
  policies: [],
  defaultPolicy: buildDate,
  may: new Set(CAPABILITIES),
  soonDays: 30,
  ...more,
});

export const allBut = (...missing: Capability[]): ReadonlySet<Capability> =>
  new Set(CAPABILITIES.filter((each) => !missing.includes(each)));

export const decided = (of: Partial<Extension>, on: Partial<Estate> = {}): Decision =>
  decide(extension(of), estate(on));

/** The allowed actions in short: `update 1.1 included`, `roll-back 1.0 in-place`, `renew`. */
export const actionsOf = ({ actions }: Decision): string[] =>
  actions.map((action) => {
    switch (action.kind) {
      case 'update':
        return `update ${action.release.version.text} ${action.terms}`;
      case 'update-uncovered':
        return `consent ${action.release.version.text} ${action.because}`;
      case 'roll-back':
        return `roll-back ${action.release.version.text} ${action.way}`;
      case 'renew':
      case 'buy':
      case 'try':
      case 'upgrade':
      case 'activate':
      case 'contact-vendor':
      case 'check-again':
      case 'retrieve-keys':
      case 'release-hold':
        return action.kind;
      case 'end-skip':
        return `end-skip ${action.release.version.text}`;
    }
  });

export const textOf = (found: Release | null): string | null => found && found.version.text;
