import type { ConstraintSyntax } from './host-fit.ts';
import { compareVersions, isPrerelease, version, type Version } from './version.ts';

type Ordered = Extract<Version, { kind: 'ordered' }>;

type Sign = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** One side of a range. */
interface Bound {
  readonly sign: Sign;
  readonly at: Version;
}

/**
 * A set of versions: those that keep all bounds of at least one alternative. An alternative without bounds is every
 * version.
 *
 * Constraints of hosts are read by `semver` in `host-fit`; this is for versions of extensions, which have as many parts
 * as their vendor likes: `<4.23.0.1`.
 */
export type VersionRange = readonly (readonly Bound[])[];

/** What stands after a sign: a version, or its first parts and a wildcard (`4.*`, `4.x`). */
const NAMED = /^v?(\d+(?:\.\d+)*)(?:((?:\.[*x])+)|(-[\w.-]+|(?:alpha|beta|rc|dev|a|b)[.-]?\d*)?)$/i;
const TERM = /^(>=|<=|==|!=|<>|[<>=^~])?(.+)$/;
const ANY = /^[*x]$/i;
const BETWEEN = /^(\S+)\s+-\s+(\S+)$/;

/** The place right before all pre-releases of these numbers. */
const before = (numbers: readonly number[]): Version => version(`${numbers.join('.')}-0`);

/** Right before the next version that differs in the last of these numbers: `[4, 1]` = before all of 4.2. */
const beforeNext = (numbers: readonly number[]): Version =>
  before([...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + 1]);

/** The numbers within which `^` stays: up to the first that is not zero, or all that are named. */
function caretLine({ numbers }: Ordered): readonly number[] {
  const at = numbers.slice(0, 3).findIndex((number) => number !== 0);
  return numbers.slice(0, at < 0 ? Math.min(numbers.length, 3) : at + 1);
}

/** The numbers within which `~` stays: Composer lets the last named one grow, npm the third. */
const tildeLine = ({ numbers }: Ordered, syntax: ConstraintSyntax): readonly number[] =>
  numbers.slice(0, syntax === 'composer' ? Math.max(numbers.length - 1, 1) : 2);

interface Named {
  readonly at: Ordered;
  /** Stands for all versions that begin with its numbers. */
  readonly whole: boolean;
}

function named(text: string, syntax: ConstraintSyntax): Named | undefined {
  const [, numbers, wild, tail = ''] = NAMED.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  const at = version(numbers + tail);
  if (at.kind === 'unordered' || !at.numbers.every(Number.isSafeInteger)) return undefined;
  // In npm's words a version with fewer than three parts is a wildcard too.
  return { at, whole: wild !== undefined || (syntax === 'npm' && at.numbers.length < 3) };
}

/** Where a lower bound stands: Composer counts the pre-releases of a final version in, npm does so for a whole line. */
const from = ({ at, whole }: Named, syntax: ConstraintSyntax): Version =>
  whole || (syntax === 'composer' && !isPrerelease(at)) ? before(at.numbers) : at;

function termBounds(term: string, syntax: ConstraintSyntax): readonly Bound[] | undefined {
  const [, sign = '', text = ''] = TERM.exec(term) ?? [];
  if (ANY.test(text)) return sign === '' || sign === '>=' || sign === '=' ? [] : undefined;
  const name = named(text, syntax);
  if (!name) return undefined;
  const { at, whole } = name;
  const low: Bound = { sign: '>=', at: from(name, syntax) };
  const within = (line: readonly number[]): Bound[] => [low, { sign: '<', at: beforeNext(line) }];
  switch (sign) {
    case '^':
      return within(caretLine(at));
    case '~':
      return within(tildeLine(at, syntax));
    case '>=':
      return [low];
    case '<':
      return [{ sign, at: low.at }];
    case '>':
      return [whole ? { sign: '>=', at: beforeNext(at.numbers) } : { sign, at }];
    case '<=':
      return [whole ? { sign: '<', at: beforeNext(at.numbers) } : { sign, at }];
    case '!=':
    case '<>':
      return whole ? undefined : [{ sign: '!=', at }];
    default:
      return whole ? within(at.numbers) : [{ sign: '=', at }];
  }
}

/** `1.0 - 2.0`, both ends included; of an end with fewer than three parts all that begins with it. */
function between(
  low: string,
  high: string,
  syntax: ConstraintSyntax,
): readonly Bound[] | undefined {
  const [first, last] = [named(low, syntax), named(high, syntax)];
  if (!first || !last) return undefined;
  const whole = last.whole || (last.at.numbers.length < 3 && !isPrerelease(last.at));
  return [
    { sign: '>=', at: from(first, syntax) },
    whole ? { sign: '<', at: beforeNext(last.at.numbers) } : { sign: '<=', at: last.at },
  ];
}

function alternative(text: string, syntax: ConstraintSyntax): readonly Bound[] | undefined {
  const [, low, high] = BETWEEN.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return between(low, high, syntax);
  const terms = text.replace(/([<>=^~!])\s+/g, '$1').split(/[\s,]+/);
  const bounds = terms.map((term) => termBounds(term, syntax));
  return bounds.every((each) => each !== undefined) ? bounds.flat() : undefined;
}

/**
 * Reads a range of versions, or `undefined` where any part of it makes no sense. Never throws.
 *
 * A comma is read as "and" and `|` as "or" in both syntaxes, since advisories are often copied as they are.
 */
export function versionRange(text: string, syntax: ConstraintSyntax): VersionRange | undefined {
  const alternatives = text.split(/\|\|?/).map((each) => alternative(each.trim(), syntax));
  return alternatives.every((each) => each !== undefined) ? alternatives : undefined;
}

/** Whether a version keeps to a bound; `undefined` without order. */
function keeps(of: Version, { sign, at }: Bound): boolean | undefined {
  const order = compareVersions(of, at);
  if (order === undefined) return undefined;
  switch (sign) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}

/** Whether a version lies in a range; `undefined` when nobody can say, because it has no order. */
export function inRange(of: Version, range: VersionRange): boolean | undefined {
  const found = range.map((bounds) => bounds.map((bound) => keeps(of, bound)));
  if (found.some((bounds) => bounds.every((kept) => kept === true))) return true;
  return found.some((bounds) => bounds.includes(undefined)) ? undefined : false;
}
