import { totals } from '../../domain/totals.ts';
import { useWords } from '../../messages/context.ts';
import { Notice } from '../../ui/Notice.tsx';
import { pricesOf } from './renewal-wish.ts';
import {
  continuityWords,
  eachWords,
  gainWords,
  leftWords,
  spanWords,
  unlocksWords,
} from './renewal-words.ts';
import { type Renewing, together } from './renewing.ts';
import { UnlockedReleases } from './UnlockedReleases.tsx';
import type { Renewal } from './useRenewal.ts';

/** Several renewals to choose from, with what the chosen ones come to. */
export function RenewalTable({ renewal }: { readonly renewal: Renewal }) {
  const say = useWords();
  const { parts, chosen, ordered, onToggle, asking } = renewal;
  const sums = totals(pricesOf(ordered));
  return (
    <>
      <table className="upkeep-renewals" aria-busy={asking || undefined}>
        <caption className="upkeep-unseen">{say('renewal.several')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('renewal.column.extension')}</th>
            <th scope="col">{say('renewal.ends')}</th>
            <th scope="col" className="upkeep-renewals-price">
              {say('renewal.price')}
            </th>
          </tr>
        </thead>
        {parts.map((part) => (
          <Row
            key={part.extension.key}
            part={part}
            isChosen={chosen.has(part.extension.key)}
            onToggle={onToggle}
          />
        ))}
        <tfoot>
          {sums.map(({ amount, currency }) => (
            <tr key={currency}>
              <th scope="row" colSpan={2}>
                {say('renewal.total')}
              </th>
              <td className="upkeep-renewals-price">{say.money(amount, currency)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      {sums.length > 1 ? (
        <Notice tone="info" title={say('renewal.no-sum')}>
          <p>{say('renewal.no-sum.words')}</p>
        </Notice>
      ) : null}
      <Comes ordered={ordered} />
    </>
  );
}

interface RowProps {
  readonly part: Renewing;
  readonly isChosen: boolean;
  readonly onToggle: (key: string) => void;
}

function Row({ part, isChosen, onToggle }: RowProps) {
  const say = useWords();
  const { extension, number, priced, continuity } = part;
  const line = priced.kind === 'priced' ? priced.line : null;
  // What is never renewed cannot be chosen; what another term leaves out stays chosen for the next one.
  const isNever = priced.kind === 'left' && priced.because === 'not-renewable';
  const toggle = () => onToggle(extension.key);
  const span = line ? spanWords(say, line, continuity) : '';
  return (
    <tbody className={isChosen && line ? 'upkeep-renewal-chosen' : undefined}>
      <tr>
        <th scope="row">
          <Choice name={extension.name} isChosen={isChosen} isNever={isNever} onToggle={toggle} />
        </th>
        <td>{line ? <time dateTime={line.newEndsOn}>{say.day(line.newEndsOn)}</time> : '–'}</td>
        <td className="upkeep-renewals-price">
          {line ? say.money(line.price.amount, line.price.currency) : '–'}
          {span === '' ? null : <span className="upkeep-renewal-span">{span}</span>}
        </td>
      </tr>
      <tr className="upkeep-renewal-more">
        <td colSpan={3}>
          <Opens part={part} />
          {number === null ? null : (
            <p className="upkeep-muted upkeep-small">{say('renewal.license', { number })}</p>
          )}
        </td>
      </tr>
    </tbody>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly isNever: boolean;
  readonly onToggle: () => void;
}

const Choice = ({ name, isChosen, isNever, onToggle }: ChoiceProps) => (
  <label className="upkeep-renewal-choice">
    <input type="checkbox" checked={isChosen && !isNever} disabled={isNever} onChange={onToggle} />
    <bdi>{name}</bdi>
  </label>
);

/** What one of them opens: the list, and how its periods hang together, are one press away. */
function Opens({ part: { priced, preview, continuity } }: { readonly part: Renewing }) {
  const say = useWords();
  const { gain, unlocked, security } = preview;
  if (priced.kind === 'left') return <p className="upkeep-muted">{leftWords(say, priced)}</p>;
  const advice = continuityWords(say, continuity);
  if (gain !== 'unlocks') {
    return (
      <>
        <p>{gainWords(say, gain)}</p>
        {advice === null ? null : <p className="upkeep-muted upkeep-small">{advice}</p>}
      </>
    );
  }
  return (
    <details className="upkeep-renewal-opens">
      <summary>{unlocksWords(say, { count: 1, unlocked: unlocked.length, security })}</summary>
      {advice === null ? null : <p className="upkeep-muted upkeep-small">{advice}</p>}
      <UnlockedReleases releases={unlocked} />
    </details>
  );
}

/** What all that is chosen opens together, and what one release of it costs. */
function Comes({ ordered }: { readonly ordered: readonly Renewing[] }) {
  const say = useWords();
  const sum = together(ordered);
  if (sum.count === 0) return <p>{say('renewal.choose')}</p>;
  if (sum.unlocked === 0) {
    const isUseful = ordered.some(({ preview }) => preview.gain !== 'nothing');
    return (
      <Notice tone="calm" title={say('renewal.nothing.several')}>
        {isUseful ? null : <p>{say('renewal.nothing.several.words')}</p>}
      </Notice>
    );
  }
  const each = eachWords(say, ordered);
  return (
    <p className="upkeep-renewal-sum">
      <strong>{unlocksWords(say, sum)}</strong>
      {each === null ? null : <span className="upkeep-muted">{each}</span>}
    </p>
  );
}
