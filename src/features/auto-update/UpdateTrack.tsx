import type { Decided } from '../../domain/decide.ts';
import type { Fence } from '../../domain/fence.ts';
import { useWords } from '../../messages/context.ts';
import { beyondWords } from './fence-words.ts';

export interface UpdateTrackProps extends Pick<Decided, 'extension'> {
  readonly fence: Fence;
}

/** The way automatic updates go: what is installed, where they stop, and what lies beyond the fence. */
export function UpdateTrack({ extension, fence }: UpdateTrackProps) {
  const say = useWords();
  const { installed } = extension;
  const { at, because, beyond } = fence;
  const stays = at === installed;
  return (
    <ol className="upkeep-track" aria-label={say('fence.label')}>
      <li className={stays ? 'upkeep-track-end' : undefined}>
        <span className="upkeep-version">{installed.version.text}</span>
        <span className="upkeep-track-words">
          {say(stays && beyond ? 'fence.installed.stays' : 'fence.installed')}
        </span>
      </li>
      {stays ? null : (
        <li className="upkeep-track-way upkeep-track-end">
          <span className="upkeep-version">{at.version.text}</span>
          <span className="upkeep-track-words">{say(beyond ? 'fence.at' : 'fence.at.newest')}</span>
        </li>
      )}
      {beyond ? (
        <li className="upkeep-track-beyond">
          <span className="upkeep-version">{beyond.version.text}</span>
          <span className="upkeep-track-words">{beyondWords(say, because)}</span>
        </li>
      ) : null}
    </ol>
  );
}
