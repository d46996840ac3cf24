import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery } from '../../backend/queries.ts';
import type { Action } from '../../domain/action.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { rescueOf, type WayBack } from '../../domain/rescue.ts';
import type { Task } from '../../domain/task.ts';
import { useWords } from '../../messages/context.ts';
import { goingBackFacts } from '../../messages/going-back.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ActionButtons } from './ActionButtons.tsx';

export interface RescueNoticeProps extends Decided {
  readonly estate: Estate;
  readonly task: Task | undefined;
  readonly busy: boolean;
  readonly onAction: (extension: Extension, action: Action) => void;
}

/**
 * The way out for an extension that failed or is not covered: where to go back to, what that takes, and the one
 * button. It needs nothing but the list: what only the history knows is added when it comes.
 */
export function RescueNotice({
  extension,
  decision,
  estate,
  task,
  busy,
  onAction,
}: RescueNoticeProps) {
  const say = useWords();
  const { data, isPending } = useQuery(releasesQuery(useBackend(), extension.key));
  const rescue = useMemo(
    () => rescueOf({ extension, decision }, estate, task, data ?? null),
    [extension, decision, estate, task, data],
  );
  if (rescue === null) return null;
  const { back, actions } = rescue;
  const license = extension.license.kind === 'not-needed' ? 'none' : 'some';
  return (
    <div className="upkeep-rescue">
      <Notice
        title={
          back === null
            ? say('rescue.none')
            : say('rescue.title', { version: back.release.version.text })
        }
        tone={back === null ? 'unknown' : 'info'}
        actions={
          <ActionButtons
            extension={extension}
            actions={actions}
            primary={actions[0] ?? null}
            busy={busy}
            onAction={onAction}
          />
        }
      >
        {back === null ? (
          <p>{say('rescue.none.advice', { license })}</p>
        ) : (
          <Back
            back={back}
            license={license}
            from={extension.installed.version.text}
            looking={isPending}
          />
        )}
      </Notice>
    </div>
  );
}

function Back({
  back,
  license,
  from,
  looking,
}: {
  readonly back: WayBack;
  /** Whether there is one to speak of. */
  readonly license: 'none' | 'some';
  readonly from: string;
  readonly looking: boolean;
}) {
  const say = useWords();
  const version = back.release.version.text;
  return (
    <>
      <p>
        {say(back.ranBefore ? 'roll-back.ran-before' : 'roll-back.newest', {
          version,
          from,
          license,
        })}
      </p>
      {back.action === null ? <p>{say('rescue.no-way', { version })}</p> : null}
      <Facts facts={goingBackFacts(say, looking ? null : back)} />
    </>
  );
}
