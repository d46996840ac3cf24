import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBackend } from '../backend/context.ts';
import { inventoryQuery, sessionQuery } from '../backend/queries.ts';
import { foundLicenses, type FoundLicenses } from '../domain/found-licenses.ts';
import type { Words } from '../messages/words.ts';

/** Asking the key administrator afresh, and telling what that brought. */
export interface LicenseCheck {
  /** Has the host ask, and notes when. Reads no list. @throws BackendError as the backend does. */
  readonly ask: () => Promise<void>;
  /** Notes the licenses there are now; what it gives tells, once the list was read again, what has been found since. */
  readonly watch: () => () => FoundLicenses;
}

const NONE = [] as const;

/** One way of asking for licenses, for every button that does, and for orders that were paid. */
export function useLicenseCheck(): LicenseCheck {
  const backend = useBackend();
  const client = useQueryClient();
  return useMemo(() => {
    const listed = () => client.getQueryData(inventoryQuery(backend).queryKey)?.extensions ?? NONE;
    return {
      ask: async () => {
        const { checkedAt } = await backend.licenses.checkLicenses();
        client.setQueryData(
          sessionQuery(backend).queryKey,
          (session) => session && { ...session, licensesCheckedAt: checkedAt },
        );
      },
      watch: () => {
        const before = listed();
        return () => foundLicenses(before, listed());
      },
    };
  }, [backend, client]);
}

/** "2 licenses were found", "1 license has changed", or that there is nothing new. */
export function foundWords(say: Words, { found, changed }: FoundLicenses): string {
  if (found === 0 && changed === 0) return say('licenses.nothing-new');
  return [
    found > 0 ? say('licenses.found', { count: found }) : '',
    changed > 0 ? say('licenses.changed', { count: changed }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
