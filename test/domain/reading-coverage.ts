import type { CoverageRule } from '../../src/domain/coverage.ts';
import type { Extension } from '../../src/domain/extension.ts';
import type { Known } from './reading-release.ts';

/** Kind and rule: `covered maintenance-end`. */
export type Answer = `${'covered' | 'uncovered' | 'unknown'} ${CoverageRule}`;

/** The one policy of the tests that is a host's own: whatever is a security release. */
export const OWN = 'security-only';

/** The one policy of the tests that fails when it is asked. */
export const FAILING = 'failing';

interface Question {
  readonly asked: Known;
  readonly isInstalled: boolean;
  readonly of: Extension;
  /** Every known release, the installed one among them. */
  readonly releases: readonly Known[];
  /** The policy that goes for this extension, by name. */
  readonly policy: string;
  readonly today: string;
}

function byDay(
  date: string | null,
  end: string,
  inTime: CoverageRule,
  late: CoverageRule = inTime,
): Answer {
  if (date === null) return 'unknown no-date';
  return date <= end ? `covered ${inTime}` : `uncovered ${late}`;
}

/** The day twelve months before another: of a leap day the 28th. */
function yearBefore(end: string): string {
  const day = `${String(Number(end.slice(0, 4)) - 1).padStart(4, '0')}${end.slice(4)}`;
  return day.replace(/-02-29$/, '-02-28');
}

/** Whether a final release of this line, or of one that `may` be meant too, is known to have been there on a day. */
const wasThere = (
  releases: readonly Known[],
  on: string,
  may: (line: number) => boolean,
): boolean =>
  releases.some(
    ({ final, line, day }) => final && day !== null && day <= on && line !== null && may(line),
  );

/**
 * Whether a line that was not seen on a day is known to have begun later. The first release of the line proves that by
 * its own day; where that is missing an older line must be known, so that the list goes back far enough, and every day
 * of this one. A release without a day may have been there unseen.
 */
function beganLater(releases: readonly Known[], line: number): boolean {
  const ofLine = releases.filter((each) => each.final && each.line === line);
  if (ofLine.some(({ beginsLine, day }) => beginsLine && day !== null)) return true;
  const olderIsKnown = releases.some(
    (each) => each.final && each.line !== null && each.line < line,
  );
  return olderIsKnown && ofLine.length > 0 && ofLine.every(({ day }) => day !== null);
}

function byPolicy({ asked, isInstalled, releases, policy, today }: Question, end: string): Answer {
  const { line, day } = asked;
  switch (policy) {
    case 'build-date':
      return byDay(day, end, 'maintenance-end');

    case 'published-or-granted':
      return byDay(asked.announced, end, 'maintenance-end');

    case 'patches-free':
      if (line === null) return byDay(day, end, 'maintenance-end');
      if (wasThere(releases, end, (other) => other === line)) return 'covered line-began-in-time';
      return beganLater(releases, line) ? 'uncovered line-began-late' : 'unknown line-unknown';

    case 'fallback-line': {
      if (today <= end) return 'covered maintained-today';
      const then = yearBefore(end);
      if (line === null) return byDay(day, then, 'fallback-line', 'after-fallback-line');
      if (wasThere(releases, then, (other) => other >= line)) return 'covered fallback-line';
      return beganLater(releases, line) ? 'uncovered after-fallback-line' : 'unknown line-unknown';
    }

    case 'none-after-end':
      if (today <= end) return 'covered maintained-today';
      return isInstalled
        ? byDay(day, end, 'keeps-running', 'maintenance-end')
        : 'uncovered nothing-after-end';

    case 'live-subscription':
      if (today <= end) return 'covered maintained-today';
      return isInstalled ? 'covered keeps-running' : 'uncovered nothing-after-end';

    case OWN:
      return asked.release.security ? 'covered own' : 'uncovered own';

    case FAILING:
      return 'unknown policy-failed';

    default:
      return 'unknown policy-unknown';
  }
}

/** Whether a release belongs to what was bought for its extension, and by which rule. */
export function coverageByHand(question: Question): Answer {
  const { asked, isInstalled, of } = question;
  const { license, securityAlways } = of;
  switch (license.kind) {
    case 'missing':
    case 'unknown':
      return 'unknown no-license';
    case 'not-needed':
      return 'covered no-limit';
    case 'evaluation':
    case 'subscription':
    case 'perpetual': {
      if (isInstalled && license.errors.includes('VERSION_MISMATCH')) return 'uncovered reported';
      const end = license.kind === 'perpetual' ? license.maintenanceEndsOn : null;
      if (end === null) return 'covered no-limit';
      const answer = byPolicy(question, end);
      if (answer.startsWith('covered')) return answer;
      const { grantedTo, security } = asked.release;
      if (grantedTo !== null && grantedTo <= end) return 'covered granted';
      return security && securityAlways ? 'covered security-always' : answer;
    }
  }
}
