import type { Awaited } from '../domain/awaited.ts';
import { dayOf } from '../domain/day.ts';
import type { Weight } from './verdicts.ts';
import type { Words } from './words.ts';

/** The day of an instant the host told; `null` where it told none. */
export const paidDay = (say: Words, { paidAt }: Awaited): string | null =>
  paidAt === null ? null : say.day(dayOf(paidAt));

/** What stands in the place of a license that is paid and not here yet; `null` where none is. */
export function awaitedWords(
  say: Words,
  awaited: Awaited | undefined,
): { readonly text: string; readonly weight: Weight } | null {
  if (awaited?.kind !== 'paid') return null;
  const day = paidDay(say, awaited);
  return {
    text: day === null ? say('awaited.row.undated') : say('awaited.row', { day }),
    weight: 'info',
  };
}
