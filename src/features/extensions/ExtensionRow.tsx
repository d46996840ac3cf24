import { memo } from 'react';
import type { Action } from '../../domain/action.ts';
import { worstAdvisory } from '../../domain/advise.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { type Awaited, decisionWhile } from '../../domain/awaited.ts';
import { isRunning } from '../../domain/task.ts';
import { advisoryBadge, advisoryWeight } from '../../messages/advisories.ts';
import { useWords } from '../../messages/context.ts';
import { awaitedWords } from '../../messages/awaited.ts';
import { failureWords } from '../../messages/failures.ts';
import { licenseWords, verdictWords } from '../../messages/verdicts.ts';
import { Badge } from '../../ui/Badge.tsx';
import { REST } from '../../ui/useKeptFocus.ts';
import { ActionButton } from './ActionButton.tsx';
import { ExtensionIcon } from './ExtensionIcon.tsx';
import { RowProgress } from './RowProgress.tsx';
import { RowTargets } from './RowTargets.tsx';
import { useTask } from './useTask.ts';

export interface RowHandlers {
  /** Opens the details. */
  readonly onOpen: (extension: Extension) => void;
  /** Does what the button says, or asks first where that is due. */
  readonly onAction: (extension: Extension, action: Action) => void;
}

export interface ExtensionRowProps extends RowHandlers, Decided {
  readonly estate: Estate;
  /** What went wrong with the last thing asked of this extension in this page life. */
  readonly error: unknown;
  /** An action was asked for and its answer is awaited. */
  readonly busy: boolean;
  /** A license that was ordered for it and is not here yet. */
  readonly awaited?: Awaited | undefined;
}

/** One extension: what is installed, how far it could go, its license, what to say about it, and the one thing to do. */
export const ExtensionRow = memo(function ExtensionRow(props: ExtensionRowProps) {
  const { extension, decision, estate, busy, awaited, onOpen, onAction } = props;
  const say = useWords();
  const task = useTask(extension.key);
  const license = awaitedWords(say, awaited) ?? licenseWords(say, decision.license);
  const { primary } = decisionWhile(awaited, props, estate.may.has('retrieveKeys'));
  const flaw = worstAdvisory(extension, decision, estate);
  const running = task !== undefined && isRunning(task);

  return (
    <>
      <ExtensionIcon name={extension.name} of={extension.key} />
      <div className="upkeep-row-name">
        <span className="upkeep-row-head">
          <button
            type="button"
            className="upkeep-row-open"
            {...REST}
            onClick={() => onOpen(extension)}
          >
            <bdi>{extension.name}</bdi>
          </button>
          {flaw === null ? null : (
            <Badge tone={advisoryWeight(flaw)}>{advisoryBadge(say, flaw)}</Badge>
          )}
        </span>
        <span className="upkeep-row-sub">
          <span className="upkeep-version">{extension.installed.version.text}</span>
          {extension.autoUpdate === true ? (
            <span
              role="img"
              aria-label={say('auto-update.is-on')}
              title={say('auto-update.is-on')}
              className="upkeep-row-auto"
            >
              ↻
            </span>
          ) : null}
          {extension.status.kind === 'disabled' ? ` · ${say('status.disabled')}` : ''}
          {' · '}
          <bdi>{extension.vendor}</bdi>
        </span>
      </div>
      <RowTargets judged={decision.judged} />
      <div className={`upkeep-row-license upkeep-tone-${license.weight}`}>{license.text}</div>
      {running ? (
        <RowProgress task={task} />
      ) : (
        <RowVerdict {...props} failedTask={task?.phase === 'failed' ? task.to : null} />
      )}
      <div className="upkeep-row-action">
        {primary === null || running ? null : (
          <ActionButton
            extension={extension}
            action={primary}
            look={primary.kind === 'update' || primary.kind === 'roll-back' ? 'primary' : 'plain'}
            busy={busy}
            onAction={onAction}
          />
        )}
      </div>
    </>
  );
});

/** The verdict in words, or what went wrong last. */
function RowVerdict({
  extension,
  decision,
  estate,
  error,
  failedTask,
}: ExtensionRowProps & { readonly failedTask: string | null }) {
  const say = useWords();
  const words = verdictWords(say, extension, decision, estate.hostVersion);
  if (error !== undefined) {
    const failure = failureWords(say, error);
    return (
      <div className="upkeep-row-verdict upkeep-tone-bad">
        <span className="upkeep-row-title">{failure.title}</span>
        <span className="upkeep-row-sub">{failure.advice}</span>
      </div>
    );
  }
  return (
    <div className={`upkeep-row-verdict upkeep-tone-${words.weight}`}>
      <span className="upkeep-row-title">{words.title}</span>
      <span className="upkeep-row-sub">
        {failedTask === null ? words.detail : say('task.last-failed', { version: failedTask })}
      </span>
    </div>
  );
}
