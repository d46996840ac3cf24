import type { HttpHandler } from 'msw';
import type * as v from 'valibot';
import { type WireOffer, type WireQuote, WireQuoteRequest } from '../../src/backend/wire.ts';
import { addMonths, type Day } from '../../src/domain/day.ts';
import { type Term, termOf } from '../../src/domain/renewal-term.ts';
import { type CatalogOffer, renewalFor, soldFor } from '../catalog.ts';
import { today } from '../clock.ts';
import { type Origins, storePage } from '../origins.ts';
import { bodyOf, json, Refusal } from '../reply.ts';
import { renewableFrom, renewed, termInText, termsOf } from '../renewal.ts';
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
      const asked = await bodyOf(WireQuoteRequest, request);
      return memory.read((world) => json(quote(world, origins, asked)));
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

/** So far ahead a day may lie that licenses are renewed to. */
const LONGEST_YEARS = 10;

function quote(
  world: World,
  origins: Origins,
  { extensions, ...asked }: v.InferOutput<typeof WireQuoteRequest>,
): v.InferInput<typeof WireQuote> {
  const term = termOf(asked);
  const day = today(world);
  const isTooFar = asked.until !== null && asked.until > addMonths(day, 12 * LONGEST_YEARS);
  if (isTooFar || (asked.until !== null && asked.until <= day)) {
    throw new Refusal(
      422,
      'invalid-request',
      `until: a day after ${day}, within ${LONGEST_YEARS} years.`,
    );
  }
  const answers = extensions.map((key) => answerFor(world, key, day, term));
  const renewable = answers.flatMap((answer) => (answer.period ? [answer.period] : []));
  const [first] = renewable;
  if (!first) {
    throw new Refusal(
      409,
      'invalid-request',
      'None of these licenses can be renewed; buy a license instead.',
    );
  }
  const lines = answers.flatMap(({ line }) => (line ? [line] : []));
  const isAlike = renewable.every(({ months }) => months === first.months);
  return {
    lines,
    left: answers.flatMap(({ left }) => (left ? [left] : [])),
    terms: termsOf(first).filter((months) =>
      renewable.every((each) => termsOf(each).includes(months)),
    ),
    months: asked.until === null ? (asked.months ?? (isAlike ? first.months : null)) : null,
    until: asked.until,
    storeUrl: renewUrl(
      world,
      origins,
      lines.map(({ license }) => license),
      term,
    ),
  };
}

/** What there is to say about one extension: a line, or why there is none. */
function answerFor(world: World, key: string, day: Day, term: Term | null) {
  const { license } = extensionOf(world, key);
  const offer = renewalFor(world, key);
  const endsOn = renewableFrom(license);
  if (!offer?.months || endsOn === undefined || !('number' in license)) {
    return { left: { extension: key, because: 'not-renewable' } };
  }
  const period = { price: offer.price, months: offer.months };
  const found = renewed(period, endsOn, day, term);
  return typeof found === 'string'
    ? { period, left: { extension: key, because: found } }
    : { period, line: { extension: key, license: license.number, offer: offer.id, ...found } };
}

/** The store address at which licenses are renewed. */
export const renewUrl = (
  world: World,
  origins: Origins,
  licenses: readonly string[],
  term: Term | null | undefined,
): string =>
  storePage(origins, '/buy/renewal', {
    kn: world.host.mainKey,
    ekn: licenses.join(','),
    a: 'renew',
    ...termInText(term),
  });
