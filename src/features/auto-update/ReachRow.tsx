import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Switch } from '../../ui/Switch.tsx';
import { fenceWords } from './fence-words.ts';
import type { Reach } from './reaches.ts';
import { useAutoUpdate } from './useAutoUpdate.ts';

export interface ReachRowProps {
  readonly reach: Reach;
  readonly may: boolean;
}

/** One extension with its switch, and how far that takes it. */
export function ReachRow({ reach, may }: ReachRowProps) {
  const say = useWords();
  const { extension, fence } = reach;
  const { on, asking, onSwitch, error } = useAutoUpdate(
    extension.key,
    extension.autoUpdate === true,
  );
  return (
    <li className="upkeep-auto-row">
      <bdi className="upkeep-auto-row-name">{extension.name}</bdi>
      <span className="upkeep-muted upkeep-small">{fenceWords(say, reach, fence)}</span>
      {may ? (
        <Switch
          on={on}
          busy={asking}
          onSwitch={onSwitch}
          label={say('auto-update.switch-one', { name: extension.name })}
          unseen
        />
      ) : (
        <span className="upkeep-small">{say(on ? 'auto-update.is-on' : 'auto-update.is-off')}</span>
      )}
      {error === null ? null : (
        <span role="alert" className="upkeep-auto-row-error">
          {failureWords(say, error).title}
        </span>
      )}
    </li>
  );
}
