import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { inventoryQuery } from '../../backend/queries.ts';
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

/** Holds or skips at the host, and reads the list again whatever came of it; busy until then. */
export function useHolding(key: string) {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (wish: HoldWish) =>
      wish.kind === 'hold'
        ? backend.host.hold(key, wish.reason, wish.until, wish.ground)
        : backend.host.skip(key, wish.version, wish.reason),
    onSettled: () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
  });
}
