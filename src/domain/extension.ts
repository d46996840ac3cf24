import type { Advisory } from './advisory.ts';
import type { Hold, Skip } from './hold.ts';
import type { License } from './license.ts';
import type { Release } from './release.ts';

/** Whether the host runs an extension. */
export type ExtensionStatus =
  | { readonly kind: 'enabled' }
  | { readonly kind: 'disabled' }
  /** The host tried to run it and could not; `reason` is the host's own sentence. */
  | { readonly kind: 'failed'; readonly reason: string };

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
  /** What the key before the one in use gave, which rolling the key back restores; `null` where none is known. */
  readonly previousLicense: License | null;
  /** Name of the coverage policy its vendor declared; `null` = the one the panel goes by where nothing is declared. */
  readonly policy: string | null;
  /** The vendor gives security releases to every license, also after its maintenance ended. */
  readonly securityAlways: boolean;
  readonly hold: Hold | null;
  /** Single releases that an administrator does not want; each version at most once. */
  readonly skipped: readonly Skip[];
  /** The version that ran before the installed one; `null` where none is known. */
  readonly previous: string | null;
  /** Whether the host updates it by itself; `null` where the host has no such switch for it. */
  readonly autoUpdate: boolean | null;
  /** Published flaws of any of its versions. */
  readonly advisories: readonly Advisory[];
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
