import { offerOf } from '../catalog.ts';
import type { Context } from '../routes.ts';
import { own } from '../own.ts';
import { termInText } from '../renewal.ts';
import type { World } from '../world.ts';
import { type Payment, tellAgain } from './state.ts';

/** What was done, in the store's own words (`a=upgrade` is the documented one). */
function actionOf(world: World, { basket, state }: Payment): string {
  if (state === 'refunded') return 'refund';
  if (offerOf(world, basket.offer)?.use === 'upgrade') return 'upgrade';
  return basket.licenses.length > 0 ? 'renew' : 'buy';
}

/** What the store sends when money came or went. */
function kaForm(world: World, payment: Payment): URLSearchParams {
  const { token, basket } = payment;
  const form = new URLSearchParams({
    token,
    product: basket.extension,
    a: actionOf(world, payment),
  });
  if (basket.offer !== null) form.set('product-id', basket.offer);
  if (basket.mainKey !== null) form.set('kn', basket.mainKey);
  for (const number of basket.licenses) form.append('ekn', number);
  for (const [name, value] of Object.entries(termInText(basket.term))) form.set(name, value);
  if (world.store.test) form.set('test', 'Y');
  return form;
}

/** Tells the key administrator what became of a payment; `undefined` when it agreed, else the reason. */
export async function tellKa(
  { memory, origins, call }: Context,
  token: string,
): Promise<string | undefined> {
  const sent = await memory.read((world) => {
    const payment = own(world.store.payments, token);
    return payment && { form: kaForm(world, payment), state: payment.state };
  });
  if (!sent) return `There is no payment for ${token}.`;
  try {
    const response = await call(`${origins.ka}/purchases`, { method: 'POST', body: sent.form });
    if (!response.ok)
      throw new Error(
        (await response.text()) || `The key administrator answered ${response.status}.`,
      );
    await memory.change((world) => {
      const payment = own(world.store.payments, token);
      if (payment?.state === sent.state) payment.told = true;
    });
    return undefined;
  } catch (error) {
    await memory.change((world) => tellAgain(world, token));
    return error instanceof Error ? error.message : String(error);
  }
}
