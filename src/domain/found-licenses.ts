import type { License } from './license.ts';

/** What a check for licenses has brought. */
export interface FoundLicenses {
  /** Extensions that have another key than before, or had none. */
  readonly found: number;
  /** Extensions whose key is the same and says something else: renewed, suspended, resumed, terminated. */
  readonly changed: number;
}

interface Licensed {
  readonly key: string;
  readonly license: License;
}

/** Without what is said beside the license itself: when it would end some day, and who renews it. */
function essence(license: License): string {
  if (license.kind !== 'subscription') return JSON.stringify(license);
  const { autoRenews: _, terminatesOn: __, ...rest } = license;
  return JSON.stringify(rest);
}

/**
 * What a check for licenses has brought, by the lists before and after it. Keys are told apart by their number: a new
 * version of a key is no second license. What is gone is not counted.
 */
export function foundLicenses(
  before: readonly Licensed[],
  after: readonly Licensed[],
): FoundLicenses {
  if (before === after) return { found: 0, changed: 0 };
  const known = new Map(before.map(({ key, license }) => [key, license]));
  let found = 0;
  let changed = 0;
  for (const { key, license } of after) {
    const was = known.get(key);
    if (was === license || !('number' in license)) continue;
    if (!was || !('number' in was) || was.number !== license.number) found += 1;
    else if (essence(was) !== essence(license)) changed += 1;
  }
  return { found, changed };
}
