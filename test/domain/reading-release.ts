import type { Release } from '../../src/domain/release.ts';

/*
 * Versions and constraints read by hand, without a line of `src`: versions become texts that sort, constraints are taken
 * apart by one regular expression. For tests that judge `src`, and so may not ask it.
 */

const padded = (digits: string) => digits.padStart(9, '0');

/**
 * A text that sorts where the version stands; `null` for a version without order.
 *
 * A final release ends in `~`, which comes after every word of a pre-release: `…rc000000015` before `…~`.
 */
export function place(text: string): string | null {
  const [, core, dashed, glued] =
    /^v?(\d+(?:\.\d+)*)(?:-([a-z\d.]+)|([a-z]+\d*))?$/i.exec(text) ?? [];
  if (core === undefined) return null;
  const numbers = core.split('.').map(padded);
  while (numbers.length < 6) numbers.push(padded('0'));
  const word = dashed ?? glued;
  const end = word?.toLowerCase().replaceAll('.', '').replace(/\d+/g, padded);
  return numbers.join('') + (end ?? '~');
}

/**
 * What Composer says to a constraint on a host: `^4.1` and `~4.1` end before 5, `~4.1.2` before 4.2, a single bar means
 * or. `null` = nobody can say.
 */
export function runsOn(host: string, constraint: string | null): boolean | null {
  if (constraint === null || /^[a-z ]*$/i.test(constraint)) return null;
  return constraint.split('|').some((one) => runsOnOne(host, one));
}

function runsOnOne(host: string, constraint: string): boolean {
  if (constraint === '*') return true;
  const [hostMajor, hostMinor] = host.split('.');
  const [, sign, lowest, major, minor, patch] =
    /^([\^~])((\d+)\.(\d+)(\.\d+)?(?:-[a-zA-Z]+\.?\d*)?)$/.exec(constraint) ?? [];
  if (lowest === undefined) throw new Error(`no reading by hand for the constraint ${constraint}`);
  const inLine = hostMajor === major && (sign === '^' || !patch || hostMinor === minor);
  return inLine && (place(host) ?? '') >= (place(lowest) ?? '');
}

/** A release as it is read, once. What is decided about it is not kept. */
export interface Known {
  readonly release: Release;
  readonly text: string;
  readonly final: boolean;
  readonly place: string | null;
  /** Major and minor number in one: 2000001 for `2.1.19`. */
  readonly line: number | null;
  /** `2.1` and `2.1.0`, not `2.1.3`. */
  readonly beginsLine: boolean;
  /** The day it was built, else announced. */
  readonly day: string | null;
  /** The day it was announced, else built. */
  readonly announced: string | null;
  /** Hosts that it was already asked about. */
  readonly hosts: Map<string, boolean | null>;
}

const all = new WeakMap<Release, Known>();

/** Reads a release by hand. */
export function known(release: Release): Known {
  const before = all.get(release);
  if (before) return before;
  const { version, builtOn, publishedOn, prerelease } = release;
  const at = place(version.text);
  const read: Known = {
    release,
    text: version.text,
    final: !prerelease,
    place: at,
    line: at === null ? null : Number(at.slice(0, 9)) * 1_000_000 + Number(at.slice(9, 18)),
    beginsLine: at !== null && /^0*~$/.test(at.slice(18)),
    day: builtOn ?? publishedOn,
    announced: publishedOn ?? builtOn,
    hosts: new Map(),
  };
  all.set(release, read);
  return read;
}

/** Whether it is known to run on a host. */
export function fits({ release, hosts }: Known, host: string): boolean {
  if (!hosts.has(host)) hosts.set(host, runsOn(host, release.requiresHost));
  return hosts.get(host) === true;
}
