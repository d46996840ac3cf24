import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery } from '../../backend/queries.ts';
import type { Action } from '../../domain/action.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { rescueReason } from '../../domain/rescue.ts';
import { isRunning } from '../../domain/task.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { licenseWords, verdictWords } from '../../messages/verdicts.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ActionButtons } from './ActionButtons.tsx';
import { CoverageTimeline } from './CoverageTimeline.tsx';
import { ExplainVerdict } from './ExplainVerdict.tsx';
import { ExtensionIcon } from './ExtensionIcon.tsx';
import { groupReleases } from './release-groups.ts';
import { ReleaseList } from './ReleaseList.tsx';
import { RescueNotice } from './RescueNotice.tsx';
import { RowProgress } from './RowProgress.tsx';
import { TargetTable } from './TargetTable.tsx';
import { timelineOf } from './timeline.ts';
import { useTask } from './useTask.ts';

export interface ExtensionDetailsProps extends Decided {
  readonly estate: Estate;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onAction: (extension: Extension, action: Action) => void;
  readonly onCancelTask: (id: string) => void;
  /** What else has to be said about it, such as published flaws: right under the verdict. */
  readonly notices?: ReactNode;
  /** What else may be switched or opened for it, such as a hold or another version: under the notices. */
  readonly controls?: ReactNode;
  readonly onClose: () => void;
}

/** Everything about one extension: what to say and do, the three targets, the timeline, the releases, the reasons. */
export function ExtensionDetails(props: ExtensionDetailsProps) {
  const { extension, decision, estate, notices, controls, onClose } = props;
  const say = useWords();
  const license = licenseWords(say, decision.license);
  return (
    <Dialog
      shape="drawer"
      closeLabel={say('close')}
      onClose={onClose}
      title={
        <span className="upkeep-details-title">
          <ExtensionIcon name={extension.name} of={extension.key} />
          <bdi>{extension.name}</bdi>
        </span>
      }
    >
      <p className="upkeep-details-sub">
        <bdi>{extension.vendor}</bdi> ·{' '}
        {say('details.installed', { version: extension.installed.version.text })}{' '}
        <Badge tone={license.weight}>{license.text}</Badge>
      </p>
      <Standing {...props} />
      {notices}
      {controls ? <div className="upkeep-controls">{controls}</div> : null}
      {extension.unreadable.map(({ at, expected }) => (
        <Notice key={at} tone="unknown" title={say('details.unreadable', { at })}>
          <p>{say('details.unreadable.detail', { expected })}</p>
        </Notice>
      ))}
      <TargetTable extension={extension} decision={decision} />
      <Releases {...props} />
      <ExplainVerdict extension={extension} decision={decision} estate={estate} />
    </Dialog>
  );
}

/** The verdict with every allowed action, the progress of a running install, and what went wrong last. */
function Standing({
  extension,
  decision,
  estate,
  error,
  busy,
  onAction,
  onCancelTask,
}: ExtensionDetailsProps) {
  const say = useWords();
  const task = useTask(extension.key);
  const words = verdictWords(say, extension, decision, estate.hostVersion);
  const running = task !== undefined && isRunning(task);
  // Where a rescue is due, whatever helps stands with it, so that there is one place to look at.
  const rescue = !running && rescueReason(decision, task) !== null;
  return (
    <div className="upkeep-standing">
      {error === undefined ? null : <Failure error={error} />}
      {task?.failure ? (
        <Notice tone="bad" title={say('task.failed', { version: task.to ?? '' })}>
          <p>{task.failure.reason}</p>
          <p>
            {say(task.failure.rolledBack ? 'task.rolled-back' : 'task.not-rolled-back', {
              version: task.from ?? '',
            })}
          </p>
        </Notice>
      ) : null}
      {task?.phase === 'canceled' ? (
        <Notice tone="calm" title={say('task.canceled', { version: task.to ?? '' })}>
          <p>{say('task.nothing-changed')}</p>
        </Notice>
      ) : null}
      <Notice
        tone={words.weight}
        title={words.title}
        actions={
          running || rescue ? undefined : (
            <ActionButtons
              {...{ extension, busy, onAction }}
              actions={decision.actions}
              primary={decision.primary}
            />
          )
        }
      >
        {words.detail === '' ? null : <p>{words.detail}</p>}
      </Notice>
      {rescue ? <RescueNotice {...{ extension, decision, estate, task, busy, onAction }} /> : null}
      {running ? (
        <div className="upkeep-details-task">
          <RowProgress task={task} />
          {task.cancelable ? (
            <Button onClick={() => onCancelTask(task.id)}>{say('task.cancel')}</Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Failure({ error }: { readonly error: unknown }) {
  const words = failureWords(useWords(), error);
  return (
    <Notice tone="bad" role="alert" title={words.title}>
      <p>{words.advice}</p>
    </Notice>
  );
}

/** The history, read from the host when the details open. */
function Releases({ extension, decision, estate }: ExtensionDetailsProps) {
  const say = useWords();
  const releases = useQuery(releasesQuery(useBackend(), extension.key));
  const { data } = releases;
  const { license } = extension;
  const { covered } = decision.judged.targets;

  const groups = useMemo(
    () => data && groupReleases(data, extension, decision, estate),
    [data, extension, decision, estate],
  );
  const timeline = useMemo(
    () =>
      data &&
      timelineOf({
        extension,
        releases: data,
        target: covered,
        ...estate,
        policy: decision.policy,
      }),
    [data, extension, covered, estate, decision.policy],
  );

  if (releases.isPending) {
    return (
      <Loading
        label={say('details.loading')}
        lines={3}
        late={<p className="upkeep-muted">{say('panel.slow')}</p>}
      />
    );
  }
  if (!groups) {
    return (
      <>
        <Failure error={releases.error} />
        <Button busy={releases.isFetching} onClick={() => void releases.refetch()}>
          {say('try-again')}
        </Button>
      </>
    );
  }
  const endedOn =
    license.kind === 'perpetual' && license.maintenanceEndsOn !== null
      ? say.day(license.maintenanceEndsOn)
      : null;
  return (
    <>
      {timeline ? (
        <section aria-label={say('timeline.title')}>
          <h3 className="upkeep-heading">{say('timeline.title')}</h3>
          <CoverageTimeline timeline={timeline} name={extension.name} />
        </section>
      ) : null}
      <section aria-label={say('releases.title')}>
        <h3 className="upkeep-heading">{say('releases.title')}</h3>
        <ReleaseList groups={groups} endedOn={endedOn} />
      </section>
    </>
  );
}
