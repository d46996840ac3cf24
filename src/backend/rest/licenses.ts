import * as v from 'valibot';
import type { ActivationPreview, LicenseBackend } from '../backend.ts';
import { BackendError, type Call } from '../errors.ts';
import { WireActivated, WireExtensionLicense, WireLicenses } from '../wire.ts';
import { readLicense } from './extension.ts';
import { restReturned } from './returned.ts';
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

const ReadLicense = v.object({
  ...WireExtensionLicense.entries,
  license: v.optional(v.unknown()),
});

/** The contract's calls about licenses. Activation codes travel in bodies only, never in an address. */
export function restLicenses(send: Transport): LicenseBackend {
  return {
    ...restReturned(send),
    async licenseOf(extension, signal) {
      const path = `/extensions/${encodeURIComponent(extension)}/license`;
      const answer = await send({ call: 'license-of', path, signal });
      const said = readAnswer(ReadLicense, 'license-of', answer, '');
      if (said.extension === extension) return readLicense(said.license, []);
      const expected = 'the extension asked about';
      throw new BackendError('license-of', { kind: 'unreadable', at: 'extension', expected });
    },
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
    async rollBackKey(number, idempotencyKey) {
      const path = `/licenses/${encodeURIComponent(number)}/roll-back`;
      const answer = await send({ call: 'roll-back-key', path, method: 'POST', idempotencyKey });
      return previewFrom(answer, 'roll-back-key');
    },
    async quote(extensions, term, signal) {
      const request = { call: 'quote', path: '/renewals/quote', method: 'POST' } as const;
      const answer = await send({ ...request, body: { extensions, ...term }, signal });
      return quoteFrom(answer, extensions, term ?? null);
    },
  };
}
