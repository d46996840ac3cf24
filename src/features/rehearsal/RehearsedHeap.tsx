import { type ReactNode, useState } from 'react';
import type { Quote } from '../../backend/backend.ts';
import type { Estate } from '../../domain/decide.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Rehearsed } from '../../domain/rehearsal.ts';
import { useWords } from '../../messages/context.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { prospectWords } from './rehearsal-words.ts';

const TONE: Record<Prospect['kind'], Tone> = {
  fine: 'good',
  'update-owned': 'info',
  'needs-renewal': 'warn',
  'no-release': 'bad',
  unknown: 'unknown',
  stopped: 'calm',
};

/** Up to so many stand open at once; more are folded, and shown in portions. */
const OPEN = 12;
const PORTION = 100;

export interface RehearsedHeapProps {
  readonly kind: Prospect['kind'];
  /** At least one. */
  readonly rows: readonly Rehearsed[];
  readonly estate: Estate;
  /** What renewing costs, where that is known. */
  readonly quote: Quote | undefined;
  /** What can be done about all of them. */
  readonly children?: ReactNode;
}

/** The extensions that share a prospect, each with its sentence. */
export function RehearsedHeap({ kind, rows, estate, quote, children }: RehearsedHeapProps) {
  const say = useWords();
  const [isOpen, setOpen] = useState(kind !== 'fine' && rows.length <= OPEN);
  const [shown, setShown] = useState(PORTION);
  const title = say(`rehearsal.heap.${kind}`);
  const hidden = rows.length - shown;
  return (
    <details
      className="upkeep-heap"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {title} <Badge tone={TONE[kind]}>{say.number(rows.length)}</Badge>
      </summary>
      {isOpen ? (
        <>
          <ul className="upkeep-heap-rows" aria-label={title}>
            {rows.slice(0, shown).map((row) => {
              const { text, notes } = prospectWords(say, row, estate, quote);
              return (
                <li key={row.extension.key} className="upkeep-heap-row">
                  <bdi className="upkeep-heap-name">{row.extension.name}</bdi>
                  <span>
                    {text}
                    {notes.map((note) => (
                      <span key={note} className="upkeep-muted">
                        {' · '}
                        {note}
                      </span>
                    ))}
                  </span>
                </li>
              );
            })}
          </ul>
          {hidden > 0 ? (
            <Button look="quiet" onClick={() => setShown(shown + PORTION)}>
              {say('rehearsal.more', { count: hidden })}
            </Button>
          ) : null}
        </>
      ) : null}
      {children}
    </details>
  );
}
