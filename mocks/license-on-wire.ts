import type * as v from 'valibot';
import type { WireExtension } from '../src/backend/wire.ts';
import type { License } from '../src/domain/license.ts';

/** A license as the contract writes it: maintenance without an end is the word `never`, not an absent day. */
export const licenseOnWire = (
  license: License,
): v.InferInput<typeof WireExtension.entries.license> =>
  license.kind === 'perpetual'
    ? {
        ...license,
        errors: [...license.errors],
        maintenanceEndsOn: license.maintenanceEndsOn ?? 'never',
      }
    : 'errors' in license
      ? { ...license, errors: [...license.errors] }
      : license;
