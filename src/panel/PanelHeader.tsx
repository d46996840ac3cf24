import type { FoundLicenses } from '../domain/found-licenses.ts';
import { useWords } from '../messages/context.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { REST } from '../ui/useKeptFocus.ts';
import type { Knowledge } from './useEstate.ts';
import { foundWords } from './useLicenseCheck.ts';

export interface PanelHeaderProps {
  readonly knowledge: Knowledge;
  /** How many extensions "Update all" would take. */
  readonly ready: number;
  readonly checking: boolean;
  /** What the last check for licenses brought, if one was made here. */
  readonly found: FoundLicenses | null;
  readonly onCheck: () => void;
  readonly onUpdateAll: () => void;
  readonly onActivate: () => void;
  /** What is done too seldom for a button of its own. */
  readonly more: readonly MenuEntry[];
}

/** Name of the panel, how fresh its knowledge is, and what concerns all extensions. */
export function PanelHeader({
  knowledge,
  ready,
  checking,
  found,
  onCheck,
  onUpdateAll,
  onActivate,
  more,
}: PanelHeaderProps) {
  const say = useWords();
  const known = knowledge.kind === 'known' ? knowledge : undefined;
  const may = known?.estate.may;
  return (
    <header className="upkeep-header">
      <div className="upkeep-header-text">
        <h2 className="upkeep-heading-1" tabIndex={-1} {...REST}>
          {say('panel.title')}
        </h2>
        {known ? (
          <p className="upkeep-muted upkeep-small">
            <bdi>{known.session.host.name}</bdi> {known.estate.hostVersion} ·{' '}
            {say('panel.as-of', { day: say.day(known.estate.today) })}
          </p>
        ) : null}
        {known && known.session.licensesCheckedAt !== null ? (
          <p className="upkeep-muted upkeep-small">
            {say('licenses.last-checked', { moment: say.moment(known.session.licensesCheckedAt) })}
            {found === null ? '' : ` · ${foundWords(say, found)}`}
          </p>
        ) : null}
      </div>
      <div className="upkeep-header-actions">
        <Button look="quiet" busy={checking} onClick={onCheck}>
          {say('check-again')}
        </Button>
        {may?.has('activate') ? (
          <Button onClick={onActivate}>{say('action.activate')}</Button>
        ) : null}
        {may?.has('install') && ready > 0 ? (
          <Button look="primary" onClick={onUpdateAll}>
            {say('panel.update-all')}
          </Button>
        ) : null}
        <Menu label={say('panel.more')} entries={more} />
      </div>
    </header>
  );
}
