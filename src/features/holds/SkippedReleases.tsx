import type { Decided } from '../../domain/decide.ts';
import type { Release } from '../../domain/release.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';

export interface SkippedReleasesProps extends Decided {
  readonly may: boolean;
  readonly busy: boolean;
  readonly onOffer: (release: Release) => void;
}

/** The newer releases somebody does not want, each with why, and the way back. Nothing where there are none. */
export function SkippedReleases({ extension, decision, may, busy, onOffer }: SkippedReleasesProps) {
  const say = useWords();
  const { skipped } = decision.judged;
  if (skipped.length === 0) return null;
  // Where nothing else is newer, the button stands with the verdict.
  const again = decision.actions.find(({ kind }) => kind === 'end-skip');
  const offered = again && 'release' in again ? again.release.version.text : null;
  return (
    <section className="upkeep-skipped" aria-label={say('hold.skipped')}>
      <h3 className="upkeep-heading">{say('hold.skipped')}</h3>
      <ul className="upkeep-skips">
        {skipped.map((release) => {
          const version = release.version.text;
          const skip = extension.skipped.find((each) => each.version === version);
          const { by = '', reason = '' } = skip ?? {};
          return (
            <li key={version} className="upkeep-skip">
              <span className="upkeep-version">{version}</span>
              <span className="upkeep-muted">
                {say('hold.skipped.why', { by, reason, given: reason === '' ? 'no' : 'yes' })}
              </span>
              {may && version !== offered ? (
                <Button look="quiet" busy={busy} onClick={() => onOffer(release)}>
                  {say('action.end-skip', { version })}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
