import type { HttpHandler } from 'msw';
import type * as v from 'valibot';
import { type WireOffer, type WireQuote, WireQuoteRequest } from '../../src/backend/wire.ts';
import { total } from '../../src/domain/renewal.ts';
import { type CatalogOffer, renewalFor, soldFor } from '../catalog.ts';
import { today } from '../clock.ts';
import { type Origins, storePage } from '../origins.ts';
import { bodyOf, json, Refusal } from '../reply.ts';
import { renewableFrom, renewedTerm } from '../renewal.ts';
import type { Context, Route } from '../routes.ts';
import type { World } from '../world.ts';
import { extensionOf } from './changed.ts';

/** What can be bought, for which domains, and what renewing costs. */
export const offerHandlers = (route: Route, { memory, origins }: Context): HttpHandler[] => [
  route('offers', 'get', '/api/extensions/:key/offers', ({ part }) =>
    memory.read((world) => {
      const { key } = extensionOf(world, part('key'));
      return json({
        offers: offersFor(world, key).map((offer) => offerOnWire(world, origins, offer)),
      });
    }),
  ),

  route('targets', 'get', '/api/targets', ({ url }) =>
    memory.read((world) => {
      const { key } = extensionOf(world, url.searchParams.get('extension') ?? '');
      const isSold = offersFor(world, key).some(({ model }) => model === 'individual');
      return json({ targets: isSold ? world.host.targets : [] });
    }),
  ),

  route(
    'quote',
    'post',
    '/api/renewals/quote',
    async ({ request }) => {
      const { extensions } = await bodyOf(WireQuoteRequest, request);
      return memory.read((world) => json(quote(world, origins, extensions)));
    },
    'quote',
  ),
];

/** A license of the wrong sort is upgraded, anything else bought. */
function offersFor(world: World, key: string): CatalogOffer[] {
  const license = world.host.extensions.find((extension) => extension.key === key)?.license;
  const use = license && 'errors' in license && license.errors.length > 0 ? 'upgrade' : 'buy';
  const trialOffered = license?.kind === 'missing' && license.trialOffered;
  return soldFor(world, key).filter(
    (offer) => offer.use === use && (offer.grants !== 'evaluation' || trialOffered),
  );
}

/** The store address of an offer, from the host, as a reseller would change it. */
export function buyUrl(world: World, origins: Origins, offer: CatalogOffer): string {
  const license = world.host.extensions.find(({ key }) => key === offer.extension)?.license;
  const upgrade =
    offer.use === 'upgrade' && license && 'number' in license
      ? { ekn: license.number, a: 'upgrade' }
      : {};
  return storePage(origins, `/buy/${offer.extension}`, {
    kn: world.host.mainKey,
    'product-id': offer.id,
    ...upgrade,
  });
}

const offerOnWire = (
  world: World,
  origins: Origins,
  offer: CatalogOffer,
): v.InferInput<typeof WireOffer> => ({
  id: offer.id,
  name: offer.name,
  description: offer.description,
  model: offer.model,
  price: offer.price,
  months: offer.months,
  storeUrl: buyUrl(world, origins, offer),
});

function quote(
  world: World,
  origins: Origins,
  extensions: readonly string[],
): v.InferInput<typeof WireQuote> {
  const lines = extensions.flatMap((key) => {
    const { license } = extensionOf(world, key);
    const offer = renewalFor(world, key);
    const endsOn = renewableFrom(license);
    if (!offer?.months || endsOn === undefined || !('number' in license)) return [];
    const { periods, newEndsOn } = renewedTerm(endsOn, offer.months, today(world));
    const price = total(Array.from({ length: periods }, () => offer.price)) ?? offer.price;
    return [
      {
        extension: key,
        license: license.number,
        offer: offer.id,
        price,
        months: periods * offer.months,
        newEndsOn,
      },
    ];
  });
  if (lines.length === 0) {
    throw new Refusal(
      409,
      'invalid-request',
      'None of these licenses can be renewed; buy a license instead.',
    );
  }
  const licenses = lines.map((line) => line.license);
  return { lines, storeUrl: renewUrl(world, origins, licenses) };
}

/** The store address at which licenses are renewed. */
export const renewUrl = (world: World, origins: Origins, licenses: readonly string[]): string =>
  storePage(origins, '/buy/renewal', {
    kn: world.host.mainKey,
    ekn: licenses.join(','),
    a: 'renew',
  });
