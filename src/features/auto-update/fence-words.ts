import type { Decided } from '../../domain/decide.ts';
import type { Fence, FenceReason } from '../../domain/fence.ts';
import type { MessageId, Words } from '../../messages/words.ts';

/** How far automatic updates go and why no further, as one sentence without a full stop. */
export function fenceWords(say: Words, { extension, decision }: Decided, fence: Fence): string {
  const moves = fence.at === extension.installed ? 'no' : 'yes';
  const beyond = fence.beyond?.version.text ?? '';
  const about = { moves, version: fence.at.version.text, beyond };
  switch (fence.because) {
    case 'nothing-newer':
      return say('fence.newest', about);
    case 'license':
      return say('fence.license', about);
    case 'host':
      return say('fence.host', about);
    case 'skip':
      return say('fence.skip', about);
    case 'hold':
      return say('fence.hold', about);
    case 'stopped':
      return say(extension.status.kind === 'failed' ? 'fence.failed' : 'fence.stopped', about);
    case 'unknown':
      return say(decision.license.kind === 'unknown' ? 'fence.no-license' : 'fence.unknown', about);
  }
}

/** What keeps away the release beyond the fence, in a few words. */
const BEYOND: Record<FenceReason, MessageId> = {
  'nothing-newer': 'fence.beyond.newest',
  license: 'fence.beyond.license',
  host: 'fence.beyond.host',
  skip: 'fence.beyond.skip',
  hold: 'fence.beyond.hold',
  stopped: 'fence.beyond.stopped',
  unknown: 'fence.beyond.unknown',
};
export const beyondWords = (say: Words, because: FenceReason): string => say(BEYOND[because]);

/** How many extensions end for one reason. */
const COUNT: Record<FenceReason, MessageId> = {
  'nothing-newer': 'fence.count.newest',
  license: 'fence.count.license',
  host: 'fence.count.host',
  skip: 'fence.count.skip',
  hold: 'fence.count.hold',
  stopped: 'fence.count.stopped',
  unknown: 'fence.count.unknown',
};
export const countWords = (say: Words, because: FenceReason, count: number): string =>
  say(COUNT[because], { count });
