import type { Awaited } from '../domain/awaited.ts';
import type { Decided, Estate } from '../domain/decide.ts';
import type { Extension } from '../domain/extension.ts';
import type { Release } from '../domain/release.ts';
import { AutoUpdateControl } from '../features/auto-update/AutoUpdateControl.tsx';
import { EndedHold } from '../features/holds/EndedHold.tsx';
import { SkippedReleases } from '../features/holds/SkippedReleases.tsx';
import { AwaitedNotice } from '../features/keys/AwaitedNotice.tsx';
import { LeaseSteps } from '../features/keys/LeaseSteps.tsx';
import { useWords } from '../messages/context.ts';
import { Button } from '../ui/Button.tsx';
import type { Open } from './open-dialogs.ts';

export interface DetailControlsProps extends Decided {
  readonly estate: Estate;
  /** Something about it is awaited. */
  readonly busy: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onOffer: (release: Release) => void;
}

/** What may be switched or opened for one extension beside its actions: another version, a hold, automatic updates. */
export function DetailControls({
  extension,
  decision,
  estate,
  busy,
  onOpen,
  onOffer,
}: DetailControlsProps) {
  const say = useWords();
  const { may } = estate;
  const { key, autoUpdate } = extension;
  return (
    <>
      {may.has('install') && may.has('specificVersion') ? (
        <Button look="quiet" onClick={() => onOpen({ kind: 'versions', key })}>
          {say('versions.choose')}
        </Button>
      ) : null}
      {may.has('hold') ? (
        <Button look="quiet" onClick={() => onOpen({ kind: 'hold', key })}>
          {say(decision.hold === null ? 'hold.open' : 'hold.change')}
        </Button>
      ) : null}
      {may.has('rollBackKey') &&
      extension.previousLicense !== null &&
      'number' in extension.license ? (
        <Button look="quiet" onClick={() => onOpen({ kind: 'roll-back-key', key })}>
          {say('key-roll-back.open')}
        </Button>
      ) : null}
      <SkippedReleases
        extension={extension}
        decision={decision}
        may={may.has('hold')}
        busy={busy}
        onOffer={onOffer}
      />
      {autoUpdate === null ? null : (
        <AutoUpdateControl extension={extension} decision={decision} may={may.has('autoUpdate')} />
      )}
    </>
  );
}

export interface KeyNoticesProps {
  readonly extension: Extension;
  readonly estate: Estate;
  readonly awaited: Awaited | undefined;
}

/** What is to be said about its license beside the verdict: that one is on its way, and where a lease stands. */
export function KeyNotices({ extension, estate, awaited }: KeyNoticesProps) {
  return (
    <>
      <AwaitedNotice awaited={awaited} mayRetrieve={estate.may.has('retrieveKeys')} />
      <LeaseSteps license={extension.license} today={estate.today} />
    </>
  );
}

export interface HoldNoticeProps extends Decided {
  readonly estate: Estate;
  readonly busy: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onDismiss: () => void;
}

/** That a hold ended by itself, until somebody holds anew or puts the notice away; nothing where none has. */
export function HoldNotice({
  extension,
  decision,
  estate,
  busy,
  onOpen,
  onDismiss,
}: HoldNoticeProps) {
  const say = useWords();
  const { holdState } = decision;
  if (holdState.kind !== 'ended') return null;
  return (
    <EndedHold
      state={holdState}
      hostVersion={estate.hostVersion}
      actions={
        estate.may.has('hold') ? (
          <>
            <Button onClick={() => onOpen({ kind: 'hold', key: extension.key })}>
              {say('hold.again')}
            </Button>
            <Button look="quiet" busy={busy} onClick={onDismiss}>
              {say('hold.dismiss')}
            </Button>
          </>
        ) : undefined
      }
    />
  );
}
