import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import type { Words } from '../../messages/words.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { licenseWords as stateWords } from '../../messages/verdicts.ts';
import { licenseWords } from './license-words.ts';
import type { LicenseOutcome } from './outcome.ts';
import type { Activation } from './useActivation.ts';

export interface ActivatedLicensesProps {
  readonly state: Extract<Activation, { kind: 'done' }>;
  readonly onCheck: () => void;
}

/** What became of a code that was used, as the list tells it, and when that was last looked at. */
export function ActivatedLicenses({ state, onCheck }: ActivatedLicensesProps) {
  const say = useWords();
  const { outcomes, readAt, error, checking } = state;
  const { tone, title, detail } = summary(say, outcomes);
  return (
    <>
      <Notice tone={tone} title={title}>
        {detail === '' ? null : <p>{detail}</p>}
        {error === null ? null : <p>{failureWords(say, error).title}</p>}
      </Notice>
      {outcomes === null ? null : <OutcomeList outcomes={outcomes} />}
      <p className="upkeep-activation-checked">
        <span className="upkeep-muted upkeep-small" role="status">
          {readAt === null
            ? say('activation.not-checked')
            : say('order.checked', { time: say.time(new Date(readAt).toISOString()) })}
        </span>
        <Button look="quiet" busy={checking} onClick={onCheck}>
          {say('check-again')}
        </Button>
      </p>
    </>
  );
}

interface Summary {
  readonly tone: Tone;
  readonly title: string;
  readonly detail: string;
}

/** A word of thanks only for what is in place: a code that was taken is no license yet. */
function summary(say: Words, outcomes: readonly LicenseOutcome[] | null): Summary {
  if (outcomes === null) {
    return {
      tone: 'warn',
      title: say('activation.unread'),
      detail: say('activation.unread.words'),
    };
  }
  const count = outcomes.length;
  const active = outcomes.filter(({ outcome }) => outcome === 'in-place').length;
  if (active === count)
    return { tone: 'good', title: say('activation.done', { count }), detail: '' };
  if (active > 0)
    return {
      tone: 'warn',
      title: say('activation.some', { active, count }),
      detail: say('activation.some.words'),
    };
  return outcomes.every(({ outcome }) => outcome === 'not-in-force')
    ? {
        tone: 'warn',
        title: say('activation.ended', { count }),
        detail: say('activation.ended.words'),
      }
    : {
        tone: 'warn',
        title: say('activation.not-seen'),
        detail: say('activation.not-seen.words'),
      };
}

const TONES: Record<LicenseOutcome['outcome'], Tone> = {
  'in-place': 'good',
  'not-in-force': 'warn',
  missing: 'unknown',
};

function OutcomeList({ outcomes }: { readonly outcomes: readonly LicenseOutcome[] }) {
  const say = useWords();
  return (
    <ul className="upkeep-activation-licenses" aria-label={say('activation.licenses')}>
      {outcomes.map((each) => (
        <li key={each.extension} className="upkeep-activation-license">
          <bdi className="upkeep-activation-name">{each.name}</bdi>
          <Badge tone={TONES[each.outcome]}>{licenseWords(say, each.license)}</Badge>
          {each.outcome === 'in-place' ? null : (
            <p className="upkeep-small">{shortWords(say, each)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What one license lacks. */
const shortWords = (say: Words, each: LicenseOutcome): string =>
  each.outcome === 'missing' ? say('activation.missing') : stateWords(say, each.state).text;
