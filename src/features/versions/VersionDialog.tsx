import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery, tasksQuery } from '../../backend/queries.ts';
import type { Action } from '../../domain/action.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import { isRunning } from '../../domain/task.ts';
import { versionChoices } from '../../domain/version-choice.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type Choice, VersionChoices } from './VersionChoices.tsx';
import { EVERY_VERSION, find, VersionSearch } from './VersionSearch.tsx';
import { deedWords } from './version-words.ts';

export interface VersionDialogProps extends Decided {
  readonly estate: Estate;
  /** Installs a release that needs no further question. */
  readonly onInstall: (version: string) => void;
  /** Asks first: a way back, or an uncovered release. */
  readonly onAsk: (action: Action) => void;
  readonly onClose: () => void;
}

/** From so many on, a list is searched rather than read. */
const MANY = 12;

const NONE: readonly Choice[] = [];

/** Any release by its name. What choosing one comes to was decided beforehand; nothing is chosen to begin with. */
export function VersionDialog(props: VersionDialogProps) {
  const { extension, decision, estate, onInstall, onAsk, onClose } = props;
  const say = useWords();
  const backend = useBackend();
  const releases = useQuery(releasesQuery(backend, extension.key));
  const { data: tasks } = useQuery(tasksQuery(backend));
  const busy = tasks?.some((task) => task.extension === extension.key && isRunning(task)) ?? false;
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState(EVERY_VERSION);

  const choices = useMemo(
    () => (releases.data ? versionChoices({ extension, decision }, estate, releases.data) : NONE),
    [extension, decision, estate, releases.data],
  );
  const shown = useMemo(() => find(choices, search), [choices, search]);
  const choice = choices.find(({ release }) => release.version.text === chosen);

  return (
    <Dialog
      title={say('versions.title', { name: extension.name })}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <Confirm
          choice={choice}
          busy={busy}
          onInstall={onInstall}
          onAsk={onAsk}
          onClose={onClose}
        />
      }
    >
      {releases.isPending ? (
        <Loading
          label={say('details.loading')}
          lines={6}
          late={<p className="upkeep-muted">{say('panel.slow')}</p>}
        />
      ) : releases.data === undefined ? (
        <Unread
          error={releases.error}
          busy={releases.isFetching}
          onAgain={() => void releases.refetch()}
        />
      ) : choices.length === 0 ? (
        <p className="upkeep-muted">{say('versions.none')}</p>
      ) : (
        <>
          {choices.length > MANY ? (
            <VersionSearch search={search} count={shown.length} onSearch={setSearch} />
          ) : null}
          <div
            role="radiogroup"
            aria-label={say('versions.title', { name: extension.name })}
            className="upkeep-versions"
          >
            <VersionChoices choices={shown} chosen={chosen} onChoose={setChosen} />
          </div>
        </>
      )}
    </Dialog>
  );
}

/** The button names the deed; what is asked about again says so beforehand. */
function Confirm({
  choice,
  busy,
  onInstall,
  onAsk,
  onClose,
}: {
  readonly choice: Choice | undefined;
  readonly busy: boolean;
} & Pick<VersionDialogProps, 'onInstall' | 'onAsk' | 'onClose'>) {
  const say = useWords();
  const version = choice?.release.version.text ?? '';
  const deed = choice ? deedWords(say, choice.outcome, version) : null;

  const confirm = () => {
    if (!choice || deed === null) return;
    const { outcome } = choice;
    // Closed first, so that what is asked next stands on the details, and there the focus returns to.
    onClose();
    if (outcome.kind === 'install') onInstall(version);
    else if ('action' in outcome) onAsk(outcome.action);
  };
  const asked = choice?.outcome.kind === 'roll-back' || choice?.outcome.kind === 'consent';
  return (
    <>
      <p className="upkeep-muted upkeep-small upkeep-versions-hint" role="status">
        {busy ? say('versions.busy') : asked ? say('versions.asked-again') : ''}
      </p>
      <Button onClick={onClose}>{say('cancel')}</Button>
      <Button
        look={choice?.outcome.kind === 'consent' ? 'danger' : 'primary'}
        disabled={deed === null}
        busy={busy}
        onClick={confirm}
      >
        {deed ?? say('versions.pick')}
      </Button>
    </>
  );
}

function Unread({
  error,
  busy,
  onAgain,
}: {
  readonly error: unknown;
  readonly busy: boolean;
  readonly onAgain: () => void;
}) {
  const say = useWords();
  const words = failureWords(say, error);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={words.title}
      actions={
        <Button busy={busy} onClick={onAgain}>
          {say('try-again')}
        </Button>
      }
    >
      <p>{words.advice}</p>
    </Notice>
  );
}
