import * as fc from 'fast-check';
import { adminSteps } from './commands/admin.ts';
import { browserSteps } from './commands/browser.ts';
import { partySteps } from './commands/parties.ts';
import { troubleSteps } from './commands/troubles.ts';
import { comesToAnEnd } from './ending.ts';
import type { OutsideMaker } from './outside.ts';
import type { PanelMaker } from './panel.ts';
import { type Setting, World } from './world.ts';

/** How often something happened, over all runs; `runs` is how many there were. */
export type Counts = Record<string, number>;

const settings: fc.Arbitrary<Setting> = fc.record({
  delays: fc.array(fc.constantFrom(20, 20, 20, 60, 60, 400, 2_500, 7_000), {
    minLength: 1,
    maxLength: 6,
  }),
  mints: fc.boolean(),
  sure: fc.constantFrom(true, true, false),
  intervalSeconds: fc.constantFrom(0, 10, 30),
  kaDelay: fc.constantFrom(0, 0, 3_000),
  prepares: fc.constantFrom(0, 0, 0, 0, 4_000, 86_400_000),
});

/** The property: whatever happens, no rule is broken, and every order comes to its end. */
export const orders = (
  panel: PanelMaker,
  outside: OutsideMaker,
  counts: Counts,
  replayPath?: string,
) =>
  fc.asyncProperty(
    settings,
    fc.commands([...adminSteps, ...browserSteps, ...partySteps, ...troubleSteps], {
      maxCommands: 100,
      size: 'medium',
      ...(replayPath !== undefined && { replayPath }),
    }),
    async (setting, commands) => {
      counts['runs'] = (counts['runs'] ?? 0) + 1;
      const world = new World(setting, outside, panel, counts);
      await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
      await comesToAnEnd(world);
    },
  );
