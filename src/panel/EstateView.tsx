import type { Awaited } from '../domain/awaited.ts';
import type { Decided } from '../domain/decide.ts';
import { ExtensionList } from '../features/extensions/ExtensionList.tsx';
import type { RowHandlers } from '../features/extensions/ExtensionRow.tsx';
import { EVERYTHING, type View } from '../features/extensions/listing.ts';
import { Summary } from '../features/extensions/Summary.tsx';
import { Toolbar } from '../features/extensions/Toolbar.tsx';
import { RemovedExtensions } from '../features/updates/RemovedExtensions.tsx';
import type { Installs } from '../features/updates/useInstalls.ts';
import { useWords } from '../messages/context.ts';
import { Button } from '../ui/Button.tsx';
import type { Knowledge } from './useEstate.ts';

export interface EstateViewProps extends RowHandlers {
  readonly knowledge: Extract<Knowledge, { kind: 'known' }>;
  readonly rows: readonly Decided[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly installs: Installs;
  /** Licenses that were ordered and are not here yet, by extension key. */
  readonly awaited: ReadonlyMap<string, Awaited>;
  /** Renews what is shown; `null` where there is no choice among several. */
  readonly onRenewShown: (() => void) | null;
  readonly onError: (error: unknown) => void;
}

/** Counts, search and the list; or why there is nothing to list. */
export function EstateView({
  knowledge,
  rows,
  view,
  onView,
  installs,
  awaited,
  onRenewShown,
  onOpen,
  onAction,
  onError,
}: EstateViewProps) {
  const say = useWords();
  const { listing, estate, inventory, decided } = knowledge;
  const removed = <RemovedExtensions installed={new Set(decided.keys())} installs={installs} />;
  if (listing.rows.length === 0 && inventory.unreadable.length === 0) {
    return (
      <>
        {removed}
        <div className="upkeep-empty">
          <p className="upkeep-empty-title">{say('panel.empty')}</p>
          <p className="upkeep-muted">{say('panel.empty.advice')}</p>
        </div>
      </>
    );
  }
  return (
    <>
      {removed}
      <Summary listing={listing} view={view} onView={onView} />
      <Toolbar view={view} onView={onView} />
      <p className="upkeep-unseen" role="status">
        {say('panel.shown', { count: rows.length })}
      </p>
      {onRenewShown ? (
        <div className="upkeep-list-actions">
          <Button onClick={onRenewShown}>{say('renewal.open-several')}</Button>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <div className="upkeep-empty">
          <p className="upkeep-empty-title">{say('panel.no-match')}</p>
          <p className="upkeep-muted">{say('panel.no-match.advice')}</p>
          <Button onClick={() => onView({ ...EVERYTHING, sort: view.sort })}>
            {say('panel.show-all')}
          </Button>
        </div>
      ) : (
        <ExtensionList
          rows={rows}
          estate={estate}
          errors={installs.errors}
          busy={installs.busy}
          awaited={awaited}
          onOpen={onOpen}
          onAction={onAction}
          onError={onError}
        />
      )}
    </>
  );
}
