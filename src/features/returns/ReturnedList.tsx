import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { returnedLicensesQuery } from '../../backend/queries.ts';
import type { ReturnedLicense } from '../../domain/returned-license.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { REST } from '../../ui/useKeptFocus.ts';
import { ReturnedCard } from './ReturnedCard.tsx';
import { useReturned } from './useReturned.ts';

/** Those that are kept, those put in place since the page was opened, and what could not be read. */
export function ReturnedList({ trouble }: { readonly trouble: Error | null }) {
  const say = useWords();
  const announce = useAnnounce();
  const headingId = useId();
  // Whoever opened this has just asked; opening it is no reason to ask again.
  const asked = { refetchOnMount: false, retryOnMount: false };
  const { data, refetch, isFetching } = useQuery({
    ...returnedLicensesQuery(useBackend()),
    ...asked,
  });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const seen = useSeenKept(data?.licenses);
  const { attempts, apply, check, discard } = useReturned((entry) =>
    announce(say('returned.applied', { name: nameOf(entry) })),
  );

  const shown = (data?.licenses ?? []).filter(
    ({ id, state }) => !hidden.has(id) && (state === 'kept' || seen.has(id)),
  );
  const unreadable = data?.unreadable ?? [];
  if (shown.length === 0 && unreadable.length === 0 && trouble === null) return null;
  return (
    <section className="upkeep-returned" aria-labelledby={headingId}>
      <h2 id={headingId} className="upkeep-orders-title" tabIndex={-1} {...REST}>
        {say('returned.label')}
      </h2>
      {trouble === null ? null : (
        <Trouble error={trouble} asking={isFetching} onCheck={() => void refetch()} />
      )}
      {shown.map((entry) => (
        <ReturnedCard
          key={entry.id}
          entry={entry}
          attempt={attempts.get(entry.id)}
          onApply={() => void apply(entry)}
          onCheck={() => void check(entry)}
          onDiscard={() => void discard(entry)}
          onHide={() => setHidden((before) => new Set(before).add(entry.id))}
        />
      ))}
      {unreadable.map(({ at, expected }) => (
        <Notice key={at} tone="unknown" title={say('returned.unreadable')}>
          <p>{say('returned.unreadable.words', { at, expected })}</p>
        </Notice>
      ))}
    </section>
  );
}

/** They could not be read; what is known stays in sight. */
function Trouble({
  error,
  asking,
  onCheck,
}: {
  readonly error: Error;
  readonly asking: boolean;
  readonly onCheck: () => void;
}) {
  const say = useWords();
  const { title, advice } = failureWords(say, error);
  return (
    <Notice
      tone="warn"
      role="status"
      title={title}
      actions={
        <Button busy={asking} onClick={onCheck}>
          {say('check-again')}
        </Button>
      }
    >
      <p>{advice}</p>
    </Notice>
  );
}

const nameOf = ({ name, extension }: ReturnedLicense): string => name ?? extension ?? '';

const NONE: readonly ReturnedLicense[] = [];

/** Ids of those seen kept since the list was opened: how they end is worth telling. What comes meanwhile is said aloud. */
function useSeenKept(licenses = NONE): ReadonlySet<string> {
  const say = useWords();
  const announce = useAnnounce();
  const kept = licenses.filter(({ state }) => state === 'kept');
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set(kept.map(({ id }) => id)));
  if (kept.some(({ id }) => !seen.has(id)))
    setSeen(new Set([...seen, ...kept.map(({ id }) => id)]));

  const told = useRef(seen);
  useEffect(() => {
    const one = kept.find(({ id }) => !told.current.has(id));
    if (!one) return;
    told.current = seen;
    announce(say('returned.title', { name: nameOf(one) }));
  });
  return seen;
}
