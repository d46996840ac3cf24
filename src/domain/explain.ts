import type { Coverage } from './coverage.ts';
import type { Decision, Estate } from './decide.ts';
import type { Extension } from './extension.ts';
import { hostFit } from './host-fit.ts';
import type { License } from './license.ts';
import { type DecidingDate, decidingDate, type Release } from './release.ts';
import type { Verdict } from './verdict.ts';

/** What a fact is about, in the order in which facts are shown. */
export const FACT_NAMES = [
  /** The host's date, by which the license was judged. */
  'today',
  'host-version',
  /** Whether the extension is `enabled`, `disabled` or `failed`. */
  'status',
  /** The coverage policy that judged. */
  'policy',
  'license-kind',
  /** Where the license stands today: the word of its state. */
  'license-state',
  /** What the vendor reports as wrong with the license. */
  'license-errors',
  /** Last day on which a release may be built and belong to the license. */
  'maintenance-end',
  /** Last day of an evaluation. */
  'evaluation-end',
  'paid-through',
  /** Last day of a lease's grace period. */
  'runs-through',
  'installed',
  'installed-built',
  'installed-published',
  /** `covered`, `uncovered` or `unknown`, and by which rule: `covered (maintenance-end)`. */
  'installed-coverage',
  /** `date` when some version has no order, so that the releases went by date. */
  'order',
  'newest',
  /** The newest release's constraint on the host, when this host is not known to meet it. */
  'newest-needs-host',
  'newest-for-host',
  'newest-for-host-coverage',
  /** Which date decided about it: `built` or `published`. */
  'newest-for-host-decided-by',
  'newest-for-host-date',
  'newest-covered',
  'newest-covered-date',
  /** How many newer releases fit the host and not the license. */
  'locked',
  /** How many newer releases fit the host and have nothing to judge them by. */
  'undecided',
  /** Where a roll back goes. */
  'way-back',
  /** Last day of the hold, or `until-released`. */
  'held-until',
  /** A hold that ended by itself: `day`, `host` or `license` changed. */
  'hold-ended',
  /** Single releases an administrator skipped. */
  'skipped',
  /** The line of versions that decided, and since when it is: `2.1 (2023-03-14)`. */
  'decisive-line',
  /** The day that the deciding date was compared with, where it is not the end of maintenance itself. */
  'decisive-day',
  /** The release whose two dates lie on different sides of that day, with both and which one decided. */
  'dates-disagree',
] as const;
/** What one fact is about. */
export type FactName = (typeof FACT_NAMES)[number];

/** One input of a decision, as plain text: a version, a day, a word of a closed list. */
export interface Fact {
  readonly name: FactName;
  readonly value: string;
}

/**
 * Why a verdict is what it is: the rule, its inputs and the dates that decided, as data. Words for people come from
 * the message catalog.
 */
export interface Explanation {
  readonly rule: Verdict['kind'];
  /** The release whose coverage decided: the newest for this host; without one, or in a mismatch, the installed one. */
  readonly about: Release;
  /** Why that release does or does not belong to the license, with the dates that decided. */
  readonly coverage: Coverage;
  /** In the order of {@link FACT_NAMES}; what is absent is left out. */
  readonly facts: readonly Fact[];
}

const onOf = (date: DecidingDate | undefined): string | null =>
  date === undefined || date.kind === 'unknown' ? null : date.on;

const decidedBy = (date: DecidingDate | undefined): string | null =>
  date === undefined || date.kind === 'unknown' ? null : date.kind;

const dateOf = (release: Release): string | null => onOf(decidingDate(release));

const versionOf = (release: Release | null): string | null => release && release.version.text;
const count = (releases: readonly Release[]): string | null =>
  releases.length === 0 ? null : String(releases.length);

function licenseFacts(license: License): Partial<Record<FactName, string | null>> {
  switch (license.kind) {
    case 'not-needed':
    case 'missing':
    case 'unknown':
      return {};
    case 'evaluation':
      return { 'evaluation-end': license.expiresOn };
    case 'perpetual':
      return { 'maintenance-end': license.maintenanceEndsOn };
    case 'subscription':
      return { 'paid-through': license.paidThrough, 'runs-through': license.runsThrough };
  }
}

type Spoken = readonly [Release | null, Coverage | null];

/** Of the releases a verdict speaks of, the first whose two dates tell different stories. */
function disagreement(spoken: readonly Spoken[]): string | null {
  for (const [release, coverage] of spoken) {
    if (!release || !coverage?.overruled) continue;
    const { builtOn, publishedOn, version } = release;
    return `${version.text}: built ${builtOn}, published ${publishedOn}; ${coverage.date.kind} decides`;
  }
  return null;
}

/** The day compared with, where it is not the end of maintenance, which is told anyway. */
function elsewhere({ boundary }: Coverage, license: License): string | null {
  const end = license.kind === 'perpetual' ? license.maintenanceEndsOn : null;
  return boundary === undefined || boundary === end ? null : boundary;
}

const lineOf = ({ line }: Coverage): string | null =>
  line ? `${line.name} (${line.since ?? 'undated'})` : null;

/**
 * Explains a decision.
 *
 * The facts are copied into support tickets, so they hold no license number, key, token, address or name of a
 * person, and none of the free text (reasons) that the host or an administrator wrote.
 *
 * @param extension - What was decided about.
 * @param decision - What {@link decide} said about it.
 * @param estate - What it was decided with.
 */
export function explain(extension: Extension, decision: Decision, estate: Estate): Explanation {
  const { installed, license } = extension;
  const { verdict, judged, policy, hold, holdState } = decision;
  const { overall, forHost, covered } = judged.targets;
  const ofNewest = judged.forHostCoverage;
  const ofInstalled = verdict.kind === 'mismatch' || !forHost || !ofNewest;
  const decisive = ofInstalled ? judged.installedCoverage : ofNewest;
  const fit = overall && hostFit(overall.requiresHost, estate.hostVersion, estate.constraints);

  const known: Partial<Record<FactName, string | null>> = {
    today: estate.today,
    'host-version': estate.hostVersion,
    status: extension.status.kind,
    policy: extension.securityAlways ? `${policy.name}, security releases always` : policy.name,
    'license-kind': license.kind,
    'license-state': decision.license.kind,
    'license-errors': 'errors' in license ? license.errors.join(', ') : null,
    ...licenseFacts(license),
    installed: installed.version.text,
    'installed-built': installed.builtOn,
    'installed-published': installed.publishedOn,
    'installed-coverage': `${judged.installedCoverage.kind} (${judged.installedCoverage.rule})`,
    order: judged.order === 'date' ? 'date' : null,
    newest: versionOf(overall),
    'newest-needs-host': fit && fit.kind !== 'fits' ? fit.requires : null,
    'newest-for-host': versionOf(forHost),
    'newest-for-host-coverage': ofNewest && `${ofNewest.kind} (${ofNewest.rule})`,
    'newest-for-host-decided-by': decidedBy(ofNewest?.date),
    'newest-for-host-date': forHost && dateOf(forHost),
    'newest-covered': versionOf(covered),
    'newest-covered-date': covered && dateOf(covered),
    locked: count(judged.locked),
    undecided: count(judged.undecided),
    'way-back': versionOf(judged.wayBack),
    'held-until': hold && (hold.until ?? 'until-released'),
    'hold-ended': holdState.kind === 'ended' ? holdState.because : null,
    skipped: extension.skipped.map(({ version }) => version).join(', '),
    'decisive-line': lineOf(decisive),
    'decisive-day': elsewhere(decisive, license),
    'dates-disagree': disagreement([
      [installed, judged.installedCoverage],
      [forHost, ofNewest],
      [covered, judged.coveredBy],
    ]),
  };
  const facts = FACT_NAMES.flatMap((name) => {
    const value = known[name] ?? '';
    return value === '' ? [] : [{ name, value }];
  });
  return {
    rule: verdict.kind,
    about: ofInstalled ? installed : forHost,
    coverage: decisive,
    facts,
  };
}
