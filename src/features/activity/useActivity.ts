import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBackend } from '../../backend/context.ts';
import { activityQuery } from '../../backend/queries.ts';
import { type Activity, type ActivityFilter, selectActivity } from '../../domain/activity.ts';
import { useSettled } from './useSettled.ts';

/**
 * The journal as far as it was read. The host filters, so that old entries are found without reading all; what it sent
 * is filtered once more, so that a filter holds at once and with hosts that know less of it.
 */
export function useActivity(filter: ActivityFilter) {
  const search = useSettled(filter.search);
  const journal = useInfiniteQuery(activityQuery(useBackend(), { ...filter, search }));
  const { data } = journal;

  const read = useMemo(() => {
    const pages = data?.pages ?? [];
    return {
      entries: eachOnce(pages.flatMap(({ entries }) => entries)),
      unreadable: pages.flatMap(({ unreadable }) => unreadable),
    };
  }, [data]);
  const shown = useMemo(() => selectActivity(read.entries, filter), [read, filter]);

  return { journal, shown, unreadable: read.unreadable };
}

/** Pages that overlap because something happened between two answers tell of it once. */
const eachOnce = (entries: readonly Activity[]): readonly Activity[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];
