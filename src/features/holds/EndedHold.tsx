import type { ReactNode } from 'react';
import type { HoldState } from '../../domain/hold.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { Notice } from '../../ui/Notice.tsx';

type Ended = Extract<HoldState, { kind: 'ended' }>;

export interface EndedHoldProps {
  readonly state: Ended;
  /** The host's version now. */
  readonly hostVersion: string;
  /** What may be done about it. */
  readonly actions?: ReactNode;
}

/** A hold that ended by itself: why, and what it had been for, so that somebody can decide again. */
export function EndedHold({ state, hostVersion, actions }: EndedHoldProps) {
  const say = useWords();
  const { reason } = state.hold;
  return (
    <Notice tone="calm" title={endWords(say, state, hostVersion)} actions={actions}>
      {reason === '' ? null : <p>{say('hold.ended.reason', { reason })}</p>}
    </Notice>
  );
}

function endWords(say: Words, { hold, because }: Ended, version: string): string {
  const { by, until } = hold;
  switch (because) {
    case 'day':
      return say('hold.ended.day', { by, day: until === null ? '' : say.day(until) });
    case 'host':
      return say('hold.ended.host', { by, version });
    case 'license':
      return say('hold.ended.license', { by });
  }
}
