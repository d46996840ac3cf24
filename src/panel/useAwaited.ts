import { useMemo } from 'react';
import { type Awaited, awaitedLicenses } from '../domain/awaited.ts';
import { useLedgerView } from '../ledger/useLedger.ts';
import type { Knowledge } from './useEstate.ts';

const NONE: ReadonlyMap<string, Awaited> = new Map();

/** Which extensions a license was ordered for that is not here yet, found once for all rows. */
export function useAwaited(knowledge: Knowledge): ReadonlyMap<string, Awaited> {
  const { book } = useLedgerView();
  const extensions = knowledge.kind === 'known' ? knowledge.inventory.extensions : undefined;
  return useMemo(
    () => (book && extensions ? awaitedLicenses(book.orders, extensions) : NONE),
    [book, extensions],
  );
}
