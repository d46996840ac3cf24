import { forwardRef, useId } from 'react';
import type { TypedCode } from '../../domain/activation-code.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { refusalWords } from './refusal-words.ts';

export interface CodeFieldProps {
  /** What is wrong with what was typed. */
  readonly slip: Exclude<TypedCode, { kind: 'code' }> | null;
  /** Why the code was not taken. */
  readonly error: unknown;
}

/** Longer than any code, however much was copied along with it. */
const LONGEST = 2_000;

/**
 * The field for an activation code. It is left to the browser: a field whose value React keeps would copy the code
 * into an attribute, where every script and every error report finds it.
 */
export const CodeField = forwardRef<HTMLInputElement, CodeFieldProps>(function CodeField(
  { slip, error },
  ref,
) {
  const say = useWords();
  const id = useId();
  const hintId = useId();
  const faultId = useId();
  const wrong = slip !== null || error !== null;
  return (
    <div className="upkeep-activation-entry">
      <div className="upkeep-field">
        <label className="upkeep-field-label" htmlFor={id}>
          {say('activation.code')}
        </label>
        <input
          ref={ref}
          id={id}
          className="upkeep-input upkeep-activation-code"
          type="text"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={LONGEST}
          data-1p-ignore
          data-lpignore="true"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${faultId} ${hintId}` : hintId}
        />
        <span id={hintId} className="upkeep-field-hint">
          {say('activation.hint')}
        </span>
      </div>
      <div id={faultId} role="alert">
        {slip === null ? null : <p className="upkeep-activation-slip">{slipWords(say, slip)}</p>}
        {error === null ? null : <Refusal error={error} />}
      </div>
    </div>
  );
});

function slipWords(say: Words, slip: Exclude<TypedCode, { kind: 'code' }>): string {
  switch (slip.kind) {
    case 'empty':
      return say('activation.empty');
    case 'odd-characters':
      return say('activation.odd-characters');
    case 'wrong-length':
      return say('activation.wrong-length', { count: slip.count });
  }
}

function Refusal({ error }: { readonly error: unknown }) {
  const { title, advice } = refusalWords(useWords(), error);
  return (
    <Notice tone="bad" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}
