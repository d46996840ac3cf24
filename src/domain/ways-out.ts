import type { Action } from './action.ts';
import type { Advisory } from './advisory.ts';
import { affected } from './affected.ts';
import type { Coverage } from './coverage.ts';
import type { Estate } from './decide.ts';
import { type Choice, type FlawOutcome, isSkipped } from './flaw-outcome.ts';
import type { Release } from './release.ts';

const CONTACT: Action = { kind: 'contact-vendor' };

/** What helps about a license, by the names of its actions. */
const ABOUT_LICENSE: readonly Action['kind'][] = [
  'check-again',
  'retrieve-keys',
  'renew',
  'buy',
  'upgrade',
  'activate',
];

/** What may be done about it: of the extension's own actions those that help, and the fix by its name. */
export function waysOut(
  outcome: FlawOutcome,
  { affects }: Advisory,
  choice: Choice,
  { may, constraints }: Estate,
): readonly Action[] {
  const { actions, hold, group, judged, license } = choice.decision;
  const offeredUpdate = (to: Release) =>
    actions.filter((action) => action.kind === 'update' && action.release === to);
  const releaseHold = actions.filter(({ kind }) => kind === 'release-hold');
  const back = actions.filter(
    (action) =>
      action.kind === 'roll-back' &&
      affected(action.release.version, affects, constraints) === 'not-affected',
  );
  // What is stopped, or of unknown standing, is offered what its row offers and nothing else.
  const free = group !== 'stopped' && license.kind !== 'unknown' && may.has('install');

  function update(to: Release): readonly Action[] {
    if (hold !== null) return releaseHold;
    if (isSkipped(choice, to)) return may.has('hold') ? [{ kind: 'end-skip', release: to }] : [];
    const offered = offeredUpdate(to);
    if (offered.length > 0 || !free || !may.has('specificVersion')) return offered;
    return [{ kind: 'update', release: to, terms: 'included' }];
  }

  function renew({ kind }: Coverage): readonly Action[] {
    const offered = actions.filter((action) => ABOUT_LICENSE.includes(action.kind));
    // It helps also where the row has no other reason to speak of it.
    const helps = offered.length === 0 && kind === 'uncovered' && may.has('purchase');
    return helps ? [{ kind: 'renew' }] : offered;
  }

  function installAnyway(fix: Release, { kind }: Coverage): readonly Action[] {
    if (hold !== null) return releaseHold;
    const offered = offeredUpdate(fix);
    const named = fix === judged.targets.forHost || may.has('specificVersion');
    if (offered.length > 0 || !free || !named || kind === 'covered') return offered;
    return may.has('uncoveredWithConsent')
      ? [{ kind: 'update-uncovered', release: fix, because: kind }]
      : [];
  }

  switch (outcome.kind) {
    case 'fixed-by-update':
    case 'fixed-by-another':
      return [...update(outcome.release), ...back];
    case 'fix-not-covered': {
      const { fix, coverage } = outcome;
      return [...renew(coverage), ...back, ...installAnyway(fix, coverage), CONTACT];
    }
    case 'fix-needs-other-host':
    case 'no-fix':
      return [...back, CONTACT];
    case 'update-brings-it':
      return outcome.without === null ? [] : update(outcome.without);
    case 'way-back-has-it':
      return [];
    case 'unknown':
      return [CONTACT];
  }
}
