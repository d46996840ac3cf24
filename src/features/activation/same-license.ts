import type { Day } from '../../domain/day.ts';
import type { License } from '../../domain/license.ts';

/** The day that tells one term of a license from another. */
function endOf(license: License): Day | null {
  switch (license.kind) {
    case 'evaluation':
      return license.expiresOn;
    case 'perpetual':
      return license.maintenanceEndsOn;
    case 'subscription':
      return license.paidThrough;
    case 'not-needed':
    case 'missing':
    case 'unknown':
      return null;
  }
}

/** Whether a license that was offered is the one that is there now; only one with a number can be told. */
export const sameLicense = (offered: License, present: License): boolean =>
  'number' in offered &&
  'number' in present &&
  offered.number === present.number &&
  offered.kind === present.kind &&
  endOf(offered) === endOf(present);
