import { useDeferredValue, useMemo, useState } from 'react';
import type { Decided } from '../../domain/decide.ts';
import { useWords } from '../../messages/context.ts';
import { failureWords } from '../../messages/failures.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { groupReaches, reachesOf, searchReaches } from './reaches.ts';
import { ReachFold } from './ReachFold.tsx';
import { useAutoUpdateAll } from './useAutoUpdate.ts';

export interface AutoUpdatesDialogProps {
  /** All extensions, in the order in which they shall stand. */
  readonly rows: readonly Decided[];
  /** Whether this person may switch them. */
  readonly may: boolean;
  readonly onClose: () => void;
}

/** From how many extensions a search helps. */
const MANY = 25;

/** Automatic updates of all extensions: how many update how far, and the switch of all and of each. */
export function AutoUpdatesDialog({ rows, may, onClose }: AutoUpdatesDialogProps) {
  const say = useWords();
  const announce = useAnnounce();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const switching = useAutoUpdateAll();

  const reaches = useMemo(() => reachesOf(rows), [rows]);
  const found = useMemo(() => searchReaches(reaches, wanted), [reaches, wanted]);
  const groups = useMemo(() => groupReaches(found), [found]);
  const on = reaches.filter(({ extension }) => extension.autoUpdate === true).length;

  const switchAll = (enabled: boolean) =>
    switching.mutate(enabled, {
      onSuccess: ({ changed }) =>
        announce(say('auto-update.news', { count: changed, to: enabled ? 'on' : 'off' })),
    });

  return (
    <Dialog
      title={say('auto-update.title')}
      closeLabel={say('close')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{say('close')}</Button>}
    >
      <div className="upkeep-auto-all">
        <p className="upkeep-auto-count">
          {say('auto-update.count', { on, count: reaches.length })}
        </p>
        {may && on < reaches.length ? (
          <Button busy={switching.isPending} onClick={() => switchAll(true)}>
            {say('auto-update.all-on')}
          </Button>
        ) : null}
        {may && on > 0 ? (
          <Button busy={switching.isPending} onClick={() => switchAll(false)}>
            {say('auto-update.all-off')}
          </Button>
        ) : null}
      </div>
      {reaches.length === 0 ? null : <p className="upkeep-muted">{say('auto-update.intro')}</p>}
      {switching.error === null ? null : <Failure error={switching.error} />}
      {reaches.length < MANY ? null : (
        <label className="upkeep-field">
          <span className="upkeep-field-label">{say('auto-update.search')}</span>
          <input
            className="upkeep-input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </label>
      )}
      <div>
        {groups.map((group) => (
          <ReachFold
            // Folded anew when a search makes it short, or long again.
            key={`${group.because} ${found.length < MANY}`}
            group={group}
            may={may}
            unfolded={found.length < MANY}
          />
        ))}
      </div>
      {found.length === 0 && reaches.length > 0 ? (
        <p role="status">{say('auto-update.none')}</p>
      ) : null}
    </Dialog>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { title, advice } = failureWords(useWords(), error);
  return (
    <Notice tone="bad" role="alert" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}
