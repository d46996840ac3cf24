import { toLicense } from '../../src/backend/rest/release.ts';
import { licenseOnWire } from '../license-on-wire.ts';
import type { HttpHandler } from 'msw';
import * as v from 'valibot';
import { WireCode } from '../../src/backend/wire.ts';
import { type License, licenseState } from '../../src/domain/license.ts';
import { today } from '../clock.ts';
import { badGateway, bodyOf, json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { did } from './changed.ts';
import { asked, installKeys, KaKeys, NO_ANSWER } from './ka-answers.ts';

const KaRefusal = v.object({ refused: v.picklist(['unknown', 'expired', 'used', 'limit']) });

/** Takes activation codes: says what one would do, and does it. A code is never repeated in an answer. */
export const activationHandlers = (route: Route, context: Context): HttpHandler[] => [
  route(
    'preview-activation',
    'post',
    '/api/activations/preview',
    async ({ request }) => {
      const { code } = await bodyOf(WireCode, request);
      const keys = await askKa(context, code, true);
      return keys instanceof Response
        ? keys
        : context.memory.read((world) => json(usable(world, keys)));
    },
    'activate',
  ),

  route(
    'activate',
    'post',
    '/api/activations',
    async ({ request }) => {
      const { code } = await bodyOf(WireCode, request);
      const offered = await askKa(context, code, true);
      if (offered instanceof Response) return offered;
      await context.memory.change((world) => {
        usable(world, offered);
        note(world, 'panel', 'host', 'activate', offered.map(({ product }) => product).join(' '));
      });
      const keys = await askKa(context, code, false);
      if (keys instanceof Response) return keys;
      return context.memory.change((world) => {
        const answer = usable(world, keys);
        installKeys(world, keys);
        for (const { extension } of answer.licenses) did(world, 'activate', { extension });
        return json(answer);
      });
    },
    'activate',
  ),
];

const WORDS = {
  unknown: [404, 'code-unknown', 'The key administrator does not know this code.'],
  expired: [409, 'code-expired', 'This code could be used only until an earlier day.'],
  used: [409, 'code-used-elsewhere', 'This code was already used on another host.'],
  limit: [409, 'code-limit-reached', 'This code was used on as many hosts as it allows.'],
} as const;

async function askKa(
  { memory, origins, call }: Context,
  code: string,
  preview: boolean,
): Promise<KaKeys | Response> {
  const mainKey = await memory.read(({ host }) => host.mainKey);
  const body = new URLSearchParams({ code, kn: mainKey });
  const answer = await asked(() =>
    call(`${origins.ka}/activations${preview ? '?preview' : ''}`, { method: 'POST', body }),
  );
  const refused = v.safeParse(KaRefusal, answer?.body);
  if (refused.success) {
    const [status, problem, detail] = WORDS[refused.output.refused];
    throw new Refusal(status, problem, detail);
  }
  const read = v.safeParse(KaKeys, answer?.body);
  return answer?.ok && read.success ? read.output.keys : badGateway(NO_ANSWER);
}

/** What a code would do here. A code the key administrator grants may still be of no use to this host. */
function usable(world: World, keys: KaKeys) {
  const licenses = keys.flatMap(({ product, license }) => {
    const extension = world.host.extensions.find(({ key }) => key === product);
    return extension
      ? [{ extension: product, name: extension.name, license: toLicense(license) }]
      : [];
  });
  if (licenses.length === 0) {
    throw new Refusal(
      409,
      'code-other-product',
      'This code is for an extension that is not on this host.',
    );
  }
  const ended = (license: License) =>
    ['evaluation-expired', 'subscription-ended', 'maintenance-ended', 'terminated'].includes(
      licenseState(license, today(world)).kind,
    );
  if (licenses.every(({ license }) => ended(license))) {
    throw new Refusal(
      409,
      'license-ended',
      'The code is right, but its license has already ended.',
    );
  }
  return {
    licenses: licenses.map((each) => ({ ...each, license: licenseOnWire(each.license) })),
  };
}
