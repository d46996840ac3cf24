import type * as v from 'valibot';
import type { ActivationPreview, LicenseBackend } from '../backend.ts';
import { asDay, WireActivation, WireLicenses, WireQuote } from '../wire.ts';
import { toLicense } from './release.ts';
import { readAnswer, type Transport } from './transport.ts';

const toPreview = (wire: v.InferOutput<typeof WireActivation>): ActivationPreview => ({
  licenses: wire.licenses.map((each) => ({ ...each, license: toLicense(each.license) })),
});

/** The contract's calls about licenses. Activation codes travel in bodies only, never in an address. */
export function restLicenses(send: Transport): LicenseBackend {
  return {
    async checkLicenses(signal) {
      const answer = await send({ call: 'licenses', path: '/licenses?check=true', signal });
      return { checkedAt: readAnswer(WireLicenses, 'licenses', answer, '').checkedAt };
    },
    async previewActivation(code, signal) {
      const request = { call: 'preview-activation', path: '/activations/preview', method: 'POST', signal } as const;
      return toPreview(readAnswer(WireActivation, request.call, await send({ ...request, body: { code } }), ''));
    },
    async activate(code, idempotencyKey) {
      const request = { call: 'activate', path: '/activations', method: 'POST', idempotencyKey } as const;
      return toPreview(readAnswer(WireActivation, request.call, await send({ ...request, body: { code } }), ''));
    },
    async quote(extensions, signal) {
      const request = { call: 'quote', path: '/renewals/quote', method: 'POST', body: { extensions }, signal } as const;
      const wire = readAnswer(WireQuote, 'quote', await send(request), '');
      return { ...wire, lines: wire.lines.map((line) => ({ ...line, newEndsOn: asDay(line.newEndsOn) })) };
    },
  };
}
