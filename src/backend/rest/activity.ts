import type * as v from 'valibot';
import {
  type Activity,
  ACTIVITY_WORDS,
  type ActivityFilter,
  isActivityWord,
} from '../../domain/activity.ts';
import type { ActivityPage } from '../backend.ts';
import { ContractBreach, read } from '../read.ts';
import { WireActivity, WireActivityPage } from '../wire.ts';
import { partTwins } from './entries.ts';
import { type Answer, readAnswer } from './transport.ts';

/** An entry of the contract as the journal knows it; a word nobody here knows is kept beside `other`. */
export function toActivity(wire: v.InferOutput<typeof WireActivity>): Activity {
  return isActivityWord(wire.what)
    ? { ...wire, what: wire.what, unknownWord: null }
    : { ...wire, what: 'other', unknownWord: wire.what };
}

/** The address of a page. What is not filtered by is not sent. */
export function activityPath(
  { search, group, extension, person }: ActivityFilter,
  cursor: string | null,
): string {
  const asked = new URLSearchParams();
  if (cursor !== null) asked.set('cursor', cursor);
  if (extension !== null) asked.set('extension', extension);
  if (person !== null) asked.set('by', person);
  if (group !== null) asked.set('what', ACTIVITY_WORDS[group].join(','));
  if (search.trim() !== '') asked.set('search', search.trim());
  const query = String(asked);
  return query === '' ? '/activity' : `/activity?${query}`;
}

/** A page of the journal. An entry that makes no sense is told of, and so are those that share an id. */
export function activityPage(answer: Answer): ActivityPage {
  const { entries, next } = readAnswer(WireActivityPage, 'activity', answer, '');
  const sound: Activity[] = [];
  const unreadable: ActivityPage['unreadable'][number][] = [];
  for (const [at, entry] of entries.entries()) {
    try {
      sound.push(toActivity(read(WireActivity, entry, `entries[${at}]`)));
    } catch (cause) {
      if (!(cause instanceof ContractBreach)) throw cause;
      unreadable.push({ at: cause.at, expected: cause.expected });
    }
  }
  const { single, twins } = partTwins(sound, ({ id }) => id);
  for (const _ of twins) unreadable.push({ at: 'entries.id', expected: 'an id of its own' });
  return { entries: single, unreadable, next };
}
