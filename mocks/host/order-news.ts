import * as v from 'valibot';
import {
  echoes,
  isSettled,
  mergeOrder,
  type Order,
  type OrderState,
} from '../../src/domain/order.ts';
import { DAY_MS, instant, now } from '../clock.ts';
import { own } from '../own.ts';
import { badGateway } from '../reply.ts';
import type { Context } from '../routes.ts';
import type { VendorStatus } from '../vendor/orders.ts';
import type { World } from '../world.ts';
import { did } from './changed.ts';
import { installKeys, KaKeys } from './ka-answers.ts';

/** An order nobody paid is given up after this many days; a later payment brings it back. */
const EXPIRES_AFTER_DAYS = 30;

const KaPurchase = v.object({
  state: v.picklist(['paid', 'issued', 'refunded']),
  paidAt: v.string(),
  /** Whether the keys hang on the host's main key; if not, they wait for their activation code. */
  attached: v.optional(v.boolean(), true),
  ...KaKeys.entries,
});
type KaPurchase = v.InferOutput<typeof KaPurchase>;

/**
 * Asks the party that knows how an order stands: the vendor by token for individual offers, the key administrator
 * for licenses and renewals. Returns what to answer when there is no news to be had.
 */
export async function refresh(context: Context, token: string): Promise<Response | undefined> {
  const { memory, origins, call } = context;
  const { order, secret } = await memory.read(({ host }) => ({
    order: own(host.orders, token),
    secret: host.vendorSecret,
  }));
  if (!order) return undefined;
  const isIndividual = order.kind === 'individual-offer';
  const name = isIndividual ? 'vendor' : 'key administrator';
  const address = isIndividual
    ? `${origins.vendor}/orders/${token}`
    : `${origins.ka}/purchases/${token}`;
  try {
    const response = await call(address, {
      headers: isIndividual ? { Authorization: `Bearer ${secret}` } : {},
    });
    if (response.status === 404) {
      await memory.change((world) => noNews(world, token, name));
      return undefined;
    }
    if (!response.ok) return passOn(response, name);
    const answer: unknown = await response.json();
    await memory.change((world) =>
      isIndividual
        ? vendorNews(world, token, answer as VendorStatus)
        : kaNews(world, token, v.parse(KaPurchase, answer)),
    );
    return undefined;
  } catch {
    return badGateway(
      `The ${name} did not give a usable answer; what the host knew before still stands.`,
    );
  }
}

/** A "slow down" of the party behind the host is one of the host. */
function passOn(response: Response, name: string): Response {
  const answer = badGateway(`The ${name} is in trouble (${response.status}).`);
  const wait = response.headers.get('Retry-After');
  if (wait === null) return answer;
  const headers = new Headers(answer.headers);
  headers.set('Retry-After', wait);
  return new Response(answer.body, { status: response.status === 429 ? 429 : 503, headers });
}

/** Nobody behind the host has heard of it yet; or has, and no longer knows it, which takes nothing back. */
function noNews(world: World, token: string, name: string): void {
  const order = own(world.host.orders, token);
  if (!order || isSettled(order.state)) return;
  if (order.steps.paid !== null) {
    const reason = `The ${name} no longer knows this order. What was known before still stands; ask for support.`;
    world.host.orders[token] = { ...order, reason };
    return;
  }
  const age = now(world) - Date.parse(order.startedAt);
  const state: OrderState =
    age > EXPIRES_AFTER_DAYS * DAY_MS ? 'expired' : order.steps.atStore ? 'pending' : order.state;
  world.host.orders[token] = { ...order, state };
}

function vendorNews(world: World, token: string, status: VendorStatus): void {
  learn(world, token, (order) => ({
    state: status.state,
    echo: { offer: status.offer, target: status.target },
    intervalSeconds: status.intervalSeconds,
    test: status.test,
    reason: status.reason,
    delivery: status.parts,
    steps: {
      ...order.steps,
      paid: status.toldAt,
      vendorTold: status.toldAt,
      ready: status.readyAt,
      delivered: status.deliveredAt,
    },
  }));
}

function kaNews(world: World, token: string, purchase: KaPurchase): void {
  const made = purchase.state === 'issued';
  const issued = made && purchase.attached;
  if (issued) installKeys(world, purchase.keys, 'found');
  if (purchase.state === 'refunded') installKeys(world, purchase.keys, 'taken-back');
  const at = made ? instant(now(world)) : null;
  learn(world, token, ({ steps }) => ({
    state: issued
      ? 'fulfilled'
      : purchase.state === 'refunded'
        ? 'refunded'
        : made
          ? 'ready'
          : 'paid',
    steps: {
      ...steps,
      paid: purchase.paidAt,
      vendorTold: steps.vendorTold ?? at,
      ready: steps.ready ?? at,
      delivered: issued ? (steps.delivered ?? at) : null,
    },
  }));
}

/** Writes down what the host has just learned. What was paid at the store, no person did here. */
function tellOfOrder(world: World, before: Order, after: Order): void {
  const { extension, title: about, kind, licenses, steps } = after;
  if (before.steps.paid === null && steps.paid !== null) {
    did(world, 'pay', { extension, about, by: null });
  }
  if (before.state !== 'fulfill-failed' && after.state === 'fulfill-failed') {
    const { reason, deliveredBy: by } = after;
    did(world, 'deliver', { extension, about, result: 'failed', reason, by });
  }
  if (before.state === 'fulfilled' || after.state !== 'fulfilled') return;
  // Only offers for a domain are delivered by a press of a button; keys come by themselves.
  if (kind === 'individual-offer')
    did(world, 'deliver', { extension, about, by: after.deliveredBy });
  else if (kind === 'license') did(world, 'deliver', { extension, about, by: null });
  else if (licenses.length > 1) did(world, 'renew', { count: licenses.length, by: null });
  else did(world, 'renew', { extension, by: null });
}

/** Takes a reply in. Late ones lower nothing; one about something else than was wished is not followed. */
function learn(world: World, token: string, read: (order: Order) => Partial<Order>): void {
  const known = own(world.host.orders, token);
  if (!known) return;
  const news: Order = { ...known, ...read(known) };
  // Whoever has paid was at the store, whether or not the panel could say so.
  const reply: Order = {
    ...news,
    steps: { ...news.steps, atStore: known.steps.atStore ?? news.steps.paid },
  };
  const targetGone =
    reply.target !== null && !world.host.targets.some(({ id }) => id === reply.target?.id);
  const state: OrderState = !echoes(reply)
    ? 'mismatch'
    : reply.state === 'ready' && targetGone
      ? 'needs-target'
      : reply.state;
  const order = mergeOrder(known, { ...reply, state });
  world.host.orders[token] = order;
  tellOfOrder(world, known, order);
}
