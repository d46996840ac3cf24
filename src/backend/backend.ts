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
  readonly key: string;
  readonly name: string;
  readonly at: string;
  readonly expected: string;
}

/** What is installed on the host, and the host's date when it said so. */
export interface Inventory {
  readonly asOf: string;
  readonly today: Day;
  readonly hostVersion: string;
  readonly constraints: ConstraintSyntax;
  /** Grows with every change of the catalog; a smaller one than seen before is stale or tampered with. */
  readonly snapshot: number;
  readonly extensions: readonly Extension[];
  readonly unreadable: readonly UnreadableExtension[];
}

/** A release with what only the details show. */
export interface DetailedRelease extends Release {
  /** Plain text or a small Markdown subset; never HTML. */
  readonly notes: string | null;
  readonly sizeBytes: number | null;
  readonly migratesData: boolean | null;
  /** The host still has this package on disk. */
  readonly kept: boolean;
}

/** An admin's agreement to install a release that is not known to be covered; names that release. */
export interface Consent {
  readonly version: string;
  readonly coverage: 'uncovered' | 'unknown';
}

/** Everything that concerns installed software. */
export interface HostBackend {
  session(signal?: AbortSignal): Promise<Session>;
  extensions(signal?: AbortSignal): Promise<Inventory>;
  /** All releases of one extension, with notes. */
  releases(key: string, signal?: AbortSignal): Promise<readonly DetailedRelease[]>;
  /** @param idempotencyKey - Repeated retries carry the same one, so that one install is started. */
  install(key: string, version: string, idempotencyKey: string, consent?: Consent): Promise<Task>;
  uninstall(key: string, idempotencyKey: string): Promise<Task>;
  tasks(signal?: AbortSignal): Promise<readonly Task[]>;
  cancelTask(id: string): Promise<void>;
  hold(key: string, reason: string, until: Day | null): Promise<void>;
  releaseHold(key: string): Promise<void>;
}

/** What an activation code would do, before it does. */
export interface ActivationPreview {
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
  readonly offer: string;
  readonly price: Money;
  readonly months: number;
  /** Runs from the end of the old period, not from the payment day. */
  readonly newEndsOn: Day;
}

export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly storeUrl: string;
}

/** Everything that concerns licenses. */
export interface LicenseBackend {
  /** Asks the key administrator afresh ("retrieve keys"); answers when that was last done. */
  checkLicenses(signal?: AbortSignal): Promise<{ readonly checkedAt: string }>;
  previewActivation(code: string, signal?: AbortSignal): Promise<ActivationPreview>;
  activate(code: string, idempotencyKey: string): Promise<ActivationPreview>;
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
  /** From the host; resellers change it. */
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

/** Everything that concerns purchases in progress. The host keeps them; the panel keeps nothing it would miss. */
export interface OrderBackend {
  offers(key: string, signal?: AbortSignal): Promise<readonly Offer[]>;
  /** Domains this person may buy for. */
  targets(key: string, signal?: AbortSignal): Promise<readonly Target[]>;
  /** Saves the wish under its token, durably, before any store link exists. May be repeated with the same token and wish. */
  save(token: string, wish: Wish): Promise<Order>;
  /** Notes that the admin followed the link to the store. */
  handOff(token: string): Promise<void>;
  orders(signal?: AbortSignal): Promise<OrderBook>;
  order(token: string, signal?: AbortSignal): Promise<Order>;
  /** Delivers a ready order to its pinned target; exactly once however often asked. */
  fulfill(token: string): Promise<Order>;
  cancel(token: string): Promise<Order>;
}

/** The panel's only way to the outside, in three parts that may come from different systems. */
export interface Backend {
  readonly host: HostBackend;
  readonly licenses: LicenseBackend;
  readonly orders: OrderBackend;
}
