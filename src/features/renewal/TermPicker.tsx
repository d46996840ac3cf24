import { useId } from 'react';
import { addDays, type Day } from '../../domain/day.ts';
import { sameTerm } from '../../domain/renewal-term.ts';
import { useWords } from '../../messages/context.ts';
import type { Renewal, TermChoice } from './useRenewal.ts';

export interface TermPickerProps {
  readonly renewal: Renewal;
  /** The host's date. */
  readonly today: Day;
}

/** How long to renew: by one of the terms on offer, or several licenses to one day. */
export function TermPicker({ renewal, today }: TermPickerProps) {
  const say = useWords();
  const { parts, choice, onChoice, usual, terms, proposed, dayMissing } = renewal;
  const id = useId();
  if (terms.length === 0) return null;
  const first = addDays(today, 1);
  const chosenMonths = (months: number) =>
    choice.kind === 'months'
      ? choice.months === months
      : choice.kind === 'usual' && sameTerm(usual, { months });

  const option = (label: string, checked: boolean, next: TermChoice) => (
    <label key={label} className="upkeep-term">
      <input type="radio" name={`${id}term`} checked={checked} onChange={() => onChoice(next)} />
      {label}
    </label>
  );

  return (
    <fieldset className="upkeep-terms">
      <legend className="upkeep-field-label">{say('renewal.term')}</legend>
      <div className="upkeep-terms-row">
        {usual === null
          ? option(say('renewal.term.usual'), choice.kind === 'usual', { kind: 'usual' })
          : null}
        {terms.map((months) =>
          option(say('renewal.term.months', { months }), chosenMonths(months), {
            kind: 'months',
            months,
          }),
        )}
        {parts.length > 1
          ? option(say('renewal.term.until'), choice.kind === 'until', {
              kind: 'until',
              text: proposed ?? first,
            })
          : null}
      </div>
      {choice.kind === 'until' ? (
        <div className="upkeep-field upkeep-common-end">
          <label className="upkeep-field-label" htmlFor={`${id}day`}>
            {say('renewal.common-end')}
          </label>
          <input
            id={`${id}day`}
            className="upkeep-input"
            type="date"
            required
            min={first}
            value={choice.text}
            aria-invalid={dayMissing || undefined}
            aria-describedby={`${id}hint`}
            onChange={(event) => onChoice({ kind: 'until', text: event.target.value })}
          />
          <p id={`${id}hint`} className="upkeep-field-hint">
            {dayMissing
              ? say('renewal.common-end.missing', { day: say.day(first) })
              : say('renewal.common-end.hint')}
          </p>
        </div>
      ) : null}
    </fieldset>
  );
}
