import { useState } from 'react';
import type { Session } from '../backend/session.ts';
import type { Order, Wish } from '../domain/order.ts';
import { leftBehind, nameOf, type SavedWish, standing } from './saved-wish.ts';
import { useFollowedLedger, useLedgerView } from './useLedger.ts';

/** How saving a wish stands in a dialog, and what may be done about it. */
export interface WishSaving {
  readonly wish: SavedWish;
  /** Saves the wish, or saves it again under the token it has. Pressing twice is pressing once. */
  readonly save: () => void;
  /** Asks the host whether it has the order, without writing anything. */
  readonly check: () => void;
  /** The last order saved here for another choice than the present one. */
  readonly left: Order | null;
}

/**
 * Saves a wish before it may be paid: record first, then leave. A wish that is already open is resumed instead of
 * doubled.
 *
 * @param wish - `null` while the choice is not complete.
 */
export function useSavedWish(wish: Wish | null, session: Session): WishSaving {
  const ledger = useFollowedLedger(session);
  const view = useLedgerView();
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const name = wish === null ? null : nameOf(wish);
  return {
    wish: standing(wish, view, mine),
    save() {
      if (wish === null || name === null) return;
      setMine((before) => new Set(before).add(name));
      void ledger.save(wish);
    },
    check: () => void (wish && ledger.look(wish)),
    left: leftBehind(name, view.book, view.tokens, mine),
  };
}
