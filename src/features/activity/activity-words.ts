import type { Activity, ActivityResult } from '../../domain/activity.ts';
import type { Words } from '../../messages/words.ts';
import type { Tone } from '../../ui/Badge.tsx';

/** What color a result has; its words say the same. */
export const RESULT_TONE: Record<ActivityResult, Tone> = {
  started: 'info',
  done: 'good',
  failed: 'bad',
  canceled: 'calm',
};

/** What an entry was about. Hosts name it; where they do not, its key or its number has to do. */
function aboutWords(say: Words, { about, extension, count }: Activity): string {
  if (about !== null && about !== '') return about;
  if (extension !== null) return extension;
  return count === null ? say('activity.all') : say('activity.several', { count });
}

/** One entry as a sentence: who did what, and from where to where. */
export function activityWords(say: Words, entry: Activity): string {
  const { by, from, to, result, text, unknownWord } = entry;
  const about = aboutWords(say, entry);
  const who = by?.name ?? say('activity.host');
  // An update from nowhere is an installation, whatever the host calls it.
  const moved = entry.what === 'update' || entry.what === 'roll-back';
  const what = moved && from === null ? 'install' : entry.what;
  return say(`activity.did.${what}`, {
    about,
    who,
    from: from ?? '',
    to: to ?? '',
    result,
    text: text ?? `${unknownWord ?? ''}: ${about}`,
  });
}
