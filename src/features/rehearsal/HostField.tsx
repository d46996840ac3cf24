import { type FormEvent, useId, useState } from 'react';
import { version } from '../../domain/version.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';

export interface HostFieldProps {
  /** What stands in it at first. */
  readonly initial: string;
  /** Versions worth a try, newest first. */
  readonly suggested: readonly string[];
  /** The version that runs now, as an example of how one is written. */
  readonly hostVersion: string;
  /** Called with a version that has an order, and with nothing else. */
  readonly onRehearse: (hostVersion: string) => void;
}

/** Asks for the host version to rehearse; what is no version is answered in words. */
export function HostField({ initial, suggested, hostVersion, onRehearse }: HostFieldProps) {
  const say = useWords();
  const id = useId();
  const [text, setText] = useState(initial);
  const [refused, setRefused] = useState<string | null>(null);

  const rehearse = (wanted: string) => {
    const isRead = version(wanted).kind === 'ordered';
    setRefused(isRead ? null : wanted);
    if (isRead) onRehearse(wanted);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    rehearse(text.trim());
  };
  const choose = (suggestion: string) => {
    setText(suggestion);
    rehearse(suggestion);
  };

  return (
    <form className="upkeep-field" noValidate onSubmit={onSubmit}>
      <label className="upkeep-field-label" htmlFor={`${id}version`}>
        {say('rehearsal.version')}
      </label>
      <div className="upkeep-host-field">
        <input
          id={`${id}version`}
          className="upkeep-input"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          aria-invalid={refused !== null || undefined}
          aria-describedby={refused === null ? undefined : `${id}refused`}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit">{say('rehearsal.run')}</Button>
      </div>
      {refused === null ? null : (
        <p id={`${id}refused`} className="upkeep-tone-bad upkeep-host-refused" role="alert">
          {refused === ''
            ? say('rehearsal.empty', { example: suggested[0] ?? hostVersion })
            : say('rehearsal.unreadable', { text: refused, example: suggested[0] ?? hostVersion })}
        </p>
      )}
      {suggested.length === 0 ? null : (
        <ul className="upkeep-host-suggested" aria-label={say('rehearsal.suggested')}>
          <li className="upkeep-muted upkeep-small" aria-hidden="true">
            {say('rehearsal.suggested')}
          </li>
          {suggested.map((suggestion) => (
            <li key={suggestion}>
              <Button look="quiet" onClick={() => choose(suggestion)}>
                {suggestion}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
