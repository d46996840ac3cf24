import { QueryClient } from '@tanstack/react-query';
import { isBackendError } from '../backend/errors.ts';

/** A lost or failed read is asked once more before a person is told. */
const READ_AGAIN = 1;
const READ_AGAIN_AFTER = 800;

/** Asking again may help: nothing arrived, or the host was in trouble. Whoever waited in vain is told at once. */
const passing = (error: unknown): boolean =>
  isBackendError(error) && ['unreachable', 'unavailable'].includes(error.failure.kind);

/**
 * The panel's own query client: several panels on one page never share answers, and the host's own client is not
 * touched. No write ever runs by itself, and being offline is told instead of waited out.
 */
export const createClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (count, error) => count < READ_AGAIN && passing(error),
        retryDelay: READ_AGAIN_AFTER,
        refetchOnReconnect: true,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always', retry: 0 },
    },
  });
