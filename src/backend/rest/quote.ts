import {
  LEFT_REASONS,
  type LeftReason,
  sameTerm,
  type Term,
  termOf,
} from '../../domain/renewal-term.ts';
import type { Quote } from '../backend.ts';
import { BackendError } from '../errors.ts';
import { asDay, WireQuote } from '../wire.ts';
import { type Answer, readAnswer } from './transport.ts';

const isLeftReason = (word: string): word is LeftReason =>
  (LEFT_REASONS as readonly string[]).includes(word);

const breach = (at: string, expected: string): BackendError =>
  new BackendError('quote', { kind: 'unreadable', at, expected });

/** The first place that is not about one of `asked`, or about one that was named before. */
function strayAt(keys: readonly string[], asked: readonly string[]): number {
  return keys.findIndex((key, at) => !asked.includes(key) || keys.indexOf(key) !== at);
}

/**
 * A quote of the contract as the rules know it. There is money in it: an answer about other extensions or another term
 * than were asked about, or that counts one of them twice, is an error and no quote.
 */
export function quoteFrom(answer: Answer, asked: readonly string[], term: Term | null): Quote {
  const { lines, left, terms, months, until, storeUrl } = readAnswer(
    WireQuote,
    'quote',
    answer,
    '',
  );
  const keys = lines.map(({ extension }) => extension);
  const stray = strayAt(keys, asked);
  if (stray >= 0) throw breach(`lines[${stray}].extension`, 'one asked about, once');
  const leftKeys = left.map(({ extension }) => extension);
  const others = asked.filter((key) => !keys.includes(key));
  const strayLeft = strayAt(leftKeys, others);
  if (strayLeft >= 0) throw breach(`left[${strayLeft}].extension`, 'one asked about, once');

  const answered = termOf({ months, until });
  if (term !== null && !sameTerm(answered, term)) {
    throw breach('until' in term ? 'until' : 'months', 'the term asked about');
  }
  if (term === null && until !== null) throw breach('until', 'the term asked about');
  if (months !== null && until !== null) throw breach('months', 'months or until, not both');
  const late = lines.findIndex(({ newEndsOn }) => until !== null && newEndsOn !== until);
  if (late >= 0) throw breach(`lines[${late}].newEndsOn`, 'the day asked about');

  return {
    lines: lines.map((line) => ({ ...line, newEndsOn: asDay(line.newEndsOn) })),
    left: left.map(({ extension, because }) => ({
      extension,
      because: isLeftReason(because) ? because : 'not-renewable',
    })),
    terms: [...new Set(terms)].sort((a, b) => a - b),
    term: answered,
    storeUrl,
  };
}
