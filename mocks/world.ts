import type { Party } from './calls.ts';
import type { Clock } from './clock.ts';
import { instant, now } from './clock.ts';
import type { Fault } from './faults.ts';
import type { HostState } from './host/state.ts';
import type { KaState } from './ka/state.ts';
import type { ScenarioName, ScenarioOptions } from './scenarios.ts';
import type { StoreState } from './store/state.ts';
import type { VendorState } from './vendor/state.ts';

/** Something one party told another. */
export interface JournalEntry {
  readonly at: string;
  readonly from: Party | 'panel' | 'browser';
  readonly to: Party;
  readonly what: string;
  /** The order's token, or another name of what it was about. */
  readonly about: string;
}

/**
 * Everything the outside parties remember, in one place and as plain JSON.
 *
 *   panel ──▶ host             what is installed, licensed, ordered
 *   browser ──▶ store          the token leaves in the query string
 *   store ──▶ KA ──▶ vendor    the token travels on as ACTIVATION_DATA
 *   host ──▶ vendor            the token comes back as an order
 */
export interface World {
  /** What it was made from, so that it can be made again. */
  scenario: { name: ScenarioName; options: ScenarioOptions };
  clock: Clock;
  /** Milliseconds that a whole install or delivery takes. */
  pace: number;
  host: HostState;
  store: StoreState;
  ka: KaState;
  vendor: VendorState;
  faults: Fault[];
  /** Who told whom what, oldest first; the last {@link JOURNAL_KEPT}. */
  journal: JournalEntry[];
}

export const JOURNAL_KEPT = 500;

/** Writes down that one party told another something. */
export function note(
  world: World,
  from: JournalEntry['from'],
  to: JournalEntry['to'],
  what: string,
  about: string,
): void {
  world.journal.push({ at: instant(now(world)), from, to, what, about });
  if (world.journal.length > JOURNAL_KEPT)
    world.journal.splice(0, world.journal.length - JOURNAL_KEPT);
}
