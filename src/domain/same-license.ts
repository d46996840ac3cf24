import type { Day } from './day.ts';
import type { License } from './license.ts';

/** The day that tells one version of a key from another. */
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

/** Whether two licenses come from one version of one key; only one with a number can be told. */
export const sameLicense = (a: License, b: License): boolean =>
  'number' in a &&
  'number' in b &&
  a.number === b.number &&
  a.kind === b.kind &&
  endOf(a) === endOf(b);
