import { useCallback, useEffect, useRef } from 'react';
import type { Decided } from '../domain/decide.ts';
import type { Task } from '../domain/task.ts';
import { useTaskNews } from '../features/updates/useTaskNews.ts';
import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import type { MessageId } from '../messages/words.ts';
import { useAnnounce } from '../ui/Announcer.tsx';

const ended = (task: Task): MessageId => {
  if (task.phase === 'done') return 'news.installed';
  return task.phase === 'canceled' ? 'news.canceled' : 'news.failed';
};

/**
 * Says aloud what happens to extensions, once per change: installs that ended, what went wrong at a row, and that
 * something just installed turned out not to be covered.
 */
export function useNews(
  decided: ReadonlyMap<string, Decided> | undefined,
  errors: ReadonlyMap<string, unknown>,
): void {
  const say = useWords();
  const announce = useAnnounce();

  const nameOf = useCallback((key: string) => decided?.get(key)?.extension.name ?? key, [decided]);
  /** Versions installed a moment ago, by extension key, until the list knows of them. */
  const fresh = useRef(new Map<string, string>());
  const onEnded = useCallback(
    (task: Task) => {
      const words = { name: nameOf(task.extension), version: task.to ?? '' };
      // Of a bulk update it is told as a whole.
      if (task.batch === null) announce(say(ended(task), words));
      if (task.phase === 'done' && task.to !== null) fresh.current.set(task.extension, task.to);
    },
    [announce, say, nameOf],
  );
  useTaskNews(onEnded);

  // The license is judged anew with what was just installed: whoever did not know learns of the way back.
  useEffect(() => {
    for (const [key, version] of fresh.current) {
      const row = decided?.get(key);
      if (row?.extension.installed.version.text !== version) continue;
      fresh.current.delete(key);
      if (row.decision.verdict.kind !== 'mismatch') continue;
      announce(say('news.mismatch', { name: row.extension.name, version }));
    }
  }, [decided, announce, say]);

  // What went wrong stands at its row, where nobody looks who does not see it.
  const told = useRef(errors);
  useEffect(() => {
    for (const [key, error] of errors) {
      if (told.current.get(key) === error) continue;
      announce(say('news.error', { name: nameOf(key), what: failureWords(say, error).title }));
    }
    told.current = errors;
  }, [errors, announce, say, nameOf]);
}
