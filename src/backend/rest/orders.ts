import * as v from 'valibot';
import type { Order } from '../../domain/order.ts';
import type { OrderBackend, OrderBook } from '../backend.ts';
import { BackendError, type Call } from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { WireMinted, WireOffer, WireOrder, WireOrders, WireTarget, WireToken } from '../wire.ts';
import { partTwins, readEach } from './entries.ts';
import { toOrder } from './order.ts';
import { type Answer, readAnswer, type RestOptions, type Transport } from './transport.ts';

const path = (token: string) => `/orders/${encodeURIComponent(token)}`;

/** An answer about another order than the one asked for is no answer. */
function orderFrom(answer: Answer, call: Call, token: string): Order {
  const order = toOrder(readAnswer(WireOrder, call, answer, 'order'));
  if (order.token === token) return order;
  const expected = 'the token asked about';
  throw new BackendError(call, { kind: 'unreadable', at: 'order.token', expected });
}

const Named = v.fallback(v.object({ token: v.fallback(v.nullable(WireToken), null) }), {
  token: null,
});

/** One order that makes no sense must neither hide the others nor vanish itself: there may be money in it. */
function bookOf(entries: readonly unknown[]): OrderBook {
  const sound: Order[] = [];
  const unreadable: OrderBook['unreadable'][number][] = [];
  for (const entry of entries) {
    try {
      sound.push(toOrder(read(WireOrder, entry, 'order')));
    } catch (cause) {
      if (!(cause instanceof ContractBreach)) throw cause;
      const { token } = v.parse(Named, entry);
      unreadable.push({ token, at: cause.at, expected: cause.expected });
    }
  }
  const { single, twins } = partTwins(sound, ({ token }) => token);
  for (const token of new Set(twins.map((order) => order.token))) {
    unreadable.push({ token, at: 'order.token', expected: 'a token of its own' });
  }
  return { orders: single, unreadable };
}

/** Loaded when a host first offers events; most never do. */
async function orderEvents() {
  try {
    return await import('./order-events.ts');
  } catch (cause) {
    throw new BackendError('orders', { kind: 'unreachable' }, { cause });
  }
}

/** The contract's calls about purchases. */
export function restOrders(send: Transport, options: RestOptions): OrderBackend {
  return {
    async offers(key, signal) {
      const path = `/extensions/${encodeURIComponent(key)}/offers`;
      const answer = await send({ call: 'offers', path, signal });
      return readEach(WireOffer, 'offers', answer, 'offers', ({ id }) => id);
    },
    async targets(key, signal) {
      const path = `/targets?extension=${encodeURIComponent(key)}`;
      const answer = await send({ call: 'targets', path, signal });
      return readEach(WireTarget, 'targets', answer, 'targets', ({ id }) => id);
    },
    async mintToken() {
      const answer = await send({ call: 'mint-token', path: '/tokens', method: 'POST' });
      return readAnswer(WireMinted, 'mint-token', answer, '').token;
    },
    async save(token, { kind, extension, offer, target, licenses, term, priceShown }) {
      const body = { kind, extension, offer, target, licenses, ...term, priceShown };
      const answer = await send({ call: 'save-order', path: path(token), method: 'PUT', body });
      return orderFrom(answer, 'save-order', token);
    },
    async handOff(token) {
      await send({
        call: 'hand-off',
        path: `${path(token)}/hand-off`,
        method: 'PUT',
        // In the same tab the store takes this page's place while it is on its way.
        outlivesPage: true,
      });
    },
    async orders(signal) {
      const answer = await send({ call: 'orders', path: '/orders', signal });
      return bookOf(readAnswer(WireOrders, 'orders', answer, '').orders);
    },
    async order(token, signal) {
      return orderFrom(await send({ call: 'orders', path: path(token), signal }), 'orders', token);
    },
    async events(token, told, signal) {
      const { followOrder } = await orderEvents();
      await followOrder(options, token, told, signal);
    },
    async fulfill(token) {
      const answer = await send({
        call: 'fulfill',
        path: `${path(token)}/fulfillment`,
        method: 'POST',
        idempotencyKey: token,
      });
      return orderFrom(answer, 'fulfill', token);
    },
    async cancel(token) {
      const answer = await send({ call: 'cancel-order', path: path(token), method: 'DELETE' });
      return orderFrom(answer, 'cancel-order', token);
    },
  };
}
