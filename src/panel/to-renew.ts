import type { Awaited } from '../domain/awaited.ts';
import type { Decided } from '../domain/decide.ts';
import { previewRenewal } from '../domain/renewal.ts';
import type { Open } from './open-dialogs.ts';

/** So many fit into one dialog; what more there is can be narrowed down in the list. */
const ROOM = 100;

/**
 * The dialog that renews several, about all of these rows that may be renewed; `null` where there are not several.
 *
 * Those whose license is paid already and on its way are left out: they would be paid twice.
 *
 * Where there is not room for all, those go first that repair flaws, then those that open most.
 */
export function renewSeveral(
  rows: readonly Decided[],
  awaited: ReadonlyMap<string, Awaited> = new Map(),
): Extract<Open, { kind: 'renew' }> | null {
  const renewable = rows.filter(
    ({ extension, decision }) =>
      decision.actions.some(({ kind }) => kind === 'renew') &&
      awaited.get(extension.key)?.kind !== 'paid',
  );
  if (renewable.length < 2) return null;
  const shown = renewable.length > ROOM ? bestFirst(renewable).slice(0, ROOM) : renewable;
  const keys = shown.map(({ extension }) => extension.key);
  return { kind: 'renew', keys, others: renewable.length - keys.length };
}

const bestFirst = (rows: readonly Decided[]): readonly Decided[] =>
  rows
    .map((row) => ({ row, preview: previewRenewal(row) }))
    .sort(
      (a, b) =>
        b.preview.security - a.preview.security ||
        b.preview.unlocked.length - a.preview.unlocked.length,
    )
    .map(({ row }) => row);
