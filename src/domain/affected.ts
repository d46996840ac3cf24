import type { ConstraintSyntax } from './host-fit.ts';
import type { Version } from './version.ts';
import { inRange, type VersionRange, versionRange } from './version-range.ts';

/** Whether a version has a flaw. What cannot be read is never called free of it. */
export type Affected = 'affected' | 'not-affected' | 'unknown';

const known = new Map<string, VersionRange | null>();
const KEPT = 10_000;

/** The range, read once. */
function rangeOf(affects: string, syntax: ConstraintSyntax): VersionRange | null {
  const key = `${syntax} ${affects}`;
  let range = known.get(key);
  if (range === undefined) {
    range = versionRange(affects, syntax) ?? null;
    if (known.size >= KEPT) known.clear();
    known.set(key, range);
  }
  return range;
}

/** Whether anybody can read which versions an advisory is about. */
export const isReadable = (affects: string, syntax: ConstraintSyntax): boolean =>
  rangeOf(affects, syntax) !== null;

/**
 * Whether a version has the flaw of an advisory. Never throws.
 *
 * @param affects - The advisory's range, such as `<4.23.0.1` or `>=4.0 <4.23 || 5.0.*`.
 * @returns `unknown` for a range that makes no sense, and for a version without order unless all versions have it.
 */
export function affected(of: Version, affects: string, syntax: ConstraintSyntax): Affected {
  const range = rangeOf(affects, syntax);
  const found = range === null ? undefined : inRange(of, range);
  if (found === undefined) return 'unknown';
  return found ? 'affected' : 'not-affected';
}
