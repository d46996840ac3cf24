import type { Coverage } from '../../src/domain/coverage.ts';
import { decide, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import type { Release } from '../../src/domain/release.ts';
import { textOf } from './given.ts';
import type { Reading } from './reading.ts';
import type { Answer } from './reading-coverage.ts';

const answer = ({ kind, rule }: Coverage): Answer => `${kind} ${rule}`;

/** What the source decides, in the words of the second reading, so that both can be compared. */
export function inWords(of: Extension, on: Estate): Reading {
  const { verdict, license, judged, holdState } = decide(of, on);
  const { targets, installedCoverage, forHostCoverage, coveredBy } = judged;
  const textsIn = (some: readonly Release[]) => {
    const wanted = new Set(some);
    return of.releases.filter((each) => wanted.has(each)).map(({ version }) => version.text);
  };
  return {
    verdict: verdict.kind,
    license: license.kind,
    hold: holdState.kind === 'ended' ? `ended ${holdState.because}` : holdState.kind,
    installed: answer(installedCoverage),
    overall: textOf(targets.overall),
    forHost: textOf(targets.forHost),
    forHostBy: forHostCoverage && answer(forHostCoverage),
    covered: textOf(targets.covered),
    coveredBy: coveredBy && answer(coveredBy),
    locked: textsIn(judged.locked),
    undecided: textsIn(judged.undecided),
    skipped: textsIn(judged.skipped),
    wayBack: textOf(judged.wayBack),
  };
}
