import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Inventory } from '../backend/backend.ts';
import { useBackend } from '../backend/context.ts';
import { extensionIn, orSeen } from '../backend/or-seen.ts';
import type { Action } from '../domain/action.ts';
import type { Extension } from '../domain/extension.ts';
import type { Installs } from '../features/updates/useInstalls.ts';
import { useLedger } from '../ledger/useLedger.ts';
import { useWords } from '../messages/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import type { Open } from './open-dialogs.ts';
import { foundWords, type LicenseCheck } from './useLicenseCheck.ts';

/** What pressing a button comes to: a call to the host, or the dialog that asks first. */
export function useActions(
  { install, run }: Installs,
  licenses: LicenseCheck,
  open: (next: Open) => void,
) {
  const say = useWords();
  const announce = useAnnounce();
  const backend = useBackend();
  const ledger = useLedger();
  const client = useQueryClient();

  const start = useCallback(
    async (extension: Extension, version: string, consent?: 'uncovered' | 'unknown') => {
      const started = await install(
        extension.key,
        version,
        consent && { version, coverage: consent },
      );
      if (started) announce(say('news.started', { name: extension.name, version }));
    },
    [install, announce, say],
  );

  /** Asks for licenses on behalf of one extension, whose row is busy with it; says what that brought. */
  const retrieve = useCallback(
    async (key: string) => {
      const found = licenses.watch();
      if (!(await run(key, licenses.ask))) return;
      announce(foundWords(say, found()));
      // Whoever waits for a license waits for the order that it ends, too.
      ledger.check();
    },
    [licenses, ledger, run, announce, say],
  );

  const onAction = useCallback(
    (extension: Extension, action: Action) => {
      const { key } = extension;
      switch (action.kind) {
        case 'update':
          return void start(extension, action.release.version.text);
        case 'update-uncovered':
          return open({ kind: 'consent', key, action });
        case 'roll-back':
          return open({ kind: 'roll-back', key, action });
        case 'renew':
          return open({ kind: 'renew', keys: [key] });
        case 'buy':
        case 'try':
        case 'upgrade':
          return open({ kind: 'purchase', key });
        case 'activate':
          return open({ kind: 'activate' });
        case 'contact-vendor':
          return open({ kind: 'details', key });
        case 'check-again':
        case 'retrieve-keys':
          return void retrieve(key);
        case 'release-hold':
          return void run(key, () =>
            orSeen(
              backend.host.releaseHold(key),
              backend,
              client,
              (list) => extensionIn(list, key)?.hold === null,
            ),
          );
        case 'end-skip':
          return void run(key, () => {
            const version = action.release.version.text;
            const isOffered = (list: Inventory) =>
              extensionIn(list, key)?.skipped.every((skip) => skip.version !== version) ?? false;
            return orSeen(backend.host.endSkip(key, version), backend, client, isOffered);
          });
      }
    },
    [start, open, run, retrieve, backend, client],
  );

  return { start, onAction };
}
