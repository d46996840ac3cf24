import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import type { Inventory } from '../../backend/backend.ts';
import { extensionIn, orSeen } from '../../backend/or-seen.ts';
import { inventoryQuery } from '../../backend/queries.ts';

/**
 * The switch of one extension. It moves at once, because it is small and can be moved back, and stands where the host
 * has it as soon as the list was read again. One that is pressed twice asks in that order.
 *
 * @param isOn - Where the host has it.
 */
export function useAutoUpdate(key: string, isOn: boolean) {
  const backend = useBackend();
  const client = useQueryClient();
  const { mutate, isPending, variables, error } = useMutation({
    networkMode: 'always',
    retry: false,
    scope: { id: `auto-update ${key}` },
    mutationFn: (enabled: boolean) =>
      orSeen(
        backend.host.autoUpdate(key, enabled),
        backend,
        client,
        (list) => extensionIn(list, key)?.autoUpdate === enabled,
      ),
    onSettled: () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
  });
  return { on: isPending ? variables : isOn, asking: isPending, onSwitch: mutate, error };
}

/** How many extensions have the switch the other way. */
const others = ({ extensions }: Inventory, enabled: boolean): number =>
  extensions.filter(({ autoUpdate }) => autoUpdate === !enabled).length;

/** The switch of all extensions. Busy until the list was read again; answers how many it changed. */
export function useAutoUpdateAll() {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    retry: false,
    async mutationFn(enabled: boolean) {
      const before = client.getQueryData(inventoryQuery(backend).queryKey);
      const changed = before ? others(before, enabled) : 0;
      const write = backend.host.autoUpdateAll(enabled);
      const told = await orSeen(write, backend, client, (list) => others(list, enabled) === 0);
      return told === 'seen' ? { changed } : told;
    },
    onSettled: () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
  });
}
