import { http, type HttpHandler, HttpResponse } from 'msw';
import { hostPage } from '../origins.ts';
import type { Context } from '../routes.ts';
import { settle } from '../settle.ts';
import { html, type Html, page } from '../store/page.ts';
import { stylesheet } from '../store/stylesheet.ts';
import { keep } from './returned-state.ts';

/** Longer than any license. */
const LONGEST = 20_000;

const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const say = (main: Html, status = 200): Response =>
  HttpResponse.html(page('Example Host', 'License', main, 'License', FOOT), {
    status,
    headers: {
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });

const FOOT = 'A mocked host.';

const KEPT = html`<h1>The license is kept</h1>
  <p class="lead">Sign in to your panel to apply it. You can close this page.</p>`;

const nothingCame = html`<h1>No license came along</h1>
  <p class="lead">Go back to the store and send it once more. You do not have to pay again.</p>`;

const noRoom = html`<h1>There is no room for another license</h1>
  <p class="lead">
    Sign in to your panel, apply or discard those that are kept, and send this one once more from
    your account at the store.
  </p>`;

/**
 * Where the store sends the browser back with a license. A page of the host and no call of the panel: whoever comes need
 * not be signed in and may come from anywhere, nothing but keeping happens, and the address it leads on to holds nothing.
 */
export function callbackHandlers(context: Context): HttpHandler[] {
  const { memory, origins } = context;
  const at = `${origins.host}/license-callback`;
  return [
    http.post(at, async ({ request }) => {
      await settle(context);
      const raw = new URLSearchParams(await request.text()).get('license')?.trim() ?? '';
      if (raw === '' || raw.length > LONGEST) return say(nothingCame, 400);
      if (!(await memory.change((world) => keep(world, raw)))) return say(noRoom, 507);
      return new HttpResponse(null, {
        status: 303,
        headers: { Location: hostPage(origins, '/license-callback/kept') },
      });
    }),
    http.get(`${at}/kept`, () => say(KEPT)),
    http.get(
      `${origins.host}/checkout.css`,
      () => new HttpResponse(stylesheet, { headers: { 'Content-Type': 'text/css' } }),
    ),
  ];
}
