import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ActivityFilter } from '../domain/activity.ts';
import { isOpen, stepAtWork } from '../domain/batch.ts';
import type { Term } from '../domain/renewal-term.ts';
import { isRunning } from '../domain/task.ts';
import type { Backend } from './backend.ts';

/*
 * Every question the panel asks, each with its key and how long an answer stays fresh. The panel owns its query
 * client, so no host address is needed in the keys. Times in milliseconds.
 */

const MINUTE = 60_000;
/** How often a running install is looked at. */
const TASK_POLL = 1_000;
/** How often it is looked whether someone else started one. */
const IDLE_POLL = 5 * MINUTE;

/** Who is asking, and what can be done. */
export const sessionQuery = ({ host }: Backend) =>
  queryOptions({
    queryKey: ['session'] as const,
    queryFn: ({ signal }) => host.session(signal),
    staleTime: 5 * MINUTE,
  });

/** What is installed. */
export const inventoryQuery = ({ host }: Backend) =>
  queryOptions({
    queryKey: ['inventory'] as const,
    queryFn: ({ signal }) => host.extensions(signal),
    staleTime: MINUTE,
    // Pages that did not change come back as the same objects already; comparing 10,000 again is work for nothing.
    structuralSharing: false,
  });

/** The whole history of one extension, for its details. */
export const releasesQuery = ({ host }: Backend, key: string) =>
  queryOptions({
    queryKey: ['releases', key] as const,
    queryFn: ({ signal }) => host.releases(key, signal),
    staleTime: 5 * MINUTE,
  });

/** Installs under way, asked often while there are any, so that another tab's and a reloaded tab's are found. */
export const tasksQuery = ({ host }: Backend) =>
  queryOptions({
    queryKey: ['tasks'] as const,
    queryFn: ({ signal }) => host.tasks(signal),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? TASK_POLL : IDLE_POLL),
  });

/** How often a paused batch is looked at: somebody may go on with it elsewhere. */
const PAUSED_POLL = 5_000;

/** Batches under way, whoever started them, and those that ended lately. Only for hosts that have them. */
export const batchesQuery = ({ host }: Backend) =>
  queryOptions({
    queryKey: ['batches'] as const,
    queryFn: ({ signal }) => host.batches(signal),
    refetchInterval: ({ state }) => {
      const open = state.data?.filter(isOpen) ?? [];
      if (open.length === 0) return IDLE_POLL;
      return open.every((batch) => batch.state === 'paused' && !stepAtWork(batch))
        ? PAUSED_POLL
        : TASK_POLL;
    },
  });

/** Licenses that came back through the browser; looked at again whenever the page comes back into sight. */
export const returnedLicensesQuery = ({ licenses }: Backend) =>
  queryOptions({
    queryKey: ['returned-licenses'] as const,
    queryFn: ({ signal }) => licenses.returnedLicenses(signal),
    staleTime: 2_000,
  });

/** What can be bought for an extension. */
export const offersQuery = ({ orders }: Backend, key: string) =>
  queryOptions({
    queryKey: ['offers', key] as const,
    queryFn: ({ signal }) => orders.offers(key, signal),
  });

/** The domains an extension's offers can be bought for. */
export const targetsQuery = ({ orders }: Backend, key: string) =>
  queryOptions({
    queryKey: ['targets', key] as const,
    queryFn: ({ signal }) => orders.targets(key, signal),
  });

/**
 * What renewing these extensions by a term costs. While the answer is under way the last quote stays, marked as a
 * placeholder: it may be about others.
 */
export const quoteQuery = ({ licenses }: Backend, keys: readonly string[], term: Term | null) =>
  queryOptions({
    queryKey: ['quote', term, ...keys] as const,
    queryFn: ({ signal }) => licenses.quote(keys, term, signal),
    placeholderData: keepPreviousData,
  });

/**
 * The host's journal, page by page. Always asked anew when it is opened, and not again behind a reader's back: many
 * pages may have been opened by then. While a new filter is asked about, the entries of the last one stay.
 */
export const activityQuery = ({ host }: Backend, filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['activity', filter] as const,
    queryFn: ({ pageParam, signal }) => host.activity(filter, pageParam, signal),
    initialPageParam: null as string | null,
    // A host that leads in a circle is not followed.
    getNextPageParam: ({ next }, _pages, _last, asked) =>
      next === null || asked.includes(next) ? undefined : next,
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
