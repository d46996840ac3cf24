import { Fragment, type ReactNode, useMemo } from 'react';
import type { Action } from '../../domain/action.ts';
import { type Advice, adviseOn } from '../../domain/advise.ts';
import type { Advisory } from '../../domain/advisory.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { safeLink } from '../../domain/store-link.ts';
import { adviceWords, advisoryWeight, severityWords } from '../../messages/advisories.ts';
import { useWords } from '../../messages/context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** So many stand open; the others are one press away. */
const FIRST = 3;

export interface AdvisoryNoticesProps extends Decided {
  readonly estate: Estate;
  /** The button of one of the extension's actions; the panel hands in that of its list. */
  readonly renderAction: (action: Action) => ReactNode;
}

/** The published flaws that concern an extension, each with what comes of it and the ways out. */
export function AdvisoryNotices({
  extension,
  decision,
  estate,
  renderAction,
}: AdvisoryNoticesProps) {
  const say = useWords();
  const advice = useMemo(
    () => adviseOn(extension, decision, estate),
    [extension, decision, estate],
  );
  if (advice.length === 0) return null;
  const [first, rest] = [advice.slice(0, FIRST), advice.slice(FIRST)];
  const notices = (some: readonly Advice[]) =>
    some.map((each) => (
      <AdvisoryNotice
        key={`${each.advisory.id} ${each.advisory.affects}`}
        extension={extension}
        advice={each}
        renderAction={renderAction}
      />
    ));
  return (
    <section className="upkeep-advisories" aria-label={say('advisory.title')}>
      {notices(first)}
      {rest.length === 0 ? null : (
        <details className="upkeep-fold">
          <summary>{say('advisory.more', { count: rest.length })}</summary>
          <div className="upkeep-advisories">{notices(rest)}</div>
        </details>
      )}
    </section>
  );
}

function AdvisoryNotice({
  extension,
  advice,
  renderAction,
}: Pick<AdvisoryNoticesProps, 'extension' | 'renderAction'> & { readonly advice: Advice }) {
  const say = useWords();
  const { advisory, ways } = advice;
  const weight = advisoryWeight(advice);
  return (
    <Notice
      tone={weight}
      title={
        <span className="upkeep-advisory-title">
          <Badge tone={weight}>{severityWords(say, advisory.severity)}</Badge>
          <bdi>{advisory.title}</bdi>
        </span>
      }
      actions={
        ways.length === 0
          ? undefined
          : ways.map((action, at) => (
              <Fragment key={at}>
                {action.kind === 'contact-vendor' ? (
                  <AskForPatch extension={extension} />
                ) : (
                  renderAction(action)
                )}
              </Fragment>
            ))
      }
    >
      <p>{adviceWords(say, extension, advice)}</p>
      <p className="upkeep-small">
        <Source advisory={advisory} />
      </p>
    </Notice>
  );
}

/** Its publisher's name for it, and the way to its page where there is one that may be followed. */
function Source({ advisory: { id, url } }: { readonly advisory: Advisory }) {
  const say = useWords();
  const link = url === null ? null : safeLink(url);
  return link?.kind === 'link' ? (
    <a href={link.href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
      {say('advisory.read', { id })}
    </a>
  ) : (
    <bdi className="upkeep-muted">{id}</bdi>
  );
}

/** Without an address there is nothing to press: whom to ask is said in words. */
function AskForPatch({ extension: { supportUrl, vendor } }: { readonly extension: Extension }) {
  const say = useWords();
  const link = supportUrl === null ? null : safeLink(supportUrl);
  return link?.kind === 'link' ? (
    <a
      className="upkeep-button upkeep-button-quiet"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
    >
      {say('advisory.ask-for-patch')}
    </a>
  ) : (
    <p className="upkeep-small">{say('advisory.ask-vendor', { vendor })}</p>
  );
}
