import { useCallback, useState } from 'react';
import type { Session } from '../backend/session.ts';
import { permitted } from '../domain/capability.ts';
import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import type { FoundLicenses } from '../domain/found-licenses.ts';
import { foundWords, type LicenseCheck } from './useLicenseCheck.ts';

/** Where licenses cannot be retrieved at all, reading the list again is the whole check. */
const mayRetrieve = (session: Session | undefined): boolean =>
  session === undefined || permitted(session.capabilities, session.actor.roles).has('retrieveKeys');

/**
 * "Check again": retrieves the licenses and reads everything anew.
 *
 * @param session - Who is asking; `undefined` while that is not known.
 * @param licenses - How licenses are retrieved.
 * @param refresh - Reads session and list; gives what went wrong, or `null`.
 * @param forget - Lets go of the errors that stand at rows.
 */
export function useCheck(
  session: Session | undefined,
  licenses: LicenseCheck,
  refresh: () => Promise<unknown>,
  forget: () => void,
) {
  const say = useWords();
  const announce = useAnnounce();
  const may = mayRetrieve(session);
  const [checking, setChecking] = useState(false);
  /** Why the licenses could not be retrieved when that was last asked for. */
  const [unchecked, setUnchecked] = useState<unknown>(null);
  /** What the last check brought; `null` where none was made, or none came to an end. */
  const [found, setFound] = useState<FoundLicenses | null>(null);

  /** Asks the key administrator afresh, then reads everything again. */
  const check = useCallback(async () => {
    setChecking(true);
    forget();
    const found = licenses.watch();
    const retrieved = may
      ? await licenses.ask().then(
          () => null,
          (error: unknown) => error,
        )
      : null;
    const failed = (await refresh()) ?? retrieved;
    setUnchecked(failed === null ? null : retrieved);
    const brought = failed === null && may ? found() : null;
    setFound(brought);
    setChecking(false);
    if (failed !== null) announce(failureWords(say, failed).title);
    else if (brought === null) announce(say('panel.checked'));
    else announce(say('licenses.checked', { found: foundWords(say, brought) }));
  }, [licenses, may, refresh, forget, announce, say]);

  return { check, checking, unchecked, found };
}
