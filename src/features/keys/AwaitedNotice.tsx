import type { Awaited } from '../../domain/awaited.ts';
import { paidDay } from '../../messages/awaited.ts';
import { useWords } from '../../messages/context.ts';
import { Notice } from '../../ui/Notice.tsx';

/** That a license was ordered and is not here yet, and that nobody needs to pay again; nothing where none was. */
export function AwaitedNotice({
  awaited,
  mayRetrieve,
}: {
  readonly awaited: Awaited | undefined;
  /** This person may have the keys retrieved, and finds the button for it beside this. */
  readonly mayRetrieve: boolean;
}) {
  const say = useWords();
  switch (awaited?.kind) {
    case undefined:
      return null;
    case 'paying':
      return (
        <Notice tone="calm" title={say('awaited.paying')}>
          <p>{say('awaited.paying.words', { title: awaited.title })}</p>
        </Notice>
      );
    case 'paid': {
      const day = paidDay(say, awaited);
      return (
        <Notice
          tone="info"
          title={day === null ? say('awaited.paid.undated') : say('awaited.paid', { day })}
        >
          <p>{say('awaited.paid.words', { may: mayRetrieve ? 'yes' : 'no' })}</p>
        </Notice>
      );
    }
  }
}
