import { HttpResponse, type HttpHandler } from 'msw';
import * as v from 'valibot';
import { toLicense } from '../../src/backend/rest/release.ts';
import { WireLicense } from '../../src/backend/wire.ts';
import { endOf } from '../../src/domain/license.ts';
import { newToken, TOKEN_SHAPE } from '../../src/domain/token.ts';
import { soldFor } from '../catalog.ts';
import { instant, now } from '../clock.ts';
import { own } from '../own.ts';
import { writeRaw } from '../raw-license.ts';
import type { Asked, Context, Route } from '../routes.ts';
import type { World } from '../world.ts';
import { sorry } from './checkout-page.ts';
import { tellKa } from './ka-call.ts';
import { choice, handBack, type RoundTrip } from './marketplace-page.ts';
import { type Html, page } from './page.ts';
import { CLAIM_MS } from './state.ts';

const Issued = v.object({
  keys: v.pipe(v.array(v.object({ product: v.string(), license: WireLicense })), v.minLength(1)),
});

/**
 * The other way of selling: a form of the host's brings the browser here, and a form of this store's takes it back with
 * the license in it (`callback`, `licensefieldname`, `users`, `parent_sen`). No order is kept at the host meanwhile.
 */
export const marketplaceHandlers = (route: Route, context: Context): HttpHandler[] => {
  const { memory, origins, call } = context;

  const show = async (title: string, main: Html, to: string | null, status = 200) =>
    HttpResponse.html(page(await memory.read(({ store }) => store.name), title, main), {
      status,
      headers: {
        'Content-Security-Policy': `default-src 'none'; style-src 'self'; form-action 'self'${to === null ? '' : ` ${to}`}; base-uri 'none'; frame-ancestors 'none'`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
      },
    });

  const offer = async (asked: Asked, given: URLSearchParams) => {
    const trip = tripOf(asked.part('extension'), given);
    if (!trip)
      return show('Incomplete', sorry('This link is not complete', NO_WAY_BACK), null, 400);
    const main = await memory.read((world) =>
      choice(nameOf(world, trip), trip, offersOf(world, trip)),
    );
    return show('Marketplace', main, null);
  };

  return [
    route('marketplace', 'get', '/marketplace/:extension', (asked) =>
      offer(asked, asked.url.searchParams),
    ),
    route('marketplace', 'post', '/marketplace/:extension', async (asked) =>
      offer(asked, new URLSearchParams(await asked.request.text())),
    ),
    route('hand-back', 'post', '/marketplace/:extension/license', async (asked) => {
      const form = new URLSearchParams(await asked.request.text());
      const trip = tripOf(asked.part('extension'), form);
      if (!trip)
        return show('Incomplete', sorry('This link is not complete', NO_WAY_BACK), null, 400);
      const isSold = await memory.change((world) => pay(world, trip, form.get('offer')));
      if (!isSold)
        return show('Not for sale', sorry('We do not sell this', NO_WAY_BACK), null, 404);
      await tellKa(context, trip.reference);
      const answer: unknown = await call(`${origins.ka}/purchases/${trip.reference}`).then(
        (it) => it.json(),
        () => undefined,
      );
      const issued = v.safeParse(Issued, answer);
      const [key] = issued.success ? issued.output.keys : [];
      const license = key && toLicense(key.license);
      const kind = license?.kind;
      if (!license || (kind !== 'evaluation' && kind !== 'perpetual' && kind !== 'subscription'))
        return show('In a moment', sorry('Your license is not ready yet', LATER), null, 202);
      const { extension, users, host, callback } = trip;
      const endsOn = endOf(license) ?? null;
      const raw = writeRaw({
        license: license.number,
        product: extension,
        kind,
        endsOn,
        users,
        host,
      });
      const main = await memory.read((world) => handBack(nameOf(world, trip), trip, raw));
      return show('Your license', main, new URL(callback).origin);
    }),
  ];
};

const NO_WAY_BACK = 'Go back to your panel and start again from there; nothing was charged.';
const LATER = 'It is paid. Reload this page in a minute; nothing is paid twice.';

/** Reads what the host asks for. A license is sent nowhere but to a web address. */
function tripOf(extension: string, given: URLSearchParams): RoundTrip | undefined {
  const callback = given.get('callback') ?? '';
  const field = given.get('licensefieldname') || 'license';
  const reference = given.get('reference') ?? newToken();
  if (!URL.canParse(callback) || !/^https?:$/.test(new URL(callback).protocol)) return undefined;
  if (!/^\w{1,50}$/.test(field) || !TOKEN_SHAPE.test(reference)) return undefined;
  const users = Math.max(1, Math.min(10_000, Math.trunc(Number(given.get('users')) || 10)));
  return { extension, callback, field, users, host: given.get('parent_sen') ?? '', reference };
}

const nameOf = ({ host }: World, { extension }: RoundTrip): string =>
  host.extensions.find(({ key }) => key === extension)?.name ?? extension;

const offersOf = (world: World, { extension }: RoundTrip) =>
  soldFor(world, extension).filter(({ use, model }) => use === 'buy' && model !== 'individual');

/** Takes the payment, once per reference; `false` = that is not sold. The key hangs on no host until the license is applied. */
function pay(world: World, trip: RoundTrip, id: string | null): boolean {
  if (own(world.store.payments, trip.reference)) return true;
  const offer = offersOf(world, trip).find((each) => each.id === id);
  if (!offer) return false;
  const { extension, reference: token } = trip;
  const basket = { extension, token, offer: offer.id, mainKey: null, licenses: [] };
  const told = { told: false, dueAt: now(world), claimedUntil: now(world) + CLAIM_MS };
  const { price } = offer;
  world.store.payments[token] = {
    token,
    basket,
    price,
    state: 'paid',
    at: instant(now(world)),
    ...told,
  };
  return true;
}
