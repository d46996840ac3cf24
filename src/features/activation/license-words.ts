import type { License } from '../../domain/license.ts';
import type { Words } from '../../messages/words.ts';

/** What a license gives, in a few words. */
export function licenseWords(say: Words, license: License): string {
  switch (license.kind) {
    case 'evaluation':
      return say('activation.trial', { day: say.day(license.expiresOn) });
    case 'perpetual':
      return license.maintenanceEndsOn === null
        ? say('activation.for-ever')
        : say('activation.maintained', { day: say.day(license.maintenanceEndsOn) });
    case 'subscription':
      return say('activation.paid', { day: say.day(license.paidThrough) });
    case 'not-needed':
      return say('activation.not-needed');
    case 'missing':
      return say('activation.no-license');
    case 'unknown':
      return say('activation.unclear');
  }
}
