import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import { inventoryQuery, returnedLicensesQuery } from '../../backend/queries.ts';
import { lossesOf, type ReturnedLicense } from '../../domain/returned-license.ts';
import { newToken } from '../../domain/token.ts';

/** What became of a press of a button; none = nothing was pressed, or the entry itself tells how it ended. */
export type Attempt =
  | { readonly kind: 'busy' }
  /** The answer was lost. `missing`: the host was asked since, and the license is not in place. */
  | { readonly kind: 'unknown'; readonly missing: boolean; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Returned {
  readonly attempts: ReadonlyMap<string, Attempt>;
  /** Applies a license, agreeing to the losses that its entry names. */
  readonly apply: (entry: ReturnedLicense) => Promise<void>;
  /** Looks whether a license whose answer was lost is in place; nothing is written. */
  readonly check: (entry: ReturnedLicense) => Promise<void>;
  readonly discard: (entry: ReturnedLicense) => Promise<void>;
}

const lost = (error: unknown): boolean => isBackendError(error) && error.outcomeUnknown;

/**
 * Applies and discards licenses that came back, one thing at a time for each. After every write the host is read again,
 * since the entry and the list say what is the case and an answer only what was meant.
 *
 * @param onApplied - What is installed and licensed was read again, with a new license in place.
 */
export function useReturned(onApplied: (entry: ReturnedLicense) => void): Returned {
  const backend = useBackend();
  const client = useQueryClient();
  const [attempts, setAttempts] = useState<ReadonlyMap<string, Attempt>>(new Map());
  const running = useRef(new Set<string>());
  /** One key per wish: a press after a lost answer is the same wish. */
  const keys = useRef(new Map<string, string>());

  const alone = useCallback(
    async ({ id }: ReturnedLicense, work: () => Promise<Attempt | null>) => {
      if (running.current.has(id)) return;
      running.current.add(id);
      const put = (attempt: Attempt | null) =>
        setAttempts((before) => {
          const after = new Map(before);
          if (attempt === null) after.delete(id);
          else after.set(id, attempt);
          return after;
        });
      put({ kind: 'busy' });
      try {
        put(await work());
      } finally {
        running.current.delete(id);
      }
    },
    [],
  );

  const readEntries = useCallback(
    () => client.fetchQuery({ ...returnedLicensesQuery(backend), staleTime: 0 }),
    [backend, client],
  );

  /** The list before the entries, so that a license is never called in place before it is seen there. */
  const applied = useCallback(
    async (entry: ReturnedLicense): Promise<null> => {
      keys.current.delete(entry.id);
      await client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey });
      await readEntries().catch(() => undefined);
      onApplied(entry);
      return null;
    },
    [backend, client, readEntries, onApplied],
  );

  const apply = useCallback(
    (entry: ReturnedLicense) =>
      alone(entry, async () => {
        const key = keys.current.get(entry.id) ?? newToken();
        keys.current.set(entry.id, key);
        try {
          const accepted = lossesOf(entry).map(({ kind }) => kind);
          await backend.licenses.applyReturned(entry.id, accepted, key);
        } catch (error) {
          if (lost(error)) return { kind: 'unknown', missing: false, error };
          keys.current.delete(entry.id);
          await readEntries().catch(() => undefined);
          return { kind: 'failed', error };
        }
        return applied(entry);
      }),
    [alone, backend, readEntries, applied],
  );

  const check = useCallback(
    (entry: ReturnedLicense) =>
      alone(entry, async () => {
        try {
          const { licenses } = await readEntries();
          const found = licenses.find(({ id }) => id === entry.id);
          if (found?.state === 'applied') return await applied(entry);
          return { kind: 'unknown', missing: true, error: null };
        } catch (error) {
          return { kind: 'unknown', missing: false, error };
        }
      }),
    [alone, readEntries, applied],
  );

  const discard = useCallback(
    (entry: ReturnedLicense) =>
      alone(entry, async () => {
        const failure = await backend.licenses.discardReturned(entry.id).then(
          () => null,
          (error: unknown) => ({ kind: 'failed', error }) as const,
        );
        const seen = await readEntries().catch(() => undefined);
        // Gone is gone, whether or not the answer came.
        const isGone = seen && !seen.licenses.some(({ id }) => id === entry.id);
        return isGone ? null : failure;
      }),
    [alone, backend, readEntries],
  );

  return { attempts, apply, check, discard };
}
