import { useWords } from '../messages/context.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** As the fallback of a `Fence`. */
export const brokenPart = (again: () => void) => <PanelBroken onAgain={again} />;

/** What stands in the place of something that broke: that nothing is lost, and a button to try again. */
function PanelBroken({ onAgain }: { readonly onAgain: () => void }) {
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
