import type { Context } from '../routes.ts';
import type { World } from '../world.ts';
import { type Payment, tellAgain } from './state.ts';

/** What the store sends when money came or went. */
export function kaForm({ host, store }: World, { token, basket, state }: Payment): URLSearchParams {
  const offer = host.offers.find(({ id }) => id === basket.offer);
  const form = new URLSearchParams({ token, product: basket.extension, 'product-id': basket.offer ?? '' });
  const upgrades = offer?.use === 'upgrade';
  form.set('a', state === 'refunded' ? 'refund' : upgrades ? 'upgrade' : basket.licenses.length > 0 ? 'renew' : 'buy');
  if (basket.mainKey !== null) form.set('kn', basket.mainKey);
  for (const number of basket.licenses) form.append('ekn', number);
  if (store.test) form.set('test', 'Y');
  return form;
}

/** Tells the key administrator what became of a payment; `undefined` when it agreed, else the reason. */
export async function tellKa({ memory, origins, call }: Context, token: string): Promise<string | undefined> {
  const sent = await memory.read((world) => {
    const payment = world.store.payments[token];
    return payment && { form: kaForm(world, payment), state: payment.state };
  });
  if (!sent) return `There is no payment for ${token}.`;
  try {
    const response = await call(`${origins.ka}/purchases`, { method: 'POST', body: sent.form });
    if (!response.ok) throw new Error((await response.text()) || `The key administrator answered ${response.status}.`);
    await memory.change((world) => {
      const payment = world.store.payments[token];
      if (payment?.state === sent.state) payment.told = true;
    });
    return undefined;
  } catch (error) {
    await memory.change((world) => tellAgain(world, token));
    return error instanceof Error ? error.message : String(error);
  }
}
