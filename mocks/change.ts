import type { Standing } from '../src/domain/license.ts';
import type { Fault } from './faults.ts';
import { addErrand } from './ka/life.ts';
import type { Memory } from './memory.ts';
import { createWorld, type ScenarioName, type ScenarioOptions } from './scenarios.ts';

/** Moves the world's clock on. What became due happens before the next request is answered. */
export const advance = (memory: Memory, ms: number): Promise<void> =>
  memory.change((world) => {
    world.clock.skipped += ms;
  });

/** Lets something go wrong from now on; an earlier fault of the same call is replaced. */
export const setFault = (memory: Memory, fault: Fault): Promise<void> =>
  memory.change((world) => {
    world.faults = world.faults.filter(
      ({ party, call }) => party !== fault.party || call !== fault.call,
    );
    world.faults.push(fault);
  });

/** Everything works again. */
export const clearFaults = (memory: Memory): Promise<void> =>
  memory.change((world) => {
    world.faults = [];
  });

/** Suspends, resumes or terminates a key; hosts learn of it when they ask. The vendor hears of the last one only. */
export const setStanding = (memory: Memory, number: string, standing: Standing): Promise<void> =>
  memory.change((world) => {
    const key = world.ka.keys.find((each) => each.number === number);
    if (!key || key.standing === 'terminated') return;
    key.standing = standing;
    const { endsOn } = key;
    if (standing === 'terminated')
      addErrand(world, { action: 'TERMINATE', key: number, token: null, endsOn });
  });

/** Lets the next installs of an extension fail, and says how that ends; `null` = they work again. */
export const breakInstall = (
  memory: Memory,
  extension: string,
  failure: { readonly reason: string; readonly rolledBack: boolean } | null,
): Promise<void> =>
  memory.change(({ host }) => {
    if (failure) host.broken[extension] = failure;
    else delete host.broken[extension];
  });

/** Forgets everything and starts another scenario, or the same one again. The snapshot goes on growing, as hosts promise. */
export const reset = (
  memory: Memory,
  scenario: ScenarioName,
  options: ScenarioOptions = {},
): Promise<void> =>
  memory.change((world) => {
    const { snapshot } = world.host;
    Object.assign(world, createWorld(scenario, options));
    world.host.snapshot = snapshot + 1;
  });
