import { useId } from 'react';
import { useWords } from '../../messages/context.ts';
import { type Choice, isPossible } from './VersionChoices.tsx';

/** Which of many versions are wanted. */
export interface Search {
  /** A part of the version. */
  readonly text: string;
  /** Leaves out what cannot be chosen. */
  readonly onlyPossible: boolean;
}

export const EVERY_VERSION: Search = { text: '', onlyPossible: false };

/** The choices that are wanted, in their order. */
export function find(choices: readonly Choice[], search: Search): readonly Choice[] {
  const wanted = search.text.trim().toLowerCase();
  return choices.filter(
    (choice) =>
      choice.release.version.text.toLowerCase().includes(wanted) &&
      (!search.onlyPossible || isPossible(choice)),
  );
}

export interface VersionSearchProps {
  readonly search: Search;
  /** How many are shown. */
  readonly count: number;
  readonly onSearch: (search: Search) => void;
}

/** Finds one of many versions, and leaves out what cannot be chosen. */
export function VersionSearch({ search, count, onSearch }: VersionSearchProps) {
  const say = useWords();
  const id = useId();
  return (
    <div className="upkeep-versions-search" role="search">
      <label className="upkeep-unseen" htmlFor={id}>
        {say('versions.search')}
      </label>
      <input
        id={id}
        className="upkeep-input"
        type="search"
        placeholder={say('versions.search')}
        value={search.text}
        onChange={(event) => onSearch({ ...search, text: event.target.value })}
      />
      <label className="upkeep-versions-only upkeep-small">
        <input
          type="checkbox"
          checked={search.onlyPossible}
          onChange={(event) => onSearch({ ...search, onlyPossible: event.target.checked })}
        />
        {say('versions.only-possible')}
      </label>
      <p className="upkeep-muted upkeep-small" role="status">
        {count === 0 ? say('versions.no-match') : say('versions.count', { count })}
      </p>
    </div>
  );
}
