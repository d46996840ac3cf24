import { useEffect, useSyncExternalStore } from 'react';
import { useBackend } from '../backend/context.ts';
import type { Session } from '../backend/session.ts';
import { permitted } from '../domain/capability.ts';
import type { LedgerView } from './desk.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

/** The ledger of the panel around a component, without following what it knows. */
export const useLedger = (): Ledger => ledgerOf(useBackend());

/** What the ledger knows now. */
export function useLedgerView(): LedgerView {
  const { subscribe, view } = useLedger();
  return useSyncExternalStore(subscribe, view, view);
}

/** Follows the host's orders, as this person, as long as the component is there. */
export function useFollowedLedger({ capabilities, actor }: Session): Ledger {
  const ledger = useLedger();
  useEffect(
    () => ledger.permit(permitted(capabilities, actor.roles)),
    [ledger, capabilities, actor.roles],
  );
  useEffect(() => ledger.open(), [ledger]);
  return ledger;
}
