import { openOrderFor, type Order, type Wish } from '../../src/domain/order.ts';
import { TOKEN_SHAPE } from '../../src/domain/token.ts';
import { offerOf, soldFor } from '../catalog.ts';
import { instant, now } from '../clock.ts';
import { own } from '../own.ts';
import { Refusal } from '../reply.ts';
import { note, type World } from '../world.ts';
import { did, extensionOf } from './changed.ts';

/** Saves a wish as an order. @throws Refusal when it doubles an open one, or makes no sense here. */
export function record(world: World, token: string, wish: Wish): Order {
  if (!TOKEN_SHAPE.test(token))
    throw new Refusal(422, 'invalid-request', 'token: 22 to 128 URL-safe characters.');
  if (world.host.capabilities.includes('verifier') && !own(world.host.verifiers, token))
    throw new Refusal(422, 'invalid-request', 'token: this host makes the tokens itself.');
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
    deliveredBy: null,
    delivery: null,
    news: world.host.news,
    echo: null,
    intervalSeconds: 0,
    storeUrl: null,
    supportUrl: null,
    reason: null,
    test: false,
  };
  world.host.orders[token] = order;
  note(world, 'panel', 'host', 'order saved', token);
  did(world, 'order', { extension: wish.extension, about: order.title, result: 'started' });
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
