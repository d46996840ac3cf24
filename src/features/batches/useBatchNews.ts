import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useBackend } from '../../backend/context.ts';
import { inventoryQuery, tasksQuery } from '../../backend/queries.ts';
import type { Batch, BatchStep } from '../../domain/batch.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { standingOf, tally } from './batch-words.ts';

/** Steps that came to this state since a batch was last looked at. */
const newly = (batch: Batch, before: Batch, wanted: BatchStep['state']): readonly BatchStep[] =>
  batch.steps.filter(({ state }, at) => state === wanted && before.steps[at]?.state !== wanted);

/** One sentence or two for everything that happened to a batch in between; `null` where nothing worth saying did. */
function newsOf(say: Words, batch: Batch, before: Batch | undefined): string | null {
  const how = say.list(tally(say, batch));
  if (!before) return say('batch.news.started', { count: batch.steps.length, how });
  const said = how !== say.list(tally(say, before));
  const standing = standingOf(batch);
  if (standing !== standingOf(before))
    return say('batch.news', { what: say(`batch.state.${standing}`), how });
  const [stopped] = [...newly(batch, before, 'failed'), ...newly(batch, before, 'refused')];
  if (stopped) return say('batch.news.stopped', { name: stopped.name, to: stopped.to, how });
  const [stuck] = newly(batch, before, 'undo-failed');
  if (stuck) return say('batch.news.not-back', { name: stuck.name, from: stuck.from ?? '', how });
  return said ? how : null;
}

/**
 * Says once what happened to the batches, whoever did it and wherever, and reads again what depends on them: the tasks,
 * and the list when a step came to its end.
 */
export function useBatchNews(batches: readonly Batch[] | undefined): void {
  const say = useWords();
  const announce = useAnnounce();
  const backend = useBackend();
  const client = useQueryClient();
  const last = useRef<readonly Batch[] | undefined>(undefined);

  useEffect(() => {
    const known = last.current;
    last.current = batches;
    if (!batches || !known || batches === known) return;
    for (const batch of batches) {
      const before = known.find(({ id }) => id === batch.id);
      if (before === batch) continue;
      void client.invalidateQueries({ queryKey: tasksQuery(backend).queryKey });
      const news = newsOf(say, batch, before);
      if (news === null) continue;
      announce(news);
      void client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey });
    }
  }, [batches, say, announce, backend, client]);
}
