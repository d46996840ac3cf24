import * as fc from 'fast-check';
import { FATES } from '../network.ts';
import { DAMAGES } from '../parties/key-administrator.ts';
import { happens, often, type Steps } from './step.ts';

/** Calls that something can happen to; those that matter most more often. */
const call = fc.constantFrom(
  ...(['save-order', 'save-order', 'fulfill', 'fulfill', 'orders', 'orders'] as const),
  ...(['hand-off', 'cancel-order', 'mint-token'] as const),
);

/** What goes wrong between the panel and its host, and behind the host. */
export const troubleSteps: Steps[] = [
  ...often(
    8,
    happens('fault', fc.tuple(call, fc.constantFrom(...FATES)), ({ network }, [which, fate]) => {
      network.fates.set(which, fate);
    }),
  ),
  happens('cut the vendor off', fc.constantFrom('down', 'lost-after'), ({ outside }, how) =>
    outside.cutOff(how),
  ),
  happens(
    'spoil the next notice',
    fc.constantFrom(...DAMAGES, 'before' as const, 'after' as const),
    ({ outside }, how) => outside.spoilNotice(how),
  ),
  happens('break the next delivery', fc.constantFrom('license', 'install'), ({ outside }, half) =>
    outside.breakDelivery(half),
  ),
];
