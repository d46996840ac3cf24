import type { Money } from '../../src/domain/order.ts';
import type { Term } from '../../src/domain/renewal-term.ts';
import { now } from '../clock.ts';
import { own } from '../own.ts';
import type { World } from '../world.ts';

/** What somebody came to the store for: what stood in the link. */
export interface Basket {
  /** Extension the buy page is for; `renewal` = the licenses named in `licenses`. */
  extension: string;
  /** The order's reference, handed on and never read. */
  token: string | null;
  offer: string | null;
  mainKey: string | null;
  /** Key numbers to renew or upgrade (`ekn`). */
  licenses: string[];
  /** How long they are renewed; none = each by its usual term. */
  term?: Term | null;
}

/** A payment, by token. */
export interface Payment {
  token: string;
  basket: Basket;
  price: Money;
  state: 'later' | 'paid' | 'refunded';
  at: string;
  /** Whether the key administrator knows of the present state. */
  told: boolean;
  /** When it is to be told, in milliseconds since 1970. */
  dueAt: number;
  claimedUntil: number;
}

/** A request of a browser, as the store saw it. */
export interface Visit {
  at: string;
  method: string;
  address: string;
  /** Empty when the browser sent none. */
  referer: string;
  headers: Record<string, string>;
}

/** What the store remembers. */
export interface StoreState {
  name: string;
  /** Everything is a test and nothing is charged. */
  test: boolean;
  payments: Record<string, Payment>;
  visits: Visit[];
}

/** How long whoever delivers a message may take before it counts as not delivered. */
export const CLAIM_MS = 30_000;
const RETRY_MS = 60_000;

const isWaiting = (payment: Payment, at: number): boolean =>
  payment.state !== 'later' && !payment.told && payment.dueAt <= at && payment.claimedUntil <= at;

/** Whether the key administrator is to be told something. */
export function storeIsBehind(world: World): boolean {
  const at = now(world);
  return Object.values(world.store.payments).some((payment) => isWaiting(payment, at));
}

/** Takes on every message that is due; gives their tokens. */
export function claimMessages(world: World): string[] {
  const at = now(world);
  const due = Object.values(world.store.payments).filter((payment) => isWaiting(payment, at));
  for (const payment of due) payment.claimedUntil = at + CLAIM_MS;
  return due.map(({ token }) => token);
}

/** The key administrator did not answer, or refused: told again in a minute. */
export function tellAgain(world: World, token: string): void {
  const payment = own(world.store.payments, token);
  if (!payment) return;
  payment.dueAt = now(world) + RETRY_MS;
  payment.claimedUntil = 0;
}
