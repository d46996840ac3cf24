import { useCallback } from 'react';
import { useBackend } from '../backend/context.ts';
import type { Action } from '../domain/action.ts';
import type { Extension } from '../domain/extension.ts';
import type { Installs } from '../features/updates/useInstalls.ts';
import { useWords } from '../messages/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import type { Open } from './open-dialogs.ts';

/** What pressing a button comes to: a call to the host, or the dialog that asks first. */
export function useActions({ install, run }: Installs, open: (next: Open) => void) {
  const say = useWords();
  const announce = useAnnounce();
  const backend = useBackend();

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
          return void run(key, () => backend.licenses.checkLicenses());
        case 'release-hold':
          return void run(key, () => backend.host.releaseHold(key));
        case 'end-skip':
          return void run(key, () => backend.host.endSkip(key, action.release.version.text));
      }
    },
    [start, open, run, backend],
  );

  return { start, onAction };
}
