/**
 * A version as its vendor wrote it, and what orders it.
 *
 * Ordered are dotted numbers of any length with an optional pre-release part: `1.0`, `2.1.19`,
 * `1.0.9.1`, `3.0.0-RC15`, `v4.1`, `1.2b3`, `2024.06.15`, `2024-06-15`. Anything else (`stable`, `7f3a9c`, a
 * number that no machine can tell from the next) is kept as written and has no order.
 */
export type Version =
  | {
      readonly kind: 'ordered';
      readonly text: string;
      readonly numbers: readonly number[];
      /** Runs of letters and of digits of the pre-release part; empty for a final release. */
      readonly prerelease: readonly (string | number)[];
    }
  | { readonly kind: 'unordered'; readonly text: string };

// Without a hyphen only the usual words begin a pre-release part, or `7f3a9c` would be one of version 7.
const SHAPE =
  /^v?(\d+(?:\.\d+)*)(?:-([.-]*[0-9a-z][0-9a-z.-]*)|((?:alpha|beta|preview|pre|dev|rc|a|b)[.-]?\d*))?(?:\+[0-9a-z.-]*)?$/i;
/** A day for a version, `2024-06-15`: its hyphens begin no pre-release part. */
const DATE = /^(v?\d{4})-(\d\d)-(\d\d)(?!\d)/i;
const RUNS = /\d+|[a-z]+/g;
const known = new Map<string, Version>();
const KEPT = 100_000;

function read(text: string): Version {
  const [, dotted, afterHyphen, word] = SHAPE.exec(text.trim().replace(DATE, '$1.$2.$3')) ?? [];
  const runs = (afterHyphen ?? word ?? '').toLowerCase().match(RUNS) ?? [];
  const numbers = dotted?.split('.').map(Number) ?? [];
  // Runs, not dotted identifiers: real tags say RC15 after RC2, and "RC15" < "RC2" as text.
  const prerelease = runs.map((run) => (run < 'a' ? Number(run) : run));
  // Beyond what the machine can tell apart, two versions would read as the same one.
  const exact = [...numbers, ...prerelease].every(
    (part) => typeof part === 'string' || Number.isSafeInteger(part),
  );
  return dotted === undefined || !exact
    ? { kind: 'unordered', text }
    : { kind: 'ordered', text, numbers, prerelease };
}

/** Reads a version. Never fails: text without an order is kept as `unordered`. */
export function version(text: string): Version {
  let found = known.get(text);
  if (!found) {
    found = read(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, found);
  }
  return found;
}

/** Never by subtraction: two numbers too long for the machine are both infinite, and equal. */
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function compareRuns(a: string | number, b: string | number): number {
  if (typeof a === 'number') return typeof b === 'number' ? compare(a, b) : -1;
  return typeof b === 'number' ? 1 : compare(a, b);
}

/**
 * Orders two versions: negative when `a` is older, positive when newer, 0 when they stand at the same
 * place, `undefined` when either has no order.
 *
 * Missing parts count as zero (`1.0` = `1.0.0`), a pre-release comes before its release and build
 * metadata is ignored, as in semver §10 and §11. Unlike semver, a pre-release part is compared run by
 * run without regard to case, so that `RC2` < `RC15` and `rc.2` = `RC2`.
 */
export function compareVersions(a: Version, b: Version): number | undefined {
  if (a.kind === 'unordered' || b.kind === 'unordered') return undefined;
  const parts = Math.max(a.numbers.length, b.numbers.length);
  for (let at = 0; at < parts; at++) {
    const difference = compare(a.numbers[at] ?? 0, b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) {
    return compare(b.prerelease.length, a.prerelease.length);
  }
  const runs = Math.max(a.prerelease.length, b.prerelease.length);
  for (let at = 0; at < runs; at++) {
    const left = a.prerelease[at];
    const right = b.prerelease[at];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const difference = compareRuns(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the version itself says that it is not final (`5.0.0-beta.2`). */
export const isPrerelease = (of: Version): boolean =>
  of.kind === 'ordered' && of.prerelease.length > 0;
