import { type Action, allowedActions, type May, primaryAction } from './action.ts';
import type { CoveragePolicy } from './coverage.ts';
import type { Day } from './day.ts';
import type { Extension } from './extension.ts';
import { type Group, groupOf } from './group.ts';
import type { ConstraintSyntax } from './host-fit.ts';
import { POLICIES, unknownPolicy } from './policies.ts';
import { find, type Finding } from './verdict.ts';

/** What is the same for every extension of a host on one day. */
export interface Estate {
  readonly today: Day;
  readonly hostVersion: string;
  readonly constraints: ConstraintSyntax;
  /**
   * The host's own policies, asked before the six of {@link POLICIES}. Of a name that is in neither nobody can say what
   * it covers.
   */
  readonly policies: readonly CoveragePolicy[];
  /** Judges extensions that declare none. */
  readonly defaultPolicy: CoveragePolicy;
  readonly may: May;
  readonly soonDays: number;
}

/** Everything the panel may show or do for one extension. Nothing in the interface decides anything else. */
export interface Decision extends Finding {
  readonly group: Group;
  /** Allowed actions, most helpful first. */
  readonly actions: readonly Action[];
  /** The one of them a row offers; `null` where nothing is asked of anybody. */
  readonly primary: Action | null;
  /** The policy that judged. */
  readonly policy: CoveragePolicy;
}

function policyOf(declared: string | null, { policies, defaultPolicy }: Estate): CoveragePolicy {
  if (declared === null) return defaultPolicy;
  const isDeclared = ({ name }: CoveragePolicy) => name === declared;
  return policies.find(isDeclared) ?? POLICIES.find(isDeclared) ?? unknownPolicy(declared);
}

/**
 * Decides what the panel may show and do for an extension.
 *
 * @param extension - With its installed release and every release needed to decide.
 * @param estate - The host's version and date, what it can do and what the person asking may do.
 * @returns The verdict, its three targets, its license state and the allowed actions in order. Never throws.
 */
export function decide(extension: Extension, estate: Estate): Decision {
  const policy = policyOf(extension.policy, estate);
  const { today, hostVersion, constraints, soonDays } = estate;
  const finding = find(extension, { today, hostVersion, constraints, soonDays, policy });
  const { verdict, license, judged, hold, holdState } = finding;
  const group = groupOf(verdict);
  const actions = allowedActions(finding, estate.may, extension.sellsOffers);
  // Member by member: spreading the finding would cost as much as all the judging.
  return {
    verdict,
    license,
    judged,
    hold,
    holdState,
    policy,
    group,
    actions,
    primary: primaryAction(finding, actions),
  };
}

/** An extension together with what was decided about it. */
export interface Decided {
  readonly extension: Extension;
  readonly decision: Decision;
}
