import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { sessionQuery } from '../../backend/queries.ts';
import type { Session } from '../../backend/session.ts';

/**
 * The host's clock, in milliseconds since 1970. The times of an order are the host's, and this device's clock may be
 * years away from it.
 */
export function useHostNow({ asOf }: Pick<Session, 'asOf'>): () => number {
  const client = useQueryClient();
  const { queryKey } = sessionQuery(useBackend());
  const [openedAt] = useState(() => Date.now());
  const ahead = Date.parse(asOf) - (client.getQueryState(queryKey)?.dataUpdatedAt || openedAt);
  return () => Date.now() + ahead;
}
