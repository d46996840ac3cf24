import { useCallback, useState } from 'react';
import { useBackend } from '../backend/context.ts';
import { isBackendError } from '../backend/errors.ts';
import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import { useAnnounce } from '../ui/Announcer.tsx';

const isRefused = (error: unknown): boolean =>
  isBackendError(error) && error.failure.kind === 'refused';

/**
 * "Check again": retrieves the licenses and reads everything anew.
 *
 * @param refresh - Reads session and list; gives what went wrong, or `null`.
 * @param forget - Lets go of the errors that stand at rows.
 */
export function useCheck(refresh: () => Promise<unknown>, forget: () => void) {
  const say = useWords();
  const announce = useAnnounce();
  const backend = useBackend();
  const [checking, setChecking] = useState(false);
  /** Why the licenses could not be retrieved when that was last asked for. */
  const [unchecked, setUnchecked] = useState<unknown>(null);

  /** Asks the key administrator afresh, then reads everything again. */
  const check = useCallback(async () => {
    setChecking(true);
    forget();
    // Where licenses cannot be retrieved at all, reading the list again is the whole check.
    const retrieved = await backend.licenses.checkLicenses().then(
      () => null,
      (error: unknown) => (isRefused(error) ? null : error),
    );
    const failed = (await refresh()) ?? retrieved;
    setUnchecked(failed === null ? null : retrieved);
    setChecking(false);
    announce(failed === null ? say('panel.checked') : failureWords(say, failed).title);
  }, [backend, refresh, forget, announce, say]);

  return { check, checking, unchecked };
}
