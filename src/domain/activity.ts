import { type Day, dayOf, isZone } from './day.ts';

/** The words of the journal this panel knows, in the groups a reader filters by. */
export const ACTIVITY_WORDS = {
  /** What was installed. */
  software: ['install', 'update', 'roll-back', 'uninstall', 'batch', 'undo-batch'],
  /** What shall not be installed for now, or by itself. */
  choices: ['hold', 'release-hold', 'skip', 'end-skip', 'auto-update-on', 'auto-update-off'],
  licenses: ['activate', 'check-licenses', 'renew', 'roll-back-key'],
  orders: ['order', 'pay', 'deliver', 'cancel-order'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** One heap of words. */
export type ActivityGroup = keyof typeof ACTIVITY_WORDS;
/** One word of the journal. */
export type ActivityWord = (typeof ACTIVITY_WORDS)[ActivityGroup][number];

/** All groups, in the order in which they are offered. */
export const ACTIVITY_GROUPS = Object.keys(ACTIVITY_WORDS) as readonly ActivityGroup[];

const KNOWN = new Set<string>(Object.values(ACTIVITY_WORDS).flat());

/** Whether this panel has a sentence for a word of the journal. */
export const isActivityWord = (word: string): word is ActivityWord => KNOWN.has(word);

/** How something ended, or that it began: what takes long is told of twice. */
export const ACTIVITY_RESULTS = ['started', 'done', 'failed', 'canceled'] as const;
/** One result. */
export type ActivityResult = (typeof ACTIVITY_RESULTS)[number];

/** Something that happened at the host. Holds no key number, token or activation code. */
export interface Activity {
  /** Names the entry among all others of the host. */
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  /** Who did it or asked for it; `null` = the host by itself. */
  readonly by: { readonly id: string; readonly name: string } | null;
  /** `other` for a word this panel does not know. */
  readonly what: ActivityWord | 'other';
  /** The host's own word where `what` is `other`, else `null`. */
  readonly unknownWord: string | null;
  readonly result: ActivityResult;
  /** Key of the extension it was about; `null` = of several, all or none. The extension may be gone by now. */
  readonly extension: string | null;
  /** Name of that extension, or title of the order; `null` = the host did not say. */
  readonly about: string | null;
  /** Version before; `null` = none, or it played no part. */
  readonly from: string | null;
  /** Version meant; `null` = none. */
  readonly to: string | null;
  /** How many extensions it was about, where several; else `null`. */
  readonly count: number | null;
  /** Why it failed, or why somebody decided so. */
  readonly reason: string | null;
  /** The whole entry in the host's own words, for panels that do not know its word. */
  readonly text: string | null;
}

/** Which entries a reader wants to see. Everything given must hold. */
export interface ActivityFilter {
  /** Every word of it occurs in a name, a version, the reason, or the host's own words; case plays no part. */
  readonly search: string;
  /** `null` = all groups, and what belongs to none. */
  readonly group: ActivityGroup | null;
  /** Key of one extension; `null` = whatever it was about. */
  readonly extension: string | null;
  /** Id of one person; `null` = everybody, the host included. */
  readonly person: string | null;
}

/** Keeps everything. */
export const ALL_ACTIVITY: ActivityFilter = {
  search: '',
  group: null,
  extension: null,
  person: null,
};

/** The search, word by word. */
const wordsOf = (search: string): readonly string[] =>
  search.toLowerCase().split(/\s+/).filter(Boolean);

const textOf = ({ by, extension, about, from, to, reason, text, unknownWord }: Activity): string =>
  [by?.name, extension, about, from, to, reason, text, unknownWord]
    .filter((part) => typeof part === 'string')
    .join('\n')
    .toLowerCase();

/** The entries a filter keeps, in their order. */
export function selectActivity(
  entries: readonly Activity[],
  { search, group, extension, person }: ActivityFilter,
): readonly Activity[] {
  const words = wordsOf(search);
  const inGroup: ReadonlySet<string> | null = group && new Set<string>(ACTIVITY_WORDS[group]);
  return entries.filter((entry) => {
    if (inGroup && !inGroup.has(entry.what)) return false;
    if (extension !== null && entry.extension !== extension) return false;
    if (person !== null && entry.by?.id !== person) return false;
    if (words.length === 0) return true;
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

/** What happened on one calendar day. */
export interface ActivityDay {
  readonly day: Day;
  readonly entries: readonly Activity[];
}

/**
 * Entries by the calendar day on which the reader's own clock would have shown them, each day once, days and entries in
 * the order given.
 *
 * @param zone - The reader's zone, IANA name; one the runtime does not know counts as UTC.
 */
export function activityByDay(entries: readonly Activity[], zone: string): readonly ActivityDay[] {
  const known = isZone(zone) ? zone : 'UTC';
  const days = new Map<Day, Activity[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at, known);
    const there = days.get(day);
    if (there) there.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}
