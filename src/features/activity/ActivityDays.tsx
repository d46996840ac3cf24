import { useId, useMemo } from 'react';
import { type Activity, activityByDay, type ActivityDay } from '../../domain/activity.ts';
import { useWords } from '../../messages/context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { activityWords, RESULT_TONE } from './activity-words.ts';

/** Where this browser says its reader is. */
const readersZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Entries under the days on which they happened, in the zone in which their times are shown. */
export function ActivityDays({ entries }: { readonly entries: readonly Activity[] }) {
  const days = useMemo(() => activityByDay(entries, readersZone()), [entries]);
  return days.map((each) => <Day key={each.day} {...each} />);
}

function Day({ day, entries }: ActivityDay) {
  const say = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="upkeep-activity-day">
        {say.day(day)}
      </h3>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry }: { readonly entry: Activity }) {
  const say = useWords();
  const { at, result, reason, what } = entry;
  return (
    <li className="upkeep-activity-entry">
      <time className="upkeep-activity-time" dateTime={at}>
        {say.time(at)}
      </time>
      <div className="upkeep-activity-text">
        <p>{activityWords(say, entry)}</p>
        {reason === null || reason === '' ? null : (
          <p className="upkeep-muted upkeep-small">
            <bdi>{reason}</bdi>
          </p>
        )}
        {what === 'other' ? (
          <p className="upkeep-muted upkeep-small">{say('activity.unknown')}</p>
        ) : null}
      </div>
      <Badge tone={RESULT_TONE[result]}>{say(`activity.result.${result}`)}</Badge>
    </li>
  );
}
