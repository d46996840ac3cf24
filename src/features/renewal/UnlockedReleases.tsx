import { decidingDate, type Release } from '../../domain/release.ts';
import { useWords } from '../../messages/context.ts';
import { Badge } from '../../ui/Badge.tsx';

/** So many stand open; the others are one press away. */
const FIRST = 5;

/** The releases that renewing opens, security ones first. */
export function UnlockedReleases({ releases }: { readonly releases: readonly Release[] }) {
  const say = useWords();
  const rest = releases.slice(FIRST);
  return (
    <>
      <ul className="upkeep-unlocked" aria-label={say('renewal.unlocked')}>
        {releases.slice(0, FIRST).map((release) => (
          <Unlocked key={release.version.text} release={release} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details className="upkeep-unlocked-rest">
          <summary>{say('renewal.more', { count: rest.length })}</summary>
          <ul className="upkeep-unlocked" aria-label={say('renewal.unlocked.rest')}>
            {rest.map((release) => (
              <Unlocked key={release.version.text} release={release} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Unlocked({ release }: { readonly release: Release }) {
  const say = useWords();
  const date = decidingDate(release);
  return (
    <li className="upkeep-unlocked-release">
      <bdi className="upkeep-unlocked-version">{release.version.text}</bdi>
      {release.security ? <Badge tone="warn">{say('renewal.security')}</Badge> : null}
      {date.kind === 'unknown' ? null : (
        <time className="upkeep-muted upkeep-small" dateTime={date.on}>
          {say.day(date.on)}
        </time>
      )}
    </li>
  );
}
