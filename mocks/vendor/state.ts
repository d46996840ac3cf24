import type { Day } from '../../src/domain/day.ts';
import type { Delivery, Half } from './delivery.ts';

/** A license the vendor has issued, by its number at the key administrator. */
export interface IssuedLicense {
  purchaseId: string;
  product: string;
  /** For individual offers: the order it belongs to. */
  token: string | null;
  body: string;
  endsOn: Day | null;
  terminated: boolean;
  test: boolean;
  /** RFC 3339. */
  toldAt: string;
  /** Milliseconds since 1970 from which it can be delivered. */
  readyAt: number;
}

/** What the vendor remembers. */
export interface VendorState {
  /** `user:password` the key administrator must show. */
  login: string;
  /** What a host must show to ask about its orders. */
  hostSecret: string;
  /** Milliseconds from the purchase until it can be delivered. */
  prepares: number;
  /** Seconds it asks to wait between two questions. */
  intervalSeconds: number;
  licenses: Record<string, IssuedLicense>;
  deliveries: Delivery[];
  /** The half in which its deliveries fail for now. */
  breaks?: Half | null;
  /** Whether the tokens of its customers are hashes, so that it delivers to who shows the verifier only. */
  wantsVerifier: boolean;
  /** Why it renews no longer, by its own number for the license: the reason as it travels. */
  unpaid?: Record<string, string>;
  /** What was used of it, by its own number for the license; for pay as you go. */
  used?: Record<string, Record<string, number>>;
  /** How it agrees to a termination: both are documented. 204 unless given. */
  agreesToEnd?: 200 | 204;
  /** Requests of the key administrator as they came, oldest first. */
  received: { at: string; authorization: string; body: string }[];
}
