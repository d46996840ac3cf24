import { useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from './Announcer.tsx';
import { Button } from './Button.tsx';

export interface CopyTextProps {
  /** Asked for when it is copied. */
  readonly text: () => string;
  readonly label: string;
  /** The label once it was copied; said aloud as well. */
  readonly copied: string;
  /** Shown where the browser does not let a page copy, as on plain http and in frames. */
  readonly refused: string;
  /** Names the field that then holds the text, selected; left out where the text is on the page already. */
  readonly field?: string;
  readonly look?: 'plain' | 'quiet';
}

/** A button that copies a text, or hands it over to be copied by hand. */
export function CopyText({ text, label, copied, refused, field, look = 'plain' }: CopyTextProps) {
  const announce = useAnnounce();
  const [done, setDone] = useState<'no' | 'yes' | 'refused'>('no');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setDone('yes');
      announce(copied);
    } catch {
      setDone('refused');
      announce(refused);
    }
  };

  return (
    <>
      <Button look={look} onClick={() => void copy()}>
        {done === 'yes' ? copied : label}
      </Button>
      {done === 'refused' ? (
        <div className="upkeep-copy">
          <p className="upkeep-muted">{refused}</p>
          {field === undefined ? null : <ByHand text={text()} label={field} />}
        </div>
      ) : null}
    </>
  );
}

function ByHand({ text, label }: { readonly text: string; readonly label: string }) {
  const id = useId();
  const place = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const field = place.current;
    if (!field) return;
    // Set here, because React would write it into the page's markup as well.
    field.value = text;
    field.focus();
    field.select();
    field.scrollTop = 0;
  }, [text]);

  return (
    <>
      <label className="upkeep-unseen" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={place}
        id={id}
        className="upkeep-input upkeep-copy-text"
        readOnly
        rows={Math.min(12, text.split('\n').length)}
        spellCheck={false}
      />
    </>
  );
}
