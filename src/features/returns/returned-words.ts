import { firstError } from '../../domain/license.ts';
import type { Loss, Refused, ReturnedLicense } from '../../domain/returned-license.ts';
import { licenseWords } from '../../messages/verdicts.ts';
import type { Words } from '../../messages/words.ts';

/** What a license that came back gives, in a few words; empty where that is not known. */
export function factsOf(say: Words, { license }: ReturnedLicense): string {
  if (license === null) return '';
  const gives = givesWords(say, license);
  return license.edition === null
    ? gives
    : say('returned.for-edition', { gives, edition: license.edition });
}

function givesWords(say: Words, license: NonNullable<ReturnedLicense['license']>): string {
  const { kind, endsOn } = license;
  if (endsOn === null) return say('activation.for-ever');
  switch (kind) {
    case 'evaluation':
      return say('activation.trial', { day: say.day(endsOn) });
    case 'perpetual':
      return say('activation.maintained', { day: say.day(endsOn) });
    case 'subscription':
      return say('activation.paid', { day: say.day(endsOn) });
  }
}

/** One thing that would be lost. */
export function lossWords(say: Words, loss: Loss): string {
  switch (loss.kind) {
    case 'earlier-end':
      return loss.from === null
        ? say('returned.loss.end', { to: say.day(loss.to) })
        : say('returned.loss.earlier-end', { from: say.day(loss.from), to: say.day(loss.to) });
    case 'evaluation-over-paid':
      return say('returned.loss.evaluation');
    case 'lower-edition':
      return say('returned.loss.edition', { from: loss.from, to: loss.to });
  }
}

/** What the vendor reports of a license it was refused for; empty where it does not say. */
export function errorWords(say: Words, { because, errors }: Refused): string {
  if (because !== 'license-error') return '';
  const error = firstError(errors);
  switch (error) {
    case undefined:
      return '';
    case 'EXPIRED':
      return say('returned.expired');
    case 'VERSION_MISMATCH':
      return say('returned.version-mismatch');
    case 'ROLE_EXCEEDED':
    case 'ROLE_UNDEFINED':
    case 'USER_MISMATCH':
    case 'EDITION_MISMATCH':
    case 'TYPE_MISMATCH':
      return licenseWords(say, { kind: 'wrong', error }).text;
  }
}
