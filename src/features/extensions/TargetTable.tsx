import type { Decision } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Release } from '../../domain/release.ts';
import { targetLines, type TargetName } from '../../domain/target-lines.ts';
import { useWords } from '../../messages/context.ts';
import { releaseDate } from '../../messages/verdicts.ts';
import type { MessageId } from '../../messages/words.ts';

const NAME: Record<TargetName, MessageId> = {
  covered: 'targets.covered',
  forHost: 'targets.for-host',
  overall: 'targets.overall',
};

/** Installed, newest covered, newest for this host, newest of all; answers that are the same share a line. */
export function TargetTable({
  extension,
  decision,
}: {
  readonly extension: Extension;
  readonly decision: Decision;
}) {
  const say = useWords();
  return (
    <dl className="upkeep-targets">
      <Target label={say('targets.installed')} release={extension.installed} />
      {targetLines(decision.judged).map(({ release, answers }) => (
        <Target
          key={release.version.text}
          label={answers.map((name) => say(NAME[name])).join(' · ')}
          release={release}
        />
      ))}
    </dl>
  );
}

function Target({ label, release }: { readonly label: string; readonly release: Release }) {
  const say = useWords();
  return (
    <div className="upkeep-target">
      <dt>{label}</dt>
      <dd>
        <span className="upkeep-version">{release.version.text}</span>{' '}
        <span className="upkeep-muted">{releaseDate(say, release)}</span>
      </dd>
    </div>
  );
}
