import type { HttpHandler } from 'msw';
import * as v from 'valibot';
import { WireCode, WireLicense } from '../../src/backend/wire.ts';
import { type License, licenseState } from '../../src/domain/license.ts';
import { instant, now, today } from '../clock.ts';
import { badGateway, bodyOf, json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { changed, did } from './changed.ts';

const KaKeys = v.object({ keys: v.array(v.object({ product: v.string(), license: WireLicense })) });
type KaKeys = v.InferOutput<typeof KaKeys>['keys'];

const KaRefusal = v.object({ refused: v.picklist(['unknown', 'expired', 'used', 'limit']) });

/** Brings licenses here: those attached to the main key, and those behind an activation code. */
export const licenseHandlers = (route: Route, context: Context): HttpHandler[] => [
  route('licenses', 'get', '/api/licenses', async ({ url }) => {
    const { memory, origins, call } = context;
    if (url.searchParams.get('check') === 'true') {
      const mainKey = await memory.read(({ host }) => host.mainKey);
      const answer = await asked(() =>
        call(`${origins.ka}/keys?kn=${encodeURIComponent(mainKey)}`),
      );
      const read = v.safeParse(KaKeys, answer?.body);
      if (!answer?.ok || !read.success)
        return badGateway('The key administrator did not give a usable answer.');
      await memory.change((world) => {
        installKeys(world, read.output.keys);
        world.host.licensesCheckedAt = instant(now(world));
      });
    }
    return memory.read(({ host }) =>
      json({
        checkedAt: host.licensesCheckedAt,
        licenses: host.extensions.map(({ key, license }) => ({ extension: key, license })),
      }),
    );
  }),

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
        did(world, 'activated', keys.map(({ product }) => product).join(', '));
        return json(answer);
      });
    },
    'activate',
  ),
];

/** An answer with its JSON, or `undefined` when none came. */
async function asked(
  ask: () => Promise<Response>,
): Promise<{ ok: boolean; body: unknown } | undefined> {
  try {
    const response = await ask();
    return { ok: response.ok, body: await response.json() };
  } catch {
    return undefined;
  }
}

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
  return answer?.ok && read.success
    ? read.output.keys
    : badGateway('The key administrator did not give a usable answer.');
}

/** What a code would do here. A code the key administrator grants may still be of no use to this host. */
function usable(world: World, keys: KaKeys) {
  const licenses = keys.flatMap(({ product, license }) => {
    const extension = world.host.extensions.find(({ key }) => key === product);
    return extension
      ? [{ extension: product, name: extension.name, license: license as License }]
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
  return { licenses };
}

/** Puts licenses in place; the last key of an extension counts. */
export function installKeys(world: World, keys: KaKeys): void {
  const last = new Map(keys.map(({ product, license }) => [product, license as License]));
  let news = false;
  for (const extension of world.host.extensions) {
    const license = last.get(extension.key);
    if (!license || JSON.stringify(license) === JSON.stringify(extension.license)) continue;
    extension.license = license;
    news = true;
  }
  if (news) changed(world);
}
