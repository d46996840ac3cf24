import type { Decided } from '../../domain/decide.ts';
import { type Fence, FENCE_REASONS, fenceOf, type FenceReason } from '../../domain/fence.ts';

/** An extension that has the switch, and how far automatic updates take it. */
export interface Reach extends Decided {
  readonly fence: Fence;
}

/** Extensions that end for the same reason. */
export interface ReachGroup {
  readonly because: FenceReason;
  readonly reaches: readonly Reach[];
}

/** How far automatic updates take every extension that has the switch, in the order given. */
export const reachesOf = (rows: readonly Decided[]): readonly Reach[] =>
  rows.flatMap(({ extension, decision }) =>
    extension.autoUpdate === null
      ? []
      : [{ extension, decision, fence: fenceOf(extension, decision) }],
  );

/** The same by reason, in the order of the reasons; only those that occur. */
export function groupReaches(reaches: readonly Reach[]): readonly ReachGroup[] {
  const groups = new Map<FenceReason, Reach[]>(FENCE_REASONS.map((because) => [because, []]));
  for (const reach of reaches) groups.get(reach.fence.because)?.push(reach);
  return [...groups].flatMap(([because, found]) =>
    found.length === 0 ? [] : [{ because, reaches: found }],
  );
}

/** Those of which the name holds every word of a search, whatever its case. */
export function searchReaches(reaches: readonly Reach[], search: string): readonly Reach[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return reaches;
  return reaches.filter(({ extension }) => {
    const name = extension.name.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}
