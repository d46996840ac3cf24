import { createContext, useContext } from 'react';

/**
 * Where the store opens. `same-tab` is the whole tab, also for a panel in a frame: a store in a frame cannot show
 * whose it is.
 */
export type StoreTarget = 'new-tab' | 'same-tab';

/** The host's choice, for every link to the store. */
export const StoreTargetContext = createContext<StoreTarget>('new-tab');

export const useStoreTarget = (): StoreTarget => useContext(StoreTargetContext);
