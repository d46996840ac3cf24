import type { QueryClient } from '@tanstack/react-query';
import type { Backend, Inventory } from './backend.ts';
import { isBackendError } from './errors.ts';
import { inventoryQuery } from './queries.ts';

/**
 * Waits for a write. Where its answer is lost, the list is read before anybody is told: what stands there was done.
 *
 * @param isDone - Whether the list shows it done.
 * @returns What the write answered; `seen` where only the list told that it was done.
 * @throws What the write throws, where the list does not show it done or cannot be read either.
 */
export async function orSeen<T>(
  write: Promise<T>,
  backend: Backend,
  client: QueryClient,
  isDone: (list: Inventory) => boolean,
): Promise<T | 'seen'> {
  try {
    return await write;
  } catch (error) {
    if (!isBackendError(error) || !error.outcomeUnknown) throw error;
    const query = { ...inventoryQuery(backend), staleTime: 0 };
    const list = await client.fetchQuery(query).catch(() => undefined);
    if (list && isDone(list)) return 'seen';
    throw error;
  }
}

/** The extension of that key in a list; `undefined` = it is not installed. */
export const extensionIn = ({ extensions }: Inventory, key: string) =>
  extensions.find((extension) => extension.key === key);
