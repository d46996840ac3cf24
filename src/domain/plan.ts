import type { Decision } from './decide.ts';
import type { Extension } from './extension.ts';
import type { Release } from './release.ts';
import type { Verdict } from './verdict.ts';

/** One extension a bulk update would take, and how far. */
export interface PlanStep {
  readonly extension: Extension;
  readonly release: Release;
  /** Newer releases exist that this update leaves out, because the license does not cover them. */
  readonly leavesOut: number;
}

/** One extension a bulk update passes over, and the verdict that says why. */
export interface Skipped {
  readonly extension: Extension;
  readonly verdict: Verdict;
}

/** What "Update all" shows before it starts. */
export interface UpdatePlan {
  readonly steps: readonly PlanStep[];
  readonly skipped: readonly Skipped[];
}

/**
 * What "Update all" would do: every row that is ready or covered, and never an uncovered release. Rows that are
 * already up to date are neither; all others are listed as skipped, also a running trial whose update needs another
 * host. One broken row changes nothing for the others.
 */
export function planUpdates(
  rows: readonly { extension: Extension; decision: Decision }[],
): UpdatePlan {
  const steps: PlanStep[] = [];
  const skipped: Skipped[] = [];
  for (const { extension, decision } of rows) {
    const { group, actions, judged } = decision;
    const update = actions.find((action) => action.kind === 'update');
    if (group === 'ready' && update) {
      steps.push({ extension, release: update.release, leavesOut: judged.locked.length });
    } else if (group !== 'fine' || judged.targets.overall !== null) {
      skipped.push({ extension, verdict: decision.verdict });
    }
  }
  return { steps, skipped };
}
