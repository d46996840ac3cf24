import type { Day } from './day.ts';
import type { License, LicenseError } from './license.ts';

/** Why a license that came back was not put in place, as the host words it. The license stays kept in every case. */
export const RETURN_REFUSALS = [
  'license-error',
  'license-downgrade',
  'license-other-host',
  'license-not-installed',
  'license-unreadable',
] as const;
/** One such reason. */
export type ReturnRefusal = (typeof RETURN_REFUSALS)[number];

/** What can be lost by a downgrade, by name. */
export const LOSSES = ['earlier-end', 'evaluation-over-paid', 'lower-edition'] as const;

/** Something the license in place has and the one that came back has not. */
export type Loss =
  /** `null` = no end. */
  | { readonly kind: 'earlier-end'; readonly from: Day | null; readonly to: Day }
  | { readonly kind: 'evaluation-over-paid' }
  /** In the vendor's words: `25 users`. */
  | { readonly kind: 'lower-edition'; readonly from: string; readonly to: string };

/** What came of the last try to apply a license. */
export interface Refused {
  readonly because: ReturnRefusal;
  /** RFC 3339. */
  readonly at: string;
  /** What the vendor reports, for `license-error`; may be empty. */
  readonly errors: readonly LicenseError[];
  /** What would be lost, for `license-downgrade`. */
  readonly losses: readonly Loss[];
}

/**
 * A license that the store sent back through the browser. The host keeps it until somebody applies or discards it,
 * whoever was signed in when it came. The license itself never leaves the host.
 */
export interface ReturnedLicense {
  readonly id: string;
  /** What it is for; `null` where not even that could be read. */
  readonly extension: string | null;
  readonly name: string | null;
  /** What it gives; `null` where it could not be read. */
  readonly license: {
    readonly kind: Extract<License['kind'], 'evaluation' | 'perpetual' | 'subscription'>;
    /** Last day of the trial, of maintenance or of the paid time; `null` = no end. */
    readonly endsOn: Day | null;
    /** In the vendor's words, `25 users`; `null` where there are no editions. */
    readonly edition: string | null;
  } | null;
  /** RFC 3339. */
  readonly receivedAt: string;
  /** Applied ones are told for a while, so that a lost answer can be looked up. */
  readonly state: 'kept' | 'applied';
  readonly refused: Refused | null;
}

/** What must be agreed to before a refused license may be applied after all; empty where agreeing does not help. */
export const lossesOf = ({ refused }: ReturnedLicense): readonly Loss[] =>
  refused?.because === 'license-downgrade' ? refused.losses : [];
