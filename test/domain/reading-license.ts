import type { Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import type { License, LicenseState } from '../../src/domain/license.ts';

/** What a hold was decided under; the panel itself keeps no more than a word and a day of the license. */
export interface HeldUnder {
  readonly hostVersion: string;
  readonly license: License;
}

/** Where a license stands on a day. */
export function licenseByHand(license: License, today: string): LicenseState['kind'] {
  if (!('errors' in license)) return license.kind;
  const { errors, standing } = license;
  if (standing !== 'active') return standing;
  if (errors.some((each) => each !== 'EXPIRED' && each !== 'VERSION_MISMATCH')) return 'wrong';
  const expired = errors.includes('EXPIRED');
  switch (license.kind) {
    case 'evaluation':
      return expired || today > license.expiresOn ? 'evaluation-expired' : 'evaluating';
    case 'perpetual':
      if (license.maintenanceEndsOn === null) return 'maintained-for-ever';
      return today > license.maintenanceEndsOn ? 'maintenance-ended' : 'maintained';
    case 'subscription':
      if (expired) return 'subscription-ended';
      if (today <= license.paidThrough) return 'paid';
      return today <= license.runsThrough ? 'in-grace' : 'subscription-ended';
  }
}

/** What the license allows, as far as a hold minds: of its days only the last one of maintenance. */
const allows = (license: License): string =>
  license.kind === 'perpetual' ? `perpetual ${license.maintenanceEndsOn}` : license.kind;

/** How a hold stands, and of one that ended the reason: `ended host`. */
export type HoldAnswer = 'none' | 'in-force' | `ended ${'day' | 'host' | 'license'}`;

/**
 * How the hold of an extension stands.
 *
 * @param under - What it was decided under; `null` where that was not kept.
 */
export function holdByHand(of: Extension, on: Estate, under: HeldUnder | null): HoldAnswer {
  if (of.hold === null) return 'none';
  if (of.hold.until !== null && on.today > of.hold.until) return 'ended day';
  if (under === null) return 'in-force';
  if (under.hostVersion !== on.hostVersion) return 'ended host';
  const [then, now] = [allows(under.license), allows(of.license)];
  return then === now || then === 'unknown' || now === 'unknown' ? 'in-force' : 'ended license';
}
