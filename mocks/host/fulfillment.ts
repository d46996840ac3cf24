import type { HttpHandler } from 'msw';
import { badGateway, json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import type { World } from '../world.ts';
import { did } from './changed.ts';
import { refresh } from './order-news.ts';
import { orderOf, orderOnWire } from './orders.ts';

/**
 * Delivers a paid order to the domain pinned in its record. However often it is asked, the vendor delivers once: it
 * is asked with the token, and answers a repeated request with the delivery it has.
 */
export const fulfillmentHandlers = (route: Route, context: Context): HttpHandler[] => [
  route(
    'fulfill',
    'post',
    '/api/orders/:token/fulfillment',
    async ({ part }) => {
      const { memory, origins, call } = context;
      const token = part('token');
      await memory.read((world) => orderOf(world, token));
      const trouble = await refresh(context, token);
      if (trouble) return trouble;
      const sent = await memory.change((world) => begin(world, token));
      if (sent) {
        let response: Response;
        try {
          response = await call(`${origins.vendor}/orders/${token}/delivery`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${sent.secret}`, 'Content-Type': 'application/json' },
            body: JSON.stringify({ offer: sent.offer, target: sent.target }),
          });
        } catch {
          await memory.change((world) =>
            failed(world, token, 'The vendor’s answer was lost. Trying again is safe.'),
          );
          return badGateway('The vendor’s answer was lost; whether it delivered is not known.');
        }
        if (!response.ok) {
          const reason = (await response.text()) || `The vendor answered ${response.status}.`;
          await memory.change((world) => failed(world, token, reason));
        } else {
          await refresh(context, token);
        }
      }
      return memory.read((world) =>
        json(orderOnWire(world, origins, orderOf(world, token)), {
          status: sent?.first ? 202 : 200,
        }),
      );
    },
    'purchase',
  ),
];

const DELIVERABLE: readonly string[] = ['ready', 'fulfill-failed', 'fulfilling'];

/** Marks the order as being delivered; `undefined` when it already is delivered. */
function begin(world: World, token: string) {
  const order = orderOf(world, token);
  if (order.state === 'fulfilled') return undefined;
  if (order.state === 'needs-target') {
    throw new Refusal(
      409,
      'target-gone',
      `${order.target?.domain ?? 'The domain'} is no longer a domain of this host.`,
    );
  }
  if (order.test)
    throw new Refusal(403, 'forbidden', 'A test order is not delivered on a production host.');
  if (!DELIVERABLE.includes(order.state) || order.kind !== 'individual-offer') {
    throw new Refusal(
      409,
      'invalid-request',
      `The order is ${order.state}; there is nothing to deliver now.`,
    );
  }
  const first = order.state !== 'fulfilling';
  world.host.orders[token] = { ...order, state: 'fulfilling', reason: null };
  return { first, secret: world.host.vendorSecret, offer: order.offer, target: order.target };
}

function failed(world: World, token: string, reason: string): void {
  const order = orderOf(world, token);
  world.host.orders[token] = { ...order, state: 'fulfill-failed', reason };
  const { extension, title: about } = order;
  did(world, 'deliver', { extension, about, result: 'failed', reason });
}
