import type { Money } from '../../src/domain/order.ts';
import { termInText } from '../renewal.ts';
import { html, type Html } from './page.ts';
import type { Basket, Payment } from './state.ts';

/** One thing in the basket. */
export interface BasketLine {
  readonly name: string;
  readonly detail: string;
  readonly price: Money;
}

const shown = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(Number(amount));

const field = (name: string, value: string | null): Html =>
  value === null ? html`` : html`<input type="hidden" name="${name}" value="${value}" />`;

/** What came in the link goes back with every button, and nothing else. */
const fields = (basket: Basket): readonly Html[] => [
  field('token', basket.token),
  field('product-id', basket.offer),
  field('kn', basket.mainKey),
  ...(basket.licenses.length > 0 ? [field('ekn', basket.licenses.join(','))] : []),
  ...Object.entries(termInText(basket.term)).map(([name, value]) => field(name, value)),
];

const button = (action: string, label: string, kind = 'quiet'): Html =>
  html`<button name="action" value="${action}" class="${kind}">${label}</button>`;

const form = (basket: Basket, buttons: readonly Html[]): Html =>
  html`<form method="post" action="/buy/${encodeURIComponent(basket.extension)}">
    ${fields(basket)}
    <p class="buttons">${buttons}</p>
  </form>`;

const reference = ({ token }: Basket): Html =>
  token === null
    ? html``
    : html`<p class="reference">Order reference ends in <code>${token.slice(-4)}</code></p>`;

/** The basket with its price and the ways to go on. The store knows a token and a product, and no domain. */
export function checkout(basket: Basket, lines: readonly BasketLine[], price: Money): Html {
  return html`<h1>Your order</h1>
    <ul class="lines">
      ${lines.map(
        (line) =>
          html`<li>
            <span><b>${line.name}</b><small>${line.detail}</small></span
            ><span>${shown(line.price)}</span>
          </li>`,
      )}
    </ul>
    <p class="total"><span>Total</span><span>${shown(price)}</span></p>
    ${form(basket, [button('pay', `Pay ${shown(price)}`, 'main'), button('later', 'Pay later'), button('leave', 'Leave')])}
    ${reference(basket)}`;
}

/** What the store says once something was decided. */
export function outcome(payment: Payment, code: string | null, trouble: string | undefined): Html {
  const { basket, state } = payment;
  switch (state) {
    case 'paid':
      return html`<h1>Thank you, it is paid</h1>
        <p class="lead">
          We received ${shown(payment.price)}. You can close this page: what you bought goes on by
          itself.
        </p>
        ${trouble === undefined ? html`` : html`<p class="notice">The license is still being prepared. We keep trying.</p>`}
        ${code === null ? html`` : html`<p class="notice">Your activation code, also sent by mail: <code>${code}</code></p>`}
        ${form(basket, [button('refund', 'Refund')])} ${reference(basket)}`;
    case 'later':
      return html`<h1>We are waiting for your payment</h1>
        <p class="lead">
          Nothing was charged. Come back to this page to pay; your order is kept until then.
        </p>
        ${form(basket, [button('pay', `Pay ${shown(payment.price)}`, 'main'), button('leave', 'Leave')])}
        ${reference(basket)}`;
    case 'refunded':
      return html`<h1>Refunded</h1>
        <p class="lead">
          ${shown(payment.price)} goes back to where it came from. The license is withdrawn.
        </p>
        ${reference(basket)}`;
  }
}

export const left = (basket: Basket): Html =>
  html`<h1>You have left the checkout</h1>
    <p class="lead">Nothing was charged. You can close this page.</p>
    ${reference(basket)}`;

/** A page that cannot sell anything, and why. */
export const sorry = (title: string, reason: string): Html =>
  html`<h1>${title}</h1>
    <p class="lead">${reason}</p>`;

export const support = (): Html =>
  html`<h1>How can we help?</h1>
    <p class="lead">
      Tell us the last four characters of your order reference, and never the whole of it.
    </p>`;
