import { useId } from 'react';
import { type Day, parseDay } from '../../domain/day.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { HOLD_ENDS, type HoldEnd, lastDay } from './hold-end.ts';

export interface HoldUntilProps {
  readonly today: Day;
  readonly end: HoldEnd;
  readonly chosen: Day | undefined;
  /** No day was chosen, or one that has passed. */
  readonly wrong: boolean;
  readonly onEnd: (end: HoldEnd) => void;
  readonly onChosen: (day: Day | undefined) => void;
}

/** Until when: by a common length, through a day, or without an end. */
export function HoldUntil({ today, end, chosen, wrong, onEnd, onChosen }: HoldUntilProps) {
  const say = useWords();
  const name = useId();
  const dayId = useId();
  const faultId = useId();
  return (
    <fieldset className="upkeep-field">
      <legend className="upkeep-field-label">{say('hold.until')}</legend>
      <div className="upkeep-hold-ends">
        {HOLD_ENDS.map((each) => (
          <label key={each} className="upkeep-hold-end">
            <input type="radio" name={name} checked={each === end} onChange={() => onEnd(each)} />
            {endWords(say, each, lastDay(each, today, undefined) ?? today)}
          </label>
        ))}
      </div>
      {end === 'day' ? (
        <div className="upkeep-hold-day">
          <label className="upkeep-field-label" htmlFor={dayId}>
            {say('hold.until.date')}
          </label>
          <input
            id={dayId}
            className="upkeep-input"
            type="date"
            min={today}
            max="9999-12-31"
            defaultValue={chosen}
            aria-invalid={wrong || undefined}
            aria-describedby={faultId}
            onChange={({ target }) => onChosen(parseDay(target.value))}
          />
          <span id={faultId} role="alert" className="upkeep-field-fault">
            {wrong ? say('hold.until.wrong') : null}
          </span>
        </div>
      ) : null}
    </fieldset>
  );
}

function endWords(say: Words, end: HoldEnd, through: Day): string {
  switch (end) {
    case 'open':
      return say('hold.until.open');
    case 'week':
      return say('hold.until.week', { day: say.day(through) });
    case 'month':
      return say('hold.until.month', { day: say.day(through) });
    case 'day':
      return say('hold.until.day');
  }
}
