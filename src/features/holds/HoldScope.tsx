import { useId } from 'react';
import { useWords } from '../../messages/context.ts';

export interface HoldScopeProps {
  /** The release that would be offered now. */
  readonly version: string;
  readonly onlyThis: boolean;
  readonly onScope: (onlyThis: boolean) => void;
}

/** What is held back: whatever comes, or this one release. */
export function HoldScope({ version, onlyThis, onScope }: HoldScopeProps) {
  const say = useWords();
  const name = useId();
  const choices = [
    { only: false, title: say('hold.all'), hint: say('hold.all.hint') },
    { only: true, title: say('hold.one', { version }), hint: say('hold.one.hint') },
  ];
  return (
    <fieldset>
      <legend className="upkeep-unseen">{say('hold.scope')}</legend>
      <div className="upkeep-choices">
        {choices.map(({ only, title, hint }) => (
          <label key={title} className="upkeep-choice">
            <input
              type="radio"
              name={name}
              checked={only === onlyThis}
              onChange={() => onScope(only)}
            />
            <span className="upkeep-field-label">{title}</span>
            <span className="upkeep-field-hint upkeep-hold-hint">{hint}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
