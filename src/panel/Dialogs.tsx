import { lazy, Suspense } from 'react';
import type { Action } from '../domain/action.ts';
import type { Extension } from '../domain/extension.ts';
import type { UpdatePlan } from '../domain/plan.ts';
import { SavingAction } from '../features/purchase/SavingAction.tsx';
import { SavingNews } from '../features/purchase/SavingNews.tsx';
import type { Installs } from '../features/updates/useInstalls.ts';
import type { Open } from './open-dialogs.ts';
import type { Knowledge } from './useEstate.ts';

// Each dialog is a chunk of its own: the list is painted before any of them is fetched.
const ExtensionDetails = lazy(() =>
  import('../features/extensions/ExtensionDetails.tsx').then((room) => ({
    default: room.ExtensionDetails,
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

export interface DialogsProps {
  readonly stack: readonly Open[];
  readonly knowledge: Extract<Knowledge, { kind: 'known' }>;
  readonly plan: UpdatePlan;
  readonly installs: Installs;
  readonly onAction: (extension: Extension, action: Action) => void;
  readonly onClose: (open: Open) => void;
  readonly onStart: (
    extension: Extension,
    version: string,
    consent?: 'uncovered' | 'unknown',
  ) => Promise<void>;
  readonly onStartAll: (steps: UpdatePlan['steps']) => void;
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
  onClose,
  onStart,
  onStartAll,
  onActivated,
  onNavigate,
}: DialogsProps & { readonly open: Open }) {
  const { decided, estate, session } = knowledge;
  const close = () => onClose(open);
  switch (open.kind) {
    case 'update-all':
      return (
        <UpdateAllDialog
          plan={plan}
          decided={decided}
          hostVersion={estate.hostVersion}
          onClose={close}
          onStart={(steps) => {
            close();
            onStartAll(steps);
          }}
        />
      );
    case 'activate':
      return <ActivationDialog session={session} onClose={close} onActivated={onActivated} />;
    case 'renew': {
      const about = open.keys.flatMap((key) => decided.get(key) ?? []);
      return (
        <RenewalDialog
          decided={about}
          session={session}
          onClose={close}
          renderNews={(saving) => <SavingNews saving={saving} />}
          renderAction={(saving) => (
            <SavingAction saving={saving} session={session} onNavigate={onNavigate} />
          )}
        />
      );
    }
    case 'details':
    case 'consent':
    case 'roll-back':
    case 'purchase': {
      const about = decided.get(open.key);
      // Removed from the host meanwhile: there is nothing left to ask about.
      if (!about) return null;
      const { extension, decision } = about;
      switch (open.kind) {
        case 'details':
          return (
            <ExtensionDetails
              {...about}
              estate={estate}
              error={installs.errors.get(open.key)}
              busy={installs.busy.has(open.key)}
              onAction={onAction}
              onCancelTask={(id) => void installs.cancel(id, open.key)}
              onClose={close}
            />
          );
        case 'consent':
          return (
            <ConsentDialog
              extension={extension}
              decision={decision}
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
              extension={extension}
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
