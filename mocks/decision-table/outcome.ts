import type { Action } from '../../src/domain/action.ts';
import { CAPABILITIES } from '../../src/domain/capability.ts';
import { decide, type Decided, type Estate } from '../../src/domain/decide.ts';
import { buildDate } from '../../src/domain/policies.ts';
import { extensionIn, HOST_VERSION, type Situation, TODAY } from './situation.ts';
import type { Outcome } from './table.ts';

/** The host of the table: it can do everything, and an administrator asks. */
export const TABLE_ESTATE: Estate = {
  today: TODAY,
  hostVersion: HOST_VERSION,
  constraints: 'npm',
  policies: [],
  defaultPolicy: buildDate,
  may: new Set(CAPABILITIES),
  soonDays: 30,
};

/** A situation, decided. */
export function decidedIn(situation: Situation): Decided {
  const extension = extensionIn(situation);
  return { extension, decision: decide(extension, TABLE_ESTATE) };
}

/** A row's button in the table's words. */
export function buttonWords({ extension, decision }: Decided): string {
  const action: Action | null = decision.primary;
  switch (action?.kind) {
    case undefined:
      return 'none';
    case 'update':
      return action.release === extension.releases.at(-1)
        ? 'update to the newest'
        : 'update to the one before';
    case 'roll-back':
      return 'roll back';
    case 'check-again':
      return 'check again';
    case 'contact-vendor':
      return 'contact the vendor';
    case 'release-hold':
      return 'release the hold';
    case 'end-skip':
      return 'offer it again';
    case 'retrieve-keys':
    case 'update-uncovered':
    case 'renew':
    case 'buy':
    case 'try':
    case 'upgrade':
    case 'activate':
      return action.kind;
  }
}

/** What the panel makes of a situation. */
export function outcomeOf(situation: Situation): Outcome {
  const decided = decidedIn(situation);
  const { verdict, group } = decided.decision;
  return { verdict: verdict.kind, group, button: buttonWords(decided) };
}
