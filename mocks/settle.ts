import { autoUpdate, autoUpdateIsDue } from './host/auto-update.ts';
import { hostIsBehind, work } from './host/batch-course.ts';
import { ageKeys, claimAll, kaIsBehind } from './ka/life.ts';
import { tellVendor } from './ka/vendor-call.ts';
import type { Context } from './routes.ts';
import { claimMessages, storeIsBehind } from './store/state.ts';
import { tellKa } from './store/ka-call.ts';
import type { World } from './world.ts';

const isBehind = (world: World): boolean =>
  hostIsBehind(world) || autoUpdateIsDue(world) || storeIsBehind(world) || kaIsBehind(world);

/**
 * Lets happen what the passed time has brought: tasks end, keys age, messages that were due are delivered by real
 * requests. Runs before every call to any party, so nothing needs a timer and everything survives a reload. What is
 * delivered is claimed first, so it is delivered once although the requests themselves come past here again.
 */
export async function settle(context: Context): Promise<void> {
  const { memory } = context;
  if (!(await memory.read(isBehind))) return;
  const { payments, errands } = await memory.change((world) => {
    work(world);
    ageKeys(world);
    autoUpdate(world);
    work(world);
    return { payments: claimMessages(world), errands: claimAll(world) };
  });
  for (const token of payments) await tellKa(context, token);
  for (const errand of errands) await tellVendor(context, errand);
}
