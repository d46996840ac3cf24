import { setupServer } from 'msw/node';
import type { Memory } from './memory.ts';
import { ORIGINS, type Origins } from './origins.ts';
import { partyHandlers } from './parties.ts';

/** The parties behind Node's own `fetch`, for code that cannot be given another; `listen` and `close` it yourself. */
export const nodeWorld = (
  memory: Memory,
  origins: Origins = ORIGINS,
): ReturnType<typeof setupServer> =>
  setupServer(...partyHandlers({ memory, origins, call: (input, init) => fetch(input, init) }));
