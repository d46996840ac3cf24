import { type Group, GROUPS } from '../../domain/group.ts';
import { useWords } from '../../messages/context.ts';
import { groupWords } from '../../messages/verdicts.ts';
import type { Listing, View } from './listing.ts';

export interface SummaryProps {
  readonly listing: Listing;
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** Heaps that are always told, also when they are empty; the others only when there is something in them. */
const ALWAYS: readonly Group[] = ['ready', 'needs-renewal'];

/** How many extensions are in which state. Pressing a count shows just these; pressing it again shows all. */
export function Summary({ listing, view, onView }: SummaryProps) {
  const say = useWords();
  const groups = GROUPS.filter(
    (group) => ALWAYS.includes(group) || listing.counts[group] > 0 || view.group === group,
  );
  const entries: readonly (readonly [View['group'], string, number])[] = [
    ['all', say('group.all'), listing.rows.length],
    ...groups.map((group) => [group, groupWords(say, group), listing.counts[group]] as const),
  ];
  return (
    <div className="upkeep-summary" role="group" aria-label={say('summary.label')}>
      {entries.map(([group, label, count]) => (
        <button
          key={group}
          type="button"
          className={`upkeep-count upkeep-count-${group}`}
          aria-pressed={view.group === group}
          onClick={() => onView({ ...view, group: view.group === group ? 'all' : group })}
        >
          <span className="upkeep-count-number">{say.number(count)}</span>{' '}
          <span className="upkeep-count-label">{label}</span>
        </button>
      ))}
    </div>
  );
}
