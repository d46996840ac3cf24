import { coveragesUntil } from './coverage.ts';
import type { Day } from './day.ts';
import type { Decided, Estate } from './decide.ts';
import { hostFitting } from './host-fit.ts';
import type { UpdatePlan } from './plan.ts';
import { type Prospect, prospectOf } from './prospect.ts';
import type { Release } from './release.ts';

/** The heaps of a rehearsal, in the order in which they are told. */
export const PROSPECTS = [
  'fine',
  'update-owned',
  'needs-renewal',
  'no-release',
  'unknown',
  'stopped',
] as const satisfies readonly Prospect['kind'][];

/** An extension with its prospect. */
export interface Rehearsed extends Decided {
  readonly prospect: Prospect;
}

/** A host upgrade gone through in thought, crossed with what every license covers. */
export interface Rehearsal {
  readonly hostVersion: string;
  /** Every extension once, by prospect, in the order given. */
  readonly heaps: Readonly<Record<Prospect['kind'], readonly Rehearsed[]>>;
}

/** Goes through every extension once. Never throws; of a host version without order nothing is known to fit. */
export function rehearse(rows: Iterable<Decided>, estate: Estate, hostVersion: string): Rehearsal {
  const there = hostFitting(hostVersion, estate.constraints);
  const here = hostFitting(estate.hostVersion, estate.constraints);
  const heaps: Record<Prospect['kind'], Rehearsed[]> = {
    fine: [],
    'update-owned': [],
    'needs-renewal': [],
    'no-release': [],
    unknown: [],
    stopped: [],
  };
  for (const { extension, decision } of rows) {
    const prospect = prospectOf({ extension, decision }, estate.today, there, here);
    heaps[prospect.kind].push({ extension, decision, prospect });
  }
  return { hostVersion, heaps };
}

/** The keys of what has to be renewed before it runs there. */
export const keysToRenew = ({ heaps }: Rehearsal): readonly string[] =>
  heaps['needs-renewal'].map(({ extension }) => extension.key);

/**
 * The newest release that a renewal up to `until` would open and that runs there; `null` = renewing alone would not
 * help. A renewal runs from the end of the old period, so after a long lapse it may end before that release was built.
 */
export function openedBy(
  { extension, decision, prospect }: Rehearsed,
  until: Day,
  today: Day,
): Release | null {
  if (prospect.kind !== 'needs-renewal') return null;
  const { of } = coveragesUntil({ ...extension, policy: decision.policy }, until, today);
  return prospect.locked.find((release) => of(release).kind === 'covered') ?? null;
}

/**
 * The updates that can be made before the host is upgraded, as a plan to review. Held ones are passed over, and so are
 * releases that an administrator skipped.
 *
 * @param canName - The host can install any release by name; else only the newest one it would offer itself.
 */
export function planBefore({ heaps }: Rehearsal, canName: boolean): UpdatePlan {
  const steps: UpdatePlan['steps'][number][] = [];
  const skipped: UpdatePlan['skipped'][number][] = [];
  for (const { extension, decision, prospect } of heaps['update-owned']) {
    if (prospect.kind !== 'update-owned' || prospect.when !== 'before') continue;
    const { release } = prospect;
    const { hold, judged, verdict } = decision;
    const offered = canName || release === judged.targets.forHost;
    if (hold !== null || prospect.skipped || !offered) skipped.push({ extension, verdict });
    else steps.push({ extension, release, leavesOut: judged.locked.length });
  }
  return { steps, skipped };
}
