import type { HttpHandler } from 'msw';
import * as v from 'valibot';
import { instant, now } from '../clock.ts';
import { badGateway, json, Refusal } from '../reply.ts';
import { licenseOnWire } from '../license-on-wire.ts';
import type { Context, Route } from '../routes.ts';
import { did, extensionOf } from './changed.ts';
import { asked, installKeys, KaKeys, NO_ANSWER } from './ka-answers.ts';

/** Says what licenses there are, to panels and to the extensions themselves, and retrieves those attached to the main key. */
export const licenseHandlers = (route: Route, context: Context): HttpHandler[] => [
  route('license', 'get', '/api/extensions/:key/license', ({ part }) =>
    context.memory.read((world) => {
      const { key, installed, license } = extensionOf(world, part('key'));
      if (installed === null) throw new Refusal(404, 'not-found', `"${key}" is not installed.`);
      return json({ extension: key, license: licenseOnWire(license) });
    }),
  ),

  route('licenses', 'get', '/api/licenses', async ({ url }) => {
    const { memory, origins, call } = context;
    if (url.searchParams.get('check') === 'true') {
      const mainKey = await memory.read(({ host }) => host.mainKey);
      const answer = await asked(() =>
        call(`${origins.ka}/keys?kn=${encodeURIComponent(mainKey)}`),
      );
      const read = v.safeParse(KaKeys, answer?.body);
      if (!answer?.ok || !read.success) {
        await memory.change((world) =>
          did(world, 'check-licenses', { result: 'failed', reason: NO_ANSWER }),
        );
        return badGateway(NO_ANSWER);
      }
      await memory.change((world) => {
        installKeys(world, read.output.keys, 'found');
        world.host.licensesCheckedAt = instant(now(world));
        did(world, 'check-licenses');
      });
    }
    return memory.read(({ host }) =>
      json({
        checkedAt: host.licensesCheckedAt,
        licenses: host.extensions.map(({ key, license }) => ({
          extension: key,
          license: licenseOnWire(license),
        })),
      }),
    );
  }),
];
