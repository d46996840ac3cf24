import type { Day } from './day.ts';
import type { License } from './license.ts';
import type { Release } from './release.ts';

/** Whether the host runs an extension. */
export type ExtensionStatus =
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled' }
  /** The host tried to run it and could not; `reason` is the host's own sentence. */
  | { readonly kind: 'failed'; readonly reason: string };

/** An administrator's decision not to update an extension for now. */
export interface Hold {
  readonly reason: string;
  readonly by: string;
  /** The last day of the hold; `null` = until someone releases it. */
  readonly until: Day | null;
}

/** Something in the host's answer about this extension that made no sense, and so was not used. */
export interface Unreadable {
  /** Where, as a path: `releases[3].builtAt`. */
  readonly at: string;
  readonly expected: string;
}

/** An installed add-on: a plug-in, app or module of the host. */
export interface Extension {
  /** Unique on this host. */
  readonly key: string;
  readonly name: string;
  readonly vendor: string;
  readonly installed: Release;
  readonly status: ExtensionStatus;
  readonly license: License;
  /** Name of the coverage policy its vendor declared. */
  readonly policy: string;
  readonly hold: Hold | null;
  /** Where its vendor helps: an address that `safeLink` follows, or `null` where none is known. */
  readonly supportUrl: string | null;
  /** Something can be bought for it whatever its license, such as individual offers for one domain each. */
  readonly sellsOffers: boolean;
  /**
   * The releases needed to decide, in any order: the newer ones, and for an uncovered or failed installed release also
   * older ones, without which there is no way back.
   */
  readonly releases: readonly Release[];
  readonly unreadable: readonly Unreadable[];
}
