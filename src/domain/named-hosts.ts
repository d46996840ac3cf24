import type { Extension } from './extension.ts';
import { compareVersions, version, type Version } from './version.ts';

/** A version in a constraint, with what stands before it. */
const NAMED = /([<>=^~!]*)\s*v?(\d+(?:\.\d+)*(?:-[a-z][a-z\d.-]*)?)/gi;

/**
 * The host versions to rehearse: of every major version that the constraints speak of, from the host's own up, the
 * highest one they name, newest first. Where a range ends (`<6`) names no host that need exist.
 *
 * @param hostVersion - The version that runs now; without order there is nothing to suggest.
 */
export function namedHosts(
  extensions: Iterable<Extension>,
  hostVersion: string,
): readonly string[] {
  const now = version(hostVersion);
  const highest = new Map<number, Version>();
  for (const constraint of constraintsOf(extensions)) {
    for (const [, sign = '', text = ''] of constraint.matchAll(NAMED)) {
      const named = version(text);
      if (sign.startsWith('<') || sign.startsWith('!') || named.kind === 'unordered') continue;
      if ((compareVersions(named, now) ?? 0) <= 0) continue;
      const major = named.numbers[0] ?? 0;
      const before = highest.get(major);
      if (!before || (compareVersions(named, before) ?? 0) > 0) highest.set(major, named);
    }
  }
  return [...highest.values()]
    .toSorted((a, b) => compareVersions(b, a) ?? 0)
    .map(({ text }) => text);
}

/** Each constraint once: thousands of releases share a few dozen of them. */
function constraintsOf(extensions: Iterable<Extension>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { installed, releases } of extensions) {
    if (installed.requiresHost !== null) found.add(installed.requiresHost);
    for (const { requiresHost } of releases) if (requiresHost !== null) found.add(requiresHost);
  }
  return found;
}
