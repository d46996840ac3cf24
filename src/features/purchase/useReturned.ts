import { useEffect, useRef } from 'react';
import { useLedger, useLedgerView } from '../../ledger/useLedger.ts';

/**
 * Asks at once about an order somebody came back from the store with, if it is one of the host's. What else the
 * address claimed plays no part, and a stranger's token is sent nowhere.
 *
 * @param token - From the page's address; `null` = nobody came back.
 */
export function useReturned(token: string | null): void {
  const { check } = useLedger();
  const { book } = useLedgerView();
  const asked = useRef(false);
  const isOurs = book?.orders.some((order) => order.token === token) ?? false;

  useEffect(() => {
    if (!isOurs || asked.current) return;
    asked.current = true;
    check();
  }, [isOurs, check]);
}
