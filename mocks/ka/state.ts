import type { Day } from '../../src/domain/day.ts';
import { addDays, addMonths } from '../../src/domain/day.ts';
import type { License, LicenseError, Standing } from '../../src/domain/license.ts';
import type { CatalogOffer } from '../catalog.ts';

/** A license key as the key administrator keeps it. */
export interface Key {
  /** Prefix and number, `EXT.00123456`; the version after it changes at every renewal. */
  number: string;
  version: number;
  /** Key of the extension it is for. */
  product: string;
  /** What was bought; sent to the vendor as `PRODUCT_ID`. */
  offer: string;
  /** The main key it hangs on; `null` until an activation code is used. */
  mainKey: string | null;
  grants: CatalogOffer['grants'];
  standing: Standing;
  errors: LicenseError[];
  createdOn: Day;
  /** Last paid or maintained day; `null` = no end. */
  endsOn: Day | null;
  /** Months by which the key administrator renews by itself; `null` = it does not. */
  renewsEvery: number | null;
  /** The last day it asked the vendor for that. */
  renewalTriedOn: Day | null;
  /** The license body the vendor issued; `null` = not yet. */
  body: string | null;
  token: string | null;
  test: boolean;
  /** What stood before the last renewal, for a refund. */
  before: { version: number; endsOn: Day | null } | null;
  /** Versions handed out before this one; a host may go back to one of them. */
  earlier?: { version: number; endsOn: Day | null }[];
  /** For pay as you go: what the vendor last counted, and when it was asked. */
  usage?: { askedOn: Day; counters: Record<string, number> };
}

/** What an activation code gives, and whether it still does. */
export interface ActivationCode {
  /** Five groups of six upper-case letters and digits. */
  code: string;
  /** Key numbers. */
  keys: string[];
  /** Main keys of the hosts it was used on. */
  usedBy: string[];
  /** On how many hosts it may be used. */
  limit: number;
  expiresOn: Day | null;
}

/** How a token is altered on its way. */
export const DAMAGES = ['upper-cased', 'cut', 'extended', 'decoded'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Something the vendor is yet to be told. Stays until the vendor has agreed. */
export interface Errand {
  id: string;
  action: 'PURCHASE' | 'RENEW' | 'UPGRADE' | 'TERMINATE' | 'GET-INFO';
  key: string;
  token: string | null;
  /** The end the vendor is asked to put into the license. */
  endsOn: Day | null;
  /** Milliseconds since 1970. */
  dueAt: number;
  /** Somebody is at it until then; afterwards it counts as not done. */
  claimedUntil: number;
}

/** A purchase the store told of. */
export interface KaPurchase {
  token: string;
  paidAt: string;
  keys: string[];
  refunded: boolean;
}

/** What the key administrator remembers. */
export interface KaState {
  /** `user:password` at the vendor's endpoint. */
  vendorLogin: string;
  /** The documents say `/`, their examples `\`. */
  dateSeparator: '/' | '\\';
  /** How it alters the tokens it passes on; absent = not at all. */
  damages?: Damage | null;
  /** Milliseconds between being told of a purchase and telling the vendor. */
  delay: number;
  /** Whether a bought key hangs on the buyer’s main key at once, or only once its activation code is used. */
  attaches: boolean;
  keys: Key[];
  codes: ActivationCode[];
  purchases: Record<string, KaPurchase>;
  outbox: Errand[];
  nextNumber: number;
}

/** Renewal is due at the end of the period; expiry comes this many days later. */
export const GRACE_DAYS = 10;
/** After expiry the vendor is told to terminate; that cannot be undone. */
const MONTHS_TO_TERMINATION = 3;

/** The last day a lease runs. */
export const expiryOf = (endsOn: Day): Day => addDays(endsOn, GRACE_DAYS);

/** The day on which a lease that nobody renewed is terminated. */
export const terminationOf = (endsOn: Day): Day =>
  addMonths(expiryOf(endsOn), MONTHS_TO_TERMINATION);

/** A key's full name, version included: `EXT.00123456.0002`. */
export const fullNumber = ({ number, version }: Pick<Key, 'number' | 'version'>): string =>
  `${number}.${String(version).padStart(4, '0')}`;

/** The number without prefix and version: `EXT.00123456` is `00123456` to the vendor. */
export const purchaseId = ({ number }: Pick<Key, 'number'>): string =>
  number.replace(/^[^.]*\./, '');

/** What a host is told of a key. */
export function licenseOf(key: Key): License {
  const common = { number: key.number, standing: key.standing, errors: key.errors };
  switch (key.grants) {
    case 'perpetual':
      return { ...common, kind: 'perpetual', maintenanceEndsOn: key.endsOn };
    case 'evaluation':
    case 'subscription':
    case 'copy': {
      const endsOn = key.endsOn;
      if (endsOn === null) return { ...common, kind: 'perpetual', maintenanceEndsOn: null };
      if (key.grants === 'evaluation') return { ...common, kind: 'evaluation', expiresOn: endsOn };
      return {
        ...common,
        kind: 'subscription',
        paidThrough: endsOn,
        runsThrough: expiryOf(endsOn),
        ...(key.renewsEvery === null ? {} : { autoRenews: true }),
        terminatesOn: terminationOf(endsOn),
      };
    }
  }
}
