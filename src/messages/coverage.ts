import type { Coverage } from '../domain/coverage.ts';
import type { Day } from '../domain/day.ts';
import type { DecidingDate, Release } from '../domain/release.ts';
import type { Words } from './words.ts';

/** "built 1 Apr 2025", "published 1 Apr 2025" or that neither is known. */
export function dateWords(say: Words, date: DecidingDate): string {
  switch (date.kind) {
    case 'built':
      return say('release.built', { day: say.day(date.on) });
    case 'published':
      return say('release.published', { day: say.day(date.on) });
    case 'unknown':
      return say('release.undated');
  }
}

/** The date that was overruled, and which one decided; empty where the two agree. */
export function disputeWords(say: Words, { date, overruled }: Coverage): string {
  if (overruled === undefined) return '';
  return date.kind === 'built'
    ? say('coverage.disputed.built', { built: say.day(date.on), published: say.day(overruled) })
    : say('coverage.disputed.published', {
        built: say.day(overruled),
        published: date.kind === 'published' ? say.day(date.on) : '',
      });
}

/** What the vendor gives although its rule would not: named as the gift it is; empty for all else. */
export function giftWords(say: Words, release: Release, { rule, boundary }: Coverage): string {
  const security = release.security ? 'yes' : 'no';
  if (rule === 'granted' && boundary !== undefined) {
    return say('coverage.granted', { security, day: say.day(boundary) });
  }
  return rule === 'security-always' ? say('coverage.security-always') : '';
}

/** Whether a release belongs to the license, and by which rule and which dates: one sentence without a full stop. */
export function coverageWords(say: Words, release: Release, coverage: Coverage): string {
  const sentence = ruleWords(say, release, coverage);
  const dispute = disputeWords(say, coverage);
  return dispute === '' ? sentence : say('coverage.and', { sentence, dispute });
}

function ruleWords(say: Words, release: Release, coverage: Coverage): string {
  const { kind, rule, date, line, boundary } = coverage;
  const version = release.version.text;
  const dated = dateWords(say, date);
  const on = (day: Day | null | undefined) => (day ? say.day(day) : say('release.unstated'));
  const day = on(boundary);
  const about = { version, dated, day, line: line?.name ?? version, since: on(line?.since) };

  switch (rule) {
    case 'maintenance-end':
      return kind === 'covered'
        ? say('coverage.in-time', about)
        : say('verdict.not-covered', { version, dated, ended: day });
    case 'maintained-today':
      return say('coverage.maintained-today');
    case 'nothing-after-end':
      return say('coverage.nothing-after-end', about);
    case 'keeps-running':
      return say('coverage.keeps-running', about);
    case 'line-began-in-time':
      return say('coverage.line-began-in-time', about);
    case 'line-began-late':
      return say('coverage.line-began-late', about);
    case 'line-unknown':
      return say('coverage.line-unknown', about);
    case 'fallback-line':
      return say('coverage.fallback-line', about);
    case 'after-fallback-line':
      return say('coverage.after-fallback-line', about);
    case 'granted':
    case 'security-always':
      return giftWords(say, release, coverage);
    case 'no-limit':
      return say('coverage.no-limit');
    case 'no-date':
      return say('coverage.no-date', about);
    case 'no-license':
      return say('coverage.no-license', about);
    case 'own':
      return coverage.words ?? say(OWN[kind], about);
    case 'policy-unknown':
      return say('coverage.policy-unknown', about);
    case 'policy-failed':
      return say('coverage.policy-failed', about);
    case 'reported':
      return say('verdict.mismatch.reported');
  }
}

const OWN = {
  covered: 'coverage.own.covered',
  uncovered: 'coverage.own.uncovered',
  unknown: 'coverage.own.unknown',
} as const;
