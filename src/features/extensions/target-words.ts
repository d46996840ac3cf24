import type { TargetLine, TargetName } from '../../domain/target-lines.ts';
import type { MessageId, Words } from '../../messages/words.ts';

const SHORT: Record<TargetName, MessageId> = {
  covered: 'targets.short.covered',
  forHost: 'targets.short.for-host',
  overall: 'targets.short.overall',
};

/** A target in a few words: "covered 2.1.19", "this host 2.1.32", and just "newest 3.0.14" where it is all of them. */
export function targetWords(say: Words, { release, answers }: TargetLine): string {
  const names: readonly TargetName[] = answers.length === 3 ? ['overall'] : answers;
  return say('targets.line', {
    what: say.list(names.map((name) => say(SHORT[name]))),
    version: release.version.text,
  });
}

/** What stands in its way: nothing, the license, or the host. */
export function targetReach({ answers }: TargetLine): 'covered' | 'uncovered' | 'unfit' {
  if (answers.includes('covered')) return 'covered';
  return answers.includes('forHost') ? 'uncovered' : 'unfit';
}
