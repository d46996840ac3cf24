import { useMemo } from 'react';
import type { Decided } from '../../domain/decide.ts';
import { fenceOf } from '../../domain/fence.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { fenceWords } from './fence-words.ts';
import { UpdateTrack } from './UpdateTrack.tsx';
import { useAutoUpdate } from './useAutoUpdate.ts';

export interface AutoUpdateControlProps extends Decided {
  /** Whether this person may switch it. */
  readonly may: boolean;
}

/** Whether the host updates an extension by itself, and how far it goes. */
export function AutoUpdateControl({ extension, decision, may }: AutoUpdateControlProps) {
  const say = useWords();
  const { on, asking, onSwitch, error } = useAutoUpdate(
    extension.key,
    extension.autoUpdate === true,
  );
  const fence = useMemo(() => fenceOf(extension, decision), [extension, decision]);
  return (
    <section className="upkeep-auto" aria-label={say('auto-update.title')}>
      {may ? (
        <Switch on={on} busy={asking} onSwitch={onSwitch} label={say('auto-update.switch')} />
      ) : (
        <p>{say(on ? 'auto-update.is-on' : 'auto-update.is-off')}</p>
      )}
      <UpdateTrack extension={extension} fence={fence} />
      <p className="upkeep-muted upkeep-small">{fenceWords(say, { extension, decision }, fence)}</p>
      {error === null ? null : <Failure error={error} />}
    </section>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { title, advice } = failureWords(useWords(), error);
  return (
    <Notice tone="bad" role="alert" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}
