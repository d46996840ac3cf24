import { useMemo } from 'react';
import type { Decided, Estate } from '../../domain/decide.ts';
import { explain, type FactName } from '../../domain/explain.ts';
import { useWords } from '../../messages/context.ts';
import { coverageWords } from '../../messages/coverage.ts';
import type { MessageId } from '../../messages/words.ts';
import { verdictWords } from '../../messages/verdicts.ts';
import { CopyText } from '../../ui/CopyText.tsx';

const FACT: Record<FactName, MessageId> = {
  today: 'fact.today',
  'host-version': 'fact.host-version',
  status: 'fact.status',
  policy: 'fact.policy',
  'license-kind': 'fact.license-kind',
  'license-state': 'fact.license-state',
  'license-errors': 'fact.license-errors',
  'maintenance-end': 'fact.maintenance-end',
  'evaluation-end': 'fact.evaluation-end',
  'paid-through': 'fact.paid-through',
  'runs-through': 'fact.runs-through',
  installed: 'fact.installed',
  'installed-built': 'fact.installed-built',
  'installed-published': 'fact.installed-published',
  'installed-coverage': 'fact.installed-coverage',
  order: 'fact.order',
  newest: 'fact.newest',
  'newest-needs-host': 'fact.newest-needs-host',
  'newest-for-host': 'fact.newest-for-host',
  'newest-for-host-coverage': 'fact.newest-for-host-coverage',
  'newest-for-host-decided-by': 'fact.newest-for-host-decided-by',
  'newest-for-host-date': 'fact.newest-for-host-date',
  'newest-covered': 'fact.newest-covered',
  'newest-covered-date': 'fact.newest-covered-date',
  locked: 'fact.locked',
  undecided: 'fact.undecided',
  'way-back': 'fact.way-back',
  'held-until': 'fact.held-until',
  'hold-ended': 'fact.hold-ended',
  skipped: 'fact.skipped',
  'decisive-line': 'fact.decisive-line',
  'decisive-day': 'fact.decisive-day',
  'dates-disagree': 'fact.dates-disagree',
};

/** The inputs behind the verdict, to be read and to be copied into a support ticket. Holds no keys and no names. */
export function ExplainVerdict({
  extension,
  decision,
  estate,
}: Decided & { readonly estate: Estate }) {
  const say = useWords();
  const { facts, rule, about, coverage } = useMemo(
    () => explain(extension, decision, estate),
    [extension, decision, estate],
  );
  const { title } = verdictWords(say, extension, decision, estate.hostVersion);
  const because = coverageWords(say, about, coverage);
  const lines = facts.map(({ name, value }) => [say(FACT[name]), value] as const);

  const text = () =>
    [
      `${extension.name}: ${title} (${rule})`,
      because,
      ...lines.map((line) => line.join(': ')),
    ].join('\n');

  return (
    <details className="upkeep-fold upkeep-explain">
      <summary>{say('explain.title')}</summary>
      <p>{because}</p>
      <dl className="upkeep-facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CopyText
        text={text}
        label={say('explain.copy')}
        copied={say('copied')}
        refused={say('explain.copy-refused')}
      />
    </details>
  );
}
