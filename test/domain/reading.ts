import type { Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import type { LicenseState } from '../../src/domain/license.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { type Answer, coverageByHand } from './reading-coverage.ts';
import { type HeldUnder, type HoldAnswer, holdByHand, licenseByHand } from './reading-license.ts';
import { fits, type Known, known } from './reading-release.ts';

/*
 * The licensing rules read a second time, by brute force and without a line of `src`: nothing is sorted, nothing that
 * was decided is remembered.
 */

/** What the rules say about one extension, releases by the text of their version. */
export interface Reading {
  readonly verdict: Verdict['kind'];
  readonly license: LicenseState['kind'];
  readonly hold: HoldAnswer;
  readonly installed: Answer;
  readonly overall: string | null;
  readonly forHost: string | null;
  readonly forHostBy: Answer | null;
  readonly covered: string | null;
  readonly coveredBy: Answer | null;
  /** In the order in which the extension lists its releases. */
  readonly locked: readonly string[];
  readonly undecided: readonly string[];
  readonly skipped: readonly string[];
  readonly wayBack: string | null;
}

/** Which of two releases is newer; `unclear` where nobody can say. */
function age(a: Known, b: Known): 'newer' | 'same' | 'older' | 'unclear' {
  if (a.text === b.text || (a.place !== null && a.place === b.place)) return 'same';
  const [here, there] = a.place === null || b.place === null ? [a.day, b.day] : [a.place, b.place];
  if (here === null || there === null || here === there) return 'unclear';
  return here > there ? 'newer' : 'older';
}

/** The newest of them: by day undated ones come first, then the version settles it, then its text. */
function newest(among: readonly Known[], byVersion: boolean): Known | null {
  const rank = ({ place, day, text }: Known) =>
    byVersion ? [place ?? '', day ?? '', text] : [day ?? '', place ?? '', text];
  const isNewer = (a: Known, b: Known) => {
    const [here, there] = [rank(a), rank(b)];
    const at = here.findIndex((part, index) => part !== there[index]);
    return at >= 0 && (here[at] ?? '') > (there[at] ?? '');
  };
  let found: Known | null = null;
  for (const each of among) if (found === null || isNewer(each, found)) found = each;
  return found;
}

/**
 * What the rules say about an extension.
 *
 * @param under - What its hold was decided under; `null` where it has none, or where that was not kept.
 */
export function reading(of: Extension, on: Estate, under: HeldUnder | null): Reading {
  const installed = known(of.installed);
  const releases = of.releases.map(known);
  const everything = [...releases, installed];
  const ask = (asked: Known, isInstalled = false) =>
    coverageByHand({
      asked,
      isInstalled,
      of,
      releases: everything,
      policy: of.policy ?? on.defaultPolicy.name,
      today: on.today,
    });
  const runs = (each: Known) => fits(each, on.hostVersion);
  const isSkipped = ({ text }: Known) => of.skipped.some(({ version }) => version === text);

  // What is installed without an order is compared by day, and then so are all, be it a pre-release or not.
  const byVersion =
    installed.place !== null && releases.every(({ final, place }) => !final || place !== null);

  const finals = releases.filter(({ final }) => final);
  const unskipped = finals.filter((each) => !isSkipped(each));
  const newer = unskipped.filter((each) => age(each, installed) === 'newer');
  const unclear = unskipped.filter((each) => age(each, installed) === 'unclear');
  const skipped = finals.filter(
    (each) => isSkipped(each) && ['newer', 'unclear'].includes(age(each, installed)),
  );
  const fitting = newer.filter(runs).map((each) => ({ each, by: ask(each) }));
  const which = (kind: string) =>
    fitting.filter(({ by }) => by.startsWith(kind)).map(({ each }) => each);

  const overall = newest(newer, byVersion);
  const forHost = newest(newer.filter(runs), byVersion);
  const covered = newest(which('covered'), byVersion);
  const by = (some: Known | null) => fitting.find(({ each }) => each === some)?.by ?? null;

  const back = finals.filter(
    (each) => age(each, installed) === 'older' && runs(each) && ask(each).startsWith('covered'),
  );
  const ranBefore =
    of.status.kind === 'failed' ? back.find(({ text }) => text === of.previous) : undefined;

  const license = licenseByHand(of.license, on.today);
  const hold = holdByHand(of, on, under);
  const ofInstalled = ask(installed, true);

  const verdict = (): Verdict['kind'] => {
    if (of.status.kind === 'failed') return 'failed';
    if (license === 'unknown') return 'unknown';
    if (license === 'suspended' || license === 'terminated') return 'revoked';
    if (license === 'wrong') return 'license-error';
    if (license === 'evaluation-expired') return 'trial-expired';
    if (license === 'subscription-ended') return 'subscription-ended';
    if (license === 'missing') return 'unlicensed';
    if (ofInstalled.startsWith('uncovered')) return 'mismatch';
    if (license === 'in-grace') return 'payment-due';
    if (hold === 'in-force') return 'held';
    if (license === 'evaluating') return 'trial';
    if (overall === null && unclear.length > 0) return 'unknown';
    if (overall === null) return skipped.length > 0 ? 'held' : 'up-to-date';
    if (forHost === null) return 'needs-newer-host';
    if (license === 'not-needed') return 'free';
    if (covered === forHost) return 'update-ready';
    if (covered !== null) return 'covered-update';
    return by(forHost)?.startsWith('uncovered') === true ? 'needs-renewal' : 'unknown';
  };

  const texts = (some: readonly Known[]) => some.map(({ text }) => text);
  return {
    verdict: verdict(),
    license,
    hold,
    installed: ofInstalled,
    overall: overall?.text ?? null,
    forHost: forHost?.text ?? null,
    forHostBy: by(forHost),
    covered: covered?.text ?? null,
    coveredBy: by(covered),
    locked: texts(which('uncovered')),
    undecided: texts(which('unknown')),
    skipped: texts(skipped),
    wayBack: (ranBefore ?? newest(back, byVersion))?.text ?? null,
  };
}
