import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useBackend } from '../backend/context.ts';
import { inventoryQuery, returnedLicensesQuery, sessionQuery } from '../backend/queries.ts';
import type { Extension } from '../domain/extension.ts';
import { planUpdates } from '../domain/plan.ts';
import { EVERYTHING, select, type View } from '../features/extensions/listing.ts';
import { BatchList } from '../features/batches/BatchList.tsx';
import { PendingOrders } from '../features/purchase/PendingOrders.tsx';
import { ReturnedLicenses } from '../features/returns/ReturnedLicenses.tsx';
import { useInstalls } from '../features/updates/useInstalls.ts';
import { useLedger } from '../ledger/useLedger.ts';
import { useWords } from '../messages/context.ts';
import { Fence } from '../ui/Fence.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Conditions } from './Conditions.tsx';
import { Dialogs } from './Dialogs.tsx';
import { moreEntries } from './more-entries.ts';
import { closed, type Open, opened } from './open-dialogs.ts';
import type { EstateOptions } from './estate.ts';
import { EstateView } from './EstateView.tsx';
import { brokenPart } from './PanelBroken.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { ReadFailed } from './ReadFailed.tsx';
import type { Navigation } from './UpkeepPanel.tsx';
import { renewSeveral } from './to-renew.ts';
import { useActions } from './useActions.ts';
import { useArrivals } from './useArrivals.ts';
import { useAwaited } from './useAwaited.ts';
import { useBulk } from './useBulk.ts';
import { useCheck } from './useCheck.ts';
import { useEstate } from './useEstate.ts';
import { useLicenseCheck } from './useLicenseCheck.ts';
import { useNews } from './useNews.ts';

export interface PanelBodyProps extends EstateOptions {
  /** The order that the page's address named, if any. */
  readonly returned: string | null;
  readonly onNavigate: ((navigation: Navigation) => boolean | void) | undefined;
  readonly onError: (error: unknown) => void;
}

/** Composes the rooms: what is known, the list, the orders in progress, and the dialogs that are open. */
export function PanelBody({ returned, onNavigate, onError, ...options }: PanelBodyProps) {
  const say = useWords();
  const backend = useBackend();
  const client = useQueryClient();
  const ledger = useLedger();
  const { knowledge, refresh } = useEstate(options, say.locale);
  const [view, setView] = useState<View>(EVERYTHING);
  const [stack, setStack] = useState<readonly Open[]>([]);
  const installs = useInstalls();
  const licenses = useLicenseCheck();
  const { check, checking, unchecked, found } = useCheck(
    knowledge.session,
    licenses,
    refresh,
    installs.forget,
  );

  const listing = knowledge.kind === 'known' ? knowledge.listing : undefined;
  const decided = knowledge.kind === 'known' ? knowledge.decided : undefined;
  const shownView = useDeferredValue(view);
  const rows = useMemo(() => (listing ? select(listing, shownView) : []), [listing, shownView]);
  const awaited = useAwaited(knowledge);
  const plan = useMemo(() => planUpdates(listing?.rows ?? []), [listing]);
  const renewAll = useMemo(
    () => (listing ? renewSeveral(select(listing, EVERYTHING), awaited) : null),
    [listing, awaited],
  );
  const renewShown = useMemo(
    () => (shownView.group === 'needs-renewal' ? renewSeveral(rows, awaited) : null),
    [rows, shownView, awaited],
  );

  const open = useCallback((next: Open) => setStack((before) => opened(before, next)), []);
  const close = useCallback((which: Open) => setStack((before) => closed(before, which)), []);
  const bulk = useBulk(installs, knowledge.session);
  const { start, onAction } = useActions(installs, licenses, open);
  useNews(decided, installs.errors);

  const readAgain = useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: sessionQuery(backend).queryKey }),
      client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
    ]);
  }, [backend, client]);

  /** A code that was bought ends its order, too. */
  const afterActivation = useCallback(async () => {
    await readAgain();
    ledger.check();
  }, [readAgain, ledger]);

  const onArrival = useArrivals(knowledge.session, licenses, readAgain);

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
        found={found}
        onCheck={() => {
          void check();
          void client.invalidateQueries(returnedLicensesQuery(backend));
        }}
        onUpdateAll={() => open({ kind: 'update-all' })}
        onActivate={() => open({ kind: 'activate' })}
        more={
          knowledge.kind === 'known' ? moreEntries(say, knowledge.estate.may, renewAll, open) : []
        }
      />
      <Conditions knowledge={knowledge} unchecked={unchecked} />
      {session ? (
        <Fence onError={onError} fallback={brokenPart}>
          <BatchList
            session={session}
            batches={bulk.batches}
            onUndo={(id) => open({ kind: 'undo-batch', id })}
            onCancelTask={(task, key) => void installs.cancel(task, key)}
          />
        </Fence>
      ) : null}
      {session ? (
        <Fence onError={onError} fallback={brokenPart}>
          <ReturnedLicenses session={session} />
        </Fence>
      ) : null}
      {session ? (
        <Fence onError={onError} fallback={brokenPart}>
          <PendingOrders
            session={session}
            returned={returned}
            onSettled={onArrival}
            onEnterCode={() => open({ kind: 'activate' })}
            onNavigate={leave}
          />
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
      {knowledge.kind === 'failed' ? (
        <ReadFailed error={knowledge.error} onAgain={refresh} />
      ) : null}
      {knowledge.kind === 'known' ? (
        <Fence onError={onError} fallback={brokenPart}>
          <EstateView
            knowledge={knowledge}
            rows={rows}
            view={view}
            onView={setView}
            installs={installs}
            awaited={awaited}
            onRenewShown={renewShown && (() => open(renewShown))}
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
            onOpen={open}
            onClose={close}
            onStart={start}
            bulk={bulk}
            awaited={awaited}
            onActivated={() => void afterActivation()}
            onNavigate={leave}
          />
        </Fence>
      ) : null}
    </div>
  );
}
