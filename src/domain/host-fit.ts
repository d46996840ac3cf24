// File by file: the package's front door would bring all of it along.
import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import gtr from 'semver/ranges/gtr.js';
import ltr from 'semver/ranges/ltr.js';
import validRange from 'semver/ranges/valid.js';
import { version } from './version.ts';

/** Whether a release runs on a host version: a separate question from whether the license covers it. */
export type HostFit =
  | { readonly kind: 'fits' }
  | {
      readonly kind: 'needs-other-host';
      readonly requires: string;
      /** Which host would do: a newer one, an older one, or one this host's version lies between. */
      readonly host: 'newer' | 'older' | 'another';
    }
  /** The vendor states nothing, or states something that is no range: unknown is not "fits". */
  | { readonly kind: 'unknown'; readonly requires: string | null };

/** How a host writes its constraints: npm's ranges, or Composer's (a single bar means or, `~4.1` means below 5). */
export type ConstraintSyntax = 'npm' | 'composer';

const UNSTATED: HostFit = { kind: 'unknown', requires: null };
const FITS: HostFit = { kind: 'fits' };

/** `RC15` becomes `rc.15`, so that npm's order of pre-releases is Composer's: RC2 before RC15, beta before RC. */
const inRuns = (text: string): string =>
  text.toLowerCase().replace(/(-[a-z]+)\.?(?=\d)/g, (_, word: string) => `${word}.`);

/**
 * Composer's words in npm's: `|` for or, `,` for and; `~4.1` lets the last named part grow, so it ends
 * before 5; and a bound without pre-release part stands before all pre-releases of its version.
 */
const inNpmWords = (range: string): string =>
  inRuns(range)
    .replace(/@\w+/g, '')
    .replace(/\|\|?/g, ' || ')
    .replace(/,/g, ' ')
    .replace(
      /~\s*v?(\d+)\.(\d+)(?![\d.])(-[\w.]+)?/g,
      (_, major: string, minor: string, prerelease = '-0') =>
        `>=${major}.${minor}.0${prerelease} <${Number(major) + 1}.0.0-0`,
    )
    .replace(/((?:[\^~]|>=|<(?!=))\s*v?\d+\.\d+\.\d+)(?![-\d.])/g, '$1-0');

// A beta of host 5 is a host 5 to its administrator: pre-releases count by where they stand.
const OPTIONS = { includePrerelease: true, loose: true };

/** The host's version with three parts, as ranges ask for; parts after the third are left out. `null` without order. */
function threeParts(hostVersion: string, syntax: ConstraintSyntax): string | null {
  const host = version(hostVersion);
  if (host.kind === 'unordered') return null;
  const [major = 0, minor = 0, patch = 0] = host.numbers;
  const prerelease = /-[^+]+/.exec(hostVersion)?.[0] ?? '';
  return valid(
    `${major}.${minor}.${patch}${syntax === 'composer' ? inRuns(prerelease) : prerelease}`,
    OPTIONS,
  );
}

function judge(requires: string, host: string | null, syntax: ConstraintSyntax): HostFit {
  const range = syntax === 'composer' ? inNpmWords(requires) : requires;
  if (host === null || requires.trim() === '' || validRange(range, OPTIONS) === null) {
    return { kind: 'unknown', requires };
  }
  if (satisfies(host, range, OPTIONS)) return FITS;
  const newer = ltr(host, range, OPTIONS);
  const older = !newer && gtr(host, range, OPTIONS);
  return {
    kind: 'needs-other-host',
    requires,
    host: newer ? 'newer' : older ? 'older' : 'another',
  };
}

/** Whether a release with this constraint runs on one host; `null` = the vendor states nothing. Never throws. */
export type HostFitting = (requires: string | null) => HostFit;

const hosts = new Map<string, HostFitting>();
const KEPT_HOSTS = 100;
const KEPT = 10_000;

/** The fits of one host, each worked out once. */
function fitting(hostVersion: string, syntax: ConstraintSyntax): HostFitting {
  const host = threeParts(hostVersion, syntax);
  const known = new Map<string, HostFit>();
  return (requires) => {
    if (requires === null) return UNSTATED;
    let fit = known.get(requires);
    if (!fit) {
      fit = judge(requires, host, syntax);
      if (known.size >= KEPT) known.clear();
      known.set(requires, fit);
    }
    return fit;
  };
}

/**
 * The question "does it run here?" for one host.
 *
 * @param hostVersion - As the host says it (`4.12.8`, `18.0.61.5`); without order nothing is known to fit.
 */
export function hostFitting(hostVersion: string, syntax: ConstraintSyntax): HostFitting {
  const key = `${syntax} ${hostVersion}`;
  let found = hosts.get(key);
  if (!found) {
    found = fitting(hostVersion, syntax);
    if (hosts.size >= KEPT_HOSTS) hosts.clear();
    hosts.set(key, found);
  }
  return found;
}

/**
 * Whether a release with this constraint runs on this host. Never throws.
 *
 * @param requires - The release's constraint; `null` = unstated. Blank or nonsense = unknown.
 * @param hostVersion - The host's version (`4.12.8`).
 */
export const hostFit = (
  requires: string | null,
  hostVersion: string,
  syntax: ConstraintSyntax,
): HostFit => hostFitting(hostVersion, syntax)(requires);
