import { sameTerm, type Term } from './renewal-term.ts';

/** Where an order stands, in the order in which it moves; side exits after `fulfilled`. */
export const ORDER_STATES = [
  'prepared',
  'handed-off',
  'pending',
  'action-needed',
  'paid',
  'ready',
  'fulfilling',
  'fulfilled',
  'canceled',
  'expired',
  'refunded',
  'fulfill-failed',
  'needs-target',
  'mismatch',
] as const;
/** Where an order stands. */
export type OrderState = (typeof ORDER_STATES)[number];

/** The six steps an order is followed through, with the instant each was reached or `null`. */
export const ORDER_STEPS = [
  'recorded',
  'atStore',
  'paid',
  'vendorTold',
  'ready',
  'delivered',
] as const;
/** One step of an order. */
export type OrderStep = (typeof ORDER_STEPS)[number];

/** An amount of money: decimal text, never a floating point number. */
export interface Money {
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** A domain or website that an individual offer is delivered to. */
export interface Target {
  /** Stable; a renamed domain keeps it. */
  readonly id: string;
  readonly domain: string;
}

/** What is bought: one domain's copy, more time for licenses, or a license that arrives as an activation code. */
export type OrderKind = 'individual-offer' | 'renewal' | 'license';

/** What the admin decided, saved before the store link exists. The same wish never has two open orders. */
export interface Wish {
  readonly kind: OrderKind;
  readonly extension: string;
  readonly offer: string;
  /** Pinned here; delivery goes to this domain and to no other. */
  readonly target: Target | null;
  /** Key numbers a renewal is for. */
  readonly licenses: readonly string[];
  /** How long they are renewed; left out = each by its usual term. */
  readonly term?: Term;
  /** What the panel showed; the store sets the price. */
  readonly priceShown: Money | null;
}

/** How news of an order come: the panel asks again and again, or the host tells by server-sent events. */
export const ORDER_NEWS = ['poll', 'events'] as const;
/** One way in which news of an order come. */
export type OrderNews = (typeof ORDER_NEWS)[number];

/** One half of a delivery: making the license and putting it on the domain, or a part only this host knows. */
export interface DeliveryPart {
  /** `license`, `install`, or the host's own word, which is shown as given. */
  readonly part: string;
  readonly done: boolean;
}

/** One purchase in progress, as the host tells it. */
export interface Order extends Wish {
  /** Unguessable reference; public once it stood in a URL, so never a right to anything. */
  readonly token: string;
  readonly state: OrderState;
  /** A state word this panel does not know; the order then reads as `pending`. */
  readonly unknownState: string | null;
  /** What it is called, for people. */
  readonly title: string;
  readonly steps: Readonly<Record<OrderStep, string | null>>;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly startedAt: string;
  /** Who had it delivered; `null` = nobody yet, or it needed nobody. */
  readonly deliveredBy: { readonly id: string; readonly name: string } | null;
  /** What of the delivery is done, in the order in which it is done; `null` = the host does not say. */
  readonly delivery: readonly DeliveryPart[] | null;
  /** How news of it come; polling always works as well. */
  readonly news: OrderNews;
  /** What the vendor says it was asked to deliver; refused when it is another target or offer. */
  readonly echo: { readonly offer: string; readonly target: string | null } | null;
  /** Seconds the host asks us to wait between two questions. */
  readonly intervalSeconds: number;
  /** The host's store address for this order, to which {@link storeLink} adds the token; `null` once there is nothing to pay. */
  readonly storeUrl: string | null;
  readonly supportUrl: string | null;
  readonly reason: string | null;
  /** Placed in test mode: labeled so, and never fulfilled on a production host. */
  readonly test: boolean;
}

/** States in which nothing more will happen by itself and nothing is left to do. */
const SETTLED: readonly OrderState[] = ['fulfilled', 'canceled', 'expired', 'refunded'];

/** Whether an order has reached an end. A later `paid` re-opens a canceled or expired one. */
export const isSettled = (state: OrderState): boolean => SETTLED.includes(state);

const DAY_MS = 86_400_000;
const COMES_BACK_WITHIN_DAYS = 60;

/**
 * Whether an order that ended without payment may still turn out to be paid. That it was never handed off, as far as the
 * host knows, proves nothing: the page that was to say so may have been closed.
 *
 * @param now - Milliseconds since 1970.
 */
export const mayComeBack = ({ state, startedAt }: Order, now: number): boolean =>
  (state === 'canceled' || state === 'expired') &&
  now - Date.parse(startedAt) < COMES_BACK_WITHIN_DAYS * DAY_MS;

/**
 * How far along a state is; side exits keep the place they were left at. Of states at one place the last told
 * stands: a buyer is asked to act, has acted, is asked again.
 */
const RANK: Record<OrderState, number> = {
  prepared: 0,
  'handed-off': 1,
  pending: 2,
  'action-needed': 2,
  canceled: 4,
  expired: 4,
  paid: 5,
  ready: 6,
  'needs-target': 6,
  mismatch: 6,
  fulfilling: 7,
  'fulfill-failed': 8,
  fulfilled: 9,
  refunded: 10,
};

/**
 * What is known of an order after another reply. Replies may come late, doubled or in another order: none of them
 * lowers a state, except that a failed delivery may be tried again. A step once reached stays reached, and what was
 * wished stays as it was recorded: no reply moves an order to another domain or offer (a renamed domain is the same).
 */
export function mergeOrder(known: Order, reply: Order): Order {
  if (reply.token !== known.token) return known;
  const again = known.state === 'fulfill-failed' && reply.state === 'fulfilling';
  const newer = again || RANK[reply.state] >= RANK[known.state] ? reply : known;
  const steps = { ...newer.steps };
  for (const step of ORDER_STEPS) {
    steps[step] = newer.steps[step] ?? known.steps[step] ?? reply.steps[step];
  }
  const { kind, extension, offer, licenses, term, priceShown } = known;
  const { term: _, ...told } = newer;
  const target = newer.target?.id === known.target?.id ? newer.target : known.target;
  const wish = { kind, extension, offer, licenses, ...(term && { term }), priceShown, target };
  const deliveredBy = newer.deliveredBy ?? known.deliveredBy;
  return { ...told, ...wish, steps, deliveredBy, delivery: partsOf(known, newer) };
}

/** A part once done stays done. */
function partsOf(known: Order, newer: Order): Order['delivery'] {
  if (newer.delivery === null) return known.delivery;
  const done = known.delivery?.filter((each) => each.done).map(({ part }) => part) ?? [];
  return newer.delivery.map(({ part, done: now }) => ({ part, done: now || done.includes(part) }));
}

/** Whether the vendor confirms what was wished. No echo yet is no contradiction. */
export const echoes = (order: Order): boolean =>
  order.echo === null ||
  (order.echo.offer === order.offer &&
    (order.echo.target === null || order.echo.target === (order.target?.id ?? null)));

/** Two wishes are the same when they ask for the same thing for the same place; the price shown does not matter. */
export const sameWish = (a: Wish, b: Wish): boolean =>
  a.kind === b.kind &&
  a.extension === b.extension &&
  a.offer === b.offer &&
  (a.target?.id ?? null) === (b.target?.id ?? null) &&
  sameTerm(a.term, b.term) &&
  a.licenses.every((number) => b.licenses.includes(number)) &&
  b.licenses.every((number) => a.licenses.includes(number));

/** The open order that a wish would double, to be resumed instead. */
export const openOrderFor = (wish: Wish, orders: readonly Order[]): Order | undefined =>
  orders.find((order) => !isSettled(order.state) && sameWish(order, wish));
