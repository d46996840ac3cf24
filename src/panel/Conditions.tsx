import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Knowledge } from './useEstate.ts';
import { Unwatched } from './Unwatched.tsx';
import { useOnline } from './useOnline.ts';

export interface ConditionsProps {
  readonly knowledge: Knowledge;
  /** Why the licenses could not be asked for afresh; `null` = they could. */
  readonly unchecked: unknown;
}

/** How many unreadable entries are told of one by one. */
const TOLD = 20;

/** What limits the knowledge on the page: no network, an old list, clocks that differ, entries that could not be read. */
export function Conditions({ knowledge, unchecked }: ConditionsProps) {
  const say = useWords();
  const online = useOnline();
  const known = knowledge.kind === 'known' ? knowledge : undefined;
  const stale = known?.stale === undefined ? null : failureWords(say, known.stale);
  const asked = unchecked === null || stale ? null : failureWords(say, unchecked);
  const unreadable = known?.inventory.unreadable ?? [];
  return (
    <>
      {online ? null : (
        <Notice tone="warn" role="status" title={say('panel.offline')}>
          <p>{say('panel.offline.advice')}</p>
        </Notice>
      )}
      {stale && known ? (
        <Notice
          tone="warn"
          role="status"
          title={say('panel.stale', { time: say.moment(new Date(known.readAt).toISOString()) })}
        >
          <p>
            {stale.title}. {stale.advice}
          </p>
        </Notice>
      ) : null}
      {asked ? (
        <Notice tone="warn" title={asked.title}>
          <p>{asked.advice}</p>
        </Notice>
      ) : null}
      {known && online && !stale ? <Unwatched session={known.session} /> : null}
      {known?.doubt ? (
        <Notice
          tone="unknown"
          title={say('panel.clock-doubt', {
            host: say.day(known.doubt.hostDay),
            device: say.day(known.doubt.deviceDay),
          })}
        >
          <p>{say('panel.clock-doubt.detail', { count: known.doubt.licenses })}</p>
        </Notice>
      ) : null}
      {unreadable.slice(0, TOLD).map(({ key, name, at, expected }) => (
        <Notice key={key} tone="unknown" title={say('panel.unreadable', { name: name || key })}>
          <p>{say('panel.unreadable.detail', { at, expected })}</p>
        </Notice>
      ))}
      {unreadable.length > TOLD ? (
        <p>{say('panel.more-unreadable', { count: unreadable.length - TOLD })}</p>
      ) : null}
    </>
  );
}
