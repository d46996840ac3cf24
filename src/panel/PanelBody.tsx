import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useBackend } from '../backend/context.ts';
import { isBackendError } from '../backend/errors.ts';
import { inventoryQuery, sessionQuery } from '../backend/queries.ts';
import type { Action } from '../domain/action.ts';
import type { CoveragePolicy } from '../domain/coverage.ts';
import type { Extension } from '../domain/extension.ts';
import { planUpdates, type UpdatePlan } from '../domain/plan.ts';
import type { Task } from '../domain/task.ts';
import { EVERYTHING, select, type View } from '../features/extensions/listing.ts';
import { PendingOrders } from '../features/purchase/PendingOrders.tsx';
import { useInstalls } from '../features/updates/useInstalls.ts';
import { useTaskNews } from '../features/updates/useTaskNews.ts';
import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Fence } from '../ui/Fence.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Conditions } from './Conditions.tsx';
import { Dialogs } from './Dialogs.tsx';
import { closed, type Open, opened } from './dialogs.ts';
import { Estate } from './Estate.tsx';
import { brokenPart } from './PanelBroken.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import type { Navigation } from './UpkeepPanel.tsx';
import { useEstate } from './useEstate.ts';

export interface PanelBodyProps {
  readonly policies: readonly CoveragePolicy[];
  readonly soonDays: number;
  readonly onNavigate: ((navigation: Navigation) => boolean | void) | undefined;
  readonly onError: (error: unknown) => void;
}

const isRefused = (error: unknown): boolean =>
  isBackendError(error) && error.failure.kind === 'refused';

/** Composes the rooms: what is known, the list, the orders in progress, and the dialogs that are open. */
export function PanelBody({ policies, soonDays, onNavigate, onError }: PanelBodyProps) {
  const say = useWords();
  const announce = useAnnounce();
  const backend = useBackend();
  const client = useQueryClient();
  const { knowledge, refresh } = useEstate(policies, soonDays, say.locale);
  const [view, setView] = useState<View>(EVERYTHING);
  const [stack, setStack] = useState<readonly Open[]>([]);
  const [checking, setChecking] = useState(false);
  /** Why the licenses could not be retrieved when that was last asked for. */
  const [unchecked, setUnchecked] = useState<unknown>(null);
  const installs = useInstalls();
  const { install, installAll, run, forget } = installs;

  const listing = knowledge.kind === 'known' ? knowledge.listing : undefined;
  const decided = knowledge.kind === 'known' ? knowledge.decided : undefined;
  const shownView = useDeferredValue(view);
  const rows = useMemo(() => (listing ? select(listing, shownView) : []), [listing, shownView]);
  const plan = useMemo(() => planUpdates(listing?.rows ?? []), [listing]);

  const open = useCallback((next: Open) => setStack((before) => opened(before, next)), []);
  const close = useCallback((which: Open) => setStack((before) => closed(before, which)), []);

  const readAgain = useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: sessionQuery(backend).queryKey }),
      client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
    ]);
  }, [backend, client]);

  /** Asks the key administrator afresh, then reads everything again. */
  const check = useCallback(async () => {
    setChecking(true);
    forget();
    // Where licenses cannot be retrieved at all, reading the list again is the whole check.
    const retrieved = await backend.licenses.checkLicenses().then(
      () => null,
      (error: unknown) => (isRefused(error) ? null : error),
    );
    const failed = (await refresh()) ?? retrieved;
    setUnchecked(failed === null ? null : retrieved);
    setChecking(false);
    announce(failed === null ? say('panel.checked') : failureWords(say, failed).title);
  }, [backend, refresh, forget, announce, say]);

  const nameOf = useCallback((key: string) => decided?.get(key)?.extension.name ?? key, [decided]);
  /** Versions installed a moment ago, by extension key, until the list knows of them. */
  const fresh = useRef(new Map<string, string>());
  const onEnded = useCallback(
    (task: Task) => {
      const words = { name: nameOf(task.extension), version: task.to ?? '' };
      const news =
        task.phase === 'done'
          ? 'news.installed'
          : task.phase === 'canceled'
            ? 'news.canceled'
            : 'news.failed';
      announce(say(news, words));
      if (task.phase === 'done' && task.to !== null) fresh.current.set(task.extension, task.to);
    },
    [announce, say, nameOf],
  );
  useTaskNews(onEnded);

  // The license is judged anew with what was just installed: whoever did not know learns of the way back.
  useEffect(() => {
    for (const [key, version] of fresh.current) {
      const row = decided?.get(key);
      if (row?.extension.installed.version.text !== version) continue;
      fresh.current.delete(key);
      if (row.decision.verdict.kind !== 'mismatch') continue;
      announce(say('news.mismatch', { name: row.extension.name, version }));
    }
  }, [decided, announce, say]);

  // What went wrong stands at its row, where nobody looks who does not see it.
  const told = useRef(installs.errors);
  useEffect(() => {
    for (const [key, error] of installs.errors) {
      if (told.current.get(key) === error) continue;
      announce(say('news.error', { name: nameOf(key), what: failureWords(say, error).title }));
    }
    told.current = installs.errors;
  }, [installs.errors, announce, say, nameOf]);

  const start = useCallback(
    async (extension: Extension, version: string, consent?: 'uncovered' | 'unknown') => {
      const started = await install(
        extension.key,
        version,
        consent && { version, coverage: consent },
      );
      if (started) announce(say('news.started', { name: extension.name, version }));
    },
    [install, announce, say],
  );

  const startAll = useCallback(
    async (steps: UpdatePlan['steps']) => {
      const wishes = steps.map(({ extension, release }) => ({
        key: extension.key,
        version: release.version.text,
      }));
      announce(say('news.started-all', { count: await installAll(wishes) }));
    },
    [installAll, announce, say],
  );

  const onAction = useCallback(
    (extension: Extension, action: Action) => {
      const { key } = extension;
      switch (action.kind) {
        case 'update':
          return void start(extension, action.release.version.text);
        case 'update-uncovered':
          return open({ kind: 'consent', key, action });
        case 'roll-back':
          return open({ kind: 'roll-back', key, action });
        case 'renew':
          return open({ kind: 'renew', keys: [key] });
        case 'buy':
        case 'try':
        case 'upgrade':
          return open({ kind: 'purchase', key });
        case 'activate':
          return open({ kind: 'activate' });
        case 'contact-vendor':
          return open({ kind: 'details', key });
        case 'check-again':
          return void run(key, () => backend.licenses.checkLicenses());
        case 'release-hold':
          return void run(key, () => backend.host.releaseHold(key));
      }
    },
    [start, open, run, backend],
  );
  const onOpen = useCallback(
    (extension: Extension) => open({ kind: 'details', key: extension.key }),
    [open],
  );
  const leave = useCallback(
    (href: string) => onNavigate?.({ href, reason: 'store' }) === false,
    [onNavigate],
  );
  const { session } = knowledge;

  return (
    <div className="upkeep-panel">
      <PanelHeader
        knowledge={knowledge}
        ready={plan.steps.length}
        checking={checking}
        onCheck={() => void check()}
        onUpdateAll={() => open({ kind: 'update-all' })}
        onActivate={() => open({ kind: 'activate' })}
      />
      <Conditions knowledge={knowledge} unchecked={unchecked} />
      {session ? (
        <Fence onError={onError} fallback={brokenPart}>
          <PendingOrders session={session} onSettled={() => void readAgain()} onNavigate={leave} />
        </Fence>
      ) : null}
      {knowledge.kind === 'loading' ? (
        <Loading
          label={say('panel.loading')}
          lines={8}
          late={
            <Notice role="status" title={say('panel.slow')}>
              <p>{say('panel.slow.advice')}</p>
            </Notice>
          }
        />
      ) : null}
      {knowledge.kind === 'failed' ? <Failed error={knowledge.error} onAgain={refresh} /> : null}
      {knowledge.kind === 'known' ? (
        <Fence onError={onError} fallback={brokenPart}>
          <Estate
            knowledge={knowledge}
            rows={rows}
            view={view}
            onView={setView}
            installs={installs}
            onOpen={onOpen}
            onAction={onAction}
            onError={onError}
          />
        </Fence>
      ) : null}
      {knowledge.kind === 'known' && stack.length > 0 ? (
        <Fence onError={onError} fallback={brokenPart}>
          <Dialogs
            stack={stack}
            knowledge={knowledge}
            plan={plan}
            installs={installs}
            onAction={onAction}
            onClose={close}
            onStart={start}
            onStartAll={(steps) => void startAll(steps)}
            onActivated={() => void readAgain()}
            onNavigate={leave}
          />
        </Fence>
      ) : null}
    </div>
  );
}

/** Nothing could be read yet. */
function Failed({
  error,
  onAgain,
}: {
  readonly error: unknown;
  readonly onAgain: () => Promise<unknown>;
}) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const words = failureWords(say, error);
  const again = async () => {
    setAsking(true);
    await onAgain();
    setAsking(false);
  };
  return (
    <Notice
      tone="bad"
      role="alert"
      title={words.title}
      actions={
        <Button busy={asking} onClick={() => void again()}>
          {say('try-again')}
        </Button>
      }
    >
      <p>{words.advice}</p>
    </Notice>
  );
}
