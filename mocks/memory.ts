import type { World } from './world.ts';

/**
 * Where a world is kept. Parties look and change only through it, so that the same party works on a world of one
 * test and on a world shared by all tabs of a browser.
 */
export interface Memory {
  /** Looks at the world. What is returned must not be altered. */
  read<T>(look: (world: World) => T): Promise<T>;
  /**
   * Alters the world, alone: no other change comes in between, in this tab or another. The function must not wait
   * for anything, so calls between parties stand outside; it refuses before it alters.
   */
  change<T>(alter: (world: World) => T): Promise<T>;
}

/** Keeps a world in this process. The world given stays the one that changes, so tests may look at it directly. */
export const memoryOf = (world: World): Memory => ({
  read: async (look) => look(world),
  change: async (alter) => alter(world),
});
