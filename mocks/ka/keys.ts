import { HttpResponse, type HttpHandler } from 'msw';
import { today } from '../clock.ts';
import { licenseOnWire } from '../license-on-wire.ts';
import { json } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { type ActivationCode, fullNumber, type Key, licenseOf } from './state.ts';

/** A key as a host or the store is told of it. */
export const told = (key: Key) => ({
  number: fullNumber(key),
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

/** A key as it was in one of its versions: `EXT.00123456.0001`. What it is worth today is what counts. */
function earlierKey({ ka }: World, full: string): Key | undefined {
  const key = ka.keys.find(({ number }) => full.startsWith(`${number}.`));
  if (!key) return undefined;
  const versions = [...(key.earlier ?? []), { version: key.version, endsOn: key.endsOn }];
  const found = versions.find(({ version }) => fullNumber({ ...key, version }) === full);
  return found && { ...key, ...found };
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

  route('roll-back-key', 'post', '/keys/:number/roll-back', ({ url, part }) =>
    memory.change((world) => {
      const earlier = earlierKey(world, part('number'));
      const mainKey = url.searchParams.get('kn');
      if (!earlier || !isAttached(earlier, mainKey))
        return HttpResponse.json({ refused: 'unknown' }, { status: 404 });
      if (earlier.standing === 'terminated')
        return HttpResponse.json({ refused: 'terminated' }, { status: 409 });
      note(world, 'host', 'ka', 'roll back key', earlier.number);
      return json({ keys: [told(earlier)] });
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
