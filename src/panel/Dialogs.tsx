import { lazy, Suspense } from 'react';
import type { Action } from '../domain/action.ts';
import { type Awaited, decisionWhile } from '../domain/awaited.ts';
import type { Extension } from '../domain/extension.ts';
import type { UpdatePlan } from '../domain/plan.ts';
import { planBefore, rehearse } from '../domain/rehearsal.ts';
import { ActionButton } from '../features/extensions/ActionButton.tsx';
import { EVERYTHING, select } from '../features/extensions/listing.ts';
import { SavingAction } from '../features/purchase/SavingAction.tsx';
import { SavingNews } from '../features/purchase/SavingNews.tsx';
import type { Installs } from '../features/updates/useInstalls.ts';
import type { Open } from './open-dialogs.ts';
import type { Bulk } from './useBulk.ts';
import type { Knowledge } from './useEstate.ts';

// Each dialog is a chunk of its own: the list is painted before any of them is fetched.
const ExtensionDetails = lazy(() =>
  import('../features/extensions/ExtensionDetails.tsx').then((room) => ({
    default: room.ExtensionDetails,
  })),
);
// Shown in all details, so that those that are open already never wait for it.
const DetailControls = lazy(() =>
  import('./DetailControls.tsx').then((room) => ({ default: room.DetailControls })),
);
const HoldNotice = lazy(() =>
  import('./DetailControls.tsx').then((room) => ({ default: room.HoldNotice })),
);
const KeyNotices = lazy(() =>
  import('./DetailControls.tsx').then((room) => ({ default: room.KeyNotices })),
);
const RollBackKeyDialog = lazy(() =>
  import('../features/keys/RollBackKeyDialog.tsx').then((room) => ({
    default: room.RollBackKeyDialog,
  })),
);
const HoldDialog = lazy(() =>
  import('../features/holds/HoldDialog.tsx').then((room) => ({ default: room.HoldDialog })),
);
const AutoUpdatesDialog = lazy(() =>
  import('../features/auto-update/AutoUpdatesDialog.tsx').then((room) => ({
    default: room.AutoUpdatesDialog,
  })),
);
const VersionDialog = lazy(() =>
  import('../features/versions/VersionDialog.tsx').then((room) => ({
    default: room.VersionDialog,
  })),
);
const ConsentDialog = lazy(() =>
  import('../features/updates/ConsentDialog.tsx').then((room) => ({ default: room.ConsentDialog })),
);
const RollBackDialog = lazy(() =>
  import('../features/updates/RollBackDialog.tsx').then((room) => ({
    default: room.RollBackDialog,
  })),
);
const UpdateAllDialog = lazy(() =>
  import('../features/updates/UpdateAllDialog.tsx').then((room) => ({
    default: room.UpdateAllDialog,
  })),
);
const UndoDialog = lazy(() =>
  import('../features/batches/UndoDialog.tsx').then((room) => ({ default: room.UndoDialog })),
);
const RenewalDialog = lazy(() =>
  import('../features/renewal/RenewalDialog.tsx').then((room) => ({ default: room.RenewalDialog })),
);
const PurchaseDialog = lazy(() =>
  import('../features/purchase/PurchaseDialog.tsx').then((room) => ({
    default: room.PurchaseDialog,
  })),
);
const ActivationDialog = lazy(() =>
  import('../features/activation/ActivationDialog.tsx').then((room) => ({
    default: room.ActivationDialog,
  })),
);

const AdvisoryNotices = lazy(() =>
  import('../features/advisories/AdvisoryNotices.tsx').then((room) => ({
    default: room.AdvisoryNotices,
  })),
);
const RehearsalDialog = lazy(() =>
  import('../features/rehearsal/RehearsalDialog.tsx').then((room) => ({
    default: room.RehearsalDialog,
  })),
);
const ActivityDialog = lazy(() =>
  import('../features/activity/ActivityDialog.tsx').then((room) => ({
    default: room.ActivityDialog,
  })),
);

export interface DialogsProps {
  readonly stack: readonly Open[];
  readonly knowledge: Extract<Knowledge, { kind: 'known' }>;
  readonly plan: UpdatePlan;
  readonly installs: Installs;
  readonly onAction: (extension: Extension, action: Action) => void;
  readonly onOpen: (open: Open) => void;
  readonly onClose: (open: Open) => void;
  readonly onStart: (
    extension: Extension,
    version: string,
    consent?: 'uncovered' | 'unknown',
  ) => Promise<void>;
  readonly bulk: Bulk;
  /** Licenses that were ordered and are not here yet, by extension key. */
  readonly awaited: ReadonlyMap<string, Awaited>;
  /** What is licensed has changed: it is to be read again. */
  readonly onActivated: () => void;
  readonly onNavigate: (href: string) => boolean;
}

/** The open dialogs, each about what the list says now. */
export function Dialogs(props: DialogsProps) {
  return (
    // Each waits for itself: a dialog under one that is still being fetched stays open.
    props.stack.map((open) => (
      <Suspense key={JSON.stringify(open)} fallback={null}>
        <OneDialog open={open} {...props} />
      </Suspense>
    ))
  );
}

function OneDialog({
  open,
  knowledge,
  plan,
  installs,
  onAction,
  onOpen,
  onClose,
  onStart,
  bulk,
  awaited,
  onActivated,
  onNavigate,
}: DialogsProps & { readonly open: Open }) {
  const { decided, estate, session } = knowledge;
  const close = () => onClose(open);
  switch (open.kind) {
    case 'rehearsal':
      return (
        <RehearsalDialog
          rows={knowledge.listing.rows}
          estate={estate}
          hostName={session.host.name}
          onRenew={(keys) => onOpen({ kind: 'renew', keys })}
          onUpdateBefore={(hostVersion) => onOpen({ kind: 'update-before', hostVersion })}
          onClose={close}
        />
      );
    case 'update-all':
    case 'update-before':
      return (
        <UpdateAllDialog
          plan={
            open.kind === 'update-all'
              ? plan
              : planBefore(
                  rehearse(knowledge.listing.rows, estate, open.hostVersion),
                  estate.may.has('specificVersion'),
                )
          }
          decided={decided}
          hostVersion={estate.hostVersion}
          way={bulk.way}
          underWay={bulk.underWay}
          onClose={close}
          onStart={(steps) => {
            close();
            bulk.startAll(steps);
          }}
        />
      );
    case 'undo-batch':
      return (
        <UndoDialog
          id={open.id}
          onClose={close}
          onUndo={() => {
            close();
            void bulk.batches.command(open.id, 'undo');
          }}
        />
      );
    case 'auto-updates':
      return (
        <AutoUpdatesDialog
          rows={select(knowledge.listing, { ...EVERYTHING, sort: 'name' })}
          may={estate.may.has('autoUpdate')}
          onClose={close}
        />
      );
    case 'activate':
      return <ActivationDialog session={session} onClose={close} onActivated={onActivated} />;
    case 'activity': {
      const { key } = open;
      const name = key === null ? '' : (decided.get(key)?.extension.name ?? key);
      const extension = key === null ? null : { key, name };
      return <ActivityDialog me={session.actor.id} extension={extension} onClose={close} />;
    }
    case 'renew': {
      const about = open.keys.flatMap((key) => decided.get(key) ?? []);
      return (
        <RenewalDialog
          decided={about}
          {...(open.others ? { others: open.others } : {})}
          session={session}
          today={estate.today}
          onClose={close}
          renderNews={(saving) => <SavingNews saving={saving} />}
          renderAction={(saving) => (
            <SavingAction saving={saving} session={session} onNavigate={onNavigate} />
          )}
        />
      );
    }
    case 'details':
    case 'hold':
    case 'roll-back-key':
    case 'versions':
    case 'consent':
    case 'roll-back':
    case 'purchase': {
      const found = decided.get(open.key);
      // Removed from the host meanwhile: there is nothing left to ask about.
      if (!found) return null;
      const ordered = awaited.get(open.key);
      const about = {
        ...found,
        decision: decisionWhile(ordered, found, estate.may.has('retrieveKeys')),
      };
      const { extension } = about;
      switch (open.kind) {
        case 'details':
          return (
            <ExtensionDetails
              {...about}
              estate={estate}
              error={installs.errors.get(open.key)}
              busy={installs.busy.has(open.key)}
              onAction={onAction}
              notices={
                <>
                  <KeyNotices extension={extension} estate={estate} awaited={ordered} />
                  {extension.advisories.length === 0 ? null : (
                    <AdvisoryNotices
                      {...about}
                      estate={estate}
                      renderAction={(action) => (
                        <ActionButton
                          extension={extension}
                          action={action}
                          look={action.kind === 'update-uncovered' ? 'quiet' : 'plain'}
                          busy={installs.busy.has(open.key)}
                          onAction={onAction}
                        />
                      )}
                    />
                  )}
                  <HoldNotice
                    {...about}
                    estate={estate}
                    busy={installs.busy.has(open.key)}
                    onOpen={onOpen}
                    onDismiss={() => onAction(extension, { kind: 'release-hold' })}
                  />
                </>
              }
              controls={
                <DetailControls
                  {...about}
                  estate={estate}
                  busy={installs.busy.has(open.key)}
                  onOpen={onOpen}
                  onOffer={(release) => onAction(extension, { kind: 'end-skip', release })}
                />
              }
              onCancelTask={(id) => void installs.cancel(id, open.key)}
              onClose={close}
            />
          );
        case 'roll-back-key':
          return (
            <RollBackKeyDialog
              {...about}
              estate={estate}
              onRolledBack={onActivated}
              onClose={close}
            />
          );
        case 'hold':
          return <HoldDialog {...about} estate={estate} onClose={close} />;
        case 'versions':
          return (
            <VersionDialog
              {...about}
              estate={estate}
              onInstall={(version) => void onStart(extension, version)}
              onAsk={(action) => onAction(extension, action)}
              onClose={close}
            />
          );
        case 'consent':
          return (
            <ConsentDialog
              {...about}
              today={estate.today}
              action={open.action}
              onClose={close}
              onInstall={() => {
                close();
                void onStart(extension, open.action.release.version.text, open.action.because);
              }}
            />
          );
        case 'roll-back':
          return (
            <RollBackDialog
              {...about}
              action={open.action}
              onClose={close}
              onRollBack={() => {
                close();
                const { way, release } = open.action;
                if (way === 'in-place') void onStart(extension, release.version.text);
                else void installs.reinstall(open.key, release.version.text);
              }}
            />
          );
        case 'purchase':
          return (
            <PurchaseDialog
              extension={extension}
              session={session}
              onClose={close}
              onNavigate={onNavigate}
            />
          );
      }
    }
  }
}
