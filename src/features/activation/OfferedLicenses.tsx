import type { Day } from '../../domain/day.ts';
import { licenseState } from '../../domain/license.ts';
import { useWords } from '../../messages/context.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { licenseWords } from './license-words.ts';
import { refusalWords } from './refusal-words.ts';
import type { Licenses } from './outcome.ts';
import type { Activation } from './useActivation.ts';

export interface OfferedLicensesProps {
  readonly state: Exclude<Activation, { kind: 'typing' | 'previewing' | 'done' }>;
  readonly today: Day;
  readonly onCheck: () => void;
  readonly onActivate: () => void;
}

/** What a code brings, until it is known to be used. */
export function OfferedLicenses({ state, today, onCheck, onActivate }: OfferedLicensesProps) {
  const { licenses } = state;
  return (
    <>
      <Standing state={state} onCheck={onCheck} onActivate={onActivate} />
      <LicenseList licenses={licenses} today={today} />
    </>
  );
}

function Standing({ state, onCheck, onActivate }: Omit<OfferedLicensesProps, 'today'>) {
  const say = useWords();
  const count = state.licenses.length;
  switch (state.kind) {
    case 'preview':
      return (
        <>
          {state.error === null ? null : <Refused error={state.error} />}
          <p className="upkeep-activation-heading">
            {count === 0 ? say('activation.nothing') : say('activation.will', { count })}
          </p>
          <p className="upkeep-muted">{say('activation.will.words')}</p>
        </>
      );
    case 'activating':
      return <p className="upkeep-activation-heading">{say('activation.will', { count })}</p>;
    case 'unknown':
      return (
        <Notice
          tone="warn"
          role="alert"
          title={say(state.missing ? 'activation.not-there' : 'activation.unknown')}
          actions={
            <Button onClick={state.missing ? onActivate : onCheck}>
              {say(state.missing ? 'activation.activate' : 'check-again')}
            </Button>
          }
        >
          <p>{say(state.missing ? 'activation.not-there.words' : 'activation.unknown.words')}</p>
        </Notice>
      );
  }
}

function Refused({ error }: { readonly error: unknown }) {
  const { title, advice } = refusalWords(useWords(), error);
  return (
    <Notice tone="bad" role="alert" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}

interface LicenseListProps {
  readonly licenses: Licenses;
  readonly today: Day;
}

/** What is offered, in a calm color: nothing here may look as if it were in place. */
function LicenseList({ licenses, today }: LicenseListProps) {
  const say = useWords();
  return (
    <ul className="upkeep-activation-licenses" aria-label={say('activation.licenses')}>
      {licenses.map(({ extension, name, license }) => {
        const { kind } = licenseState(license, today);
        const ended =
          kind === 'evaluation-expired' || kind === 'subscription-ended' || kind === 'terminated';
        return (
          <li key={extension} className="upkeep-activation-license">
            <bdi className="upkeep-activation-name">{name}</bdi>
            <Badge tone={ended ? 'warn' : 'calm'}>{licenseWords(say, license)}</Badge>
            {ended ? <p className="upkeep-small">{say('activation.already-ended')}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
