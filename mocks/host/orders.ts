import type { HttpHandler } from 'msw';
import type * as v from 'valibot';
import { type WireOrder, WireWish } from '../../src/backend/wire.ts';
import { isSettled, type Order, sameWish, type Wish } from '../../src/domain/order.ts';
import { termOf } from '../../src/domain/renewal-term.ts';
import { soldFor } from '../catalog.ts';
import { instant, now } from '../clock.ts';
import { type Origins, storePage } from '../origins.ts';
import { own } from '../own.ts';
import { bodyOf, json, nothing, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { did } from './changed.ts';
import { buyUrl, renewUrl } from './offers.ts';
import { refresh } from './order-news.ts';
import { record } from './order-record.ts';

/** Keeps the orders: a wish is saved here before a store link exists, and followed from here until it is delivered. */
export const orderHandlers = (route: Route, context: Context): HttpHandler[] => {
  const { memory, origins } = context;
  return [
    route(
      'save-order',
      'put',
      '/api/orders/:token',
      async ({ request, part }) => {
        const { months, until, ...rest } = await bodyOf(WireWish, request);
        const term = termOf({ months, until });
        const wish: Wish = { ...rest, ...(term && { term }) };
        return memory.change((world) => {
          const token = part('token');
          const known = own(world.host.orders, token);
          if (known && !sameWish(known, wish)) {
            throw new Refusal(409, 'order-differs', 'This token already belongs to another wish.');
          }
          const order = known ?? record(world, token, wish);
          return json(orderOnWire(world, origins, order), { status: known ? 200 : 201 });
        });
      },
      'purchase',
    ),

    route(
      'hand-off',
      'put',
      '/api/orders/:token/hand-off',
      ({ part }) => memory.change((world) => handOff(world, part('token'))),
      'purchase',
    ),

    route('orders', 'get', '/api/orders', () =>
      memory.read((world) =>
        json({
          orders: Object.values(world.host.orders).map((order) =>
            orderOnWire(world, origins, order),
          ),
        }),
      ),
    ),

    route('order', 'get', '/api/orders/:token', async ({ part }) => {
      await memory.read((world) => orderOf(world, part('token')));
      const trouble = await refresh(context, part('token'));
      return (
        trouble ??
        memory.read((world) => json(orderOnWire(world, origins, orderOf(world, part('token')))))
      );
    }),

    route(
      'cancel-order',
      'delete',
      '/api/orders/:token',
      ({ part }) =>
        memory.change((world) => {
          const order = orderOf(world, part('token'));
          if (order.state === 'canceled') return json(orderOnWire(world, origins, order));
          if (order.steps.paid !== null || isSettled(order.state)) {
            throw new Refusal(
              409,
              'gone',
              'This order is paid or over; ask the store for a refund.',
            );
          }
          const canceled: Order = { ...order, state: 'canceled' };
          world.host.orders[order.token] = canceled;
          did(world, 'cancel-order', { extension: order.extension, about: order.title });
          return json(orderOnWire(world, origins, canceled));
        }),
      'purchase',
    ),
  ];
};

/** The admin followed the link; said again, it changes nothing. */
function handOff(world: World, token: string): Response {
  const order = orderOf(world, token);
  if (order.steps.atStore !== null) return nothing();
  const steps = { ...order.steps, atStore: instant(now(world)) };
  const state = order.state === 'prepared' ? 'handed-off' : order.state;
  world.host.orders[token] = { ...order, state, steps };
  note(world, 'panel', 'host', 'handed off', token);
  return nothing();
}

/** The order of that token. @throws Refusal 404. */
export function orderOf({ host }: World, token: string): Order {
  const order = own(host.orders, token);
  if (!order) throw new Refusal(404, 'not-found', 'This host has not heard of that order.');
  return order;
}

const PAYABLE: readonly Order['state'][] = ['prepared', 'handed-off', 'pending', 'action-needed'];

/** An order as it travels, with the address at which it can still be paid. */
export function orderOnWire(
  world: World,
  origins: Origins,
  order: Order,
): v.InferInput<typeof WireOrder> {
  const { unknownState: _, licenses, term, delivery, ...rest } = order;
  const offer = soldFor(world, order.extension).find(({ id }) => id === order.offer);
  const address =
    order.kind === 'renewal' || !offer
      ? renewUrl(world, origins, licenses, term)
      : buyUrl(world, origins, offer);
  return {
    ...rest,
    licenses: [...licenses],
    delivery: delivery && [...delivery],
    ...term,
    storeUrl: PAYABLE.includes(order.state) ? address : null,
    supportUrl: storePage(origins, '/support', {}),
  };
}
