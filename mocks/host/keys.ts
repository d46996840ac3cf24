import type { HttpHandler } from 'msw';
import * as v from 'valibot';
import { toLicense } from '../../src/backend/rest/release.ts';
import type { License } from '../../src/domain/license.ts';
import { licenseOnWire } from '../license-on-wire.ts';
import { own } from '../own.ts';
import { badGateway, json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { changed, did, extensionOf } from './changed.ts';
import { asked, KaKeys, keyOf, NO_ANSWER, putInPlace } from './ka-answers.ts';
import type { HostExtension } from './state.ts';

const KaRefusal = v.object({ refused: v.picklist(['unknown', 'terminated']) });

/** Puts the key back that was in use before, after the key administrator has agreed. */
export const keyHandlers = (route: Route, { memory, origins, call }: Context): HttpHandler[] => [
  route(
    'roll-back-key',
    'post',
    '/api/licenses/:number/roll-back',
    async ({ request, part }) => {
      const once = request.headers.get('Idempotency-Key') ?? '';
      const done = await memory.read((world) => own(world.host.rolledBackKeys ?? {}, once));
      if (done) return memory.read((world) => answer(world, done.extension, done.license));
      const { mainKey, before } = await memory.read((world) => ({
        mainKey: world.host.mainKey,
        before: keyBefore(world, part('number')),
      }));
      const address = `${origins.ka}/keys/${encodeURIComponent(before.number)}/roll-back?kn=${mainKey}`;
      const told = await asked(() => call(address, { method: 'POST' }));
      const refused = v.safeParse(KaRefusal, told?.body);
      if (refused.success) throw REFUSED[refused.output.refused]();
      const read = v.safeParse(KaKeys, told?.body);
      const [key] = read.success ? read.output.keys : [];
      if (!told?.ok || !key) return badGateway(NO_ANSWER);
      return memory.change((world) => {
        const extension = owner(world, part('number'));
        // Somebody may have done it while the key administrator was asked.
        if (extension.keyBefore?.number !== key.number) throw REFUSED.unknown();
        const { key: about } = extension;
        extension.rolledBack = keyOf(extension);
        putInPlace(extension, key.number, toLicense(key.license));
        changed(world);
        note(world, 'panel', 'host', 'roll back key', about);
        did(world, 'roll-back-key', { extension: about });
        world.host.rolledBackKeys = {
          ...world.host.rolledBackKeys,
          [once]: { extension: about, license: extension.license },
        };
        return answer(world, about, extension.license);
      });
    },
    'rollBackKey',
  ),
];

const REFUSED = {
  unknown: () => new Refusal(409, 'gone', 'There is no earlier key to go back to.'),
  terminated: () =>
    new Refusal(409, 'license-ended', 'The key administrator has terminated the earlier key.'),
};

/** The extension that runs under the key of that number. @throws Refusal 404. */
function owner({ host }: World, number: string): HostExtension {
  const found = host.extensions.find(
    ({ license }) => 'number' in license && license.number === number,
  );
  if (!found) throw new Refusal(404, 'not-found', 'No extension of this host runs under that key.');
  return found;
}

function keyBefore(world: World, number: string): { number: string } {
  const before = owner(world, number).keyBefore;
  if (!before) throw REFUSED.unknown();
  return before;
}

const answer = (world: World, extension: string, license: License): Response =>
  json({
    licenses: [
      { extension, name: extensionOf(world, extension).name, license: licenseOnWire(license) },
    ],
  });
