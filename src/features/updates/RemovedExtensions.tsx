import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery, tasksQuery } from '../../backend/queries.ts';
import { compareReleases, orderOf, type Release } from '../../domain/release.ts';
import { isRunning, type Task } from '../../domain/task.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Installs } from './useInstalls.ts';

/** A removal that no install has made good for yet. */
interface Gap {
  readonly removal: Task;
  /** The last try to install it again; `null` = there was none. */
  readonly since: Task | null;
}

/** @param tasks - Oldest first, as the host tells them. */
function gapsIn(tasks: readonly Task[], installed: ReadonlySet<string>): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const task of tasks) {
    const gap = gaps.get(task.extension);
    if (task.kind === 'install') {
      if (gap) gaps.set(task.extension, { ...gap, since: task });
    } else if (task.phase === 'done') {
      gaps.set(task.extension, { removal: task, since: null });
    }
  }
  // Once it is installed again the list tells, which may come a moment after the task.
  return [...gaps.values()].filter(
    ({ removal, since }) => !installed.has(removal.extension) && since?.phase !== 'done',
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
  const shown = gapsIn(tasks ?? [], installed).filter(({ removal }) => !hidden.has(removal.id));
  return shown.map((gap) =>
    gap.since && isRunning(gap.since) ? (
      <Returning key={gap.removal.id} task={gap.since} />
    ) : (
      <Removed
        key={gap.removal.id}
        gap={gap}
        installs={installs}
        onHide={() => setHidden((before) => new Set(before).add(gap.removal.id))}
      />
    ),
  );
}

/** The second half is under way, of something that no list has a row for. */
function Returning({ task }: { readonly task: Task }) {
  const say = useWords();
  const name = task.extension;
  return (
    <Notice
      tone="info"
      role="status"
      title={say('removed.returning', { name, version: task.to ?? '' })}
    >
      <p>{say('removed.returning.words')}</p>
    </Notice>
  );
}

interface RemovedProps {
  readonly gap: Gap;
  readonly installs: Installs;
  readonly onHide: () => void;
}

function Removed({ gap: { removal: task, since }, installs, onHide }: RemovedProps) {
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
      {since?.phase === 'failed' ? (
        <p>
          {say('task.failed', { version: since.to ?? '' })}. {since.failure?.reason}
        </p>
      ) : null}
      <p>{say('removed.advice')}</p>
    </Notice>
  );
}
