import type { HttpHandler } from 'msw';
import { asDay, WireAutoUpdate, WireHoldRequest, WireSkipRequest } from '../../src/backend/wire.ts';
import { bodyOf, json, nothing, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { changed, did, extensionOf } from './changed.ts';
import { releaseOf } from './release.ts';

/** Keeps what an administrator does not want installed for now, and what by itself. */
export const choiceHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route(
    'hold',
    'put',
    '/api/extensions/:key/hold',
    async ({ request, part }) => {
      const { reason, until, ground } = await bodyOf(WireHoldRequest, request);
      return memory.change((world) => {
        const extension = extensionOf(world, part('key'));
        const by = world.host.actor.name;
        extension.hold = { reason, by, until: until === null ? null : asDay(until), ground };
        changed(world);
        did(world, 'hold', { extension: extension.key, reason });
        return nothing();
      });
    },
    'hold',
  ),

  route(
    'release-hold',
    'delete',
    '/api/extensions/:key/hold',
    ({ part }) =>
      memory.change((world) => {
        const extension = extensionOf(world, part('key'));
        if (extension.hold === null) return nothing();
        extension.hold = null;
        changed(world);
        did(world, 'release-hold', { extension: extension.key });
        return nothing();
      }),
    'hold',
  ),

  route(
    'skip',
    'put',
    '/api/extensions/:key/skips/:version',
    async ({ request, part }) => {
      const { reason } = await bodyOf(WireSkipRequest, request);
      return memory.change((world) => {
        const extension = extensionOf(world, part('key'));
        const version = part('version');
        if (!releaseOf(extension, version))
          throw new Refusal(404, 'not-found', `There is no release ${version}.`);
        const skip = { version, reason, by: world.host.actor.name };
        extension.skipped = [...without(extension.skipped, version), skip];
        changed(world);
        did(world, 'skip', { extension: extension.key, to: version, reason });
        return nothing();
      });
    },
    'hold',
  ),

  route(
    'end-skip',
    'delete',
    '/api/extensions/:key/skips/:version',
    ({ part }) =>
      memory.change((world) => {
        const extension = extensionOf(world, part('key'));
        const left = without(extension.skipped, part('version'));
        if (left.length === (extension.skipped?.length ?? 0)) return nothing();
        extension.skipped = left;
        changed(world);
        did(world, 'end-skip', { extension: extension.key, to: part('version') });
        return nothing();
      }),
    'hold',
  ),

  route(
    'auto-update',
    'put',
    '/api/extensions/:key/auto-update',
    async ({ request, part }) => {
      const { enabled } = await bodyOf(WireAutoUpdate, request);
      return memory.change((world) => {
        const extension = extensionOf(world, part('key'));
        if (extension.autoUpdate === undefined) {
          const why = `"${extension.key}" cannot be updated automatically.`;
          throw new Refusal(409, 'invalid-request', why);
        }
        if (extension.autoUpdate === enabled) return nothing();
        extension.autoUpdate = enabled;
        changed(world);
        did(world, switched(enabled), { extension: extension.key });
        return nothing();
      });
    },
    'autoUpdate',
  ),

  route(
    'auto-update-all',
    'put',
    '/api/auto-update',
    async ({ request }) => {
      const { enabled } = await bodyOf(WireAutoUpdate, request);
      return memory.change((world) => {
        const others = world.host.extensions.filter(
          ({ autoUpdate, installed }) => autoUpdate === !enabled && installed !== null,
        );
        for (const extension of others) extension.autoUpdate = enabled;
        if (others.length > 0) {
          changed(world);
          did(world, switched(enabled), { count: others.length });
        }
        return json({ changed: others.length });
      });
    },
    'autoUpdate',
  ),
];

const without = <T extends { readonly version: string }>(
  skips: readonly T[] = [],
  version: string,
): T[] => skips.filter((skip) => skip.version !== version);

const switched = (enabled: boolean) => (enabled ? 'auto-update-on' : 'auto-update-off');
