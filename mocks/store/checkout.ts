import { HttpResponse, type HttpHandler } from 'msw';
import type { Money } from '../../src/domain/order.ts';
import { total } from '../../src/domain/renewal.ts';
import { TOKEN_SHAPE } from '../../src/domain/token.ts';
import { offerOf } from '../catalog.ts';
import { instant, now } from '../clock.ts';
import { codeFor } from '../ka/codes.ts';
import { own } from '../own.ts';
import type { Asked, Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { basketOf, linesOf } from './basket.ts';
import { checkout, left, outcome, sorry, support } from './checkout-page.ts';
import { tellKa } from './ka-call.ts';
import { type Html, page } from './page.ts';
import { type Basket, CLAIM_MS, type Payment } from './state.ts';
import { stylesheet } from './stylesheet.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The store's pages: a basket read from the link, four buttons, and an answer to each. */
export const checkoutHandlers = (route: Route, context: Context): HttpHandler[] => {
  const { memory } = context;
  const show = async (title: string, main: Html, status = 200) =>
    HttpResponse.html(page(await memory.read(({ store }) => store.name), title, main), {
      status,
      headers: { 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' },
    });

  return [
    route(
      'stylesheet',
      'get',
      '/checkout.css',
      async () => new HttpResponse(stylesheet, { headers: CSS }),
    ),
    route('support', 'get', '/support', () => show('Support', support())),

    route('checkout', 'get', '/buy/:extension', async (asked) => {
      await memory.change((world) => visited(world, asked));
      const basket = basketOf(asked.part('extension'), asked.url.searchParams);
      const known = await memory.read(({ store }) => own(store.payments, basket.token ?? ''));
      if (known)
        return show('Your order', await memory.read((world) => told(world, known, undefined)));
      const lines = await linesOf(context, basket);
      const price = total(lines.map((line) => line.price));
      if (price === null) return show('Not for sale', sorry('We do not sell this', NOT_SOLD), 404);
      return show('Checkout', checkout(basket, lines, price));
    }),

    route('decide', 'post', '/buy/:extension', async (asked) => {
      const form = new URLSearchParams(await asked.request.text());
      await memory.change((world) => visited(world, asked));
      const basket = basketOf(asked.part('extension'), form);
      const action = form.get('action');
      if (action === 'leave') return show('Left', left(basket));
      if (basket.token === null || !TOKEN_SHAPE.test(basket.token)) {
        return show('Incomplete link', sorry('This link is not complete', NO_TOKEN), 400);
      }
      const price = total((await linesOf(context, basket)).map((line) => line.price));
      const payment = await memory.change((world) => decide(world, basket, action, price));
      if (!payment) return show('Not possible', sorry('That is not possible', NOT_NOW), 409);
      const trouble =
        payment.state === 'later' || payment.told
          ? undefined
          : await tellKa(context, payment.token);
      return show('Your order', await memory.read((world) => told(world, payment, trouble)));
    }),
  ];
};

const CSS = { 'Content-Type': 'text/css', 'Cache-Control': 'no-cache' };
const NOT_SOLD = 'Go back to your panel and start again from there.';
const NO_TOKEN =
  'It carries no order reference. Go back to your panel and start again from there; nothing was charged.';
const NOT_NOW = 'This order cannot be paid or refunded any more.';

/** In the page's own world the browser cannot send a Referer to the store, so the checkout page passes on its own. */
function visited(world: World, { request, url }: Asked): void {
  const headers = Object.fromEntries(request.headers);
  const referer = headers['referer'] ?? headers['x-page-referrer'] ?? '';
  const at = instant(now(world));
  world.store.visits.push({ at, method: request.method, address: url.href, referer, headers });
  if (request.method === 'GET')
    note(world, 'browser', 'store', 'came to buy', url.searchParams.get('token') ?? '');
}

/** Carries a button out; paying twice pays once. `undefined` when it cannot be done now. */
function decide(
  world: World,
  basket: Basket,
  action: string | null,
  price: Money | null,
): Payment | undefined {
  const token = basket.token ?? '';
  const known = own(world.store.payments, token);
  const at = instant(now(world));
  // Whoever asked tells the key administrator at once; others only when that was not heard of for a while.
  const toTell = { told: false, dueAt: now(world), claimedUntil: now(world) + CLAIM_MS };
  if (action === 'refund') {
    if (known?.state === 'paid') Object.assign(known, { state: 'refunded', ...toTell });
    return known?.state === 'refunded' ? known : undefined;
  }
  if (known && known.state !== 'later')
    return known.state === 'paid' && action === 'pay' ? known : undefined;
  if (price === null || (action !== 'pay' && action !== 'later')) return undefined;
  const state = action === 'pay' ? 'paid' : 'later';
  const payment: Payment = { token, basket, price, state, at, ...toTell };
  world.store.payments[token] = payment;
  note(world, 'browser', 'store', state === 'paid' ? 'paid' : 'will pay later', token);
  return payment;
}

/** A license sold on its own comes with a code; one for a domain is delivered instead. */
function told(world: World, payment: Payment, trouble: string | undefined): Html {
  const key = world.ka.keys.find(({ token, body }) => token === payment.token && body !== null);
  const model = offerOf(world, payment.basket.offer)?.model;
  return outcome(payment, key && model !== 'individual' ? codeFor(key) : null, trouble);
}
