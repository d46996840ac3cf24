import type { Extension } from '../domain/extension.ts';
import type { Day } from '../domain/day.ts';
import type { ConstraintSyntax } from '../domain/host-fit.ts';
import type { License } from '../domain/license.ts';
import type { Money, Order, Target, Wish } from '../domain/order.ts';
import type { Release } from '../domain/release.ts';
import type { Task } from '../domain/task.ts';
import type { Session } from './session.ts';

/** An entry of the host's list that could not be read at all. It is shown, named as far as possible, and decides nothing. */
export interface UnreadableExtension {
  /** Its key, or where it stood in the list: `extensions[3], page 1`. Unique among the unreadable ones. */
  readonly key: string;
  /** Empty when not even that could be read. */
  readonly name: string;
  /** Where it went wrong, as a path within the entry: `installed.version`. */
  readonly at: string;
  readonly expected: string;
}

/** What is installed on the host, and the host's date when it said so. */
export interface Inventory {
  /** The host's clock when the list was read, RFC 3339. Older than now where the host said "unchanged" since. */
  readonly asOf: string;
  /** The same as a day in the vendor's zone. */
  readonly today: Day;
  readonly hostVersion: string;
  readonly constraints: ConstraintSyntax;
  /** Grows with every change of the catalog; a smaller one than seen before is stale or tampered with. */
  readonly snapshot: number;
  /** In the host's order, each key once. */
  readonly extensions: readonly Extension[];
  /** Entries without their core, and keys that stood there twice. */
  readonly unreadable: readonly UnreadableExtension[];
}

/** A release with what only the details show. */
export interface DetailedRelease extends Release {
  /** Plain text or a small Markdown subset; never HTML. */
  readonly notes: string | null;
  /** `null` when unknown, as with all that follows. */
  readonly sizeBytes: number | null;
  /** Installing it changes stored data in a way that going back does not undo. */
  readonly migratesData: boolean | null;
  /** The host still has this package on disk. */
  readonly kept: boolean;
}

/** An admin's agreement to install a release that is not known to be covered; names that release. */
export interface Consent {
  readonly version: string;
  /** What the admin was told. */
  readonly coverage: 'uncovered' | 'unknown';
}

/**
 * Everything that concerns installed software.
 *
 * Every call of a backend throws `BackendError` and nothing else, except that an abort by the caller comes back as the
 * signal's own reason. No call repeats itself. Calls that take no signal are writes: leaving a page does not undo them.
 */
export interface HostBackend {
  /** Who is asking, of which host, and what both can do. */
  session(signal?: AbortSignal): Promise<Session>;
  /**
   * The whole list, however many pages it has.
   *
   * @returns The same object as before while nothing changed.
   * @throws BackendError `unreadable` at `snapshot` for a list older than one seen before, or of two states of the host.
   */
  extensions(signal?: AbortSignal): Promise<Inventory>;
  /** All releases of one extension, with notes, in any order; those that make no sense are left out. */
  releases(key: string, signal?: AbortSignal): Promise<readonly DetailedRelease[]>;
  /**
   * Starts installing a newer, an older or the same version.
   *
   * @param idempotencyKey - One per press of a button; retries carry the same one, so that one install is started.
   * @param consent - To a release that is not known to be covered; without it the host refuses such a one.
   * @throws BackendError `refused` with `not-covered`, `does-not-fit-host`, `package-unavailable`, or `in-progress`,
   *   which names the task in the way.
   */
  install(key: string, version: string, idempotencyKey: string, consent?: Consent): Promise<Task>;
  /** Starts removing an extension; the host keeps its data and its license key. */
  uninstall(key: string, idempotencyKey: string): Promise<Task>;
  /** What is running, whoever started it, and what ended lately; tasks that make no sense are left out. */
  tasks(signal?: AbortSignal): Promise<readonly Task[]>;
  /** Cancels a task that is still cancelable. @throws BackendError `refused` with `gone` when it is too late. */
  cancelTask(id: string): Promise<void>;
  /** Holds an extension back. @param until - The last day of the hold; `null` = until someone releases it. */
  hold(key: string, reason: string, until: Day | null): Promise<void>;
  /** Ends a hold; without one nothing changes. */
  releaseHold(key: string): Promise<void>;
}

/** What an activation code would do, before it does; afterwards, what it did. */
export interface ActivationPreview {
  /** One entry per extension. A license that makes no sense is `unknown`. */
  readonly licenses: readonly {
    readonly extension: string;
    readonly name: string;
    readonly license: License;
  }[];
}

/** What renewing one license costs. */
export interface QuoteLine {
  readonly extension: string;
  /** Key number, or `null` where the host does not know the license. */
  readonly license: string | null;
  /** Goes into the wish of the order. */
  readonly offer: string;
  /** For all months together. */
  readonly price: Money;
  readonly months: number;
  /** Runs from the end of the old period, not from the payment day. */
  readonly newEndsOn: Day;
}

/** What renewing several licenses costs and brings. */
export interface Quote {
  /** Only extensions that were asked about; those that cannot be renewed have no line. */
  readonly lines: readonly QuoteLine[];
  /** Where all of them are paid together; followed only through `storeLink`. */
  readonly storeUrl: string;
}

/** Everything that concerns licenses. Errors as in {@link HostBackend}. */
export interface LicenseBackend {
  /** Asks the key administrator afresh ("retrieve keys"); answers when that was last done, RFC 3339. */
  checkLicenses(signal?: AbortSignal): Promise<{ readonly checkedAt: string }>;
  /**
   * Says what a code would do, without using it up.
   *
   * @param code - A secret: it travels in bodies only and stands in no error.
   * @throws BackendError `refused` with one of the `code-…` problems or `license-ended`.
   */
  previewActivation(code: string, signal?: AbortSignal): Promise<ActivationPreview>;
  /** Uses a code. @param idempotencyKey - One per press of a button. @throws BackendError as the preview does. */
  activate(code: string, idempotencyKey: string): Promise<ActivationPreview>;
  /** What renewing costs. @param extensions - Their keys, at least one. */
  quote(extensions: readonly string[], signal?: AbortSignal): Promise<Quote>;
}

/** How an offer is licensed. */
export type OfferModel = 'single' | 'multiple' | 'pay-as-you-go' | 'individual';

/** Something that can be bought for an extension. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly model: OfferModel;
  readonly price: Money;
  /** Months one price pays for; `null` = once. */
  readonly months: number | null;
  /** From the host, as resellers change it; followed only through `storeLink`. */
  readonly storeUrl: string;
}

/** Every order the host keeps for this person, and those of its entries that could not be read: told of, never dropped. */
export interface OrderBook {
  readonly orders: readonly Order[];
  readonly unreadable: readonly {
    readonly token: string | null;
    readonly at: string;
    readonly expected: string;
  }[];
}

/**
 * Everything that concerns purchases in progress. The host keeps them; the panel keeps nothing it would miss. An answer
 * about another token than the one asked about is an error. Errors as in {@link HostBackend}.
 */
export interface OrderBackend {
  /** What can be bought for an extension; offers that make no sense are left out. */
  offers(key: string, signal?: AbortSignal): Promise<readonly Offer[]>;
  /** Domains this person may buy for. */
  targets(key: string, signal?: AbortSignal): Promise<readonly Target[]>;
  /**
   * Saves the wish under its token, durably, before any store link exists. May be repeated with the same token and wish.
   *
   * @throws BackendError `refused` with `wish-open`, where `running` is the token of the open order, `order-differs` or
   *   `target-gone`.
   */
  save(token: string, wish: Wish): Promise<Order>;
  /** Notes that the admin followed the link to the store. May be repeated. */
  handOff(token: string): Promise<void>;
  /** Every order this person may see, with what the host knows of it. */
  orders(signal?: AbortSignal): Promise<OrderBook>;
  /**
   * How one order stands, after the host has asked whoever knows.
   *
   * @throws BackendError `refused` with `not-found` (not heard of yet) or `gone`; `unavailable` when nobody could be asked.
   */
  order(token: string, signal?: AbortSignal): Promise<Order>;
  /** Delivers a ready order to its pinned target; exactly once however often asked. */
  fulfill(token: string): Promise<Order>;
  /** Gives up an order that is not paid. @throws BackendError `refused` with `gone` when it is. */
  cancel(token: string): Promise<Order>;
}

/** The panel's only way to the outside, in three parts that may come from different systems. */
export interface Backend {
  readonly host: HostBackend;
  readonly licenses: LicenseBackend;
  readonly orders: OrderBackend;
}
