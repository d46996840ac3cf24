import { useId } from 'react';
import { ACTIVITY_GROUPS, type ActivityFilter } from '../../domain/activity.ts';
import { useWords } from '../../messages/context.ts';

export interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  /** Id of the person asking, for "only mine". */
  readonly me: string;
  readonly onFilter: (filter: ActivityFilter) => void;
}

/** What of the journal is shown: by words, by kind, and whether only what this person did. */
export function ActivityFilters({ filter, me, onFilter }: ActivityFiltersProps) {
  const say = useWords();
  const id = useId();
  return (
    <div className="upkeep-activity-filters" role="search" aria-label={say('activity.search')}>
      <input
        className="upkeep-input upkeep-activity-search"
        type="search"
        maxLength={200}
        aria-label={say('activity.search')}
        placeholder={say('activity.search.placeholder')}
        value={filter.search}
        onChange={({ target }) => onFilter({ ...filter, search: target.value })}
      />
      <label className="upkeep-activity-group" htmlFor={`${id}group`}>
        <span className="upkeep-muted">{say('activity.group')}</span>
        <select
          id={`${id}group`}
          className="upkeep-input"
          value={filter.group ?? ''}
          onChange={({ target }) =>
            onFilter({
              ...filter,
              group: ACTIVITY_GROUPS.find((group) => group === target.value) ?? null,
            })
          }
        >
          <option value="">{say('activity.group.all')}</option>
          {ACTIVITY_GROUPS.map((group) => (
            <option key={group} value={group}>
              {say(`activity.group.${group}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="upkeep-activity-mine">
        <input
          type="checkbox"
          checked={filter.person === me}
          onChange={({ target }) => onFilter({ ...filter, person: target.checked ? me : null })}
        />
        {say('activity.mine')}
      </label>
    </div>
  );
}
