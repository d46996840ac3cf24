import type { Action } from '../domain/action.ts';

/** A dialog that is open, and about what. Extensions are named by key, so that what is shown follows the list. */
export type Open =
  | { readonly kind: 'details'; readonly key: string }
  | { readonly kind: 'versions'; readonly key: string }
  | { readonly kind: 'hold'; readonly key: string }
  | { readonly kind: 'roll-back-key'; readonly key: string }
  | {
      readonly kind: 'consent';
      readonly key: string;
      readonly action: Extract<Action, { kind: 'update-uncovered' }>;
    }
  | {
      readonly kind: 'roll-back';
      readonly key: string;
      readonly action: Extract<Action, { kind: 'roll-back' }>;
    }
  | { readonly kind: 'update-all' }
  /** What can be updated before the host is upgraded to this version. */
  | { readonly kind: 'update-before'; readonly hostVersion: string }
  | { readonly kind: 'rehearsal' }
  | { readonly kind: 'auto-updates' }
  | { readonly kind: 'undo-batch'; readonly id: string }
  /** `others`: so many more may be renewed, for which there is no room. */
  | { readonly kind: 'renew'; readonly keys: readonly string[]; readonly others?: number }
  | { readonly kind: 'purchase'; readonly key: string }
  | { readonly kind: 'activate' }
  /** About one extension at first; `null` = about all. */
  | { readonly kind: 'activity'; readonly key: string | null };

/** Dialogs lie on each other; the last is on top. The same one is never opened twice. */
export function opened(stack: readonly Open[], next: Open): readonly Open[] {
  return stack.some((open) => JSON.stringify(open) === JSON.stringify(next))
    ? stack
    : [...stack, next];
}

/** Closes a dialog and whatever lies on it. */
export const closed = (stack: readonly Open[], open: Open): readonly Open[] =>
  stack.slice(0, stack.indexOf(open));
