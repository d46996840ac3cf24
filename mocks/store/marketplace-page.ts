import type { CatalogOffer } from '../catalog.ts';
import { html, type Html } from './page.ts';

/** What a host asks of the store, and where the license is to be sent. */
export interface RoundTrip {
  readonly extension: string;
  /** Where the browser posts the license. */
  readonly callback: string;
  /** The name under which it posts it. */
  readonly field: string;
  /** How many users it is for. */
  readonly users: number;
  /** Number of the host's main key. */
  readonly host: string;
  /** Makes paying twice pay once. */
  readonly reference: string;
}

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** What can be had for an extension: one button each. */
export const choice = (name: string, trip: RoundTrip, offers: readonly CatalogOffer[]): Html =>
  html`<h1>${name}</h1>
    <p class="lead">For ${String(trip.users)} users. The license goes back to your panel.</p>
    <form method="post" action="/marketplace/${encodeURIComponent(trip.extension)}/license">
      ${[
        hidden('callback', trip.callback),
        hidden('licensefieldname', trip.field),
        hidden('users', String(trip.users)),
        hidden('parent_sen', trip.host),
        hidden('reference', trip.reference),
      ]}
      <p class="buttons">
        ${offers.map(
          ({ id, name: offer, price }) =>
            html`<button name="offer" value="${id}" class="main">
              ${offer}: ${price.amount} ${price.currency}
            </button>`,
        )}
      </p>
    </form>`;

/** The license in a form that the person sends to the panel. */
export const handBack = (name: string, { callback, field }: RoundTrip, raw: string): Html =>
  html`<h1>Your license for ${name} is ready</h1>
    <p class="lead">Take it back to your panel. It is also in your account here.</p>
    <form method="post" action="${callback}">
      ${hidden(field, raw)}
      <p class="buttons"><button class="main">Return to your panel</button></p>
    </form>`;
