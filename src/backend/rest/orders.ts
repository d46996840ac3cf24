import * as v from 'valibot';
import type { Order } from '../../domain/order.ts';
import type { OrderBackend, OrderBook } from '../backend.ts';
import { BackendError, type Call } from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { WireOffers, WireOrder, WireOrders, WireTargets, WireToken } from '../wire.ts';
import { toOrder } from './order.ts';
import { type Answer, readAnswer, type Transport } from './transport.ts';

const path = (token: string) => `/orders/${encodeURIComponent(token)}`;

/** An answer about another order than the one asked for is no answer. */
function orderFrom(answer: Answer, call: Call, token: string): Order {
  const order = toOrder(readAnswer(WireOrder, call, answer, 'order'));
  if (order.token !== token) throw new BackendError(call, { kind: 'unreadable', at: 'order.token', expected: 'the token asked about' });
  return order;
}

/** One order that makes no sense must neither hide the others nor vanish itself: there may be money in it. */
function bookOf(entries: readonly unknown[]): OrderBook {
  const orders: Order[] = [];
  const unreadable: OrderBook['unreadable'][number][] = [];
  for (const entry of entries) {
    try {
      orders.push(toOrder(read(WireOrder, entry, 'order')));
    } catch (cause) {
      if (!(cause instanceof ContractBreach)) throw cause;
      const named = v.safeParse(v.object({ token: WireToken }), entry);
      const token = named.success ? named.output.token : null;
      unreadable.push({ token, at: cause.at, expected: cause.expected });
    }
  }
  return { orders, unreadable };
}

/** The contract's calls about purchases. */
export function restOrders(send: Transport): OrderBackend {
  return {
    async offers(key, signal) {
      const request = { call: 'offers', path: `/extensions/${encodeURIComponent(key)}/offers`, signal } as const;
      return readAnswer(WireOffers, 'offers', await send(request), '').offers;
    },
    async targets(key, signal) {
      const request = { call: 'targets', path: `/targets?extension=${encodeURIComponent(key)}`, signal } as const;
      return readAnswer(WireTargets, 'targets', await send(request), '').targets;
    },
    async save(token, wish) {
      return orderFrom(await send({ call: 'save-order', path: path(token), method: 'PUT', body: wish }), 'save-order', token);
    },
    async handOff(token) {
      await send({ call: 'hand-off', path: `${path(token)}/hand-off`, method: 'PUT' });
    },
    async orders(signal) {
      const answer = await send({ call: 'orders', path: '/orders', signal });
      return bookOf(readAnswer(WireOrders, 'orders', answer, '').orders);
    },
    async order(token, signal) {
      return orderFrom(await send({ call: 'orders', path: path(token), signal }), 'orders', token);
    },
    async fulfill(token) {
      const request = { call: 'fulfill', path: `${path(token)}/fulfillment`, method: 'POST', idempotencyKey: token } as const;
      return orderFrom(await send(request), 'fulfill', token);
    },
    async cancel(token) {
      return orderFrom(await send({ call: 'cancel-order', path: path(token), method: 'DELETE' }), 'cancel-order', token);
    },
  };
}
