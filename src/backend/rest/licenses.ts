import * as v from 'valibot';
import type { ActivationPreview, LicenseBackend } from '../backend.ts';
import type { Call } from '../errors.ts';
import { WireActivated, WireLicenses } from '../wire.ts';
import { readLicense } from './extension.ts';
import { quoteFrom } from './quote.ts';
import { type Answer, readAnswer, type Transport } from './transport.ts';

const Activation = v.object({
  licenses: v.array(v.object({ ...WireActivated.entries, license: v.optional(v.unknown()) })),
});

/** A license that makes no sense is unknown, never one that covers anything. */
const previewFrom = (answer: Answer, call: Call): ActivationPreview => ({
  licenses: readAnswer(Activation, call, answer, '').licenses.map((each) => ({
    ...each,
    license: readLicense(each.license, []),
  })),
});

/** The contract's calls about licenses. Activation codes travel in bodies only, never in an address. */
export function restLicenses(send: Transport): LicenseBackend {
  return {
    async checkLicenses(signal) {
      const answer = await send({ call: 'licenses', path: '/licenses?check=true', signal });
      return readAnswer(v.pick(WireLicenses, ['checkedAt']), 'licenses', answer, '');
    },
    async previewActivation(code, signal) {
      const request = { call: 'preview-activation', path: '/activations/preview' } as const;
      const answer = await send({ ...request, method: 'POST', body: { code }, signal });
      return previewFrom(answer, request.call);
    },
    async activate(code, idempotencyKey) {
      const request = { call: 'activate', path: '/activations' } as const;
      const answer = await send({ ...request, method: 'POST', body: { code }, idempotencyKey });
      return previewFrom(answer, request.call);
    },
    async quote(extensions, term, signal) {
      const request = { call: 'quote', path: '/renewals/quote', method: 'POST' } as const;
      const answer = await send({ ...request, body: { extensions, ...term }, signal });
      return quoteFrom(answer, extensions, term ?? null);
    },
  };
}
