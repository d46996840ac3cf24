import { type ReactNode, useId, useRef, useState } from 'react';
import { isBackendError } from '../../backend/errors.ts';
import {
  lossesOf,
  RETURN_REFUSALS,
  type Refused,
  type ReturnedLicense,
} from '../../domain/returned-license.ts';
import { useWords } from '../../messages/context.ts';
import { type FailureWords, failureWords } from '../../messages/failures.ts';
import type { Words } from '../../messages/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { InPlace } from './InPlace.tsx';
import { errorWords, factsOf, lossWords } from './returned-words.ts';
import type { Attempt } from './useReturned.ts';

export interface ReturnedCardProps {
  readonly entry: ReturnedLicense;
  readonly attempt: Attempt | undefined;
  readonly onApply: () => void;
  /** Looks whether it is in place, after an answer that was lost. */
  readonly onCheck: () => void;
  readonly onDiscard: () => void;
  /** Puts it out of sight until the panel is opened again. It stays kept. */
  readonly onHide: () => void;
}

/** One license that came back: what it is for, what came of it so far, and what may be done now. */
export function ReturnedCard(props: ReturnedCardProps) {
  const { entry, attempt } = props;
  const say = useWords();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [discarding, setDiscarding] = useState(false);
  const name = entry.name ?? entry.extension;

  // The button that was pressed may go away with what it did; the card keeps the focus.
  const press = (act: () => void) => () => {
    heading.current?.focus();
    act();
  };
  if (entry.state === 'applied') return <InPlace entry={entry} onHide={props.onHide} />;
  return (
    <article className="upkeep-returned-license" aria-labelledby={headingId}>
      <h3 ref={heading} id={headingId} className="upkeep-order-title" tabIndex={-1}>
        {name === null ? say('returned.title.nameless') : say('returned.title', { name })}
      </h3>
      <p className="upkeep-muted upkeep-small">
        {[factsOf(say, entry), say('returned.received', { moment: say.moment(entry.receivedAt) })]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <Standing entry={entry} attempt={attempt} />
      {discarding ? (
        <Discarding
          busy={attempt?.kind === 'busy'}
          onDiscard={press(props.onDiscard)}
          onKeep={press(() => setDiscarding(false))}
        />
      ) : (
        <div className="upkeep-order-actions">
          <WayOn {...props} press={press} />
          <Button onClick={props.onHide}>{say('returned.not-now')}</Button>
          {attempt?.kind === 'busy' ? null : (
            <Button look="quiet" onClick={press(() => setDiscarding(true))}>
              {say('returned.discard')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** What came of the last try; before the first, what there is to know. */
function Standing({ entry, attempt }: Pick<ReturnedCardProps, 'entry' | 'attempt'>): ReactNode {
  const say = useWords();
  switch (attempt?.kind) {
    case 'unknown':
      return (
        <Notice
          tone="warn"
          role="alert"
          title={say(attempt.missing ? 'returned.not-there' : 'returned.unknown')}
        >
          <p>{say(attempt.missing ? 'returned.not-there.words' : 'returned.unknown.words')}</p>
        </Notice>
      );
    case 'failed':
      // What the host writes beside the license says more than the answer did.
      if (entry.refused === null || !isTold(attempt.error))
        return <Told words={failureWords(say, attempt.error)} alert />;
      return <RefusedLicense entry={entry} refused={entry.refused} alert />;
    case 'busy':
    case undefined:
      return entry.refused === null ? (
        <p>{say('returned.words')}</p>
      ) : (
        <RefusedLicense entry={entry} refused={entry.refused} />
      );
  }
}

const isTold = (error: unknown): boolean =>
  isBackendError(error) &&
  error.failure.kind === 'refused' &&
  (RETURN_REFUSALS as readonly string[]).includes(error.failure.problem);

function RefusedLicense({
  entry,
  refused,
  alert = false,
}: {
  readonly entry: ReturnedLicense;
  readonly refused: Refused;
  readonly alert?: boolean;
}) {
  const say = useWords();
  const losses = lossesOf(entry);
  return (
    <Told
      words={{
        title: say(`refused.${refused.because}`),
        advice: say(`refused.${refused.because}.advice`),
      }}
      reason={errorWords(say, refused)}
      alert={alert}
    >
      {losses.length === 0 ? null : (
        <ul className="upkeep-returned-losses" aria-label={say('returned.losses')}>
          {losses.map((loss) => (
            <li key={loss.kind}>{lossWords(say, loss)}</li>
          ))}
        </ul>
      )}
    </Told>
  );
}

function Told({
  words,
  reason = '',
  alert,
  children,
}: {
  readonly words: FailureWords;
  readonly reason?: string;
  readonly alert: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <Notice tone="warn" title={words.title} {...(alert && { role: 'alert' as const })}>
      {reason === '' ? null : <p>{reason}</p>}
      {children}
      <p>{words.advice}</p>
    </Notice>
  );
}

/** The button that goes on: it asks the host before it offers to write again, and names a loss before it is agreed to. */
function WayOn({
  entry,
  attempt,
  onApply,
  onCheck,
  press,
}: ReturnedCardProps & { readonly press: (act: () => void) => () => void }) {
  const say = useWords();
  const busy = attempt?.kind === 'busy';
  if (attempt?.kind === 'unknown' && !attempt.missing) {
    return (
      <Button look="primary" onClick={press(onCheck)}>
        {say('check-again')}
      </Button>
    );
  }
  const losing = lossesOf(entry).length > 0;
  return (
    <Button look={losing ? 'danger' : 'primary'} busy={busy} onClick={press(onApply)}>
      {applyWords(say, entry, losing)}
    </Button>
  );
}

function applyWords(say: Words, { refused }: ReturnedLicense, losing: boolean): string {
  if (losing) return say('returned.apply-anyway');
  return say(refused === null ? 'returned.apply' : 'returned.apply-again');
}

/** It may have been paid for, so it is asked once more. */
function Discarding({
  busy,
  onDiscard,
  onKeep,
}: {
  readonly busy: boolean;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}) {
  const say = useWords();
  return (
    <Notice
      tone="warn"
      role="alert"
      title={say('returned.discard.sure')}
      actions={
        <>
          <Button look="danger" busy={busy} onClick={onDiscard}>
            {say('returned.discard.do')}
          </Button>
          <Button onClick={onKeep}>{say('returned.discard.keep')}</Button>
        </>
      }
    >
      <p>{say('returned.discard.words')}</p>
    </Notice>
  );
}
