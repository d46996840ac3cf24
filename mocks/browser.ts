import { setupWorker } from 'msw/browser';
import { advance, breakInstall, clearFaults, reset, setFault } from './change.ts';
import type { Fault } from './faults.ts';
import type { Memory } from './memory.ts';
import { ORIGINS, type Origins } from './origins.ts';
import { partyHandlers } from './parties.ts';
import { createWorld, type ScenarioName, type ScenarioOptions } from './scenarios.ts';
import { sharedMemory } from './shared-memory.ts';
import type { World } from './world.ts';

/** What to start, and with what. */
export interface BrowserWorldOptions extends ScenarioOptions {
  /** Absent = go on with the world found in this browser, or `craft-estate` when there is none. */
  readonly scenario?: ScenarioName;
}

/** A running world, and the hands that reach into it. */
export interface BrowserWorld {
  readonly memory: Memory;
  /** Where the parties are; the host's API is at `apiOf(origins)`. */
  readonly origins: Origins;
  setFault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** Moves the clock on, in milliseconds. */
  advance(ms: number): Promise<void>;
  breakInstall(
    extension: string,
    failure: { reason: string; rolledBack: boolean } | null,
  ): Promise<void>;
  /** Starts over; with the same scenario unless another is named. */
  reset(scenario?: ScenarioName, options?: ScenarioOptions): Promise<void>;
  stop(): void;
}

/** Changes whenever what is stored has another shape, so that an older world is not gone on with. */
const DATABASE = 'upkeep-mocked-world-3';

/** A scenario is about its own day, so a world left behind for a day is not gone on with. */
const KEPT_MS = 86_400_000;

/** The page under which the store's pages are shown; see `checkout/`. */
const STORE_PAGES = 'mocks/checkout/';

/**
 * Starts the outside parties in this page, behind its own `fetch`. The world is shared by all tabs and survives a
 * reload; asking for another scenario, or for other options, starts that one afresh.
 *
 * @throws Error when the browser has no service workers here (they need https or localhost).
 */
export async function startBrowserWorld({
  scenario,
  ...options
}: BrowserWorldOptions = {}): Promise<BrowserWorld> {
  if (!('serviceWorker' in navigator)) {
    throw new Error(
      'The mocked parties need a service worker, which browsers allow on https and localhost only. ' +
        'Open the page on localhost, or run real servers with "npm run backends".',
    );
  }
  const asWanted = JSON.stringify({ name: scenario, options });
  const isRecent = ({ clock }: World) => Date.now() - clock.startedAt < KEPT_MS;
  const memory = await sharedMemory(
    DATABASE,
    () => createWorld(scenario ?? 'craft-estate', options),
    (found) =>
      isRecent(found) && (scenario === undefined || JSON.stringify(found.scenario) === asWanted),
  );
  const base = new URL(import.meta.env.BASE_URL, location.href);
  const origins: Origins = { ...ORIGINS, storePages: new URL(STORE_PAGES, base).href };
  const worker = setupWorker(
    ...partyHandlers({ memory, origins, call: (input, init) => fetch(input, init) }),
  );
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', base).pathname },
  });
  return {
    memory,
    origins,
    setFault: (fault) => setFault(memory, fault),
    clearFaults: () => clearFaults(memory),
    advance: (ms) => advance(memory, ms),
    breakInstall: (extension, failure) => breakInstall(memory, extension, failure),
    async reset(name, other) {
      const now = await memory.read((world) => world.scenario);
      await reset(memory, name ?? now.name, other ?? now.options);
    },
    stop: () => worker.stop(),
  };
}
