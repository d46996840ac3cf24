import type { HttpHandler } from 'msw';
import type * as v from 'valibot';
import { type WireOrder, WireWish } from '../../src/backend/wire.ts';
import {
  isSettled,
  openOrderFor,
  type Order,
  sameWish,
  type Wish,
} from '../../src/domain/order.ts';
import { TOKEN_SHAPE } from '../../src/domain/token.ts';
import { offerOf, soldFor } from '../catalog.ts';
import { instant, now } from '../clock.ts';
import { type Origins, storePage } from '../origins.ts';
import { bodyOf, json, nothing, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { did, extensionOf } from './changed.ts';
import { buyUrl, renewUrl } from './offers.ts';
import { refresh } from './order-news.ts';

/** Keeps the orders: a wish is saved here before a store link exists, and followed from here until it is delivered. */
export const orderHandlers = (route: Route, context: Context): HttpHandler[] => {
  const { memory, origins } = context;
  return [
    route(
      'save-order',
      'put',
      '/api/orders/:token',
      async ({ request, part }) => {
        const wish: Wish = await bodyOf(WireWish, request);
        return memory.change((world) => {
          const token = part('token');
          const known = world.host.orders[token];
          if (known && !sameWish(known, wish)) {
            throw new Refusal(409, 'order-differs', 'This token already belongs to another wish.');
          }
          const order = known ?? record(world, token, wish);
          return json(orderOnWire(world, origins, order), { status: known ? 200 : 201 });
        });
      },
      'purchase',
    ),

    route('hand-off', 'put', '/api/orders/:token/hand-off', ({ part }) =>
      memory.change((world) => {
        const order = orderOf(world, part('token'));
        if (order.steps.atStore !== null) return nothing();
        const steps = { ...order.steps, atStore: instant(now(world)) };
        const state = order.state === 'prepared' ? 'handed-off' : order.state;
        world.host.orders[order.token] = { ...order, state, steps };
        note(world, 'panel', 'host', 'handed off', order.token);
        return nothing();
      }),
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
          did(world, 'canceled the order', order.title);
          return json(orderOnWire(world, origins, canceled));
        }),
      'purchase',
    ),
  ];
};

/** The order of that token. @throws Refusal 404. */
export function orderOf({ host }: World, token: string): Order {
  const order = host.orders[token];
  if (!order) throw new Refusal(404, 'not-found', 'This host has not heard of that order.');
  return order;
}

function record(world: World, token: string, wish: Wish): Order {
  if (!TOKEN_SHAPE.test(token))
    throw new Refusal(422, 'invalid-request', 'token: 22 to 128 URL-safe characters.');
  const open = openOrderFor(wish, Object.values(world.host.orders));
  if (open)
    throw new Refusal(
      409,
      'wish-open',
      'An order for exactly this is open; go on with it.',
      open.token,
    );
  requireSense(world, wish);
  const { id, name } = world.host.actor;
  const at = instant(now(world));
  const order: Order = {
    ...wish,
    token,
    state: 'prepared',
    unknownState: null,
    title: titleOf(world, wish),
    steps: {
      recorded: at,
      atStore: null,
      paid: null,
      vendorTold: null,
      ready: null,
      delivered: null,
    },
    startedBy: { id, name },
    startedAt: at,
    echo: null,
    intervalSeconds: 0,
    storeUrl: null,
    supportUrl: null,
    reason: null,
    test: false,
  };
  world.host.orders[token] = order;
  note(world, 'panel', 'host', 'order saved', token);
  did(world, 'started the order', order.title);
  return order;
}

function requireSense(world: World, wish: Wish): void {
  extensionOf(world, wish.extension);
  const { targets } = world.host;
  const offer = soldFor(world, wish.extension).find(({ id }) => id === wish.offer);
  if (!offer && wish.kind !== 'renewal') {
    throw new Refusal(
      422,
      'invalid-request',
      `offer: "${wish.offer}" is not sold for "${wish.extension}".`,
    );
  }
  if (wish.kind !== 'individual-offer') return;
  if (wish.target === null)
    throw new Refusal(422, 'invalid-request', 'target: an individual offer needs a domain.');
  const { id } = wish.target;
  if (!targets.some((target) => target.id === id)) {
    throw new Refusal(
      409,
      'target-gone',
      `${wish.target.domain} is no longer a domain of this host.`,
    );
  }
}

function titleOf(world: World, wish: Wish): string {
  const offer = offerOf(world, wish.offer);
  const name =
    world.host.extensions.find(({ key }) => key === wish.extension)?.name ?? wish.extension;
  if (wish.kind !== 'renewal') return offer ? `${name}: ${offer.name}` : name;
  return wish.licenses.length > 1
    ? `Renewal of ${wish.licenses.length} licenses`
    : `Renewal of ${name}`;
}

const PAYABLE: readonly Order['state'][] = ['prepared', 'handed-off', 'pending', 'action-needed'];

/** An order as it travels, with the address at which it can still be paid. */
export function orderOnWire(
  world: World,
  origins: Origins,
  order: Order,
): v.InferInput<typeof WireOrder> {
  const { unknownState: _, licenses, ...rest } = order;
  const offer = soldFor(world, order.extension).find(({ id }) => id === order.offer);
  const address =
    order.kind === 'renewal' || !offer
      ? renewUrl(world, origins, licenses)
      : buyUrl(world, origins, offer);
  return {
    ...rest,
    licenses: [...licenses],
    storeUrl: PAYABLE.includes(order.state) ? address : null,
    supportUrl: storePage(origins, '/support', {}),
  };
}
