import type { ReactNode } from 'react';
import type { QuoteLine } from '../../backend/backend.ts';
import type { Decided } from '../../domain/decide.ts';
import type { License } from '../../domain/license.ts';
import type { Day } from '../../domain/day.ts';
import { previewRenewal } from '../../domain/renewal.ts';
import { unitPrice } from '../../domain/unit-price.ts';
import { useWords } from '../../messages/context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { licenseNumber } from './renewal-wish.ts';
import { UnlockedReleases } from './UnlockedReleases.tsx';

export interface RenewalPartProps extends Decided {
  /** Its price; `null` when the host gave none for it, `undefined` while or where none can be asked. */
  readonly line: QuoteLine | null | undefined;
  /** Alone in its dialog, whose title names it already. */
  readonly alone: boolean;
}

/** What renewing one license opens, costs and runs to. */
export function RenewalPart({ extension, decision, line, alone }: RenewalPartProps) {
  const say = useWords();
  const { unlocked, newest, security, needNewerHost } = previewRenewal(decision, line?.newEndsOn);
  const number = licenseNumber(extension);
  const endedOn = endOf(extension.license);
  const share = line ? unitPrice(line.price, unlocked.length) : null;
  return (
    <section className="upkeep-renewal-part" aria-label={extension.name}>
      <header className="upkeep-renewal-head">
        {alone ? null : (
          <h3 className="upkeep-renewal-name">
            <bdi>{extension.name}</bdi>
          </h3>
        )}
        {number === null ? null : (
          <span className="upkeep-muted upkeep-small">{say('renewal.license', { number })}</span>
        )}
      </header>
      {newest === null ? (
        <Notice tone="calm" title={say('renewal.nothing')}>
          <p>{say(needNewerHost ? 'renewal.nothing.newer-host' : 'renewal.nothing.words')}</p>
        </Notice>
      ) : (
        <>
          <p className="upkeep-renewal-count">
            {say('renewal.unlocks', { count: unlocked.length })}
            {security === 0 ? null : (
              <Badge tone="warn">{say('renewal.unlocks.security', { count: security })}</Badge>
            )}
          </p>
          <UnlockedReleases releases={unlocked} />
        </>
      )}
      <dl className="upkeep-renewal-facts">
        {newest === null ? null : <Fact term={say('renewal.newest')}>{newest.version.text}</Fact>}
        {line ? (
          <>
            <Fact term={say('renewal.price')}>
              {say.money(line.price.amount, line.price.currency)}{' '}
              <span className="upkeep-muted">{say('renewal.months', { months: line.months })}</span>
            </Fact>
            {share === null ? null : (
              <Fact term={say('renewal.each')}>{say.money(share.amount, share.currency)}</Fact>
            )}
            <Fact term={say('renewal.ends')}>
              {say.day(line.newEndsOn)}
              {endedOn === null ? null : (
                <span className="upkeep-renewal-from upkeep-muted upkeep-small">
                  {say('renewal.from', { day: say.day(endedOn) })}
                </span>
              )}
            </Fact>
          </>
        ) : null}
      </dl>
      {line === null ? <p className="upkeep-muted">{say('renewal.unpriced')}</p> : null}
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="upkeep-renewal-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The end of the period that renewing continues. */
function endOf(license: License): Day | null {
  switch (license.kind) {
    case 'perpetual':
      return license.maintenanceEndsOn;
    case 'subscription':
      return license.paidThrough;
    case 'evaluation':
    case 'not-needed':
    case 'missing':
    case 'unknown':
      return null;
  }
}
