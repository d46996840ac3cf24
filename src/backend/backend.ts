import type { Activity, ActivityFilter } from '../domain/activity.ts';
import type { Batch } from '../domain/batch.ts';
import type { Extension } from '../domain/extension.ts';
import type { Day } from '../domain/day.ts';
import type { HoldGround } from '../domain/hold.ts';
import type { ConstraintSyntax } from '../domain/host-fit.ts';
import type { License } from '../domain/license.ts';
import type { Money, Order, Target, Wish } from '../domain/order.ts';
import type { Release } from '../domain/release.ts';
import type { LeftReason, Term } from '../domain/renewal-term.ts';
import type { Loss, ReturnedLicense } from '../domain/returned-license.ts';
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

/** Some entries of the host's journal, newest first. */
export interface ActivityPage {
  readonly entries: readonly Activity[];
  /** Entries that could not be read: told of, never dropped. */
  readonly unreadable: readonly { readonly at: string; readonly expected: string }[];
  /** Where older ones are to be had; `null` = there are none. */
  readonly next: string | null;
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
  /**
   * Has the host install several releases as one transaction, one after the other. It checks every step for itself,
   * and takes none of a release that is not covered: such a step is `refused` and stops no other.
   *
   * @param steps - At least one, each extension once.
   * @param idempotencyKey - One per wish; retries carry the same one, so that one batch is started.
   * @throws BackendError `refused` with `in-progress` where a batch is not over, which `running` names.
   */
  startBatch(
    steps: readonly { readonly extension: string; readonly version: string }[],
    idempotencyKey: string,
  ): Promise<Batch>;
  /** Batches that are not over, whoever started them, and those that ended lately; those that make no sense are left out. */
  batches(signal?: AbortSignal): Promise<readonly Batch[]>;
  /** Lets no further step begin until it is resumed. May be repeated. @throws BackendError `refused` with `gone` once it is over. */
  pauseBatch(id: string): Promise<Batch>;
  /** Goes on with a paused batch. May be repeated. @throws BackendError as the pause does. */
  resumeBatch(id: string): Promise<Batch>;
  /** Cancels every step that has not begun; the one at work is left to `cancelTask`. May be repeated. */
  cancelBatch(id: string): Promise<Batch>;
  /**
   * Takes every update of a batch back that can be, the last one first, and cancels what has not begun.
   *
   * @param idempotencyKey - One per press of a button.
   * @throws BackendError `refused` with `in-progress` while a step is at work, here or in another batch.
   */
  undoBatch(id: string, idempotencyKey: string): Promise<Batch>;
  /**
   * Holds an extension back; a hold there is already is replaced. The host adds who asked.
   *
   * @param until - The last day of the hold; `null` = until someone releases it.
   * @param ground - What it is decided under: when that changes, the hold has ended. `null` = only its day ends it.
   */
  hold(key: string, reason: string, until: Day | null, ground: HoldGround | null): Promise<void>;
  /** Ends a hold; without one nothing changes. */
  releaseHold(key: string): Promise<void>;
  /** Passes over one release; the next one is offered again. May be repeated. */
  skip(key: string, version: string, reason: string): Promise<void>;
  /** Offers a skipped release again; without a skip nothing changes. */
  endSkip(key: string, version: string): Promise<void>;
  /** Has the host update an extension by itself, as far as its license and host version reach, or no longer. */
  autoUpdate(key: string, enabled: boolean): Promise<void>;
  /** The same for every extension that has the switch; answers how many were changed by it. */
  autoUpdateAll(enabled: boolean): Promise<{ readonly changed: number }>;
  /**
   * Who did what, newest first.
   *
   * @param filter - For the host to filter by, so that old entries are found without reading all; a host that does not
   *   know a part of it may send more, never less.
   * @param cursor - `next` of the page before; `null` for the newest.
   */
  activity(
    filter: ActivityFilter,
    cursor: string | null,
    signal?: AbortSignal,
  ): Promise<ActivityPage>;
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
  /** For the whole of it, and the same whatever else is renewed with it. */
  readonly price: Money;
  /** How many months are bought, those that lie behind already included; `null` where that is no whole number. */
  readonly months: number | null;
  /** Runs from the end of the old period, not from the payment day. */
  readonly newEndsOn: Day;
}

/** What renewing several licenses costs and brings. */
export interface Quote {
  /** Only extensions that were asked about, each once; those that are not renewed have no line. */
  readonly lines: readonly QuoteLine[];
  /** Why the others have none, as far as the host says. */
  readonly left: readonly { readonly extension: string; readonly because: LeftReason }[];
  /** By how many months all of them can be renewed; a host that names any can also make them end on one day. */
  readonly terms: readonly number[];
  /** What this is a quote of: the term asked for, or the usual one where it is the same for all; else `null`. */
  readonly term: Term | null;
  /** Where all of them are paid together; followed only through `storeLink`. */
  readonly storeUrl: string;
}

/** Licenses that came back through the browser, and entries that could not be read: told of, never dropped. */
export interface ReturnedLicenses {
  readonly licenses: readonly ReturnedLicense[];
  readonly unreadable: readonly { readonly at: string; readonly expected: string }[];
}

/** Everything that concerns licenses. Errors as in {@link HostBackend}. */
export interface LicenseBackend {
  /**
   * The license an extension runs under, read as the extension itself reads it through the host's SDK: what the host has
   * installed now, nobody else is asked. Never the body of the license. Works without any panel:
   * `restBackend({ baseUrl }).licenses.licenseOf('importer')`.
   *
   * @returns `unknown` for a license that makes no sense.
   * @throws BackendError `refused` with `not-found` where no such extension is installed.
   */
  licenseOf(extension: string, signal?: AbortSignal): Promise<License>;
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
  /**
   * Puts the key back that was in use before this one. The key it replaces is kept, so that the same is possible again.
   *
   * @param number - Of the key in use, without its version.
   * @param idempotencyKey - One per press of a button; retries carry the same one, so that it happens once.
   * @returns The license the extension has afterwards.
   * @throws BackendError `refused` with `not-found` (no such key is in use), `gone` (there is none before it) or
   *   `license-ended` (the key administrator has terminated the one before it).
   */
  rollBackKey(number: string, idempotencyKey: string): Promise<ActivationPreview>;
  /** Licenses the store sent back through the browser, newest first: those that are kept, and those applied lately. */
  returnedLicenses(signal?: AbortSignal): Promise<ReturnedLicenses>;
  /**
   * Puts a license that came back in place. A refused one stays kept.
   *
   * @param accepted - The losses the person was told of and agreed to; the host refuses to lose anything else.
   * @param idempotencyKey - One per press of a button.
   * @throws BackendError `refused` with one of the `license-…` problems, or `not-found` when it was discarded.
   */
  applyReturned(
    id: string,
    accepted: readonly Loss['kind'][],
    idempotencyKey: string,
  ): Promise<ReturnedLicense>;
  /** Forgets a license that came back, for good. May be repeated. */
  discardReturned(id: string): Promise<void>;
  /**
   * What renewing costs.
   *
   * @param extensions - Their keys, at least one.
   * @param term - How long; `null` = each by its usual term.
   */
  quote(extensions: readonly string[], term?: Term | null, signal?: AbortSignal): Promise<Quote>;
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
  /**
   * A token made by the host, which keeps the verifier behind it. A host with the capability `verifier` wants its own
   * tokens and no others. May be repeated: an unused token costs nothing.
   */
  mintToken?(): Promise<string>;
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
  /**
   * News of one order as they come, for orders whose `news` is `events`. Polling tells the same.
   *
   * @param told - Given the order as it stands at once, then after every change; maybe doubled or late.
   * @returns When the host has no more to tell for now, which says nothing about the order.
   * @throws BackendError as `order` does; `timed-out` when nothing at all came for a minute; `unreadable` when the
   *   news ended and the last of them made no sense. Readable news after that count.
   */
  events?(token: string, told: (order: Order) => void, signal?: AbortSignal): Promise<void>;
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
