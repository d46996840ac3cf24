import type { ActivationPreview, Inventory } from '../../backend/backend.ts';
import { type License, licenseState, type LicenseState, runsUnder } from '../../domain/license.ts';
import { sameLicense } from '../../domain/same-license.ts';

/** Licenses as a code brings them, one per extension. */
export type Licenses = ActivationPreview['licenses'];

/**
 * What a granted license is worth once the list was read again: in place, there but not `in force` (it has ended or was
 * withdrawn), or `missing` in the list. The host's word that a code was taken is none of these.
 */
export type LicenseOutcome = Licenses[number] &
  (
    | { readonly outcome: 'in-place' | 'not-in-force'; readonly state: LicenseState }
    | { readonly outcome: 'missing' }
  );

/**
 * What became of each license of a code. The license told is the one in the list where it is there.
 *
 * @param granted - What the host says it granted.
 * @param list - Read after that.
 */
export const outcomesOf = (
  granted: Licenses,
  { extensions, today }: Pick<Inventory, 'extensions' | 'today'>,
): readonly LicenseOutcome[] =>
  granted.map((each) => {
    const present = extensions.find(({ key }) => key === each.extension)?.license;
    if (present === undefined || !isGranted(each.license, present))
      return { ...each, outcome: 'missing' };
    const state = licenseState(present, today);
    return {
      ...each,
      license: present,
      state,
      outcome: isInForce(state) ? 'in-place' : 'not-in-force',
    };
  });

/** A license that made no sense in the answer is whatever the list says it is, if that makes sense. */
const isGranted = (granted: License, present: License): boolean =>
  'number' in granted ? sameLicense(granted, present) : 'number' in present;

/** Whether a license lets its extension run and brings updates. */
const isInForce = (state: LicenseState): boolean =>
  runsUnder(state) === 'runs' && state.kind !== 'maintenance-ended';

/** Those the host granted; of a code with several keys some may be left out, and these are not in place. */
export const withAnswered = (offered: Licenses, answered: Licenses): Licenses => [
  ...offered.map((each) => answered.find(({ extension }) => extension === each.extension) ?? each),
  ...answered.filter(({ extension }) => !offered.some((each) => each.extension === extension)),
];
