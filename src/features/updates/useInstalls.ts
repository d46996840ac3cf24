import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Consent } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { BackendError, isBackendError } from '../../backend/errors.ts';
import { inventoryQuery, tasksQuery } from '../../backend/queries.ts';
import { isRunning, type Task } from '../../domain/task.ts';
import { newToken } from '../../domain/token.ts';
import { whenEnded } from './when-ended.ts';

export interface Installs {
  /** Starts an install; resolves when the host has taken it on or it is known why not. Never throws. */
  readonly install: (key: string, version: string, consent?: Consent) => Promise<boolean>;
  /**
   * Starts many, one after another; the host queues them, and one that is refused stops none of the others. The list
   * is read again once, at the end. Gives how many were started.
   */
  readonly installAll: (
    steps: readonly { readonly key: string; readonly version: string }[],
  ) => Promise<number>;
  /**
   * Goes back where the host cannot in one step: makes sure that the package can be had, removes what is installed,
   * and installs the older release. What is left when the second half fails is told by `RemovedExtensions`.
   */
  readonly reinstall: (key: string, version: string) => Promise<boolean>;
  /** Runs a call about one extension as busy, keeping its error, and reads the list again afterwards. */
  readonly run: (
    key: string,
    call: () => Promise<unknown>,
    /** Tells from the extension's tasks that a call was carried out although its answer was lost. */
    isCarriedOut?: (tasks: readonly Task[]) => boolean,
  ) => Promise<boolean>;
  readonly cancel: (taskId: string, key: string) => Promise<boolean>;
  /** What went wrong last, by extension key. */
  readonly errors: ReadonlyMap<string, unknown>;
  /** Everything is looked at afresh: what went wrong before is no longer told. */
  readonly forget: () => void;
  readonly busy: ReadonlySet<string>;
}

/** Found out before anything is removed. */
const unavailable = (): BackendError =>
  new BackendError('install', {
    kind: 'refused',
    status: 404,
    problem: 'package-unavailable',
    detail: null,
    running: null,
  });

const isLost = (error: unknown): boolean => isBackendError(error) && error.outcomeUnknown;

/** Something may have been started; whether it was is not known from the answer. */
const isLostStart = (error: unknown): boolean =>
  isBackendError(error) &&
  isLost(error) &&
  (error.call === 'install' || error.call === 'uninstall');

const isInProgress = (error: unknown): boolean =>
  isBackendError(error) &&
  error.failure.kind === 'refused' &&
  error.failure.problem === 'in-progress';

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/**
 * Starts installs and keeps what went wrong with them. Nothing is shown before the host agrees; after a lost reply
 * the host's tasks are read first, and a repeated try carries the same key, so that one install is started.
 */
export function useInstalls(): Installs {
  const backend = useBackend();
  const client = useQueryClient();
  const [errors, setErrors] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef(new Map<string, string>());
  const life = useRef(new AbortController());

  useEffect(() => {
    if (life.current.signal.aborted) life.current = new AbortController();
    return () => life.current.abort();
  }, []);

  const keepTask = useCallback(
    (task: Task) => {
      client.setQueryData(tasksQuery(backend).queryKey, (tasks: readonly Task[] | undefined) => [
        ...(tasks ?? []).filter(({ id }) => id !== task.id),
        task,
      ]);
    },
    [backend, client],
  );

  const attempt = useCallback<Installs['run']>(
    async (key, call, isCarriedOut) => {
      setErrors((before) => without(before, key));
      setBusy((before) => new Set(before).add(key));
      const { queryKey } = tasksQuery(backend);
      const known = client.getQueryData<readonly Task[]>(queryKey)?.map(({ id }) => id);
      try {
        await call();
        return true;
      } catch (error) {
        const tasks = await client
          .fetchQuery({ ...tasksQuery(backend), staleTime: 0 })
          .catch(() => []);
        const own = tasks.filter((task) => task.extension === key);
        // The reply was lost, but the host is at work, or was and has ended it already: that is the answer.
        const answered = isLostStart(error)
          ? own.some((task) => isRunning(task) || known?.includes(task.id) === false)
          : isLost(error) && (isCarriedOut?.(own) ?? false);
        // Somebody else was faster: the progress on the page says so.
        const inTheWay = isInProgress(error) && own.some(isRunning);
        if (!answered && !inTheWay) setErrors((before) => new Map(before).set(key, error));
        return answered;
      } finally {
        setBusy((before) => new Set([...before].filter((each) => each !== key)));
      }
    },
    [backend, client],
  );

  const readAgain = useCallback(
    () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
    [backend, client],
  );

  const run = useCallback<Installs['run']>(
    async (key, call, isCarriedOut) => {
      const done = await attempt(key, call, isCarriedOut);
      await readAgain();
      return done;
    },
    [attempt, readAgain],
  );

  /** Asks the host for one install; the list is not read again yet. */
  const ask = useCallback<Installs['install']>(
    (key, version, consent) => {
      const wish = `${key} ${version}`;
      const idempotencyKey = keys.current.get(wish) ?? newToken();
      keys.current.set(wish, idempotencyKey);
      return attempt(key, async () => {
        try {
          keepTask(await backend.host.install(key, version, idempotencyKey, consent));
          keys.current.delete(wish);
        } catch (error) {
          // A clear no ends this wish; only a lost reply is retried under the same key.
          if (isBackendError(error) && !error.outcomeUnknown) keys.current.delete(wish);
          throw error;
        }
      });
    },
    [backend, keepTask, attempt],
  );

  const install = useCallback<Installs['install']>(
    async (...wish) => {
      const started = await ask(...wish);
      await readAgain();
      return started;
    },
    [ask, readAgain],
  );

  const installAll = useCallback<Installs['installAll']>(
    async (steps) => {
      const { signal } = life.current;
      let started = 0;
      for (const { key, version } of steps) {
        // Whoever left the page has not asked for the rest any more; the host keeps what it has taken on.
        if (signal.aborted) break;
        if (await ask(key, version)) started += 1;
      }
      await readAgain();
      return started;
    },
    [ask, readAgain],
  );

  const reinstall = useCallback<Installs['reinstall']>(
    (key, version) =>
      run(key, async () => {
        // Not as a query: the dialog that asked the same closes now, and would take the answer with it.
        const releases = await backend.host.releases(key);
        if (!releases.some((release) => release.version.text === version)) throw unavailable();
        const removal = await backend.host.uninstall(key, newToken());
        keepTask(removal);
        await whenEnded(removal, backend, client, life.current.signal);
        keepTask(await backend.host.install(key, version, newToken()));
      }),
    [backend, client, keepTask, run],
  );

  const cancel = useCallback<Installs['cancel']>(
    (taskId, key) =>
      run(
        key,
        async () => {
          await backend.host.cancelTask(taskId);
          await client.invalidateQueries({ queryKey: tasksQuery(backend).queryKey });
        },
        (tasks) => tasks.some(({ id, phase }) => id === taskId && phase === 'canceled'),
      ),
    [backend, client, run],
  );

  const forget = useCallback(() => setErrors(new Map()), []);

  return { install, installAll, reinstall, run, cancel, errors, forget, busy };
}
