import type { Action } from '../domain/action.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { Decision } from '../domain/decide.ts';
import type { Extension } from '../domain/extension.ts';
import type { Group } from '../domain/group.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { License, LicenseState, WrongLicense } from '../domain/license.ts';
import { decidingDate, type Release } from '../domain/release.ts';
import { coverageWords, dateWords, disputeWords, giftWords } from './coverage.ts';
import type { MessageId, Words } from './words.ts';

/** How serious something is; `ui` gives each a color, words say the rest. */
export type Weight = 'calm' | 'good' | 'info' | 'warn' | 'bad' | 'unknown';

/** A statement: one short sentence, and a second one with the dates behind it. */
export interface Statement {
  readonly title: string;
  readonly detail: string;
  readonly weight: Weight;
}

const WRONG: Record<WrongLicense, MessageId> = {
  ROLE_EXCEEDED: 'license.role-exceeded',
  ROLE_UNDEFINED: 'license.role-undefined',
  USER_MISMATCH: 'license.user-mismatch',
  EDITION_MISMATCH: 'license.edition-mismatch',
  TYPE_MISMATCH: 'license.type-mismatch',
};

/** "built 1 Apr 2025", "published 1 Apr 2025" or that neither is known. */
export const releaseDate = (say: Words, release: Release): string =>
  dateWords(say, decidingDate(release));

/** What is worth saying of an update that is covered: that it is a gift, or which of its dates decided. */
const specialWords = (say: Words, release: Release, coverage: Coverage | null): string =>
  coverage === null ? '' : giftWords(say, release, coverage) || disputeWords(say, coverage);

const targetWords = (say: Words, release: Release, coverage: Coverage | null): string =>
  specialWords(say, release, coverage) || releaseDate(say, release);

/** What a license is worth today, with its date. */
export function licenseWords(
  say: Words,
  license: LicenseState,
): { readonly text: string; readonly weight: Weight } {
  switch (license.kind) {
    case 'not-needed':
      return { text: say('license.not-needed'), weight: 'calm' };
    case 'missing':
      return { text: say('license.missing'), weight: 'warn' };
    case 'unknown':
      return { text: say('license.unknown'), weight: 'unknown' };
    case 'wrong':
      return { text: say(WRONG[license.error]), weight: 'bad' };
    case 'suspended':
      return { text: say('license.suspended'), weight: 'bad' };
    case 'terminated':
      return { text: say('license.terminated'), weight: 'bad' };
    case 'evaluating':
      return {
        text: say('license.evaluating', { day: say.day(license.expiresOn) }),
        weight: 'info',
      };
    case 'evaluation-expired':
      return {
        text: say('license.evaluation-expired', { day: say.day(license.expiredOn) }),
        weight: 'bad',
      };
    case 'maintained':
      return {
        text: say('license.maintained', { day: say.day(license.endsOn) }),
        weight: license.endingSoon ? 'warn' : 'good',
      };
    case 'maintained-for-ever':
      return { text: say('license.maintained-for-ever'), weight: 'good' };
    case 'maintenance-ended':
      // Calm on purpose: it runs for ever and keeps what it covers.
      return {
        text: say('license.maintenance-ended', { day: say.day(license.endedOn) }),
        weight: 'calm',
      };
    case 'paid':
      return {
        text: say('license.paid', { day: say.day(license.through) }),
        weight: license.endingSoon ? 'warn' : 'good',
      };
    case 'in-grace':
      return {
        text: say('license.in-grace', { day: say.day(license.paidThrough) }),
        weight: 'warn',
      };
    case 'subscription-ended':
      return {
        text: say('license.subscription-ended', { day: say.day(license.endedOn) }),
        weight: 'bad',
      };
  }
}

/** The offer of an update to something that does not run. */
const offered = (say: Words, release: Release | null): string =>
  release === null ? '' : say('verdict.will-not-run', { version: release.version.text });

/** How much grace is left, and that the renewal is tried daily where the key administrator does that. */
function graceWords(say: Words, license: License, stopsAfter: Day, left: number): string {
  if (license.kind !== 'subscription' || license.autoRenews !== true)
    return say('verdict.payment-due.detail', { days: left });
  const days = daysBetween(license.paidThrough, stopsAfter);
  return say('verdict.payment-due.tried', { day: days - left, days, left });
}

/** What the panel says about one extension. */
export function verdictWords(
  say: Words,
  extension: Extension,
  decision: Decision,
  hostVersion: string,
): Statement {
  const { verdict, judged } = decision;
  switch (verdict.kind) {
    case 'up-to-date':
      return { title: say('verdict.up-to-date'), detail: '', weight: 'good' };
    case 'update-ready':
      return {
        title: say('verdict.update-ready', { version: verdict.release.version.text }),
        detail: targetWords(say, verdict.release, judged.coveredBy),
        weight: 'info',
      };
    case 'free':
      return {
        title: say('verdict.update-ready', { version: verdict.release.version.text }),
        detail: releaseDate(say, verdict.release),
        weight: 'info',
      };
    case 'covered-update': {
      const { release, locked } = verdict;
      const special = specialWords(say, release, judged.coveredBy);
      const more = locked > 0 ? say('verdict.locked', { count: locked }) : '';
      return {
        title: say('verdict.covered-update', { version: release.version.text }),
        detail: [special, more].filter(Boolean).join(' · ') || releaseDate(say, release),
        weight: 'info',
      };
    }
    case 'needs-renewal':
      return {
        title: say('verdict.needs-renewal', { count: verdict.locked }),
        detail: coverageWords(say, verdict.release, verdict.coverage),
        weight: 'warn',
      };
    case 'mismatch':
      return {
        title: say('verdict.mismatch', { version: extension.installed.version.text }),
        detail: coverageWords(say, extension.installed, verdict.coverage),
        weight: 'bad',
      };
    case 'trial':
      return {
        title: say('verdict.trial', { days: verdict.daysLeft }),
        detail:
          verdict.release === null
            ? ''
            : say('verdict.update-ready', { version: verdict.release.version.text }),
        weight: 'info',
      };
    case 'trial-expired':
      return {
        title: say('verdict.trial-expired'),
        detail: offered(say, verdict.release),
        weight: 'bad',
      };
    case 'payment-due':
      return {
        title: say('verdict.payment-due', { day: say.day(verdict.stopsAfter) }),
        detail: graceWords(say, extension.license, verdict.stopsAfter, verdict.daysLeft),
        weight: 'warn',
      };
    case 'subscription-ended':
      return {
        title: say('verdict.subscription-ended'),
        detail: offered(say, verdict.release),
        weight: 'bad',
      };
    case 'revoked':
      return verdict.standing === 'terminated'
        ? {
            title: say('verdict.terminated'),
            detail: say('verdict.terminated.detail'),
            weight: 'bad',
          }
        : {
            title: say('verdict.suspended'),
            detail: say('verdict.suspended.detail'),
            weight: 'bad',
          };
    case 'license-error':
      return {
        title: say('verdict.license-error'),
        detail: say(WRONG[verdict.error]),
        weight: 'bad',
      };
    case 'unlicensed':
      return {
        title: say('verdict.unlicensed'),
        detail: offered(say, verdict.release) || say('verdict.unlicensed.detail'),
        weight: 'warn',
      };
    case 'needs-newer-host':
      return {
        title: say(verdict.fitUnstated ? 'verdict.fit-unstated' : 'verdict.needs-newer-host', {
          version: verdict.release.version.text,
        }),
        detail: say('verdict.needs-newer-host.detail', {
          requires: verdict.release.requiresHost ?? say('release.unstated'),
          host: hostVersion,
        }),
        weight: 'calm',
      };
    case 'held':
      return {
        title:
          verdict.scope === 'release' && verdict.release !== null
            ? say('verdict.skipped', {
                version: verdict.release.version.text,
                by: verdict.hold.by,
              })
            : say('verdict.held', { by: verdict.hold.by }),
        detail:
          verdict.hold.until === null
            ? verdict.hold.reason
            : say('verdict.held.until', {
                reason: verdict.hold.reason,
                day: say.day(verdict.hold.until),
              }),
        weight: 'calm',
      };
    case 'failed':
      return { title: say('verdict.failed'), detail: verdict.reason, weight: 'bad' };
    case 'unknown':
      return verdict.about === 'license'
        ? { title: say('verdict.unknown-license'), detail: verdict.reason, weight: 'unknown' }
        : {
            title: say('verdict.unknown-coverage', { version: verdict.release.version.text }),
            detail:
              verdict.release === judged.targets.forHost && judged.forHostCoverage !== null
                ? coverageWords(say, verdict.release, judged.forHostCoverage)
                : say('verdict.unknown-coverage.order'),
            weight: 'unknown',
          };
  }
}

/** The words on an action's button. */
export function actionWords(say: Words, action: Action): string {
  switch (action.kind) {
    case 'update':
      return say('action.update', { version: action.release.version.text });
    case 'update-uncovered':
      return say('action.update-uncovered', { version: action.release.version.text });
    case 'roll-back':
      return say('action.roll-back', { version: action.release.version.text });
    case 'renew':
      return say('action.renew');
    case 'buy':
      return say('action.buy');
    case 'try':
      return say('action.try');
    case 'upgrade':
      return say('action.upgrade');
    case 'activate':
      return say('action.activate');
    case 'contact-vendor':
      return say('action.contact-vendor');
    case 'check-again':
      return say('check-again');
    case 'retrieve-keys':
      return say('action.retrieve-keys');
    case 'release-hold':
      return say('action.release-hold');
    case 'end-skip':
      return say('action.end-skip', { version: action.release.version.text });
  }
}

const GROUP: Record<Group, MessageId> = {
  ready: 'group.ready',
  'needs-renewal': 'group.needs-renewal',
  'needs-newer-host': 'group.needs-newer-host',
  held: 'group.held',
  stopped: 'group.stopped',
  unknown: 'group.unknown',
  fine: 'group.fine',
};

/** What a heap of extensions is called. */
export const groupWords = (say: Words, group: Group): string => say(GROUP[group]);
