import { licenseOnWire } from '../license-on-wire.ts';
import type * as v from 'valibot';
import type { WireDetailedRelease, WireExtension, WireRelease } from '../../src/backend/wire.ts';
import { type Coverages, coveragesOf } from '../../src/domain/coverage.ts';
import { type Day, dayOf, parseDay } from '../../src/domain/day.ts';
import { buildDate, POLICIES, unknownPolicy } from '../../src/domain/policies.ts';
import { compareReleases, orderOf, type Release } from '../../src/domain/release.ts';
import { isPrerelease, version } from '../../src/domain/version.ts';
import type { CatalogRelease, HostExtension } from './state.ts';

/** A release of the catalog as the rules judge it. */
export const judged = (release: CatalogRelease, zone: string): Release => ({
  version: version(release.version),
  builtOn: release.builtAt === null ? null : dayOf(release.builtAt, zone),
  publishedOn: parseDay(release.publishedOn ?? '') ?? null,
  requiresHost: release.requiresHost,
  security: release.security ?? false,
  prerelease: isPrerelease(version(release.version)),
  grantedTo: parseDay(release.grantedTo ?? '') ?? null,
});

/** By line rules the beginning of a line decides, wherever it lies. */
const BY_LINE: readonly (string | null)[] = ['patches-free', 'fallback-line'];

/** How the host judges an extension's releases, by the policy of its vendor. */
export function hostCoverages(extension: HostExtension, zone: string, today: Day): Coverages {
  const { license, policy, securityAlways = false } = extension;
  const releases = extension.releases.map((release) => judged(release, zone));
  const installed = releases.find(({ version: { text } }) => text === extension.installed);
  const named =
    policy === null
      ? buildDate
      : (POLICIES.find(({ name }) => name === policy) ?? unknownPolicy(policy));
  return coveragesOf(
    // An extension that was removed is judged as if its oldest release were installed.
    { license, policy: named, securityAlways, releases, installed: installed ?? NOTHING },
    today,
  );
}

const NOTHING = judged(
  { version: '0', builtAt: null, publishedOn: null, requiresHost: null },
  'UTC',
);

/** The release of that version, if the catalog has it. */
export const releaseOf = (
  { releases }: HostExtension,
  wanted: string | null,
): CatalogRelease | undefined => releases.find((release) => release.version === wanted);

/** A release as it travels, without what only the details show. */
export const onWire = (release: CatalogRelease): v.InferInput<typeof WireRelease> => ({
  version: release.version,
  builtAt: release.builtAt,
  publishedOn: release.publishedOn,
  requiresHost: release.requiresHost,
  ...(release.security ? { security: true } : {}),
  ...(isPrerelease(version(release.version)) ? { prerelease: true } : {}),
  ...(release.grantedTo ? { grantedTo: release.grantedTo } : {}),
});

/** The same with notes, size and what it does to the data. */
export const inDetail = (
  extension: HostExtension,
  release: CatalogRelease,
): v.InferInput<typeof WireDetailedRelease> => ({
  ...onWire(release),
  notes: release.notes ?? null,
  sizeBytes: release.sizeBytes ?? null,
  migratesData: release.migratesData ?? null,
  kept: extension.kept.includes(release.version) || extension.installed === release.version,
});

/**
 * An extension as it travels, with the releases needed to decide: the newer ones, and the older ones too where a way
 * back may be wanted (the installed release is not covered, or the extension failed).
 */
export function extensionOnWire(
  extension: HostExtension,
  installed: CatalogRelease,
  zone: string,
  today: Day,
): v.InferInput<typeof WireExtension> {
  const { key, name, vendor, status, license, policy, hold, releases } = extension;
  const now = judged(installed, zone);
  const reported = 'errors' in license && license.errors.includes('VERSION_MISMATCH');
  const wayBack =
    status.kind === 'failed' ||
    reported ||
    BY_LINE.includes(policy) ||
    hostCoverages(extension, zone, today).installed(now).kind === 'uncovered';
  const all = releases.map((release) => judged(release, zone));
  const order = orderOf(all);
  const sent = releases.filter((release, at) => {
    const one = all[at];
    return release !== installed && one && (wayBack || compareReleases(one, now, order) > 0);
  });
  return {
    key,
    name,
    vendor,
    installed: onWire(installed),
    status,
    license: licenseOnWire(license),
    previousLicense: extension.keyBefore ? licenseOnWire(extension.keyBefore.license) : null,
    policy,
    securityAlways: extension.securityAlways ?? false,
    hold,
    skipped: extension.skipped ?? [],
    previous: extension.previous ?? null,
    autoUpdate: extension.autoUpdate ?? null,
    advisories: extension.advisories ?? [],
    releases: sent.map(onWire),
  };
}
