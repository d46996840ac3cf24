import type { Action } from '../../domain/action.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Decision } from '../../domain/decide.ts';
import { useWords } from '../../messages/context.ts';
import { releaseDate } from '../../messages/verdicts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';

export interface ConsentDialogProps {
  readonly extension: Extension;
  readonly decision: Decision;
  readonly action: Extract<Action, { kind: 'update-uncovered' }>;
  readonly onInstall: () => void;
  readonly onClose: () => void;
}

/**
 * Names what would change before a release that is not known to be covered is installed: "1.0 works → 1.1 may not
 * work with this license". The safe button is the prominent one, and nothing is remembered.
 */
export function ConsentDialog({
  extension,
  decision,
  action,
  onInstall,
  onClose,
}: ConsentDialogProps) {
  const say = useWords();
  const from = extension.installed.version.text;
  const to = action.release.version.text;
  const { license } = decision;
  return (
    <Dialog
      title={say('consent.title', { version: to })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button look="danger" onClick={onInstall}>
            {say('consent.install', { version: to })}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say('consent.keep', { version: from })}
          </Button>
        </>
      }
    >
      <div className="upkeep-change" role="group" aria-label={say('consent.change')}>
        <p className="upkeep-change-side upkeep-tone-good">
          <span className="upkeep-version">{from}</span>
          {say('consent.works')}
        </p>
        <span aria-hidden="true" className="upkeep-change-arrow">
          →
        </span>
        <p className="upkeep-change-side upkeep-tone-bad">
          <span className="upkeep-version">{to}</span>
          {say(action.because === 'unknown' ? 'consent.may-not-work' : 'consent.will-not-work')}
        </p>
      </div>
      <Notice
        tone="warn"
        title={
          license.kind === 'maintenance-ended' && action.because === 'uncovered'
            ? say('verdict.not-covered', {
                version: to,
                dated: releaseDate(say, action.release),
                ended: say.day(license.endedOn),
              })
            : say('verdict.unknown-coverage', { version: to })
        }
      >
        <p>{say('consent.advice', { version: from })}</p>
      </Notice>
    </Dialog>
  );
}
