import { type FormEvent, useId, useRef, useState } from 'react';
import type { Day } from '../../domain/day.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import { groundOf } from '../../domain/hold.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type HoldEnd, lastDay } from './hold-end.ts';
import { HoldScope } from './HoldScope.tsx';
import { HoldUntil } from './HoldUntil.tsx';
import { useHolding } from './useHolding.ts';

export interface HoldDialogProps extends Decided {
  readonly estate: Estate;
  readonly onClose: () => void;
}

/** The longest reason a host keeps, in characters. */
const REASON_MAX = 500;

/**
 * Holds an extension back, or skips its one release: why, and until when. Says beforehand what ends it by itself. A hold
 * in force is shown as it is, and replaced.
 */
export function HoldDialog({ extension, decision, estate, onClose }: HoldDialogProps) {
  const say = useWords();
  const announce = useAnnounce();
  const form = useId();
  const fieldId = useId();
  const faultId = useId();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const holding = useHolding(extension.key);

  const { hold } = decision;
  const { covered, forHost, overall } = decision.judged.targets;
  const release = covered ?? forHost ?? overall;
  const version = release && release.version.text;
  const { name } = extension;

  const [onlyThis, setOnlyThis] = useState(false);
  const [reason, setReason] = useState(extension.hold?.reason ?? '');
  const [end, setEnd] = useState<HoldEnd>(hold?.until ? 'day' : 'open');
  const [chosen, setChosen] = useState<Day | undefined>(hold?.until ?? undefined);
  const [asked, setAsked] = useState(false);
  const until = lastDay(end, estate.today, chosen);
  const noReason = asked && reason.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const why = reason.trim();
    if (why === '') return field.current?.focus();
    const done = (news: string) => ({
      onSuccess() {
        announce(news);
        onClose();
      },
    });
    if (onlyThis && version !== null) {
      const news = say('hold.news.skipped', { name, version });
      return holding.mutate({ kind: 'skip', reason: why, version }, done(news));
    }
    if (until === undefined) return undefined;
    const ground = groundOf({ hostVersion: estate.hostVersion, license: extension.license });
    const news = say('hold.news.held', { name });
    return holding.mutate({ kind: 'hold', reason: why, until, ground }, done(news));
  };

  return (
    <Dialog
      title={say('hold.title', { name })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={holding.isPending}>
            {onlyThis && version !== null ? say('hold.skip', { version }) : say('hold.submit')}
          </Button>
        </>
      }
    >
      <form id={form} className="upkeep-hold" noValidate onSubmit={submit}>
        {version === null ? null : (
          <HoldScope version={version} onlyThis={onlyThis} onScope={setOnlyThis} />
        )}
        <div className="upkeep-field">
          <label className="upkeep-field-label" htmlFor={fieldId}>
            {say('hold.reason')}
          </label>
          <textarea
            ref={field}
            id={fieldId}
            className="upkeep-input"
            rows={2}
            maxLength={REASON_MAX}
            value={reason}
            aria-required
            aria-invalid={noReason || undefined}
            aria-describedby={`${faultId} ${hintId}`}
            onChange={({ target }) => setReason(target.value)}
          />
          <span id={faultId} role="alert" className="upkeep-field-fault">
            {noReason ? say('hold.reason.missing') : null}
          </span>
          <span id={hintId} className="upkeep-field-hint">
            {say('hold.reason.hint')}
          </span>
        </div>
        {onlyThis ? null : (
          <>
            <HoldUntil
              today={estate.today}
              end={end}
              chosen={chosen}
              wrong={asked && until === undefined}
              onEnd={setEnd}
              onChosen={setChosen}
            />
            <p className="upkeep-muted upkeep-small">
              {say('hold.ends', { name, host: estate.hostVersion })}
            </p>
          </>
        )}
      </form>
      {holding.error === null ? null : <Failure error={holding.error} />}
    </Dialog>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { title, advice } = failureWords(useWords(), error);
  return (
    <Notice tone="bad" role="alert" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}
