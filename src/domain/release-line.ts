import type { Day } from './day.ts';
import { decidingDate, type Release } from './release.ts';

/** A line of versions: `2.1` for 2.1.0, 2.1.19 and every other release of the same major and minor number. */
export interface ReleaseLine {
  readonly name: string;
  /** The earliest known day of its releases, its deciding date; `null` when none is dated. */
  readonly since: Day | null;
  /**
   * Whether that is known to be its first release: its dated `.0` is among the known ones, or an older line is and none
   * of its own releases lacks a date. Hosts send what is newer than the installed release, so of the oldest line the
   * beginning may be missing; an undated release may be older than any dated one.
   */
  readonly whole: boolean;
}

type Numbers = readonly [major: number, minor: number];

const numbersOf = ({ version }: Release): Numbers | undefined =>
  version.kind === 'ordered' ? [version.numbers[0] ?? 0, version.numbers[1] ?? 0] : undefined;

/** Older first. */
const compare = (a: Numbers, b: Numbers): number => a[0] - b[0] || a[1] - b[1];

/** `2.1.0` and `2.1`, not `2.1.3`. */
const isFirst = ({ version }: Release): boolean =>
  version.kind === 'ordered' && version.numbers.slice(2).every((part) => part === 0);

interface Known {
  readonly numbers: Numbers;
  since: Day | null;
  first: boolean;
  undated: boolean;
}

/** The lines of one extension's final releases, asked for by release. */
export interface ReleaseLines {
  /** The line of a release; `undefined` for a version without order. */
  of(release: Release): ReleaseLine | undefined;
  /** Of the lines that existed on a day the newest by number; `undefined` when none is known to. */
  currentOn(day: Day): ReleaseLine | undefined;
  /** Whether the release's line is that one or an older one; `false` without order. */
  isUpTo(release: Release, line: ReleaseLine): boolean;
}

/** Sorts releases into lines, once per extension. Pre-releases begin no line. */
export function releaseLines(releases: readonly Release[]): ReleaseLines {
  const known = new Map<string, Known>();
  let oldest: Numbers | undefined;
  for (const release of releases) {
    const numbers = numbersOf(release);
    if (!numbers || release.prerelease) continue;
    const name = numbers.join('.');
    const line = known.get(name) ?? { numbers, since: null, first: false, undated: false };
    const date = decidingDate(release);
    if (date.kind !== 'unknown' && (line.since === null || date.on < line.since)) {
      line.since = date.on;
    }
    if (date.kind === 'unknown') line.undated = true;
    else line.first ||= isFirst(release);
    known.set(name, line);
    if (!oldest || compare(numbers, oldest) < 0) oldest = numbers;
  }

  const lineOf = (name: string, { numbers, since, first, undated }: Known): ReleaseLine => ({
    name,
    since,
    whole: first || (!undated && oldest !== undefined && compare(numbers, oldest) > 0),
  });

  return {
    of(release) {
      const numbers = numbersOf(release);
      if (!numbers) return undefined;
      const name = numbers.join('.');
      return lineOf(name, known.get(name) ?? { numbers, since: null, first: false, undated: true });
    },
    currentOn(day) {
      let current: readonly [string, Known] | undefined;
      for (const entry of known) {
        const { since, numbers } = entry[1];
        if (since === null || since > day) continue;
        if (!current || compare(numbers, current[1].numbers) > 0) current = entry;
      }
      return current && lineOf(...current);
    },
    isUpTo(release, line) {
      const [numbers, last] = [numbersOf(release), known.get(line.name)?.numbers];
      return numbers !== undefined && last !== undefined && compare(numbers, last) <= 0;
    },
  };
}
