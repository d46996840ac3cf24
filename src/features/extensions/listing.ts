import type { Decided } from '../../domain/decide.ts';
import { type Group, GROUPS, urgency } from '../../domain/group.ts';

export const SORTS = ['urgency', 'name', 'license-end'] as const;
export type Sort = (typeof SORTS)[number];

/** Which extensions a person wants to see, and in which order. */
export interface View {
  readonly group: Group | 'all';
  readonly search: string;
  readonly sort: Sort;
}

export const EVERYTHING: View = { group: 'all', search: '', sort: 'urgency' };

/** Everything about a list that does not depend on the view, computed once per change of the estate. */
export interface Listing {
  readonly rows: readonly Decided[];
  readonly counts: Readonly<Record<Group, number>>;
  /** Lower-case text of each row, by its place in `rows`. */
  readonly texts: readonly string[];
  /** Places in `rows`, in each order. */
  readonly orders: Readonly<Record<Sort, readonly number[]>>;
}

/** The day that ends a license's hold on updates or on running; the far future where nothing ends. */
function endOf({ decision: { license } }: Decided): string {
  switch (license.kind) {
    case 'evaluating':
      return license.expiresOn;
    case 'evaluation-expired':
      return license.expiredOn;
    case 'maintained':
      return license.endsOn;
    case 'maintenance-ended':
    case 'subscription-ended':
      return license.endedOn;
    case 'paid':
      return license.through;
    case 'in-grace':
      return license.stopsAfter;
    case 'not-needed':
    case 'missing':
    case 'unknown':
    case 'wrong':
    case 'suspended':
    case 'terminated':
    case 'maintained-for-ever':
      return '9999-12-31';
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Builds the index of a list.
 *
 * @param locale - Decides how names are sorted.
 * @param places - Urgency by extension key, as it was when each was first listed; filled in here. A row that was
 * just acted on keeps its place by it, instead of jumping out of sight, until the map is emptied.
 */
export function listingOf(
  rows: readonly Decided[],
  locale: string,
  places: Map<string, number> = new Map(),
): Listing {
  const counts = Object.fromEntries(GROUPS.map((group) => [group, 0])) as Record<Group, number>;
  for (const { decision } of rows) counts[decision.group] += 1;
  const texts = rows.map(({ extension: { name, vendor, key } }) =>
    `${name}\n${vendor}\n${key}`.toLowerCase(),
  );

  const collator = new Intl.Collator(locale, { numeric: true });
  const all = rows.map((_, at) => at);
  const names = [...all].sort((a, b) =>
    collator.compare(rows[a]?.extension.name ?? '', rows[b]?.extension.name ?? ''),
  );
  const urgencies = rows.map(({ extension, decision }) => {
    const place = places.get(extension.key) ?? urgency(decision.verdict);
    places.set(extension.key, place);
    return place;
  });
  const ends = rows.map(endOf);
  // Sorting is stable, so equals stay in the order of their names.
  return {
    rows,
    counts,
    texts,
    orders: {
      name: names,
      urgency: [...names].sort((a, b) => (urgencies[a] ?? 0) - (urgencies[b] ?? 0)),
      'license-end': [...names].sort((a, b) => byText(ends[a] ?? '', ends[b] ?? '')),
    },
  };
}

/** The rows a view shows, in its order. Every word of the search must occur in name, vendor or key. */
export function select(listing: Listing, { group, search, sort }: View): readonly Decided[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown: Decided[] = [];
  for (const at of listing.orders[sort]) {
    const row = listing.rows[at];
    const text = listing.texts[at] ?? '';
    if (!row || (group !== 'all' && row.decision.group !== group)) continue;
    if (words.every((word) => text.includes(word))) shown.push(row);
  }
  return shown;
}
