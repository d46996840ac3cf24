import type { Action } from '../../domain/action.ts';
import type { Day } from '../../domain/day.ts';
import type { Decided } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { compareAge, type Release } from '../../domain/release.ts';
import { useWords } from '../../messages/context.ts';
import { coverageWords } from '../../messages/coverage.ts';
import { goingBackFacts } from '../../messages/going-back.ts';
import type { MessageId } from '../../messages/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useCoverage } from './useCoverage.ts';
import { useGoingBack } from './useGoingBack.ts';

export interface ConsentDialogProps extends Decided {
  /** The host's date. */
  readonly today: Day;
  readonly action: Extract<Action, { kind: 'update-uncovered' }>;
  readonly onInstall: () => void;
  readonly onClose: () => void;
}

/** How what is installed stands today; "works" is said only where it is so. */
function standing({ extension, decision }: Decided): MessageId {
  if (extension.status.kind === 'failed') return 'consent.does-not-run';
  switch (decision.judged.installedCoverage.kind) {
    case 'covered':
      return 'consent.works';
    case 'uncovered':
      return 'consent.not-covered';
    case 'unknown':
      return 'consent.not-known';
  }
}

/**
 * Names what would change before a release that is not known to be covered is installed: "1.0 works → 1.1 may not
 * work with this license". The safe button is the prominent one, and nothing is remembered.
 */
export function ConsentDialog({
  extension,
  decision,
  today,
  action,
  onInstall,
  onClose,
}: ConsentDialogProps) {
  const say = useWords();
  const coverage = useCoverage({ extension, decision }, today, action.release);
  const from = extension.installed.version.text;
  const to = action.release.version.text;
  const now = standing({ extension, decision });
  const works = now === 'consent.works';
  const isOlder = (compareAge(action.release, extension.installed) ?? 0) < 0;
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
        <p className={`upkeep-change-side upkeep-tone-${works ? 'good' : 'warn'}`}>
          <span className="upkeep-version">{from}</span>
          {say(now)}
        </p>
        <span aria-hidden="true" className="upkeep-change-arrow">
          →
        </span>
        <p className="upkeep-change-side upkeep-tone-bad">
          <span className="upkeep-version">{to}</span>
          {say(action.because === 'unknown' ? 'consent.may-not-work' : 'consent.will-not-work')}
        </p>
      </div>
      <Notice tone="warn" title={coverageWords(say, action.release, coverage)}>
        <p>
          {works && !isOlder
            ? say('consent.advice', { version: from })
            : say('consent.advice.other')}
        </p>
      </Notice>
      {isOlder ? <Backwards extension={extension} release={action.release} /> : null}
    </Dialog>
  );
}

/** An older release brings a risk of its own, whatever the license says. */
function Backwards({
  extension,
  release,
}: {
  readonly extension: Extension;
  readonly release: Release;
}) {
  const say = useWords();
  return <Facts facts={goingBackFacts(say, useGoingBack(extension, release))} />;
}
