import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
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
    mutationFn: (enabled: boolean) => backend.host.autoUpdate(key, enabled),
    onSettled: () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
  });
  return { on: isPending ? variables : isOn, onSwitch: mutate, error };
}

/** The switch of all extensions. Busy until the list was read again; answers how many it changed. */
export function useAutoUpdateAll() {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (enabled: boolean) => backend.host.autoUpdateAll(enabled),
    onSettled: () => client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey }),
  });
}
