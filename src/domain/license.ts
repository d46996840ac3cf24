import { type Day, daysBetween } from './day.ts';

/** What a host or vendor may report as wrong with a license, in the order in which one of them is told. */
export const LICENSE_ERRORS = [
  'ROLE_EXCEEDED',
  'ROLE_UNDEFINED',
  'USER_MISMATCH',
  'EDITION_MISMATCH',
  'TYPE_MISMATCH',
  'EXPIRED',
  'VERSION_MISMATCH',
] as const;
/** One such report. */
export type LicenseError = (typeof LICENSE_ERRORS)[number];

/** Errors that say the license is of the wrong sort; the other two follow from dates. */
export type WrongLicense = Exclude<LicenseError, 'EXPIRED' | 'VERSION_MISMATCH'>;

/** How the key administrator regards a key. Suspended may be lifted; terminated is final. */
export type Standing = 'active' | 'suspended' | 'terminated';

interface Key {
  /** Key number without the version that changes at every renewal: `EXT.00123456`. */
  readonly number: string;
  readonly standing: Standing;
  readonly errors: readonly LicenseError[];
}

/** What was bought for an extension. */
export type License =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'missing'; readonly trialOffered: boolean }
  /** The host could not say: the key administrator is unreachable, or its answer made no sense. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Runs to the end of the named day. */
  | (Key & { readonly kind: 'evaluation'; readonly expiresOn: Day })
  /** Runs for ever; `maintenanceEndsOn` is the last day a release may be built to belong to it, `null` = no end. */
  | (Key & { readonly kind: 'perpetual'; readonly maintenanceEndsOn: Day | null })
  /** A lease: paid through one day, still running through a later one (the grace period), then it stops. An earlier `runsThrough` is no grace. */
  | (Key & {
      readonly kind: 'subscription';
      readonly paidThrough: Day;
      readonly runsThrough: Day;
      /**
       * The key administrator renews it by itself: it asks the vendor on the last paid day and then once a day through
       * `runsThrough`. Left out where the host does not say.
       */
      readonly autoRenews?: boolean;
      /** The day on which it is terminated for good if nobody renews it; left out where the host does not say. */
      readonly terminatesOn?: Day;
    });

/** A license on a given day. Named days are inclusive everywhere: the last day named still counts. */
export type LicenseState =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'missing'; readonly trialOffered: boolean }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'wrong'; readonly error: WrongLicense }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'terminated' }
  | { readonly kind: 'evaluating'; readonly expiresOn: Day; readonly daysLeft: number }
  | { readonly kind: 'evaluation-expired'; readonly expiredOn: Day }
  | {
      readonly kind: 'maintained';
      readonly endsOn: Day;
      readonly daysLeft: number;
      readonly endingSoon: boolean;
    }
  | { readonly kind: 'maintained-for-ever' }
  /** Calm: it runs for ever and keeps the releases it covers. */
  | { readonly kind: 'maintenance-ended'; readonly endedOn: Day }
  | {
      readonly kind: 'paid';
      readonly through: Day;
      readonly daysLeft: number;
      readonly endingSoon: boolean;
    }
  | {
      readonly kind: 'in-grace';
      readonly paidThrough: Day;
      readonly stopsAfter: Day;
      readonly daysLeft: number;
    }
  | { readonly kind: 'subscription-ended'; readonly endedOn: Day };

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

const isWrongLicense = (error: LicenseError): error is WrongLicense =>
  error !== 'EXPIRED' && error !== 'VERSION_MISMATCH';

/** The one error to report of several. */
export const firstError = (errors: readonly LicenseError[]): LicenseError | undefined =>
  LICENSE_ERRORS.find((error) => errors.includes(error));

/** The day that ends a license; `null` = it has no end, `undefined` = it is none that ends. */
export function endOf(license: License): Day | null | undefined {
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
      return undefined;
  }
}

/**
 * Where a license stands on `today`.
 *
 * What the vendor reports goes before what the dates say: an `EXPIRED` from it stops an evaluation or a lease
 * whose dates look alive, and its end is then never told as a day to come. A perpetual license cannot expire;
 * there `EXPIRED` changes nothing.
 *
 * @param soonDays - From how many days before its end a license counts as ending soon.
 */
export function licenseState(license: License, today: Day, soonDays = 30): LicenseState {
  if (license.kind === 'not-needed' || license.kind === 'missing' || license.kind === 'unknown')
    return license;
  if (license.standing !== 'active') return { kind: license.standing };
  const error = firstError(license.errors);
  if (error !== undefined && isWrongLicense(error)) return { kind: 'wrong', error };
  const reportedExpired = license.errors.includes('EXPIRED');

  switch (license.kind) {
    case 'evaluation':
      return today <= license.expiresOn && !reportedExpired
        ? {
            kind: 'evaluating',
            expiresOn: license.expiresOn,
            daysLeft: daysBetween(today, license.expiresOn),
          }
        : { kind: 'evaluation-expired', expiredOn: earlier(license.expiresOn, today) };
    case 'perpetual': {
      const endsOn = license.maintenanceEndsOn;
      if (endsOn === null) return { kind: 'maintained-for-ever' };
      if (today > endsOn) return { kind: 'maintenance-ended', endedOn: endsOn };
      const daysLeft = daysBetween(today, endsOn);
      return { kind: 'maintained', endsOn, daysLeft, endingSoon: daysLeft <= soonDays };
    }
    case 'subscription': {
      const { paidThrough } = license;
      const runsThrough = later(license.runsThrough, paidThrough);
      if (today > runsThrough || reportedExpired) {
        return { kind: 'subscription-ended', endedOn: earlier(runsThrough, today) };
      }
      if (today > paidThrough) {
        return {
          kind: 'in-grace',
          paidThrough,
          stopsAfter: runsThrough,
          daysLeft: daysBetween(today, runsThrough),
        };
      }
      const daysLeft = daysBetween(today, paidThrough);
      // What renews by itself does not end, however short its months are.
      const endingSoon = license.autoRenews !== true && daysLeft <= soonDays;
      return { kind: 'paid', through: paidThrough, daysLeft, endingSoon };
    }
  }
}

/**
 * Whether a license lets its extension run: `wrong` = it is of the wrong sort, `unknown` = nobody can say. What is
 * `stopped` does not run anyway, so no update can stop it.
 */
export function runsUnder(state: LicenseState): 'runs' | 'stopped' | 'wrong' | 'unknown' {
  switch (state.kind) {
    case 'missing':
    case 'suspended':
    case 'terminated':
    case 'evaluation-expired':
    case 'subscription-ended':
      return 'stopped';
    case 'wrong':
    case 'unknown':
      return state.kind;
    case 'not-needed':
    case 'evaluating':
    case 'maintained':
    case 'maintained-for-ever':
    case 'maintenance-ended':
    case 'paid':
    case 'in-grace':
      return 'runs';
  }
}
