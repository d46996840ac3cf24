import { useWords } from '../messages/context.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** What stands in the place of something that broke: that nothing is lost, and a button to try again. */
export function PanelBroken({ onAgain }: { readonly onAgain: () => void }) {
  const say = useWords();
  return (
    <Notice
      tone="bad"
      role="alert"
      title={say('failure.bug')}
      actions={<Button onClick={onAgain}>{say('try-again')}</Button>}
    >
      <p>{say('failure.bug.advice')}</p>
    </Notice>
  );
}
