import type { HttpHandler } from 'msw';
import { instant, now, today } from '../clock.ts';
import { type Origins, storeOrigin } from '../origins.ts';
import { json, Refusal, tagged } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import type { World } from '../world.ts';
import { extensionOf } from './changed.ts';
import { extensionOnWire, inDetail, releaseOf } from './release.ts';

/** How many extensions one answer carries. */
export const PAGE = 500;

/** What is on this host, and who asks. */
export const extensionHandlers = (route: Route, { memory, origins }: Context): HttpHandler[] => [
  route('session', 'get', '/api/session', () =>
    memory.read((world) => json(session(world, origins))),
  ),

  route('extensions', 'get', '/api/extensions', ({ request, url }) =>
    memory.read((world) => {
      const cursor = url.searchParams.get('cursor') ?? '0';
      if (!/^\d{1,9}$/.test(cursor))
        throw new Refusal(400, 'invalid-request', 'cursor: not one of this host.');
      const etag = `W/"${world.clock.startedAt}.${world.host.snapshot}.${today(world)}.${cursor}"`;
      return tagged(request, etag, () => page(world, Number(cursor)));
    }),
  ),

  route('releases', 'get', '/api/extensions/:key/releases', ({ request, part }) =>
    memory.read((world) => {
      const extension = extensionOf(world, part('key'));
      return tagged(
        request,
        `W/"${world.clock.startedAt}.${world.host.snapshot}.releases"`,
        () => ({
          extension: extension.key,
          releases: extension.releases.map((release) => inDetail(extension, release)),
        }),
      );
    }),
  ),
];

function session(world: World, origins: Origins) {
  const { name, version, constraints, vendorZone, actor, capabilities, mainKey } = world.host;
  const { licensesCheckedAt } = world.host;
  return {
    host: { name, version },
    constraints,
    asOf: instant(now(world)),
    vendorZone,
    actor: { id: actor.id, name: actor.name, roles: actor.roles },
    capabilities,
    storeOrigins: [storeOrigin(origins)],
    mainKey,
    licensesCheckedAt,
  };
}

function page(world: World, from: number) {
  const { version, vendorZone, constraints, snapshot, extensions } = world.host;
  const end = from + PAGE;
  return {
    asOf: instant(now(world)),
    hostVersion: version,
    vendorZone,
    constraints,
    snapshot,
    extensions: extensions.slice(from, end).flatMap((extension) => {
      const installed = releaseOf(extension, extension.installed);
      const sellsOffers = world.host.offers.some(
        (offer) => offer.extension === extension.key && offer.model === 'individual',
      );
      return installed
        ? [{ ...extensionOnWire(extension, installed, vendorZone, today(world)), sellsOffers }]
        : [];
    }),
    next: end < extensions.length ? String(end) : null,
  };
}
