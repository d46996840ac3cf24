import { type Day, parseDay } from './day.ts';

/** How long licenses are renewed: by so many months each, or all of them through one day. */
export type Term = { readonly months: number } | { readonly until: Day };

/** Why a license is not part of a quote. A word nobody here knows reads as the first. */
export const LEFT_REASONS = [
  /** Its vendor renews no such license, or it never ends. */
  'not-renewable',
  /** It runs to the day that was asked for already, or longer. */
  'runs-longer',
  /** It is renewed, but not by the term that was asked for. */
  'term-not-offered',
] as const;
/** One such reason. */
export type LeftReason = (typeof LEFT_REASONS)[number];

/** What is written about a term, in two members of which at most one is set; `null` = to each its usual term. */
export function termOf(given: {
  readonly months?: number | null | undefined;
  readonly until?: string | null | undefined;
}): Term | null {
  const until = parseDay(given.until ?? '');
  if (until !== undefined) return { until };
  return typeof given.months === 'number' ? { months: given.months } : null;
}

const textOf = (term: Term | null | undefined): string => {
  if (!term) return '';
  return 'until' in term ? term.until : String(term.months);
};

/** Whether two terms are one; none at all is the usual one. */
export const sameTerm = (a: Term | null | undefined, b: Term | null | undefined): boolean =>
  textOf(a) === textOf(b);

/**
 * The day on which several renewals may end together: the last of the days on which they would end one by one, so that
 * none of them ends earlier than it would alone. `null` for none.
 */
export const commonEnd = (ends: readonly Day[]): Day | null =>
  ends.reduce<Day | null>((last, end) => (last === null || end > last ? end : last), null);
