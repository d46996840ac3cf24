import type { Inventory } from '../backend/backend.ts';
import type { Session } from '../backend/session.ts';
import { permitted } from '../domain/capability.ts';
import type { CoveragePolicy } from '../domain/coverage.ts';
import { dayOf } from '../domain/day.ts';
import { decide, type Decided, type Estate } from '../domain/decide.ts';
import type { Extension } from '../domain/extension.ts';
import { buildDate } from '../domain/policies.ts';

/** From how many days before its end a license counts as ending soon, unless the host says otherwise. */
export const SOON_DAYS = 30;

/** What the embedding host decides about deciding. */
export interface EstateOptions {
  /** Its own policies, asked before those every panel knows. */
  readonly policies: readonly CoveragePolicy[];
  /** Judges extensions that declare none; `build-date` unless given. */
  readonly defaultPolicy?: CoveragePolicy | undefined;
  readonly soonDays: number;
}

/** What the host, its date, its policies and this person's rights come to. */
export function estateOf(
  session: Session,
  inventory: Inventory,
  { policies, defaultPolicy = buildDate, soonDays }: EstateOptions,
): Estate {
  // The later of two answers knows the date better; the list may be unchanged for days (304).
  const asked = dayOf(session.asOf, session.vendorZone);
  return {
    today: asked > inventory.today ? asked : inventory.today,
    hostVersion: inventory.hostVersion,
    constraints: inventory.constraints,
    policies,
    defaultPolicy,
    may: permitted(session.capabilities, session.actor.roles),
    soonDays,
  };
}

const sameEstate = (a: Estate, b: Estate): boolean =>
  a.today === b.today &&
  a.hostVersion === b.hostVersion &&
  a.constraints === b.constraints &&
  a.soonDays === b.soonDays &&
  a.defaultPolicy === b.defaultPolicy &&
  a.policies.length === b.policies.length &&
  a.policies.every((policy, at) => policy === b.policies[at]) &&
  a.may.size === b.may.size &&
  [...a.may].every((capability) => b.may.has(capability));

/** Decides for a whole inventory, again only for the extensions that changed. */
export interface Deciding {
  decide(extensions: readonly Extension[], estate: Estate): readonly Decided[];
}

export function deciding(): Deciding {
  let known = new WeakMap<Extension, Decided>();
  let standing: Estate | undefined;
  return {
    decide(extensions, estate) {
      if (!standing || !sameEstate(standing, estate)) {
        known = new WeakMap();
        standing = estate;
      }
      return extensions.map((extension) => {
        const before = known.get(extension);
        if (before) return before;
        const decided = { extension, decision: decide(extension, estate) };
        known.set(extension, decided);
        return decided;
      });
    },
  };
}
