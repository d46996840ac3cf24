import type { Action } from './action.ts';
import type { Advisory, Severity } from './advisory.ts';
import type { Decision, Estate } from './decide.ts';
import type { Extension } from './extension.ts';
import { choiceOf, type FlawOutcome, outcomeOf } from './flaw-outcome.ts';
import { waysOut } from './ways-out.ts';

/** A published flaw that concerns an extension, what comes of it, and the ways out. */
export interface Advice {
  readonly advisory: Advisory;
  readonly outcome: FlawOutcome;
  /** Allowed actions, most helpful first. While an administrator's hold is in force none of them is an update. */
  readonly ways: readonly Action[];
}

/** How pressing; a flaw of which its publisher does not say how bad it is may be a bad one. */
const RANK: Record<Severity | 'unstated', number> = {
  critical: 0,
  high: 1,
  unstated: 2,
  moderate: 3,
  low: 4,
};

/**
 * What the published flaws of an extension come to: those that the installed release has, that the covered update or
 * the way back would bring, and those of which nobody can say. The worst first. Never throws.
 */
export function adviseOn(
  extension: Extension,
  decision: Decision,
  estate: Estate,
): readonly Advice[] {
  if (extension.advisories.length === 0) return [];
  const choice = choiceOf(extension, decision, estate);
  return extension.advisories
    .flatMap((advisory): Advice[] => {
      const outcome = outcomeOf(advisory, choice, estate);
      return outcome
        ? [{ advisory, outcome, ways: waysOut(outcome, advisory, choice, estate) }]
        : [];
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ advisory }: Advice): number => RANK[advisory.severity ?? 'unstated'];

const worst = new WeakMap<Decision, Advice | null>();

/**
 * The worst flaw that the installed release has or the next update would bring; `null` = none is known. For a row: found
 * once for each decision.
 *
 * @param estate - The one that the decision was made in.
 */
export function worstAdvisory(
  extension: Extension,
  decision: Decision,
  estate: Estate,
): Advice | null {
  const before = worst.get(decision);
  if (before !== undefined) return before;
  const advice = adviseOn(extension, decision, estate);
  const found = advice.find(({ outcome }) => outcome.kind !== 'way-back-has-it') ?? null;
  worst.set(decision, found);
  return found;
}
