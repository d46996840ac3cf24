import type { Backend, OrderBackend } from '../../src/backend/backend.ts';
import { BackendError, type Call } from '../../src/backend/errors.ts';
import type { Network } from './network.ts';
import type { Page } from './page.ts';
import type { Host } from './parties/host.ts';

/** A page's way to its host: plain calls, carried by the network. */
export function hostLine(network: Network, page: Page, host: Host): Backend {
  const { account } = page;
  const send = <T>(call: Call, answer: () => T, signal?: AbortSignal) =>
    network.carry<T>({
      line: page,
      call,
      signal,
      answer,
      instead(failure) {
        throw new BackendError(call, failure);
      },
    });
  const orders: Partial<OrderBackend> = {
    save: (token, wish) => send('save-order', () => host.save(token, wish, account)),
    handOff: (token) => send('hand-off', () => host.handOff(token)),
    orders: (signal) => send('orders', () => host.orders(), signal),
    order: (token, signal) => send('orders', () => host.order(token), signal),
    fulfill: (token) => send('fulfill', () => host.fulfill(token, account)),
    cancel: (token) => send('cancel-order', () => host.cancel(token)),
    mintToken: () => send('mint-token', () => host.mint()),
  };
  return { orders } as Backend;
}
