import type { Group } from '../../src/domain/group.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { Situation } from './situation.ts';

/** What the panel says and offers: the verdict, the heap it is counted in, and the row's one button. */
export interface Outcome {
  readonly verdict: Verdict['kind'];
  readonly group: Group;
  /** In the words of `buttonWords`; `none` where nothing is asked of anybody. */
  readonly button: string;
}

/** A row of the table. A column that is left out may be anything; several words are "one of". */
export type When = { readonly [C in keyof Situation]?: Situation[C] | readonly Situation[C][] };

/** The first row whose conditions are met says what happens. */
export interface TableRow extends Outcome {
  readonly when: When;
}

const row = (when: When, verdict: Outcome['verdict'], group: Group, button: string): TableRow => ({
  when,
  verdict,
  group,
  button,
});

/* Words that go together. */
const UNLICENSED = ['none', 'none, a trial is offered'] as const;
const REVOKED = ['suspended', 'terminated'] as const;
const RUNNING = ['maintained', 'maintained, ending soon'] as const;
const ENDING = [...RUNNING, 'maintenance ended'] as const;
const UNLIMITED = ['maintained for ever', 'lease paid', 'lease ending soon'] as const;
const BY_DATE = ['build-date', 'published-or-granted', 'patches-free'] as const;
const NOTHING_AFTER = ['none-after-end', 'live-subscription'] as const;
const WHILE_MAINTAINED = ['fallback-line', ...NOTHING_AFTER] as const;
const NOBODY_KNOWS = 'a policy nobody knows';
const INSTALLED_LATE = 'installed 1.1.0 late';
const NIGHTLY = 'a nightly without date or order';
const PATCH = 'patch 1.0.5 late';
const DISPUTED = '1.1.0 built late, published in time';
const BOTH = '1.1.0 in time, 1.2.0 late';
const GIVEN = ['1.1.0 late, granted', '1.1.0 late, security, always given'] as const;
/** One newer release, known to be newer. */
const SINGLE = ['1.1.0 in time', '1.1.0 late', PATCH, '1.1.0 undated', DISPUTED, ...GIVEN] as const;
const NEWER = [...SINGLE, BOTH] as const;
const ALONE = [...SINGLE, NIGHTLY] as const;
const ELSEWHERE = ['needs another host', 'unstated'] as const;
const SKIPPED = 'newest skipped';
/** No hold in force and nothing skipped. */
const FREE = ['none', 'hold is over'] as const;

/** The longer of those sets, by the names under which they are published. */
export const SETS: Readonly<Record<string, readonly string[]>> = {
  'a newer release': NEWER,
  'one newer release': SINGLE,
  'one newer release, or a nightly': ALONE,
  'a gift': GIVEN,
  'maintenance with an end': ENDING,
  'still maintained': RUNNING,
  'no such end': UNLIMITED,
  'by date or line': BY_DATE,
  'everything while maintained': WHILE_MAINTAINED,
  'nothing after the end': NOTHING_AFTER,
  'no hold': FREE,
};

/**
 * What the panel decides, situation by situation. Written by hand from the licensing rules; the tests hold `decide`
 * against it, the stories show each outcome, and `docs/decision-table.md` is printed from it.
 */
export const TABLE: readonly TableRow[] = [
  // What failed is mended first: by the newest older release that belongs to the license, or what else there is.
  row({ status: 'failed', license: 'not known' }, 'failed', 'stopped', 'check again'),
  row(
    { status: 'failed', license: UNLICENSED, dates: NEWER, fit: 'fits', hold: FREE },
    'failed',
    'stopped',
    'update to the newest',
  ),
  row(
    { status: 'failed', license: UNLICENSED, dates: BOTH, fit: 'fits', hold: SKIPPED },
    'failed',
    'stopped',
    'update to the one before',
  ),
  row({ status: 'failed', license: UNLICENSED }, 'failed', 'stopped', 'buy'),
  row(
    {
      status: 'failed',
      license: 'maintenance ended',
      policy: NOTHING_AFTER,
      dates: GIVEN,
      fit: 'fits',
      hold: FREE,
    },
    'failed',
    'stopped',
    'update to the newest',
  ),
  row(
    { status: 'failed', license: 'maintenance ended', policy: NOTHING_AFTER },
    'failed',
    'stopped',
    'renew',
  ),
  row(
    {
      status: 'failed',
      license: [...ENDING, 'reported mismatch'],
      policy: NOBODY_KNOWS,
      dates: GIVEN,
      fit: 'fits',
      hold: FREE,
    },
    'failed',
    'stopped',
    'update to the newest',
  ),
  row(
    {
      status: 'failed',
      license: ['maintained, ending soon', 'maintenance ended'],
      policy: NOBODY_KNOWS,
    },
    'failed',
    'stopped',
    'renew',
  ),
  row(
    {
      status: 'failed',
      license: ['maintained', 'reported mismatch'],
      policy: NOBODY_KNOWS,
      hold: 'held',
    },
    'failed',
    'stopped',
    'release the hold',
  ),
  row(
    { status: 'failed', license: ['maintained', 'reported mismatch'], policy: NOBODY_KNOWS },
    'failed',
    'stopped',
    'none',
  ),
  row(
    {
      status: 'failed',
      license: REVOKED,
      policy: NOBODY_KNOWS,
      dates: NEWER,
      fit: 'fits',
      hold: FREE,
    },
    'failed',
    'stopped',
    'update to the newest',
  ),
  row(
    {
      status: 'failed',
      license: REVOKED,
      policy: NOBODY_KNOWS,
      dates: BOTH,
      fit: 'fits',
      hold: SKIPPED,
    },
    'failed',
    'stopped',
    'update to the one before',
  ),
  row(
    { status: 'failed', license: 'suspended', policy: NOBODY_KNOWS },
    'failed',
    'stopped',
    'contact the vendor',
  ),
  row(
    { status: 'failed', license: 'terminated', policy: NOBODY_KNOWS },
    'failed',
    'stopped',
    'buy',
  ),
  row(
    { status: 'failed', license: 'wrong edition', policy: NOBODY_KNOWS },
    'failed',
    'stopped',
    'upgrade',
  ),
  row({ status: 'failed' }, 'failed', 'stopped', 'roll back'),

  // What the license says keeps it from running, or from being judged.
  row({ license: 'not known' }, 'unknown', 'unknown', 'check again'),
  row({ license: 'wrong edition' }, 'license-error', 'stopped', 'upgrade'),
  row({ license: 'suspended' }, 'revoked', 'stopped', 'contact the vendor'),
  row({ license: 'terminated' }, 'revoked', 'stopped', 'buy'),
  row({ license: 'trial over' }, 'trial-expired', 'stopped', 'buy'),
  row({ license: 'lease ended' }, 'subscription-ended', 'stopped', 'renew'),
  row({ license: UNLICENSED }, 'unlicensed', 'stopped', 'buy'),

  // What is installed does not belong to the license. A newer release that does belong to it mends that without going back.
  row(
    {
      license: 'reported mismatch',
      policy: BY_DATE,
      dates: '1.1.0 in time',
      fit: 'fits',
      hold: FREE,
    },
    'mismatch',
    'needs-renewal',
    'update to the newest',
  ),
  row(
    { license: 'reported mismatch', policy: 'patches-free', dates: PATCH, fit: 'fits', hold: FREE },
    'mismatch',
    'needs-renewal',
    'update to the newest',
  ),
  row(
    {
      license: 'reported mismatch',
      policy: 'published-or-granted',
      dates: DISPUTED,
      fit: 'fits',
      hold: FREE,
    },
    'mismatch',
    'needs-renewal',
    'update to the newest',
  ),
  row(
    { license: 'reported mismatch', dates: GIVEN, fit: 'fits', hold: FREE },
    'mismatch',
    'needs-renewal',
    'update to the newest',
  ),
  row(
    {
      license: 'reported mismatch',
      policy: WHILE_MAINTAINED,
      dates: NEWER,
      fit: 'fits',
      hold: FREE,
    },
    'mismatch',
    'needs-renewal',
    'update to the newest',
  ),
  row(
    {
      license: 'reported mismatch',
      policy: BY_DATE,
      dates: BOTH,
      fit: 'fits',
      hold: [...FREE, SKIPPED],
    },
    'mismatch',
    'needs-renewal',
    'update to the one before',
  ),
  row(
    {
      license: 'reported mismatch',
      policy: WHILE_MAINTAINED,
      dates: BOTH,
      fit: 'fits',
      hold: SKIPPED,
    },
    'mismatch',
    'needs-renewal',
    'update to the one before',
  ),
  row({ license: 'reported mismatch', policy: NOBODY_KNOWS }, 'mismatch', 'needs-renewal', 'renew'),
  row({ license: 'reported mismatch' }, 'mismatch', 'needs-renewal', 'roll back'),
  row(
    { license: ENDING, policy: BY_DATE, dates: INSTALLED_LATE },
    'mismatch',
    'needs-renewal',
    'roll back',
  ),
  row(
    { license: 'maintenance ended', policy: 'fallback-line', dates: INSTALLED_LATE },
    'mismatch',
    'needs-renewal',
    'roll back',
  ),
  row(
    { license: 'maintenance ended', policy: 'none-after-end', dates: INSTALLED_LATE },
    'mismatch',
    'needs-renewal',
    'renew',
  ),

  // What presses, what a person decided, and a trial.
  row({ license: 'lease in grace' }, 'payment-due', 'needs-renewal', 'renew'),
  row({ hold: 'held' }, 'held', 'held', 'release the hold'),
  row(
    { license: 'trial runs', dates: NEWER, fit: 'fits', hold: FREE },
    'trial',
    'ready',
    'update to the newest',
  ),
  row(
    { license: 'trial runs', dates: BOTH, fit: 'fits', hold: SKIPPED },
    'trial',
    'ready',
    'update to the one before',
  ),
  row({ license: 'trial runs' }, 'trial', 'fine', 'buy'),

  // It runs, and nothing presses.
  row({ dates: ['nothing newer', INSTALLED_LATE] }, 'up-to-date', 'fine', 'none'),
  row({ dates: ALONE, hold: SKIPPED }, 'held', 'held', 'offer it again'),
  row({ dates: NIGHTLY }, 'unknown', 'unknown', 'check again'),
  row({ fit: ELSEWHERE }, 'needs-newer-host', 'needs-newer-host', 'none'),
  row(
    { license: 'not needed', dates: BOTH, hold: SKIPPED },
    'free',
    'ready',
    'update to the one before',
  ),
  row({ license: 'not needed' }, 'free', 'ready', 'update to the newest'),
  row(
    { license: UNLIMITED, dates: BOTH, hold: SKIPPED },
    'update-ready',
    'ready',
    'update to the one before',
  ),
  row({ license: UNLIMITED }, 'update-ready', 'ready', 'update to the newest'),

  // Maintenance with an end: the policy says what belongs to the license.
  row({ dates: GIVEN }, 'update-ready', 'ready', 'update to the newest'),
  row({ policy: NOBODY_KNOWS }, 'unknown', 'unknown', 'check again'),
  row(
    { license: RUNNING, policy: WHILE_MAINTAINED, dates: BOTH, hold: SKIPPED },
    'update-ready',
    'ready',
    'update to the one before',
  ),
  row(
    { license: RUNNING, policy: WHILE_MAINTAINED },
    'update-ready',
    'ready',
    'update to the newest',
  ),
  row({ policy: BY_DATE, dates: '1.1.0 in time' }, 'update-ready', 'ready', 'update to the newest'),
  row(
    { policy: BY_DATE, dates: BOTH, hold: SKIPPED },
    'update-ready',
    'ready',
    'update to the one before',
  ),
  row({ policy: BY_DATE, dates: BOTH }, 'covered-update', 'ready', 'update to the one before'),
  row(
    { policy: ['patches-free', 'fallback-line'], dates: PATCH },
    'update-ready',
    'ready',
    'update to the newest',
  ),
  row(
    { policy: 'published-or-granted', dates: DISPUTED },
    'update-ready',
    'ready',
    'update to the newest',
  ),
  row(
    { policy: [...BY_DATE, 'fallback-line'], dates: '1.1.0 undated' },
    'unknown',
    'unknown',
    'check again',
  ),
  row({}, 'needs-renewal', 'needs-renewal', 'renew'),
];

const holds = <W>(wanted: W | readonly W[] | undefined, word: W): boolean =>
  wanted === undefined || (Array.isArray(wanted) ? wanted.includes(word) : wanted === word);

/** Whether a row speaks of a situation. */
export const speaksOf = ({ when }: TableRow, of: Situation): boolean =>
  holds(when.status, of.status) &&
  holds(when.license, of.license) &&
  holds(when.policy, of.policy) &&
  holds(when.dates, of.dates) &&
  holds(when.fit, of.fit) &&
  holds(when.hold, of.hold);

/** The place of the row that decides a situation; -1 when the table forgot it. */
export const rowOf = (of: Situation): number => TABLE.findIndex((each) => speaksOf(each, of));

/** What tells outcomes apart for the person who looks: what is said and what is offered. */
export const outcomeName = ({ verdict, button }: Outcome): string => `${verdict}: ${button}`;
