import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import { batchesQuery, inventoryQuery, tasksQuery } from '../../backend/queries.ts';
import { type Batch, type BatchCommand, batchCommands } from '../../domain/batch.ts';
import { CAPABILITIES } from '../../domain/capability.ts';
import { newToken } from '../../domain/token.ts';

/** What a batch is started with. */
export interface BatchWish {
  readonly extension: string;
  readonly version: string;
}

export interface Batches {
  /** Starts a batch; resolves when the host has taken it on or it is known why not. Never throws. */
  readonly start: (steps: readonly BatchWish[]) => Promise<boolean>;
  /** Has a batch paused, resumed, canceled or undone. Never throws. */
  readonly command: (id: string, command: BatchCommand) => Promise<boolean>;
  /** The start that went wrong last, so that it can be tried again; `null` when none did. */
  readonly failedStart: { readonly error: unknown; readonly steps: readonly BatchWish[] } | null;
  readonly forgetStart: () => void;
  /** What went wrong last, by batch id. */
  readonly errors: ReadonlyMap<string, unknown>;
  /** What is being asked of a batch right now, by its id. */
  readonly asking: ReadonlyMap<string, BatchCommand>;
}

const ABLE = new Set(CAPABILITIES);

/** An answer got lost, and the batch itself says that the wish came through: it cannot be had any more. */
const isCarriedOut = (batch: Batch | undefined, command: BatchCommand): boolean =>
  batch !== undefined && !batchCommands(batch, ABLE).has(command);

const isLost = (error: unknown): boolean => isBackendError(error) && error.outcomeUnknown;

const set = <V>(map: ReadonlyMap<string, V>, id: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(id, value);

const without = <V>(map: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> =>
  new Map([...map].filter(([each]) => each !== id));

/**
 * Starts batches and passes on what is wished of them. Nothing is shown before the host agrees; after a lost reply the
 * batches are read first, and a repeated wish carries the same key, so that it is carried out once.
 */
export function useBatches(): Batches {
  const backend = useBackend();
  const client = useQueryClient();
  const [failedStart, setFailedStart] = useState<Batches['failedStart']>(null);
  const [errors, setErrors] = useState<Batches['errors']>(new Map());
  const [asking, setAsking] = useState<Batches['asking']>(new Map());
  const keys = useRef(new Map<string, string>());

  const keep = useCallback(
    (batch: Batch) => {
      client.setQueryData(batchesQuery(backend).queryKey, (batches: readonly Batch[] = []) =>
        batches.some(({ id }) => id === batch.id)
          ? batches.map((each) => (each.id === batch.id ? batch : each))
          : [...batches, batch],
      );
      void client.invalidateQueries({ queryKey: tasksQuery(backend).queryKey });
      void client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey });
    },
    [backend, client],
  );

  const read = useCallback(
    () => client.fetchQuery({ ...batchesQuery(backend), staleTime: 0 }).catch(() => []),
    [backend, client],
  );

  /** Calls with the key of a wish. Only after a lost reply the wish lives on, and with it its key. */
  const withKey = useCallback(async (wish: string, call: (key: string) => Promise<Batch>) => {
    const key = keys.current.get(wish) ?? newToken();
    keys.current.set(wish, key);
    try {
      const batch = await call(key);
      keys.current.delete(wish);
      return batch;
    } catch (error) {
      if (!isLost(error)) keys.current.delete(wish);
      throw error;
    }
  }, []);

  const start = useCallback<Batches['start']>(
    async (steps) => {
      setFailedStart(null);
      const known = client.getQueryData<readonly Batch[]>(batchesQuery(backend).queryKey) ?? [];
      const wish = `start ${JSON.stringify(steps)}`;
      try {
        keep(await withKey(wish, (key) => backend.host.startBatch(steps, key)));
        return true;
      } catch (error) {
        const batches = await read();
        const fresh = batches.find((batch) => !known.some(({ id }) => id === batch.id));
        if (isLost(error) && fresh) {
          keys.current.delete(wish);
          keep(fresh);
          return true;
        }
        setFailedStart({ error, steps });
        return false;
      }
    },
    [backend, client, keep, read, withKey],
  );

  const command = useCallback<Batches['command']>(
    async (id, wanted) => {
      setErrors((before) => without(before, id));
      setAsking((before) => set(before, id, wanted));
      const { host } = backend;
      const ask = (): Promise<Batch> => {
        switch (wanted) {
          case 'pause':
            return host.pauseBatch(id);
          case 'resume':
            return host.resumeBatch(id);
          case 'cancel':
            return host.cancelBatch(id);
          case 'undo':
            return withKey(`undo ${id}`, (key) => host.undoBatch(id, key));
        }
      };
      try {
        keep(await ask());
        return true;
      } catch (error) {
        const batch = (await read()).find((each) => each.id === id);
        if (isLost(error) && isCarriedOut(batch, wanted)) {
          keys.current.delete(`undo ${id}`);
          if (batch) keep(batch);
          return true;
        }
        setErrors((before) => set(before, id, error));
        return false;
      } finally {
        setAsking((before) => without(before, id));
      }
    },
    [backend, keep, read, withKey],
  );

  const forgetStart = useCallback(() => setFailedStart(null), []);

  return { start, command, failedStart, forgetStart, errors, asking };
}
