import type { Role } from '../src/domain/capability.ts';
import { bulkUpdate } from './scenarios/bulk-update.ts';
import { craftEstate } from './scenarios/craft-estate.ts';
import { everyVerdict } from './scenarios/every-verdict.ts';
import { forumThread, forumThreadInstalled } from './scenarios/forum-thread.ts';
import { individualOffers } from './scenarios/individual-offers.ts';
import { large } from './scenarios/large.ts';
import { leases } from './scenarios/leases.ts';
import { policies } from './scenarios/policies.ts';
import { arrangeOrders } from './scenarios/started-orders.ts';
import { type Setting, worldOf } from './setting.ts';
import type { World } from './world.ts';

/** What may be chosen about a scenario. */
export interface ScenarioOptions {
  /** The host's day at the start, `YYYY-MM-DD`; each scenario has its own unless given. */
  readonly today?: string;
  /** How many extensions `large` has; 10,000 unless given. */
  readonly n?: number;
  /** Milliseconds a whole install takes. */
  readonly pace?: number;
  /** Who is asking; the demo's administrator unless given. */
  readonly actor?: { readonly id: string; readonly name: string; readonly roles: Role[] };
}

/** Situations worth seeing, named after what they show. */
export const SCENARIOS = {
  /** Twenty real extensions with their 3,000 real releases, on 25 October 2024. */
  'craft-estate': craftEstate,
  /** 1.0 is installed, maintenance ended on 31 March, 1.1 was built on 1 April. */
  'forum-thread': forumThread,
  /** The same after 1.1 was installed anyway. */
  'forum-thread-installed': forumThreadInstalled,
  /** One extension for each of the 17 verdicts, in the order of the rules. */
  'every-verdict': everyVerdict,
  /** Eight updates at once, of which one breaks and one cannot be undone. */
  'bulk-update': bulkUpdate,
  /** Real extensions under each coverage policy, and what vendors give on top. */
  policies,
  /** Months paid, due, in grace, ended, suspended, terminated. */
  leases,
  /** Reports sold for one domain each; one order waits for its payment, one is ready to be delivered. */
  'individual-offers': individualOffers,
  /** Nothing is installed. */
  empty: (): Setting => ({
    asOf: '2025-04-10T09:00:00Z',
    host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
    extensions: [],
  }),
  large: ({ n }: ScenarioOptions) => large(n ?? 10_000),
  /** The store answers nothing but 503. */
  'store-down': (): Setting => ({
    ...individualOffers(),
    faults: [{ party: 'store', call: '*', kind: 'unavailable' }],
  }),
  /** The key administrator takes three minutes to tell the vendor of a payment. */
  'ka-slow': (): Setting => ({ ...individualOffers(), kaDelay: 180_000 }),
} satisfies Record<string, (options: ScenarioOptions) => Setting>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];

/** Whether there is a scenario of that name. */
export const isScenarioName = (name: string): name is ScenarioName =>
  Object.hasOwn(SCENARIOS, name);

/** A fresh world in the situation of that name. */
export function createWorld(scenario: ScenarioName, options: ScenarioOptions = {}): World {
  const world = worldOf(SCENARIOS[scenario](options), scenario, options);
  if (scenario === 'individual-offers') arrangeOrders(world);
  return world;
}
