import type { Action } from '../../domain/action.ts';
import type { Decided } from '../../domain/decide.ts';
import { runsUnder } from '../../domain/license.ts';
import { useWords } from '../../messages/context.ts';
import { goingBackFacts } from '../../messages/going-back.ts';
import { releaseDate } from '../../messages/verdicts.ts';
import type { MessageId } from '../../messages/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useGoingBack } from './useGoingBack.ts';

type RollBack = Extract<Action, { kind: 'roll-back' }>;

export interface RollBackDialogProps extends Decided {
  readonly action: RollBack;
  readonly onRollBack: () => void;
  readonly onClose: () => void;
}

/** Why this release: it ran before, it is the newest that is covered, or somebody named it. */
function reason({ extension, decision, action }: RollBackDialogProps): MessageId {
  if (runsUnder(decision.license) === 'stopped') return 'roll-back.not-running';
  const { text } = action.release.version;
  if (text === extension.previous) return 'roll-back.ran-before';
  return text === decision.judged.wayBack?.version.text ? 'roll-back.newest' : 'roll-back.covered';
}

/** Asks before going back: from where to where, and what happens to data and settings. */
export function RollBackDialog(props: RollBackDialogProps) {
  const { extension, action, onRollBack, onClose } = props;
  const say = useWords();
  const back = useGoingBack(extension, action.release);
  const from = extension.installed.version.text;
  const to = action.release.version.text;
  const license = extension.license.kind === 'not-needed' ? 'none' : 'some';
  return (
    <Dialog
      title={say('roll-back.title', { name: extension.name, version: to })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" onClick={onRollBack}>
            {say('action.roll-back', { version: to })}
          </Button>
        </>
      }
    >
      <div className="upkeep-change" role="group" aria-label={say('consent.change')}>
        <p className={`upkeep-change-side upkeep-tone-${fromTone(props)}`}>
          <span className="upkeep-version">{from}</span>
          {releaseDate(say, extension.installed)}
        </p>
        <span aria-hidden="true" className="upkeep-change-arrow">
          →
        </span>
        <p className="upkeep-change-side upkeep-tone-good">
          <span className="upkeep-version">{to}</span>
          {releaseDate(say, action.release)}
        </p>
      </div>
      <p>{say(reason(props), { version: to, from, license })}</p>
      <Facts facts={goingBackFacts(say, back)} />
      <p className="upkeep-muted">
        {say(action.way === 'in-place' ? 'roll-back.in-place' : 'roll-back.reinstall')}
      </p>
    </Dialog>
  );
}

/** What is left may be quite all right; only what failed or is not covered looks like trouble. */
const fromTone = ({ extension, decision }: RollBackDialogProps): 'bad' | 'calm' =>
  extension.status.kind === 'failed' || decision.judged.installedCoverage.kind === 'uncovered'
    ? 'bad'
    : 'calm';
