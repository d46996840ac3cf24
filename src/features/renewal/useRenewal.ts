import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Quote } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { quoteQuery } from '../../backend/queries.ts';
import type { Session } from '../../backend/session.ts';
import { useSavedWish, type WishSaving } from '../../ledger/useSavedWish.ts';
import { permitted } from '../../domain/capability.ts';
import { type Day, parseDay } from '../../domain/day.ts';
import type { Decided } from '../../domain/decide.ts';
import { commonEnd, sameTerm, type Term } from '../../domain/renewal-term.ts';
import { renewable, renewalWish } from './renewal-wish.ts';
import { type Renewing, renewing } from './renewing.ts';

/** How long to renew, as somebody chose it. */
export type TermChoice =
  /** Each by its usual term. */
  | { readonly kind: 'usual' }
  | { readonly kind: 'months'; readonly months: number }
  /** All to one day; the text of a date field, which may be no day yet. */
  | { readonly kind: 'until'; readonly text: string };

/** A renewal as it is being put together. */
export interface Renewal {
  readonly parts: readonly Renewing[];
  /** Keys of those that are chosen. */
  readonly chosen: ReadonlySet<string>;
  /** The chosen ones, less what the quote leaves out: what the order is about. */
  readonly ordered: readonly Renewing[];
  readonly onToggle: (key: string) => void;
  readonly choice: TermChoice;
  readonly onChoice: (choice: TermChoice) => void;
  /** What each is renewed by unless something is chosen, where that is the same for all. */
  readonly usual: Term | null;
  /** By how many months all of them can be renewed; empty = there is nothing to choose. */
  readonly terms: readonly number[];
  /** The day to propose for a common end. */
  readonly proposed: Day | null;
  /** The day that was chosen makes no sense. */
  readonly dayMissing: boolean;
  /** The price is being asked for; what is shown may be of another term. */
  readonly asking: boolean;
  readonly error: Error | null;
  readonly again: () => void;
  readonly saving: WishSaving;
  /** There is something to order, by a term that is on offer, and this person may pay. */
  readonly canOrder: boolean;
}

/** The term somebody chose; `undefined` while the day is none to renew to. */
function termOfChoice(choice: TermChoice, usual: Term | null, today: Day): Term | null | undefined {
  switch (choice.kind) {
    case 'usual':
      return null;
    case 'months':
      // The usual term by its name is no other wish than without it.
      return sameTerm(usual, choice) ? null : { months: choice.months };
    case 'until': {
      const until = parseDay(choice.text);
      return until !== undefined && until > today ? { until } : undefined;
    }
  }
}

/** What renewing today is good for goes first into the order: the others are one press away. */
const worthChoosing = ({ priced, preview }: Renewing): boolean =>
  priced.kind !== 'left' && preview.gain !== 'nothing' && preview.gain !== 'unknown';

/**
 * Everything about a renewal that is being put together. All that may be renewed is asked about at once, as a line
 * costs the same whatever is renewed with it; so choosing among them asks nobody.
 */
export function useRenewal(decided: readonly Decided[], session: Session, today: Day): Renewal {
  const backend = useBackend();
  const may = permitted(session.capabilities, session.actor.roles);
  const [choice, setChoice] = useState<TermChoice>({ kind: 'usual' });
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);

  const keys = decided.map(({ extension }) => extension.key);
  const options = (term: Term | null) => ({ ...quoteQuery(backend, keys, term), retry: false });
  const isAsked = may.has('quote') && keys.length > 0;
  const first = useQuery({ ...options(null), enabled: isAsked });
  const usual = first.data?.term ?? null;
  const term = termOfChoice(choice, usual, today);
  const asked = useQuery({ ...options(term ?? null), enabled: isAsked && term !== undefined });

  // A price of another term stays to be seen while the new one is asked for.
  const quote: Quote | undefined = term === undefined ? undefined : asked.data;
  const asking =
    isAsked && term !== undefined && asked.isFetching && (asked.isPlaceholderData || !quote);
  const error = term === undefined || asking || quote ? null : asked.error;
  const parts = decided.map((each) => renewing(each, quote, today));
  const proposed = decided.map((each) => renewing(each, first.data, today)).filter(worthChoosing);
  const chosen =
    picked ?? new Set(decided.length === 1 ? keys : proposed.map(({ extension }) => extension.key));
  const ordered = renewable(parts.filter(({ extension }) => chosen.has(extension.key)));
  // The usual term may be ordered without a price; of a chosen one the price says that it can be had.
  const isOffered = term !== undefined && (error === null || term === null);
  const saving = useSavedWish(isOffered && !asking ? renewalWish(ordered, term) : null, session);
  const usualEnds = (first.data?.lines ?? [])
    .filter(({ extension }) => chosen.has(extension))
    .map(({ newEndsOn }) => newEndsOn);

  return {
    parts,
    chosen,
    ordered,
    onToggle(key) {
      const next = new Set(chosen);
      if (!next.delete(key)) next.add(key);
      setPicked(next);
    },
    choice,
    onChoice: setChoice,
    usual,
    terms: first.data?.terms ?? [],
    proposed: commonEnd(usualEnds),
    dayMissing: term === undefined,
    asking,
    error,
    again: () => void asked.refetch(),
    saving,
    canOrder: may.has('purchase') && isOffered && ordered.length > 0,
  };
}
