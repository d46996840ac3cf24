import * as v from 'valibot';
import { dayOf } from '../../domain/day.ts';
import type { License } from '../../domain/license.ts';
import type { Release } from '../../domain/release.ts';
import { isPrerelease, version } from '../../domain/version.ts';
import type { DetailedRelease } from '../backend.ts';
import { asDay, WireDetailedRelease, type WireLicense, WireRelease } from '../wire.ts';

/**
 * A release of the contract as the rules know it; its build instant becomes a day of the vendor's zone.
 *
 * @param zone - IANA name, checked already.
 */
export function toRelease(wire: v.InferOutput<typeof WireRelease>, zone: string): Release {
  const read = version(wire.version);
  return {
    version: read,
    builtOn: wire.builtAt === null ? null : dayOf(wire.builtAt, zone),
    publishedOn: wire.publishedOn === null ? null : asDay(wire.publishedOn),
    requiresHost: wire.requiresHost,
    security: wire.security,
    prerelease: wire.prerelease || isPrerelease(read),
    grantedTo: wire.grantedTo === null ? null : asDay(wire.grantedTo),
  };
}

const { notes, sizeBytes, migratesData, kept } = WireDetailedRelease.entries;

/** What only informs may be broken without costing the release; it is then not known. */
export const InformedRelease = v.object({
  ...WireRelease.entries,
  notes: v.fallback(notes, null),
  sizeBytes: v.fallback(sizeBytes, null),
  migratesData: v.fallback(migratesData, null),
  kept: v.fallback(kept, false),
});

/** The same with what only the details show. */
export const toDetailed = (
  wire: v.InferOutput<typeof InformedRelease>,
  zone: string,
): DetailedRelease => ({
  ...toRelease(wire, zone),
  notes: wire.notes,
  sizeBytes: wire.sizeBytes,
  migratesData: wire.migratesData,
  kept: wire.kept,
});

/** A license of the contract as the rules know it. */
export function toLicense(wire: v.InferOutput<typeof WireLicense>): License {
  switch (wire.kind) {
    case 'not-needed':
    case 'missing':
    case 'unknown':
      return wire;
    case 'evaluation':
      return { ...wire, expiresOn: asDay(wire.expiresOn) };
    case 'perpetual': {
      const { maintenanceEndsOn: end } = wire;
      return { ...wire, maintenanceEndsOn: end === 'never' ? null : asDay(end) };
    }
    case 'subscription': {
      const { autoRenews, terminatesOn, ...lease } = wire;
      return {
        ...lease,
        paidThrough: asDay(wire.paidThrough),
        runsThrough: asDay(wire.runsThrough),
        ...(autoRenews === null ? {} : { autoRenews }),
        ...(terminatesOn === null ? {} : { terminatesOn: asDay(terminatesOn) }),
      };
    }
  }
}
