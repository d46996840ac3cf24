import type { Advice } from '../domain/advise.ts';
import type { Severity } from '../domain/advisory.ts';
import type { Extension } from '../domain/extension.ts';
import type { FlawOutcome } from '../domain/flaw-outcome.ts';
import type { Release } from '../domain/release.ts';
import type { Weight } from './verdicts.ts';
import type { Words } from './words.ts';

/** How bad a flaw is, in a word. */
export const severityWords = (say: Words, severity: Severity | null): string =>
  say(`advisory.severity.${severity ?? 'unstated'}`);

/** A few words for a row: "Critical flaw", "Flaw in 4.0.48". */
export function advisoryBadge(say: Words, { advisory, outcome }: Advice): string {
  switch (outcome.kind) {
    case 'unknown':
      return say('advisory.badge.unknown');
    case 'update-brings-it':
      return say('advisory.badge.update', { version: outcome.target.version.text });
    case 'fixed-by-update':
    case 'fixed-by-another':
    case 'fix-not-covered':
    case 'fix-needs-other-host':
    case 'no-fix':
    case 'way-back-has-it':
      return say('advisory.badge', { severity: advisory.severity ?? 'other' });
  }
}

/** How serious it looks. */
export function advisoryWeight({ advisory, outcome }: Advice): Weight {
  if (outcome.kind === 'unknown') return 'unknown';
  switch (advisory.severity) {
    case 'critical':
    case 'high':
      return 'bad';
    case 'moderate':
    case null:
      return 'warn';
    case 'low':
      return 'info';
  }
}

/** Who has the flaw, and what comes of it: two sentences at most. */
export function adviceWords(
  say: Words,
  { installed, license }: Pick<Extension, 'installed' | 'license'>,
  { advisory: { affects }, outcome }: Advice,
): string {
  const now = installed.version.text;
  const has = (target: Release | null): string =>
    target === null
      ? say('advisory.installed-has-it', { installed: now })
      : say('advisory.target-still-has-it', { installed: now, target: target.version.text });
  switch (outcome.kind) {
    case 'fixed-by-update':
      return `${has(null)} ${say('advisory.fixed-by-update', { release: outcome.release.version.text })}`;
    case 'fixed-by-another':
      return `${has(outcome.target)} ${say('advisory.fixed-by-update', { release: outcome.release.version.text })}`;
    case 'fix-not-covered':
      return `${has(outcome.target)} ${notCovered(say, outcome, license.kind === 'missing')}`;
    case 'fix-needs-other-host':
      return `${has(outcome.target)} ${otherHost(say, outcome)}`;
    case 'no-fix':
      return `${has(outcome.target)} ${say('advisory.no-fix')}`;
    case 'update-brings-it': {
      const { target, without } = outcome;
      const brings = say('advisory.update-brings-it', {
        installed: now,
        target: target.version.text,
      });
      return without === null
        ? brings
        : `${brings} ${say('advisory.without', { release: without.version.text })}`;
    }
    case 'way-back-has-it':
      return say('advisory.way-back-has-it', {
        installed: now,
        release: outcome.release.version.text,
      });
    case 'unknown': {
      const values = { release: outcome.release.version.text, affects };
      return outcome.because === 'range'
        ? say('advisory.unknown-range', values)
        : say('advisory.unknown-version', values);
    }
  }
}

function notCovered(
  say: Words,
  { fix, coverage }: Extract<FlawOutcome, { kind: 'fix-not-covered' }>,
  isUnlicensed: boolean,
): string {
  const values = { fix: fix.version.text };
  if (isUnlicensed) return say('advisory.fix-unlicensed', values);
  return coverage.kind === 'unknown'
    ? say('advisory.fix-unknown', values)
    : say('advisory.fix-uncovered', values);
}

function otherHost(
  say: Words,
  { fix, fit }: Extract<FlawOutcome, { kind: 'fix-needs-other-host' }>,
): string {
  switch (fit.kind) {
    case 'needs-other-host':
      return say('advisory.fix-other-host', { fix: fix.version.text, host: fit.host });
    case 'unknown':
      return say('advisory.fix-host-unstated', { fix: fix.version.text });
  }
}
