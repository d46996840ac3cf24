import { useCallback, useEffect, useRef } from 'react';
import type { Session } from '../backend/session.ts';
import { permitted } from '../domain/capability.ts';
import { isSettled, type Order } from '../domain/order.ts';
import { useLedgerView } from '../ledger/useLedger.ts';
import type { LicenseCheck } from './useLicenseCheck.ts';

const bringsLicense = ({ kind }: Order): boolean => kind !== 'individual-offer';
/** Nothing was bought, so nothing can have arrived. */
const cameToNothing = ({ state }: Order): boolean => state === 'canceled' || state === 'expired';
const isPaid = ({ steps, state }: Order): boolean => steps.paid !== null || state === 'paid';

/**
 * Reads licenses again whenever orders say that they may have changed: once when an order for one turns paid, and once
 * when it ends. Where keys can be retrieved they are asked for, instead of waiting for the host to come upon them. How
 * an order stood when it was first seen is no news.
 *
 * @param readAgain - Reads what is installed and licensed.
 * @returns To be told of every order that has ended.
 */
export function useArrivals(
  session: Session | undefined,
  licenses: LicenseCheck,
  readAgain: () => Promise<void>,
): (order: Order) => void {
  const { book } = useLedgerView();
  const paid = useRef(new Map<string, boolean>());
  const may =
    session !== undefined &&
    permitted(session.capabilities, session.actor.roles).has('retrieveKeys');

  const fetch = useCallback(
    async (order: Order) => {
      // Whether or not they could be asked for, what the host knows by now is read.
      if (may && bringsLicense(order) && !cameToNothing(order))
        await licenses.ask().catch(() => undefined);
      await readAgain();
    },
    [may, licenses, readAgain],
  );

  useEffect(() => {
    for (const order of book?.orders ?? []) {
      const before = paid.current.get(order.token);
      paid.current.set(order.token, isPaid(order));
      const turnedPaid = before === false && isPaid(order) && !isSettled(order.state);
      if (turnedPaid && bringsLicense(order)) void fetch(order);
    }
  }, [book, fetch]);

  return useCallback((order) => void fetch(order), [fetch]);
}
