import type { Capability } from '../domain/capability.ts';
import type { Words } from '../messages/words.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import type { Open } from './open-dialogs.ts';

/** What concerns all extensions and is done too seldom for a button of its own. */
export function moreEntries(
  say: Words,
  may: ReadonlySet<Capability>,
  renewal: Open | null,
  open: (next: Open) => void,
): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (renewal) {
    const onChoose = () => open(renewal);
    entries.push({ id: 'renew', label: say('renewal.open-several'), onChoose });
  }
  entries.push({
    id: 'rehearsal',
    label: say('rehearsal.open'),
    onChoose: () => open({ kind: 'rehearsal' }),
  });
  if (may.has('autoUpdate')) {
    const onChoose = () => open({ kind: 'auto-updates' });
    entries.push({ id: 'auto-updates', label: say('auto-update.open'), onChoose });
  }
  if (may.has('activity')) {
    const onChoose = () => open({ kind: 'activity', key: null });
    entries.push({ id: 'activity', label: say('activity.title'), onChoose });
  }
  return entries;
}
