import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Inventory } from '../backend/backend.ts';
import { useBackend } from '../backend/context.ts';
import { inventoryQuery, sessionQuery } from '../backend/queries.ts';
import type { Session } from '../backend/session.ts';
import { clockDoubt, type ClockDoubt } from '../domain/clock-doubt.ts';
import type { Decided, Estate } from '../domain/decide.ts';
import { type Listing, listingOf } from '../features/extensions/listing.ts';
import { deciding, type EstateOptions, estateOf } from './estate.ts';

/** What is known of the host and its extensions at this moment. */
export type Knowledge =
  /** The list is on its way; the session may be here already. */
  | { readonly kind: 'loading'; readonly session: Session | undefined }
  /** Nothing was ever read; `session` may be known although the list is not. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly session: Session | undefined }
  | {
      readonly kind: 'known';
      readonly session: Session;
      readonly inventory: Inventory;
      readonly estate: Estate;
      readonly listing: Listing;
      readonly decided: ReadonlyMap<string, Decided>;
      /** What went wrong when the list was read again; what is shown is then from `readAt`. */
      readonly stale: unknown;
      /** When the list was last read, in milliseconds since 1970. */
      readonly readAt: number;
      readonly refreshing: boolean;
      /** The host's clock and this device's say different days, and a license depends on it. */
      readonly doubt: ClockDoubt | null;
    };

/** Reads session and list, and decides what changed. */
export function useEstate({ policies, defaultPolicy, soonDays }: EstateOptions, locale: string) {
  const backend = useBackend();
  const session = useQuery(sessionQuery(backend));
  const inventory = useQuery(inventoryQuery(backend));
  const [decider] = useState(deciding);
  const [places] = useState(() => new Map<string, number>());

  const judged = useMemo(() => {
    if (!session.data || !inventory.data) return undefined;
    const estate = estateOf(session.data, inventory.data, {
      policies,
      defaultPolicy,
      soonDays,
    });
    const rows = decider.decide(inventory.data.extensions, estate);
    return {
      estate,
      listing: listingOf(rows, locale, places),
      decided: new Map(rows.map((row) => [row.extension.key, row])),
    };
  }, [session.data, inventory.data, policies, defaultPolicy, soonDays, locale, decider, places]);

  const doubt = useMemo(() => {
    if (!session.data || !inventory.data) return null;
    const { asOf, vendorZone } = session.data;
    const licenses = inventory.data.extensions.map(({ license }) => license);
    return clockDoubt(asOf, session.dataUpdatedAt, vendorZone, licenses);
  }, [session.data, session.dataUpdatedAt, inventory.data]);

  /** Reads everything again; gives what went wrong, `null` when nothing did. */
  const refresh = async (): Promise<unknown> => {
    places.clear();
    const read = await Promise.all([session.refetch(), inventory.refetch()]);
    return read.find(({ error }) => error !== null)?.error ?? null;
  };

  return { knowledge: knowledge(), refresh };

  function knowledge(): Knowledge {
    if (judged && session.data && inventory.data) {
      return {
        kind: 'known',
        session: session.data,
        inventory: inventory.data,
        ...judged,
        doubt,
        stale: inventory.error ?? session.error ?? undefined,
        readAt: inventory.dataUpdatedAt,
        refreshing: inventory.isFetching,
      };
    }
    const error = session.error ?? inventory.error;
    return error
      ? { kind: 'failed', error, session: session.data }
      : { kind: 'loading', session: session.data };
  }
}
