import type { Day } from '../../src/domain/day.ts';

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

/** Something handed over to a domain. Never more than one for a token. */
export interface Delivery {
  token: string;
  target: string;
  domain: string;
  startedAt: number;
  endsAt: number;
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
  /** Requests of the key administrator as they came, oldest first. */
  received: { at: string; authorization: string; body: string }[];
}
