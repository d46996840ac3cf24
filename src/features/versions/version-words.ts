import type { Obstacle, Outcome, VersionChoice } from '../../domain/version-choice.ts';
import { coverageWords, dateWords, disputeWords } from '../../messages/coverage.ts';
import { actionWords } from '../../messages/verdicts.ts';
import type { Words } from '../../messages/words.ts';

/** Both dates where they differ, so that whoever compares finds them. */
export function datesWords(say: Words, { release }: VersionChoice): string {
  const { builtOn, publishedOn } = release;
  const dates = [
    ...(builtOn === null ? [] : [dateWords(say, { kind: 'built', on: builtOn })]),
    ...(publishedOn === null || publishedOn === builtOn
      ? []
      : [dateWords(say, { kind: 'published', on: publishedOn })]),
  ];
  return dates.length === 0 ? dateWords(say, { kind: 'unknown' }) : dates.join(' · ');
}

/** Whether the license covers it. By the end of maintenance in short: the dates stand beside it already. */
export function coveredWords(say: Words, { release, coverage }: VersionChoice): string {
  const { kind, rule, boundary } = coverage;
  if (rule !== 'maintenance-end' || boundary === undefined) {
    return coverageWords(say, release, coverage);
  }
  const id = kind === 'covered' ? 'versions.covered' : 'versions.not-covered';
  const sentence = say(id, { day: say.day(boundary) });
  const dispute = disputeWords(say, coverage);
  return dispute === '' ? sentence : say('coverage.and', { sentence, dispute });
}

/** Whether it runs on this host, or which one it needs. */
export function fitWords(say: Words, { fit }: VersionChoice): string {
  switch (fit.kind) {
    case 'fits':
      return say('versions.fits');
    case 'needs-other-host':
      return say('releases.requires', { requires: fit.requires, host: fit.host });
    case 'unknown':
      return say('releases.fit-unknown');
  }
}

/** Why it cannot be chosen, beyond what its host and license say already; empty where those say it all. */
export function obstacleWords(say: Words, obstacle: Obstacle, version: string): string {
  switch (obstacle.because) {
    case 'other-host':
    case 'host-unknown':
      return '';
    case 'held':
      return say('verdict.held', { by: obstacle.by });
    case 'skipped':
      return say('verdict.skipped', { version, by: obstacle.by });
    case 'uncovered-not-allowed':
      return say('versions.uncovered-not-allowed');
    case 'older-uncovered':
      return say('versions.older-uncovered');
    case 'not-allowed':
      return say('versions.not-allowed');
    case 'no-way-back':
      return say('versions.no-way-back');
  }
}

/** What there is to know beside coverage and host; empty where there is nothing. */
export function outcomeWords(say: Words, { outcome, release }: VersionChoice): string {
  const version = release.version.text;
  if (outcome.kind === 'refused') return obstacleWords(say, outcome.obstacle, version);
  return outcome.kind === 'install' && !outcome.runs
    ? say('verdict.will-not-run', { version })
    : '';
}

/** The deed by its name, for the button that does it; `null` where nothing can be done. */
export function deedWords(say: Words, outcome: Outcome, version: string): string | null {
  switch (outcome.kind) {
    case 'installed':
    case 'refused':
      return null;
    case 'install':
      return say('versions.install', { version });
    case 'roll-back':
      return say('versions.go-back', { version });
    case 'consent':
      return actionWords(say, outcome.action);
  }
}
