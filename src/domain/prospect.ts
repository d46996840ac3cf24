import { coveragesOf } from './coverage.ts';
import type { Day } from './day.ts';
import type { Decided } from './decide.ts';
import type { HostFitting } from './host-fit.ts';
import { compareAge, newestFirst, type Release } from './release.ts';

/** What another host version would mean for one extension. */
export type Prospect =
  /** It is stopped already, whatever the host; `release` is the newest known to run there, the installed one included. */
  | { readonly kind: 'stopped'; readonly release: Release | null }
  /** What is installed runs there too. */
  | { readonly kind: 'fine' }
  /** `before`: the release runs on both hosts. `with`: it runs there only, so both change together. */
  | {
      readonly kind: 'update-owned';
      readonly release: Release;
      readonly when: 'before' | 'with';
      /** An administrator wanted none of it, and nothing else would do. */
      readonly skipped: boolean;
    }
  /** `locked`: what would run there and is not covered, newest first. */
  | {
      readonly kind: 'needs-renewal';
      readonly release: Release;
      readonly locked: readonly Release[];
    }
  /** No newer release runs there. */
  | { readonly kind: 'no-release' }
  | {
      readonly kind: 'unknown';
      /**
       * `installed-fit`: the vendor does not say where the installed release runs. `newer-fit`: the same of every
       * release that might do. `coverage`: what would do may or may not belong to the license. `order`: what would do
       * may or may not be newer.
       */
      readonly because: 'installed-fit' | 'newer-fit' | 'coverage' | 'order';
      readonly release: Release;
    };

/**
 * What another host version would mean for an extension. Never throws.
 *
 * @param there - What runs on that host. @param here - What runs on the present one.
 */
export function prospectOf(
  { extension, decision }: Decided,
  today: Day,
  there: HostFitting,
  here: HostFitting,
): Prospect {
  const { installed } = extension;
  const fit = there(installed.requiresHost).kind;
  const isStopped = decision.group === 'stopped';
  if (fit === 'fits' && !isStopped) return { kind: 'fine' };

  const runs = (release: Release) => there(release.requiresHost).kind === 'fits';
  const { newer, unplaced } = candidates({ extension, decision });
  const fitting = newer.filter(runs);
  if (isStopped) {
    return { kind: 'stopped', release: fitting[0] ?? (fit === 'fits' ? installed : null) };
  }
  if (fit === 'unknown') return { kind: 'unknown', because: 'installed-fit', release: installed };

  const { of } = coveragesOf({ ...extension, policy: decision.policy }, today);
  const owned = fitting.filter((release) => of(release).kind === 'covered');
  const update = ownedUpdate({ extension, decision }, owned, here);
  if (update) return update;

  const locked = fitting.filter((release) => of(release).kind === 'uncovered');
  if (locked[0]) return { kind: 'needs-renewal', release: locked[0], locked };
  if (fitting[0]) return { kind: 'unknown', because: 'coverage', release: fitting[0] };

  const unstated = newer.find((release) => there(release.requiresHost).kind === 'unknown');
  if (unstated) return { kind: 'unknown', because: 'newer-fit', release: unstated };
  const perhaps = unplaced.find(runs);
  return perhaps ? { kind: 'unknown', because: 'order', release: perhaps } : { kind: 'no-release' };
}

/** The final releases that are newer than the installed one, newest first, and those of which nobody can say. */
function candidates({ extension, decision }: Decided) {
  const newer: Release[] = [];
  const unplaced: Release[] = [];
  for (const release of extension.releases) {
    if (release.prerelease) continue;
    const age = compareAge(release, extension.installed);
    if (age === undefined) unplaced.push(release);
    else if (age > 0) newer.push(release);
  }
  return { newer: newestFirst(newer, decision.judged.order), unplaced };
}

/** Best is what runs on both hosts, so that nothing stands still in between; best of all what nobody skipped. */
function ownedUpdate(
  { extension }: Decided,
  owned: readonly Release[],
  here: HostFitting,
): Prospect | null {
  const isSkipped = ({ version }: Release) =>
    extension.skipped.some((skip) => skip.version === version.text);
  const wanted = owned.filter((release) => !isSkipped(release));
  const among = wanted.length > 0 ? wanted : owned;
  const before = among.find(({ requiresHost }) => here(requiresHost).kind === 'fits');
  const release = before ?? among[0];
  if (release === undefined) return null;
  return {
    kind: 'update-owned',
    release,
    when: before ? 'before' : 'with',
    skipped: wanted.length === 0,
  };
}
