import type { Decision } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Release } from '../../domain/release.ts';
import { useWords } from '../../messages/context.ts';
import { releaseDate } from '../../messages/verdicts.ts';

/** Installed, newest covered, newest for this host, newest of all; answers that are the same share a line. */
export function TargetTable({
  extension,
  decision,
}: {
  readonly extension: Extension;
  readonly decision: Decision;
}) {
  const say = useWords();
  const { covered, forHost, overall } = decision.judged.targets;
  const lines: [Release, string[]][] = [[extension.installed, [say('targets.installed')]]];
  const add = (release: Release | null, label: string) => {
    if (release === null) return;
    const same = lines.find(([each]) => each === release);
    if (same) same[1].push(label);
    else lines.push([release, [label]]);
  };
  add(covered, say('targets.covered'));
  add(forHost, say('targets.for-host'));
  add(overall, say('targets.overall'));
  return (
    <dl className="upkeep-targets">
      {lines.map(([release, labels]) => (
        <div key={labels.join()} className="upkeep-target">
          <dt>{labels.join(' · ')}</dt>
          <dd>
            <span className="upkeep-version">{release.version.text}</span>{' '}
            <span className="upkeep-muted">{releaseDate(say, release)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
