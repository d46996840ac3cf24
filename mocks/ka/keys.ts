import { HttpResponse, type HttpHandler } from 'msw';
import { today } from '../clock.ts';
import { licenseOnWire } from '../license-on-wire.ts';
import { json } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { type ActivationCode, type Key, licenseOf } from './state.ts';

/** A key as a host or the store is told of it. */
const told = (key: Key) => ({
  number: `${key.number}.${String(key.version).padStart(4, '0')}`,
  product: key.product,
  endsOn: key.endsOn,
  license: licenseOnWire(licenseOf(key)),
});

const isAttached = (key: Key, mainKey: string | null): boolean =>
  mainKey !== null && key.mainKey === mainKey;

/** A code the way it is kept, however it was typed. */
export const canonical = (typed: string): string =>
  (typed.toUpperCase().match(/[A-Z0-9]/g) ?? []).join('').replace(/.{6}(?=.)/g, '$&-');

/** Why a code is not taken, in the key administrator's own words. */
export type CodeRefusal = 'unknown' | 'expired' | 'used' | 'limit';

function whyNot(
  world: World,
  code: ActivationCode | undefined,
  mainKey: string,
): CodeRefusal | undefined {
  if (!code) return 'unknown';
  if (code.usedBy.includes(mainKey)) return undefined;
  if (code.expiresOn !== null && today(world) > code.expiresOn) return 'expired';
  if (code.usedBy.length >= code.limit) return code.limit > 1 ? 'limit' : 'used';
  return undefined;
}

/** Hands out keys: those attached to a main key, those asked for by number, those behind an activation code. */
export const keyHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route('keys', 'get', '/keys', ({ url }) =>
    memory.change((world) => {
      const mainKey = url.searchParams.get('kn');
      const numbers = url.searchParams.getAll('ekn');
      if (mainKey !== null) note(world, 'host', 'ka', 'retrieve keys', mainKey);
      const keys = world.ka.keys.filter(
        (key) => key.body !== null && (isAttached(key, mainKey) || numbers.includes(key.number)),
      );
      return json({ keys: keys.filter(({ grants }) => grants !== 'copy').map(told) });
    }),
  ),

  route('activate', 'post', '/activations', async ({ request, url }) => {
    const form = new URLSearchParams(await request.text());
    const isPreview = url.searchParams.has('preview');
    return memory.change((world) => {
      const mainKey = form.get('kn') ?? '';
      const code = world.ka.codes.find((each) => each.code === canonical(form.get('code') ?? ''));
      const refused = whyNot(world, code, mainKey);
      if (!code || refused) return HttpResponse.json({ refused }, { status: 409 });
      const keys = world.ka.keys.filter(
        ({ number, body }) => body !== null && code.keys.includes(number),
      );
      if (!isPreview) {
        if (!code.usedBy.includes(mainKey)) code.usedBy.push(mainKey);
        for (const key of keys) key.mainKey = mainKey;
        note(world, 'host', 'ka', 'install key', keys.map(({ number }) => number).join(' '));
      }
      return json({ keys: keys.map(told) });
    });
  }),
];
