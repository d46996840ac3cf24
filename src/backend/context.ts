import { createContext, useContext } from 'react';
import type { Backend } from './backend.ts';

/** The backend of the panel that stands around a component. */
export const BackendContext = createContext<Backend | null>(null);

/** The panel's way to the outside. @throws Error outside a panel. */
export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (!backend)
    throw new Error(
      'useBackend was called outside a panel; render inside <UpkeepPanel> or a BackendContext',
    );
  return backend;
}
