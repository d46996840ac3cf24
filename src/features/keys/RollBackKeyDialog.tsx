import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery } from '../../backend/queries.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { previewKeyRollBack, type KeyRollBackHarm } from '../../domain/key-roll-back.ts';
import type { Release } from '../../domain/release.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { licenseWords } from '../../messages/verdicts.ts';
import type { Words } from '../../messages/words.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type KeyRollBackState, useKeyRollBack } from './useKeyRollBack.ts';

export interface RollBackKeyDialogProps extends Decided {
  readonly estate: Estate;
  /** The earlier key is in use again: what is installed and licensed is to be read again. */
  readonly onRolledBack: () => void;
  readonly onClose: () => void;
}

/** Asks before the earlier key is put back: what is in use now, what would be then, and what that changes. */
export function RollBackKeyDialog(props: RollBackKeyDialogProps) {
  const { estate, onRolledBack, onClose } = props;
  const say = useWords();
  const announce = useAnnounce();
  // What was shown is what is done: the list may change under an open dialog, and with a roll back it does.
  const [{ extension, decision }] = useState<Decided>(props);
  const releases = useHistory(extension);
  const preview = useMemo(
    () => previewKeyRollBack({ extension: { ...extension, releases }, decision }, estate),
    [extension, releases, decision, estate],
  );
  const place = useRef<HTMLDivElement>(null);
  const { name } = extension;
  const { state, rollBack, check } = useKeyRollBack(extension, preview?.number ?? '', () => {
    announce(say('key-roll-back.announce', { name, license: restoredWords(say, preview) }));
    onRolledBack();
  });
  const { kind } = state;
  const before = useRef(kind);

  // The button that was pressed may be gone; the news of what became of it takes the focus.
  useEffect(() => {
    const isNews = before.current === 'under-way' && kind !== 'under-way';
    before.current = kind;
    if (isNews) place.current?.focus();
  }, [kind]);

  const now = licenseWords(say, decision.license);
  const isOpen = kind === 'asking' || kind === 'under-way';
  return (
    <Dialog
      title={say('key-roll-back.title', { name })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(isOpen ? 'cancel' : 'close')}</Button>
          {isOpen && preview !== null ? (
            <Button
              look={preview.harm === null ? 'primary' : 'danger'}
              busy={kind === 'under-way'}
              onClick={rollBack}
            >
              {say('key-roll-back.do')}
            </Button>
          ) : null}
        </>
      }
    >
      <div ref={place} className="upkeep-key-news" tabIndex={-1}>
        <News state={state} onAgain={rollBack} onCheck={check} />
      </div>
      {kind === 'done' || kind === 'changed' ? null : preview === null ? (
        <p>{say('key-roll-back.none')}</p>
      ) : (
        <>
          <div className="upkeep-change" role="group" aria-label={say('consent.change')}>
            <p className={`upkeep-change-side upkeep-tone-${now.weight}`}>
              <span className="upkeep-key-side">{say('key-roll-back.now')}</span>
              {now.text}
            </p>
            <span aria-hidden="true" className="upkeep-change-arrow">
              →
            </span>
            <p
              className={`upkeep-change-side upkeep-tone-${licenseWords(say, preview.restored).weight}`}
            >
              <span className="upkeep-key-side">{say('key-roll-back.then')}</span>
              {restoredWords(say, preview)}
            </p>
          </div>
          <Harm harm={preview.harm} version={extension.installed.version.text} />
          <p className="upkeep-muted">{say('key-roll-back.kept')}</p>
        </>
      )}
    </Dialog>
  );
}

/** Older releases too, without which nobody could say where to go back to; until they are read, what the list told. */
function useHistory({ key, installed, releases }: Extension): readonly Release[] {
  const { data } = useQuery(releasesQuery(useBackend(), key));
  return useMemo(
    () => data?.filter(({ version }) => version.text !== installed.version.text) ?? releases,
    [data, installed, releases],
  );
}

const restoredWords = (say: Words, preview: ReturnType<typeof previewKeyRollBack>): string =>
  preview === null ? '' : licenseWords(say, preview.restored).text;

/** What would get worse, before it does. */
function Harm({
  harm,
  version,
}: {
  readonly harm: KeyRollBackHarm | null;
  readonly version: string;
}) {
  const say = useWords();
  switch (harm?.kind) {
    case undefined:
      return <p>{say('key-roll-back.harmless', { version })}</p>;
    case 'stops':
      return (
        <Notice tone="bad" title={say('key-roll-back.stops')}>
          <p>{say('key-roll-back.stops.words')}</p>
        </Notice>
      );
    case 'mismatch':
      return (
        <Notice tone="bad" title={say('key-roll-back.mismatch', { version })}>
          <p>
            {harm.wayBack === null
              ? say('key-roll-back.mismatch.words')
              : say('key-roll-back.mismatch.way-back', { to: harm.wayBack.version.text })}
          </p>
        </Notice>
      );
    case 'fewer-updates':
      return (
        <Notice tone="warn" title={say('key-roll-back.fewer', { count: harm.count })}>
          <p>{say('key-roll-back.fewer.words', { version, newest: harm.newest.version.text })}</p>
        </Notice>
      );
  }
}

interface NewsProps {
  readonly state: KeyRollBackState;
  readonly onAgain: () => void;
  readonly onCheck: () => void;
}

/** What became of it. An outcome nobody knows is told as that. */
function News({ state, onAgain, onCheck }: NewsProps) {
  const say = useWords();
  switch (state.kind) {
    case 'under-way':
      return null;
    case 'asking': {
      if (state.error === null) return null;
      const { title, advice } = failureWords(say, state.error);
      return (
        <Notice tone="bad" role="alert" title={title}>
          <p>{advice}</p>
        </Notice>
      );
    }
    case 'unknown':
      return (
        <Notice
          tone="warn"
          role="alert"
          title={say(state.missing ? 'key-roll-back.not-there' : 'key-roll-back.unknown')}
          actions={
            <Button onClick={state.missing ? onAgain : onCheck}>
              {say(state.missing ? 'key-roll-back.do' : 'check-again')}
            </Button>
          }
        >
          <p>
            {say(state.missing ? 'key-roll-back.not-there.words' : 'key-roll-back.unknown.words')}
          </p>
        </Notice>
      );
    case 'changed':
      return (
        <Notice tone="warn" role="alert" title={say('key-roll-back.changed')}>
          <p>{say('key-roll-back.changed.words')}</p>
        </Notice>
      );
    case 'done':
      return (
        <Notice tone="good" title={say('key-roll-back.done')}>
          <p>{say('key-roll-back.done.words')}</p>
        </Notice>
      );
  }
}
