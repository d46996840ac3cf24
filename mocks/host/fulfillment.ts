import type { HttpHandler } from 'msw';
import * as v from 'valibot';
import type { Order } from '../../src/domain/order.ts';
import { own } from '../own.ts';
import { badGateway, bodyOf, json, Refusal } from '../reply.ts';
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
    async ({ request, part }) => {
      const { memory, origins } = context;
      const token = part('token');
      const wanted = await wantedIn(request);
      await memory.read((world) => requireSame(orderOf(world, token), wanted));
      const trouble = await refresh(context, token);
      if (trouble) return trouble;
      const sent = await memory.change((world) => begin(world, token));
      const lost = sent && (await send(context, token, sent));
      if (lost) return lost;
      return memory.read((world) => {
        const order = orderOf(world, token);
        requireNotRefunded(order);
        return json(orderOnWire(world, origins, order), { status: sent?.first ? 202 : 200 });
      });
    },
    'purchase',
  ),
];

/** What a script may say about what it means to have delivered; panels say nothing. */
const Wanted = v.object({
  offer: v.optional(v.string()),
  target: v.optional(v.nullable(v.object({ id: v.string() }))),
});

const wantedIn = async (request: Request): Promise<v.InferOutput<typeof Wanted>> =>
  (await request.clone().text()) === '' ? {} : bodyOf(Wanted, request);

function requireSame(order: Order, { offer = order.offer, target }: v.InferOutput<typeof Wanted>) {
  const isOther = target !== undefined && target?.id !== order.target?.id;
  if (offer === order.offer && !isOther) return;
  throw new Refusal(422, 'invalid-request', 'The order is for another offer or target than that.');
}

function requireNotRefunded({ state }: Order): void {
  if (state === 'refunded')
    throw new Refusal(
      410,
      'gone',
      'This order was refunded; there is nothing to deliver any more.',
    );
}

interface Sent {
  /** Whether this begins a delivery, or the rest of one that failed. */
  readonly first: boolean;
  readonly secret: string;
  readonly body: object;
}

/** Has the vendor deliver, and notes what came of it. Returns what to answer when that is not known. */
async function send(
  context: Context,
  token: string,
  { secret, body }: Sent,
): Promise<Response | undefined> {
  const { memory, origins, call } = context;
  let response: Response;
  try {
    response = await call(`${origins.vendor}/orders/${token}/delivery`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    const reason = 'The vendor’s answer was lost. Trying again is safe.';
    await memory.change((world) => failed(world, token, reason));
    return badGateway('The vendor’s answer was lost; whether it delivered is not known.');
  }
  if (response.ok || response.status === 410) {
    await refresh(context, token);
    return undefined;
  }
  const reason = (await response.text()) || `The vendor answered ${response.status}.`;
  await memory.change((world) => failed(world, token, reason));
  return undefined;
}

const DELIVERABLE: readonly string[] = ['ready', 'fulfill-failed', 'fulfilling'];

/** Marks the order as being delivered; `undefined` when it already is delivered. */
function begin(world: World, token: string): Sent | undefined {
  const order = orderOf(world, token);
  const { id, name } = world.host.actor;
  const { state, offer, target } = order;
  if (state === 'fulfilled') return undefined;
  requireNotRefunded(order);
  if (state === 'needs-target') {
    throw new Refusal(
      409,
      'target-gone',
      `${target?.domain ?? 'The domain'} is no longer a domain of this host.`,
    );
  }
  if (order.test)
    throw new Refusal(403, 'forbidden', 'A test order is not delivered on a production host.');
  if (!DELIVERABLE.includes(state) || order.kind !== 'individual-offer') {
    throw new Refusal(
      409,
      'invalid-request',
      `The order is ${state}; there is nothing to deliver now.`,
    );
  }
  const first = state !== 'fulfilling';
  const by = order.deliveredBy;
  if (!first && by && by.id !== id && order.delivery !== null) {
    throw new Refusal(409, 'in-progress', `${by.name} is having it delivered.`, token);
  }
  const deliveredBy = first ? { id, name } : (by ?? { id, name });
  world.host.orders[token] = { ...order, state: 'fulfilling', reason: null, deliveredBy };
  const verifier = own(world.host.verifiers, token);
  return {
    first,
    secret: world.host.vendorSecret,
    body: { offer, target, ...(verifier !== undefined && { verifier }) },
  };
}

function failed(world: World, token: string, reason: string): void {
  const order = orderOf(world, token);
  world.host.orders[token] = { ...order, state: 'fulfill-failed', reason };
  const { extension, title: about } = order;
  did(world, 'deliver', { extension, about, result: 'failed', reason });
}
