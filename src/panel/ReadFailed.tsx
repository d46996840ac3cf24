import { useState } from 'react';
import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Nothing could be read yet. */
export function ReadFailed({
  error,
  onAgain,
}: {
  readonly error: unknown;
  readonly onAgain: () => Promise<unknown>;
}) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const words = failureWords(say, error);
  const again = async () => {
    setAsking(true);
    await onAgain();
    setAsking(false);
  };
  return (
    <Notice
      tone="bad"
      role="alert"
      title={words.title}
      actions={
        <Button busy={asking} onClick={() => void again()}>
          {say('try-again')}
        </Button>
      }
    >
      <p>{words.advice}</p>
    </Notice>
  );
}
