import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useBackend } from '../backend/context.ts';
import { batchesQuery } from '../backend/queries.ts';
import type { Session } from '../backend/session.ts';
import { type Batch, isOpen } from '../domain/batch.ts';
import { permitted } from '../domain/capability.ts';
import type { UpdatePlan } from '../domain/plan.ts';
import { type Batches, useBatches } from '../features/batches/useBatches.ts';
import type { BulkWay } from '../features/updates/UpdateAllDialog.tsx';
import type { Installs } from '../features/updates/useInstalls.ts';
import { useWords } from '../messages/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';

/** How this panel updates many at once. */
export interface Bulk {
  readonly batches: Batches;
  readonly way: BulkWay;
  /** A bulk update is not over yet, whoever started it. */
  readonly underWay: boolean;
  readonly startAll: (steps: UpdatePlan['steps']) => void;
}

const anyOpen = (batches: readonly Batch[]): boolean => batches.some(isOpen);

/** Updates many at once in the best way the host has. */
export function useBulk({ installAll }: Installs, session: Session | undefined): Bulk {
  const say = useWords();
  const announce = useAnnounce();
  const batches = useBatches();
  const has = session?.capabilities.includes('batch') ?? false;
  const may = permitted(session?.capabilities ?? [], session?.actor.roles ?? []);
  const way = !may.has('batch') ? 'one-by-one' : may.has('undo') ? 'undoable' : 'batch';
  const { data: underWay = false } = useQuery({
    ...batchesQuery(useBackend()),
    enabled: has,
    select: anyOpen,
  });
  const { start } = batches;

  const startAll = useCallback<Bulk['startAll']>(
    (steps) => {
      const wishes = steps.map(({ extension, release }) => ({
        key: extension.key,
        version: release.version.text,
      }));
      if (way !== 'one-by-one') {
        void start(wishes.map(({ key, version }) => ({ extension: key, version })));
        return;
      }
      void installAll(wishes).then((count) => announce(say('news.started-all', { count })));
    },
    [way, start, installAll, announce, say],
  );

  return { batches, way, underWay, startAll };
}
