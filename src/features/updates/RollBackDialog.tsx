import type { Action } from '../../domain/action.ts';
import type { Extension } from '../../domain/extension.ts';
import { useWords } from '../../messages/context.ts';
import { releaseDate } from '../../messages/verdicts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export interface RollBackDialogProps {
  readonly extension: Extension;
  readonly action: Extract<Action, { kind: 'roll-back' }>;
  readonly onRollBack: () => void;
  readonly onClose: () => void;
}

/** Asks before going back: from where to where, and what happens to data and settings. */
export function RollBackDialog({ extension, action, onRollBack, onClose }: RollBackDialogProps) {
  const say = useWords();
  const from = extension.installed.version.text;
  const to = action.release.version.text;
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
        <p className="upkeep-change-side upkeep-tone-bad">
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
      <p>{say('roll-back.newest', { version: to })}</p>
      <p className="upkeep-muted">
        {say(action.way === 'in-place' ? 'roll-back.in-place' : 'roll-back.reinstall')}
      </p>
    </Dialog>
  );
}
