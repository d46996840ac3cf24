import type { ReactNode } from 'react';
import { unitPrice } from '../../domain/unit-price.ts';
import { useWords } from '../../messages/context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { continuityWords, gainWords, leftWords, spanWords } from './renewal-words.ts';
import type { Renewing } from './renewing.ts';
import { UnlockedReleases } from './UnlockedReleases.tsx';

/** What renewing one license opens, costs and runs to. */
export function RenewalPart({ part }: { readonly part: Renewing }) {
  const say = useWords();
  const { extension, number, priced, preview, continuity } = part;
  const { gain, unlocked, newest, security } = preview;
  const line = priced.kind === 'priced' ? priced.line : null;
  const share = line ? unitPrice(line.price, unlocked.length) : null;
  const advice = continuityWords(say, continuity);
  return (
    <section className="upkeep-renewal-part" aria-label={extension.name}>
      {number === null ? null : (
        <p className="upkeep-muted upkeep-small">{say('renewal.license', { number })}</p>
      )}
      {gain === 'unlocks' ? (
        <>
          <p className="upkeep-renewal-count">
            {say('renewal.unlocks', { count: unlocked.length })}
            {security === 0 ? null : (
              <Badge tone="warn">{say('renewal.unlocks.security', { count: security })}</Badge>
            )}
          </p>
          <UnlockedReleases releases={unlocked} />
        </>
      ) : (
        <NoRelease preview={preview} />
      )}
      {newest === null && line === null ? null : (
        <dl className="upkeep-renewal-facts">
          {newest === null ? null : <Fact term={say('renewal.newest')}>{newest.version.text}</Fact>}
          {line === null ? null : (
            <>
              <Fact term={say('renewal.price')}>
                {say.money(line.price.amount, line.price.currency)}{' '}
                <span className="upkeep-muted">{spanWords(say, line, continuity)}</span>
              </Fact>
              {share === null ? null : (
                <Fact term={say('renewal.each')}>{say.money(share.amount, share.currency)}</Fact>
              )}
              <Fact term={say('renewal.ends')}>
                <time dateTime={line.newEndsOn}>{say.day(line.newEndsOn)}</time>
              </Fact>
            </>
          )}
        </dl>
      )}
      {priced.kind === 'left' ? <p>{leftWords(say, priced)}</p> : null}
      {advice === null || priced.kind === 'left' ? null : <p>{advice}</p>}
    </section>
  );
}

/** Said honestly: nothing to install is gained, and what else there is to it. */
function NoRelease({
  preview: { gain, needNewerHost },
}: {
  readonly preview: Renewing['preview'];
}) {
  const say = useWords();
  switch (gain) {
    case 'unlocks':
      return null;
    case 'unknown':
    case 'keeps-running':
    case 'runs-again':
    case 'belongs-again':
      return (
        <Notice tone="calm" title={gainWords(say, gain)}>
          {gain === 'unknown' ? <p>{say('renewal.gain.unknown.words')}</p> : null}
        </Notice>
      );
    case 'nothing':
      return (
        <Notice tone="calm" title={say('renewal.nothing')}>
          <p>{say(needNewerHost ? 'renewal.nothing.newer-host' : 'renewal.nothing.words')}</p>
        </Notice>
      );
  }
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="upkeep-renewal-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
