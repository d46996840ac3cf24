import type { DetailedRelease } from '../../backend/backend.ts';
import { useWords } from '../../messages/context.ts';
import { coverageWords, disputeWords } from '../../messages/coverage.ts';
import { releaseDate } from '../../messages/verdicts.ts';
import type { Words } from '../../messages/words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Notes } from './Notes.tsx';
import type { JudgedRelease, ReleaseGroups } from './release-groups.ts';

type Judged = JudgedRelease<DetailedRelease>;

/** Why a release is where it is: the date that decided, or the host it needs. */
function reason(say: Words, { release, coverage, fit }: Judged): string {
  if (fit.kind === 'needs-other-host')
    return say('releases.requires', { requires: fit.requires, host: fit.host });
  if (fit.kind === 'unknown') return say('releases.fit-unknown');
  // By date and without a dispute, the heading of the group says it all.
  return coverage.rule === 'maintenance-end'
    ? disputeWords(say, coverage)
    : coverageWords(say, release, coverage);
}

function ReleaseItem({ judged }: { readonly judged: Judged }) {
  const say = useWords();
  const { release } = judged;
  const why = reason(say, judged);
  return (
    <li className="upkeep-release">
      <div className="upkeep-release-head">
        <span className="upkeep-version upkeep-release-version">{release.version.text}</span>
        {release.security ? <Badge tone="bad">{say('releases.security')}</Badge> : null}
        {release.prerelease ? <Badge>{say('releases.prerelease')}</Badge> : null}
        <span className="upkeep-muted">{releaseDate(say, release)}</span>
      </div>
      {why === '' ? null : <p className="upkeep-muted upkeep-small">{why}</p>}
      {release.notes === null ? null : <Notes text={release.notes} />}
    </li>
  );
}

interface SectionProps {
  readonly title: string;
  readonly tone: 'covered' | 'uncovered' | 'unfit';
  readonly releases: readonly Judged[];
}

/** How many are shown before "show all": enough to judge by, few enough to paint at once. */
const FIRST = 12;

function Section({ title, tone, releases }: SectionProps) {
  const say = useWords();
  if (releases.length === 0) return null;
  // "Show 1 more" would take the line that the one needs.
  const cut = releases.length <= FIRST + 3 ? releases.length : FIRST;
  const first = releases.slice(0, cut);
  const rest = releases.slice(cut);
  return (
    <section className={`upkeep-releases upkeep-releases-${tone}`} aria-label={title}>
      <h4 className="upkeep-releases-title">{title}</h4>
      <ul>
        {first.map((judged) => (
          <ReleaseItem key={judged.release.version.text} judged={judged} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details className="upkeep-fold">
          <summary>{say('releases.more', { count: rest.length })}</summary>
          <ul>
            {rest.map((judged) => (
              <ReleaseItem key={judged.release.version.text} judged={judged} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

export interface ReleaseListProps {
  readonly groups: ReleaseGroups<DetailedRelease>;
  /** Last day of maintenance in words; `null` where nothing ends. */
  readonly endedOn: string | null;
}

/** Every release between the installed one and the newest; a divider stands where the license ends. */
export function ReleaseList({ groups, endedOn }: ReleaseListProps) {
  const say = useWords();
  const count = groups.locked.length + groups.included.length + groups.otherHost.length;
  if (count === 0) return <p className="upkeep-muted">{say('releases.none')}</p>;
  return (
    <>
      <Section
        tone="uncovered"
        title={
          endedOn === null
            ? say('releases.locked', { count: groups.locked.length })
            : say('releases.locked-after', { count: groups.locked.length, day: endedOn })
        }
        releases={groups.locked}
      />
      <Section
        tone="covered"
        title={say('releases.included', { count: groups.included.length })}
        releases={groups.included}
      />
      <Section
        tone="unfit"
        title={say('releases.other-host', { count: groups.otherHost.length })}
        releases={groups.otherHost}
      />
    </>
  );
}
