import { type Decided, decide, type Decision, type Estate } from './decide.ts';
import type { Extension } from './extension.ts';
import { type LicenseState, runsUnder } from './license.ts';
import type { Release } from './release.ts';

/** What rolling a key back would change for the worse, the worst first; `null` = nothing of it. */
export type KeyRollBackHarm =
  /** The extension runs now and would not any more. */
  | { readonly kind: 'stops' }
  /** The installed release belongs to the license in use and not to the earlier one. */
  | { readonly kind: 'mismatch'; readonly wayBack: Release | null }
  /** It would still run, but this many newer releases that are covered now would not be any more. */
  | { readonly kind: 'fewer-updates'; readonly count: number; readonly newest: Release };

/** What rolling the key of an extension back would come to. */
export interface KeyRollBack {
  /** Number of the key in use, by which the host is asked. */
  readonly number: string;
  readonly inUse: LicenseState;
  readonly restored: LicenseState;
  /** Everything decided anew, with the earlier license. */
  readonly after: Decision;
  readonly harm: KeyRollBackHarm | null;
}

/**
 * What rolling the key back would come to, judged by the very rules that judge the row; `null` where there is no
 * earlier key, or none in use by whose number the host could be asked.
 */
export function previewKeyRollBack(
  { extension, decision }: Decided,
  estate: Estate,
): KeyRollBack | null {
  const { license, previousLicense } = extension;
  if (previousLicense === null || !('number' in license)) return null;
  const before: Extension = { ...extension, license: previousLicense };
  const after = decide(before, estate);
  return {
    number: license.number,
    inUse: decision.license,
    restored: after.license,
    after,
    harm: harmOf(decision, after),
  };
}

function harmOf(now: Decision, then: Decision): KeyRollBackHarm | null {
  const runs = runsUnder(now.license) === 'runs';
  if (runs && runsUnder(then.license) !== 'runs') return { kind: 'stops' };
  const fitted = now.judged.installedCoverage.kind !== 'uncovered';
  if (fitted && then.judged.installedCoverage.kind === 'uncovered')
    return { kind: 'mismatch', wayBack: then.judged.wayBack };
  const { covered } = now.judged.targets;
  const count = then.judged.locked.length - now.judged.locked.length;
  return covered !== null && count > 0 ? { kind: 'fewer-updates', count, newest: covered } : null;
}
