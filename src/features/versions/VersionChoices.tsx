import { memo, useDeferredValue, useId } from 'react';
import type { DetailedRelease } from '../../backend/backend.ts';
import type { Direction, VersionChoice } from '../../domain/version-choice.ts';
import { useWords } from '../../messages/context.ts';
import type { MessageId } from '../../messages/words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { coveredWords, datesWords, fitWords, outcomeWords } from './version-words.ts';

export type Choice = VersionChoice<DetailedRelease>;

export interface VersionChoicesProps {
  /** Newest first. */
  readonly choices: readonly Choice[];
  /** The chosen version. */
  readonly chosen: string | null;
  readonly onChoose: (version: string) => void;
}

/** Whether it can be chosen at all. */
export const isPossible = ({ outcome }: Choice): boolean =>
  outcome.kind !== 'installed' && outcome.kind !== 'refused';

/** More than fit into any window. */
const FIRST = 24;

const HEADING: Record<Direction, MessageId> = {
  newer: 'versions.newer',
  same: 'versions.same',
  older: 'versions.older',
  unplaced: 'versions.unplaced',
};
const DIRECTIONS: readonly Direction[] = ['newer', 'unplaced', 'same', 'older'];

/** Releases as one group of radio buttons, under what is newer, installed and older. */
export function VersionChoices({ choices, chosen, onChoose }: VersionChoicesProps) {
  const say = useWords();
  const name = useId();
  // What can be seen comes at once; the other hundreds follow without holding up a key or a press.
  const there = useDeferredValue(choices, choices.slice(0, FIRST));
  return DIRECTIONS.map((direction) => {
    const those = there.filter((choice) => choice.direction === direction);
    if (those.length === 0) return null;
    const title = say(HEADING[direction]);
    return (
      <section key={direction} aria-label={title}>
        <h3 className="upkeep-versions-heading">{title}</h3>
        {those.map((choice) => (
          <OneVersion
            key={choice.release.version.text}
            name={name}
            choice={choice}
            checked={choice.release.version.text === chosen}
            onChoose={onChoose}
          />
        ))}
      </section>
    );
  });
}

interface OneVersionProps {
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChoose: (version: string) => void;
}

/** One release: its name and dates, whether the license covers it, whether it runs here, and what stands in the way. */
const OneVersion = memo(function OneVersion({ name, choice, checked, onChoose }: OneVersionProps) {
  const say = useWords();
  const id = useId();
  const { release, coverage, fit, outcome } = choice;
  const version = release.version.text;
  const more = outcomeWords(say, choice);
  return (
    <label className={`upkeep-version-choice upkeep-version-${outcome.kind}`}>
      <input
        type="radio"
        name={name}
        value={version}
        checked={checked}
        disabled={!isPossible(choice)}
        onChange={() => onChoose(version)}
        aria-labelledby={`${id}name`}
        aria-describedby={`${id}more`}
      />
      <span id={`${id}name`} className="upkeep-version-head">
        <span className="upkeep-version upkeep-version-name">{version}</span>
        {release.security ? <Badge tone="bad">{say('releases.security')}</Badge> : null}
        {release.prerelease ? <Badge tone="warn">{say('releases.prerelease')}</Badge> : null}
        {release.migratesData ? <Badge tone="warn">{say('versions.migrates')}</Badge> : null}
        {release.kept && outcome.kind !== 'installed' ? (
          <Badge>{say('versions.kept')}</Badge>
        ) : null}
        <span className="upkeep-muted upkeep-small">{datesWords(say, choice)}</span>
      </span>
      <span id={`${id}more`} className="upkeep-version-more">
        <span className={`upkeep-reach upkeep-reach-${coverage.kind}`}>
          {coveredWords(say, choice)}
        </span>
        <span className={`upkeep-reach upkeep-reach-${fit.kind === 'fits' ? 'fits' : 'unfit'}`}>
          {fitWords(say, choice)}
        </span>
        {more === '' ? null : <span className="upkeep-version-obstacle">{more}</span>}
      </span>
    </label>
  );
});
