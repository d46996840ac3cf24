import type { Judged } from '../../domain/target.ts';
import { targetLines } from '../../domain/target-lines.ts';
import { useWords } from '../../messages/context.ts';
import { targetReach, targetWords } from './target-words.ts';

/** What the extension could be brought to, on one line; nothing where nothing newer is known. */
export function RowTargets({ judged }: { readonly judged: Judged }) {
  const say = useWords();
  const lines = targetLines(judged);
  if (lines.length === 0) return null;
  return (
    <p className="upkeep-row-targets">
      {lines.map((line) => (
        <span key={line.answers[0]} className={`upkeep-reach upkeep-reach-${targetReach(line)}`}>
          {targetWords(say, line)}
        </span>
      ))}
    </p>
  );
}
