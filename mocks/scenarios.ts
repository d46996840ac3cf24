import type { Role } from '../src/domain/capability.ts';
import { bulkUpdate } from './scenarios/bulk-update.ts';
import { craftEstate } from './scenarios/craft-estate.ts';
import { everyVerdict } from './scenarios/every-verdict.ts';
import { forumThread, forumThreadInstalled } from './scenarios/forum-thread.ts';
import { individualOffers } from './scenarios/individual-offers.ts';
import { arrangeKeys, keys } from './scenarios/keys.ts';
import { large } from './scenarios/large.ts';
import { leases } from './scenarios/leases.ts';
import { arrangeHalf, liveOffers, verifiedOffers } from './scenarios/orders-told.ts';
import { otherModels } from './scenarios/other-models.ts';
import { policies } from './scenarios/policies.ts';
import { arrangeReturned, returnedLicenses } from './scenarios/returned-licenses.ts';
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
  /** Earlier keys to go back to, a license that is paid and not here yet, one that was bought elsewhere. */
  keys,
  /** Reports sold for one domain each; one order waits for its payment, one is ready to be delivered. */
  'individual-offers': individualOffers,
  /** The same on a host that tells how orders stand as it happens. */
  'live-offers': liveOffers,
  /** The same on a host that makes the tokens itself; nothing is ordered yet. */
  'verified-offers': verifiedOffers,
  /** The order that was ready is delivered by half: its license is made, putting it on the domain failed. */
  'half-delivered': individualOffers,
  /** A single offer, several offers, pay as you go: each ends in an activation code. */
  'other-models': otherModels,
  /** Licenses came back from the store: one to be applied, one that would take something away, one with an error. */
  'returned-licenses': returnedLicenses,
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
  if (scenario === 'individual-offers' || scenario === 'live-offers') arrangeOrders(world);
  if (scenario === 'half-delivered') arrangeHalf(world);
  if (scenario === 'keys') arrangeKeys(world);
  if (scenario === 'returned-licenses') arrangeReturned(world);
  return world;
}
