import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { extensionIn, orSeen } from '../../backend/or-seen.ts';
import { inventoryQuery } from '../../backend/queries.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Day } from '../../domain/day.ts';
import type { HoldGround } from '../../domain/hold.ts';

/** What somebody decided against: the extension's updates for now, or one release of it. */
type HoldWish =
  | {
      readonly kind: 'hold';
      readonly reason: string;
      readonly until: Day | null;
      readonly ground: HoldGround;
    }
  | { readonly kind: 'skip'; readonly reason: string; readonly version: string };

/** Whether an extension stands as it was wished. */
function isFulfilled(wish: HoldWish, extension: Extension | undefined): boolean {
  if (!extension) return false;
  switch (wish.kind) {
    case 'hold':
      return extension.hold?.reason === wish.reason && extension.hold.until === wish.until;
    case 'skip':
      return extension.skipped.some(({ version }) => version === wish.version);
  }
}

/** Holds or skips at the host, and reads the list again whatever came of it; busy until then. */
export function useHolding(key: string) {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (wish: HoldWish) =>
      orSeen(
        wish.kind === 'hold'
          ? backend.host.hold(key, wish.reason, wish.until, wish.ground)
          : backend.host.skip(key, wish.version, wish.reason),
        backend,
        client,
        (list) => isFulfilled(wish, extensionIn(list, key)),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
  });
}
