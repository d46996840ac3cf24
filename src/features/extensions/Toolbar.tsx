import { useId } from 'react';
import { useWords } from '../../messages/context.ts';
import type { MessageId } from '../../messages/words.ts';
import { type Sort, SORTS, type View } from './listing.ts';

const SORT: Record<Sort, MessageId> = {
  urgency: 'sort.urgency',
  name: 'sort.name',
  'license-end': 'sort.license-end',
};

const isSort = (word: string): word is Sort => (SORTS as readonly string[]).includes(word);

/** Search and order of the list. */
export function Toolbar({
  view,
  onView,
}: {
  readonly view: View;
  readonly onView: (view: View) => void;
}) {
  const say = useWords();
  const id = useId();
  return (
    <div className="upkeep-toolbar" role="search">
      <label className="upkeep-unseen" htmlFor={`${id}search`}>
        {say('search.label')}
      </label>
      <input
        id={`${id}search`}
        className="upkeep-input upkeep-search"
        type="search"
        placeholder={say('search.placeholder')}
        value={view.search}
        onChange={(event) => onView({ ...view, search: event.target.value })}
      />
      <label className="upkeep-sort" htmlFor={`${id}sort`}>
        <span className="upkeep-muted">{say('sort.label')}</span>
        <select
          id={`${id}sort`}
          className="upkeep-input"
          value={view.sort}
          onChange={(event) => {
            if (isSort(event.target.value)) onView({ ...view, sort: event.target.value });
          }}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {say(SORT[sort])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
