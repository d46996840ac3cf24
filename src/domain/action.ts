import type { Capability } from './capability.ts';
import { runsUnder } from './license.ts';
import type { Release } from './release.ts';
import type { Judged } from './target.ts';
import type { Finding, Verdict } from './verdict.ts';

/** Something the administrator may do with an extension now. The first of a list is the row's button. */
export type Action =
  /** `plain`: covered and newest. `included`: covered, though newer ones are not. `will-not-run`: offered to a stopped extension. */
  | {
      readonly kind: 'update';
      readonly release: Release;
      readonly terms: 'plain' | 'included' | 'will-not-run';
    }
  /** Only through the consent dialog that names the consequence. */
  | {
      readonly kind: 'update-uncovered';
      readonly release: Release;
      readonly because: 'uncovered' | 'unknown';
    }
  /** `in-place`: the host goes back in one step. `reinstall`: it must uninstall and install, in one guided step. */
  | {
      readonly kind: 'roll-back';
      readonly release: Release;
      readonly way: 'in-place' | 'reinstall';
    }
  | { readonly kind: 'renew' }
  | { readonly kind: 'buy' }
  | { readonly kind: 'try' }
  | { readonly kind: 'upgrade' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'contact-vendor' }
  | { readonly kind: 'check-again' }
  /** Ask whether the license that was paid has arrived. */
  | { readonly kind: 'retrieve-keys' }
  | { readonly kind: 'release-hold' }
  /** The skipped release is wanted after all. */
  | { readonly kind: 'end-skip'; readonly release: Release };

/** What the host and this person's role allow. */
export type May = ReadonlySet<Capability>;

type Held = Extract<Verdict, { kind: 'held' }>;

type Terms = (Action & { kind: 'update' })['terms'];

function update(release: Release | null, terms: Terms, may: May): Action[] {
  const able = may.has('install') && (terms !== 'included' || may.has('specificVersion'));
  return release !== null && able ? [{ kind: 'update', release, terms }] : [];
}

/** To the newest covered release; only short of the newest of all must the host be able to name one. */
const updateToCovered = ({ targets: { covered, forHost } }: Judged, may: May): Action[] =>
  update(covered, covered === forHost ? 'plain' : 'included', may);

/** Only a release that is known to be newer and to run here, and whose coverage is the one open question. */
function withConsent({ locked, undecided, targets }: Judged, may: May): Action[] {
  const release = locked[0] === targets.forHost ? locked[0] : undecided[0];
  if (release === undefined || !may.has('install') || !may.has('uncoveredWithConsent')) return [];
  const because = release === locked[0] ? 'uncovered' : 'unknown';
  return [{ kind: 'update-uncovered', release, because }];
}

/** How this host goes back to a release, in one step or in two; `null` where it cannot. */
export function rollBackTo(
  release: Release,
  may: May,
): Extract<Action, { kind: 'roll-back' }> | null {
  if (may.has('rollBack')) return { kind: 'roll-back', release, way: 'in-place' };
  const able = may.has('uninstall') && may.has('install') && may.has('specificVersion');
  return able ? { kind: 'roll-back', release, way: 'reinstall' } : null;
}

function rollBack(release: Release | null, may: May): Action[] {
  const action = release && rollBackTo(release, may);
  return action ? [action] : [];
}

const paid = (kind: 'renew' | 'buy' | 'try' | 'upgrade', may: May): Action[] =>
  may.has('purchase') ? [{ kind }] : [];
const activate = (may: May): Action[] => (may.has('activate') ? [{ kind: 'activate' }] : []);
const releaseHold = (may: May): Action[] => (may.has('hold') ? [{ kind: 'release-hold' }] : []);

const endSkip = ({ scope, release }: Held, may: May): Action[] =>
  scope === 'release' && release !== null && may.has('hold') ? [{ kind: 'end-skip', release }] : [];

/**
 * The one purchase that helps. Renewing is shown whenever the license is ending, ended or unknown: it
 * never vanishes because something is broken.
 */
function purchase({ license }: Finding, may: May): Action[] {
  switch (license.kind) {
    case 'maintained':
    case 'paid':
      return license.endingSoon ? paid('renew', may) : [];
    case 'maintenance-ended':
    case 'in-grace':
    case 'subscription-ended':
    case 'unknown':
      return paid('renew', may);
    case 'evaluating':
    case 'evaluation-expired':
    case 'missing':
    case 'terminated':
      return paid('buy', may);
    case 'wrong':
      return paid('upgrade', may);
    case 'suspended':
      return [{ kind: 'contact-vendor' }];
    case 'not-needed':
    case 'maintained-for-ever':
      return [];
  }
}

/** A mismatch, and a release dated after an end to come, are mended by renewing even where no end is near. */
const renewAnyway = (money: Action[], may: May): Action[] =>
  money.length > 0 ? money : paid('renew', may);

/** A failed extension may be mended by the newest release it owns, or by what a stopped one is offered. */
function retry({ judged, license }: Finding, may: May): Action[] {
  switch (runsUnder(license)) {
    case 'stopped':
      return update(judged.targets.forHost, 'will-not-run', may);
    case 'unknown':
      return [{ kind: 'check-again' }];
    case 'wrong':
      return [];
    case 'runs':
      return updateToCovered(judged, may);
  }
}

function helpful(finding: Finding, may: May): Action[] {
  const { verdict, judged } = finding;
  const money = purchase(finding, may);
  const back = rollBack(judged.wayBack, may);

  switch (verdict.kind) {
    case 'up-to-date':
    case 'needs-newer-host':
      return money;
    case 'update-ready':
    case 'free':
      return [...update(verdict.release, 'plain', may), ...money];
    case 'covered-update':
      return [...update(verdict.release, 'included', may), ...money, ...withConsent(judged, may)];
    case 'needs-renewal':
      return [...renewAnyway(money, may), ...withConsent(judged, may)];
    case 'mismatch':
      // A newer release that does belong to the license (a granted one) mends it without going back.
      return [...updateToCovered(judged, may), ...back, ...renewAnyway(money, may)];
    case 'trial':
      return [...update(verdict.release, 'plain', may), ...money, ...activate(may)];
    case 'payment-due':
      return [...money, ...update(verdict.release, 'plain', may)];
    case 'trial-expired':
    case 'subscription-ended':
      return [...money, ...activate(may), ...update(verdict.release, 'will-not-run', may)];
    case 'revoked':
      return [
        ...money,
        ...(verdict.standing === 'terminated' ? activate(may) : []),
        ...update(judged.targets.forHost, 'will-not-run', may),
      ];
    case 'license-error':
      return [...money, ...activate(may)];
    case 'unlicensed':
      return [
        ...money,
        ...(verdict.trialOffered ? paid('try', may) : []),
        ...activate(may),
        ...update(verdict.release, 'will-not-run', may),
      ];
    case 'held':
      return [...endSkip(verdict, may), ...money];
    case 'failed':
      return [...back, ...retry(finding, may), ...money];
    case 'unknown':
      return [
        { kind: 'check-again' },
        ...money,
        ...(verdict.about === 'release' ? withConsent(judged, may) : []),
      ];
  }
}

const changesVersion = ({ kind }: Action): boolean =>
  kind === 'update' || kind === 'update-uncovered';

/** What an extension sells beside its license is for sale whatever that license is; one *Buy* shows all of it. */
const withOffers = (actions: Action[], sellsOffers: boolean, may: May): Action[] =>
  sellsOffers && !actions.some(({ kind }) => kind === 'buy')
    ? [...actions, ...paid('buy', may)]
    : actions;

/**
 * What may be done, most helpful first. For the license there is never more than one of buy, upgrade, renew and
 * contact; *Buy* may stand beside them where the extension sells offers of its own.
 *
 * While an administrator's hold is in force no update is among them, whatever the verdict; going back is.
 *
 * @param sellsOffers - Something can be bought for it whatever its license.
 */
export function allowedActions(
  finding: Finding,
  may: May,
  sellsOffers: boolean,
): readonly Action[] {
  const actions = withOffers(helpful(finding, may), sellsOffers, may);
  if (finding.hold === null) return actions;
  const kept = actions.filter((action) => !changesVersion(action));
  return finding.verdict.kind === 'held'
    ? [...releaseHold(may), ...kept]
    : [...kept, ...releaseHold(may)];
}

/**
 * The one action a row offers, `null` where nothing is asked of anybody. What is up to date, or waits for another
 * host, is left in peace: renewing it is in its details. What it sells may still be offered. What needs consent is
 * never one press away.
 */
export function primaryAction({ verdict }: Finding, actions: readonly Action[]): Action | null {
  const quiet = verdict.kind === 'up-to-date' || verdict.kind === 'needs-newer-host';
  const offered = actions.filter(({ kind }) =>
    quiet ? kind === 'buy' : kind !== 'update-uncovered',
  );
  return offered[0] ?? null;
}
