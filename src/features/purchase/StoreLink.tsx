import { type MouseEvent, useEffect, useId } from 'react';
import type { Link } from '../../domain/store-link.ts';
import { useWords } from '../../messages/context.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { useStoreTarget } from './store-target.ts';
import { useStayed } from './useStayed.ts';

export interface StoreLinkProps {
  readonly link: Extract<Link, { kind: 'link' }>;
  /** Called when the link is followed; `true` = the host page takes over. */
  readonly onFollow: () => boolean;
}

/**
 * A real link, which no browser blocks: the store learns neither where it was followed nor how to get back at that
 * page. Where nothing opened it can be copied, with a word on what it holds.
 */
export function StoreLink({ link, onFollow }: StoreLinkProps) {
  const say = useWords();
  const target = useStoreTarget();
  const { stayed, follow } = useStayed();
  const announce = useAnnounce();
  const whereId = useId();

  useEffect(() => {
    if (stayed) announce(say('order.not-opened'));
  }, [stayed, announce, say]);

  const press = (event: MouseEvent) => {
    if (onFollow()) event.preventDefault();
    else follow();
  };

  return (
    <>
      <a
        className="upkeep-button upkeep-button-primary"
        href={link.href}
        target={target === 'same-tab' ? '_top' : '_blank'}
        rel="noopener noreferrer"
        referrerPolicy="no-referrer"
        aria-describedby={whereId}
        onClick={press}
        onAuxClick={(event) => (event.button === 1 ? press(event) : undefined)}
      >
        {say('order.continue')}
      </a>
      <span id={whereId} className="upkeep-muted upkeep-small">
        {say('order.opens', { host: link.host, target: target === 'same-tab' ? 'same' : 'new' })}
      </span>
      {stayed ? (
        <div className="upkeep-store-stayed" role="group" aria-label={say('order.not-opened')}>
          <p>
            {say('order.not-opened')} {say('order.copy-link.warning')}
          </p>
          <CopyText
            text={() => link.href}
            label={say('order.copy-link')}
            copied={say('copied')}
            refused={say('copy-by-hand')}
            field={say('order.copy-link.field')}
          />
        </div>
      ) : null}
    </>
  );
}
