import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery, tasksQuery } from '../../backend/queries.ts';
import { compareReleases, orderOf, type Release } from '../../domain/release.ts';
import type { Task } from '../../domain/task.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Installs } from './useInstalls.ts';

/** The last thing that happened to it was its removal, and it is not installed now. */
function removed(tasks: readonly Task[], installed: ReadonlySet<string>): Task[] {
  const last = new Map(tasks.map((task) => [task.extension, task]));
  return [...last.values()].filter(
    (task) => task.kind === 'uninstall' && task.phase === 'done' && !installed.has(task.extension),
  );
}

/** The newest final release before the one that was removed: where a roll back was going. */
function before(from: string | null, releases: readonly Release[]): Release | undefined {
  const order = orderOf(releases);
  const gone = releases.find((release) => release.version.text === from);
  return releases
    .filter((release) => !release.prerelease && gone && compareReleases(release, gone, order) < 0)
    .sort((a, b) => compareReleases(b, a, order))[0];
}

export interface RemovedExtensionsProps {
  readonly installed: ReadonlySet<string>;
  readonly installs: Installs;
}

/**
 * Extensions that were removed and not installed again, as after a roll back whose second half failed. Nobody is left
 * with neither version and no next step, also after a reload: the host's tasks tell.
 */
export function RemovedExtensions({ installed, installs }: RemovedExtensionsProps) {
  const { data: tasks } = useQuery(tasksQuery(useBackend()));
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = removed(tasks ?? [], installed).filter((task) => !hidden.has(task.id));
  return shown.map((task) => (
    <Removed
      key={task.id}
      task={task}
      installs={installs}
      onHide={() => setHidden((before) => new Set(before).add(task.id))}
    />
  ));
}

function Removed({
  task,
  installs,
  onHide,
}: {
  readonly task: Task;
  readonly installs: Installs;
  readonly onHide: () => void;
}) {
  const say = useWords();
  const releases = useQuery(releasesQuery(useBackend(), task.extension));
  const older = releases.data && before(task.from, releases.data);
  const error = installs.errors.get(task.extension);
  const words = error === undefined ? null : failureWords(say, error);
  const choices = [older?.version.text, task.from ?? undefined].filter(
    (version) => version !== undefined,
  );
  if (installs.busy.has(task.extension)) return null;
  return (
    <Notice
      tone="warn"
      role="status"
      title={say('removed.title', { name: task.extension, version: task.from ?? '' })}
      actions={
        <>
          {choices.map((version, at) => (
            <Button
              key={version}
              look={at === 0 ? 'primary' : 'plain'}
              onClick={() => void installs.install(task.extension, version)}
            >
              {say('removed.install', { version })}
            </Button>
          ))}
          <Button look="quiet" onClick={onHide}>
            {say('removed.hide')}
          </Button>
        </>
      }
    >
      {words ? (
        <p>
          {words.title}. {words.advice}
        </p>
      ) : null}
      <p>{say('removed.advice')}</p>
    </Notice>
  );
}
