import { HttpResponse, type HttpHandler } from 'msw';
import { addMonths } from '../../src/domain/day.ts';
import { offerOf, renewalFor } from '../catalog.ts';
import { instant, now, today } from '../clock.ts';
import { own } from '../own.ts';
import { json } from '../reply.ts';
import { renewed, termFrom } from '../renewal.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { codeFor } from './codes.ts';
import { addErrand, claim } from './life.ts';
import { told } from './keys.ts';
import { type Errand, type Key, purchaseId } from './state.ts';
import { tellVendor } from './vendor-call.ts';

/** Takes purchases and refunds from the store, and says how far they are. */
export const purchaseHandlers = (route: Route, context: Context): HttpHandler[] => [
  route('purchase', 'post', '/purchases', async ({ request }) => {
    const form = new URLSearchParams(await request.text());
    const refused = await context.memory.read((world) => whyNot(world, form));
    if (refused !== undefined) return HttpResponse.text(refused, { status: 400 });
    const errands = await context.memory.change((world) => {
      note(
        world,
        'store',
        'ka',
        form.get('a') === 'refund' ? 'refunded' : 'paid',
        form.get('token') ?? '',
      );
      return (form.get('a') === 'refund' ? refund(world, form) : accept(world, form)).filter(
        (each) => claim(world, each),
      );
    });
    const answers = [];
    for (const errand of errands) answers.push(await tellVendor(context, errand));
    const failure = answers.find((told) => !told.ok);
    // Whoever placed the request is handed the vendor's failure.
    if (failure && !failure.ok) return HttpResponse.text(failure.reason, { status: 502 });
    return json({ accepted: form.get('token') }, { status: 202 });
  }),

  route('purchase-state', 'get', '/purchases/:token', ({ part }) =>
    context.memory.read((world) => {
      const purchase = own(world.ka.purchases, part('token'));
      if (!purchase) return HttpResponse.text('No such purchase is known yet.', { status: 404 });
      const { paidAt, refunded, keys } = purchase;
      const open = world.ka.outbox.some(
        ({ token, action }) => token === purchase.token && action !== 'TERMINATE',
      );
      return json({
        state: refunded ? 'refunded' : open ? 'paid' : 'issued',
        paidAt,
        attached: keys.every((number) =>
          world.ka.keys.some((key) => key.number === number && key.mainKey !== null),
        ),
        keys: keys.flatMap((number) => {
          const key = world.ka.keys.find((each) => each.number === number);
          return key ? [told(key)] : [];
        }),
      });
    }),
  ),
];

function whyNot(world: World, form: URLSearchParams): string | undefined {
  if (!form.get('token')) return 'token is missing: a purchase is known by it.';
  const offer = offerOf(world, form.get('product-id'));
  const isRenewal = form.get('a') === 'renew' || form.get('a') === 'refund';
  return offer || isRenewal ? undefined : `There is no product ${form.get('product-id')}.`;
}

/** Notes a purchase and what the vendor must be told. The same token again adds nothing. */
function accept(world: World, form: URLSearchParams): Errand[] {
  const token = form.get('token') ?? '';
  const { ka } = world;
  const known = own(ka.purchases, token);
  if (known) return ka.outbox.filter((errand) => errand.token === token);
  const errands =
    form.get('a') === 'buy'
      ? [sell(world, token, form)]
      : form.getAll('ekn').flatMap((each) => mend(world, token, form, each));
  const keys = errands.map(({ key }) => key);
  ka.purchases[token] = { token, paidAt: instant(now(world)), keys, refunded: false };
  return errands;
}

function sell(world: World, token: string, form: URLSearchParams): Errand {
  const offer = offerOf(world, form.get('product-id'));
  const months =
    offer?.months ??
    (offer?.grants === 'perpetual' && offer.model !== 'pay-as-you-go'
      ? 12
      : offer?.grants === 'evaluation'
        ? 1
        : null);
  const key: Key = {
    number: `EXT.${String(world.ka.nextNumber++).padStart(8, '0')}`,
    version: 1,
    product: form.get('product') ?? '',
    offer: offer?.id ?? '',
    mainKey: world.ka.attaches ? form.get('kn') : null,
    grants: offer?.grants ?? 'copy',
    standing: 'active',
    errors: [],
    createdOn: today(world),
    endsOn: null,
    renewsEvery: offer?.grants === 'subscription' ? offer.months : null,
    renewalTriedOn: null,
    body: null,
    token,
    test: form.get('test') === 'Y',
    before: null,
    ...(offer?.model === 'pay-as-you-go' ? { usage: { askedOn: today(world), counters: {} } } : {}),
  };
  world.ka.keys.push(key);
  world.ka.codes.push({
    code: codeFor(key),
    keys: [key.number],
    usedBy: [],
    limit: 1,
    expiresOn: null,
  });
  const endsOn = months === null ? null : addMonths(key.createdOn, months);
  return addErrand(world, { action: 'PURCHASE', key: key.number, token, endsOn }, world.ka.delay);
}

const FREE = { amount: '0.00', currency: 'USD' };

function mend(world: World, token: string, form: URLSearchParams, number: string): Errand[] {
  const key = world.ka.keys.find((each) => each.number === number);
  if (!key) return [];
  if (form.get('a') === 'upgrade') {
    const { endsOn } = key;
    return [addErrand(world, { action: 'UPGRADE', key: number, token, endsOn }, world.ka.delay)];
  }
  // Paid at the store: the vendor gets its money, so it has no reason to refuse any more.
  delete world.vendor.unpaid?.[purchaseId(key)];
  const offer = renewalFor(world, key.product);
  const period = { price: offer?.price ?? FREE, months: offer?.months ?? 12 };
  const day = today(world);
  const found = renewed(period, key.endsOn ?? day, day, termFrom(form));
  if (typeof found === 'string') return [];
  const endsOn = found.newEndsOn;
  return [addErrand(world, { action: 'RENEW', key: number, token, endsOn }, world.ka.delay)];
}

/** A refunded purchase is terminated; a refunded renewal gives the former end back. */
function refund(world: World, form: URLSearchParams): Errand[] {
  const purchase = own(world.ka.purchases, form.get('token') ?? '');
  if (!purchase || purchase.refunded) return [];
  purchase.refunded = true;
  world.ka.outbox = world.ka.outbox.filter(({ token }) => token !== purchase.token);
  return world.ka.keys
    .filter(({ number }) => purchase.keys.includes(number))
    .flatMap((key) => {
      if (key.token === purchase.token) {
        key.standing = 'terminated';
        return [
          addErrand(world, {
            action: 'TERMINATE',
            key: key.number,
            token: key.token,
            endsOn: key.endsOn,
          }),
        ];
      }
      if (key.before) Object.assign(key, { ...key.before, before: null });
      return [];
    });
}
