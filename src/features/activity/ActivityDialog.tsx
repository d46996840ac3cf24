import { useState } from 'react';
import { ALL_ACTIVITY, type ActivityFilter } from '../../domain/activity.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { REST } from '../../ui/useKeptFocus.ts';
import { ActivityDays } from './ActivityDays.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { useActivity } from './useActivity.ts';

export interface ActivityDialogProps {
  /** Id of the person asking. */
  readonly me: string;
  /** At first only about this extension; `null` = about all. */
  readonly extension: { readonly key: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** Who did what, when, and how it ended: the host's own journal, newest first. */
export function ActivityDialog({ me, extension, onClose }: ActivityDialogProps) {
  const say = useWords();
  const start: ActivityFilter = { ...ALL_ACTIVITY, extension: extension?.key ?? null };
  const [filter, setFilter] = useState(start);
  const only = filter.extension === null ? null : extension;
  return (
    <Dialog
      shape="drawer"
      closeLabel={say('close')}
      onClose={onClose}
      title={only ? say('activity.title-of', { name: only.name }) : say('activity.title')}
    >
      <ActivityFilters filter={filter} me={me} onFilter={setFilter} />
      {only ? (
        <Button
          look="quiet"
          className="upkeep-activity-of-all"
          onClick={() => setFilter({ ...filter, extension: null })}
        >
          {say('activity.of-all')}
        </Button>
      ) : null}
      <Journal filter={filter} onEverything={() => setFilter(ALL_ACTIVITY)} />
    </Dialog>
  );
}

interface JournalProps {
  readonly filter: ActivityFilter;
  readonly onEverything: () => void;
}

function Journal({ filter, onEverything }: JournalProps) {
  const say = useWords();
  const { journal, shown, unreadable } = useActivity(filter);
  const [first] = unreadable;

  if (journal.isPending) {
    return (
      <Loading
        label={say('activity.loading')}
        lines={5}
        late={<p className="upkeep-muted">{say('panel.slow')}</p>}
      />
    );
  }
  if (!journal.data) {
    return <Failed error={journal.error} asking={journal.isFetching} onAgain={journal.refetch} />;
  }
  return (
    <>
      <p className="upkeep-unseen" role="status">
        {say('activity.shown', { count: shown.length })}
      </p>
      {first ? (
        <Notice tone="unknown" title={say('activity.unreadable', { count: unreadable.length })}>
          <p>{say('activity.unreadable.detail', { ...first })}</p>
        </Notice>
      ) : null}
      {shown.length === 0 ? (
        <Nothing filter={filter} more={journal.hasNextPage} onEverything={onEverything} />
      ) : (
        <ActivityDays entries={shown} />
      )}
      <div className="upkeep-activity-end">
        {journal.isFetchNextPageError ? (
          <Failed
            error={journal.error}
            asking={journal.isFetchingNextPage}
            onAgain={journal.fetchNextPage}
          />
        ) : journal.hasNextPage ? (
          <Button busy={journal.isFetching} onClick={() => void journal.fetchNextPage()}>
            {say('activity.more')}
          </Button>
        ) : shown.length > 0 ? (
          // The focus comes here when the button has brought the last of them.
          <p className="upkeep-muted upkeep-small" tabIndex={-1} {...REST}>
            {say('activity.end')}
          </p>
        ) : null}
      </div>
    </>
  );
}

interface NothingProps extends JournalProps {
  /** There are older entries that were not read yet. */
  readonly more: boolean;
}

/** Why nothing is listed, and what to do about it. */
function Nothing({ filter, more, onEverything }: NothingProps) {
  const say = useWords();
  const { search, group, extension, person } = filter;
  const filtered = search.trim() !== '' || group !== null || extension !== null || person !== null;
  if (!filtered && !more) {
    return (
      <div className="upkeep-empty">
        <p className="upkeep-empty-title">{say('activity.empty')}</p>
        <p className="upkeep-muted">{say('activity.empty.advice')}</p>
      </div>
    );
  }
  return (
    <div className="upkeep-empty">
      <p className="upkeep-empty-title">{say('activity.no-match')}</p>
      <p className="upkeep-muted">
        {say(more ? 'activity.no-match.older' : 'activity.no-match.advice')}
      </p>
      {filtered ? <Button onClick={onEverything}>{say('activity.show-all')}</Button> : null}
    </div>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly asking: boolean;
  readonly onAgain: () => Promise<unknown>;
}

/** The journal, or more of it, could not be read. */
function Failed({ error, asking, onAgain }: FailedProps) {
  const say = useWords();
  const { title, advice } = failureWords(say, error);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title}
      actions={
        <Button busy={asking} onClick={() => void onAgain()}>
          {say('try-again')}
        </Button>
      }
    >
      <p>{advice}</p>
    </Notice>
  );
}
