import { useState } from 'react';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { countWords } from './fence-words.ts';
import type { ReachGroup } from './reaches.ts';
import { ReachRow } from './ReachRow.tsx';

export interface ReachFoldProps {
  readonly group: ReachGroup;
  readonly may: boolean;
  /** Short lists begin unfolded. */
  readonly unfolded: boolean;
}

/** How many more are shown at a time, so that a fold of thousands costs no more than one of dozens. */
const STEP = 50;

/** The extensions that end for one reason: their number, and unfolded each with its switch. */
export function ReachFold({ group, may, unfolded }: ReachFoldProps) {
  const say = useWords();
  const { because, reaches } = group;
  const [isOpen, setOpen] = useState(unfolded);
  const [most, setMost] = useState(STEP);
  const left = reaches.length - most;
  const title = countWords(say, because, reaches.length);
  return (
    <details
      className="upkeep-fold"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen ? (
        <>
          <ul className="upkeep-auto-rows" aria-label={title}>
            {reaches.slice(0, most).map((reach) => (
              <ReachRow key={reach.extension.key} reach={reach} may={may} />
            ))}
          </ul>
          {left > 0 ? (
            <Button look="quiet" onClick={() => setMost(most + STEP)}>
              {say('auto-update.more', { count: Math.min(left, STEP), left })}
            </Button>
          ) : null}
        </>
      ) : null}
    </details>
  );
}
