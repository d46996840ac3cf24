import { HttpResponse, type HttpHandler } from 'msw';
import * as v from 'valibot';
import { instant, now } from '../clock.ts';
import { bodyOf, json } from '../reply.ts';
import type { Asked, Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import type { Delivery, IssuedLicense } from './state.ts';

const Delivering = v.object({
  offer: v.string(),
  target: v.object({ id: v.string(), domain: v.string() }),
});

/** Says how an order stands, and delivers it. Only a host that shows its secret is told anything. */
export const orderHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route('order', 'get', '/orders/:token', (asked) =>
    memory.read((world) => {
      const license = licenseFor(world, asked);
      return license instanceof Response ? license : json(status(world, license));
    }),
  ),

  route('deliver', 'post', '/orders/:token/delivery', async (asked) => {
    const { target, offer } = await bodyOf(Delivering, asked.request);
    return memory.change((world) => {
      const license = licenseFor(world, asked);
      if (license instanceof Response) return license;
      if (license.terminated) return HttpResponse.text('This order was refunded.', { status: 409 });
      if (license.product !== offer)
        return HttpResponse.text(`What was paid for is ${license.product}.`, { status: 409 });
      const known = deliveryOf(world, license);
      if (known && known.target !== target.id) {
        return HttpResponse.text(`This order was delivered to ${known.domain}.`, { status: 409 });
      }
      if (!known) {
        const startedAt = now(world);
        const endsAt = startedAt + world.pace;
        world.vendor.deliveries.push({
          token: asked.part('token'),
          target: target.id,
          domain: target.domain,
          startedAt,
          endsAt,
        });
        note(world, 'host', 'vendor', 'deliver', asked.part('token'));
      }
      return json(status(world, license), { status: known ? 200 : 202 });
    });
  }),
];

/** A stranger learns no more than that there is nothing. */
function licenseFor(world: World, { request, part }: Asked): IssuedLicense | Response {
  const isHost = request.headers.get('Authorization') === `Bearer ${world.vendor.hostSecret}`;
  const license = Object.values(world.vendor.licenses).find(({ token }) => token === part('token'));
  return isHost && license
    ? license
    : HttpResponse.text('No such order is known yet.', { status: 404 });
}

const deliveryOf = (world: World, { token }: IssuedLicense): Delivery | undefined =>
  world.vendor.deliveries.find((delivery) => delivery.token === token);

/** An order as the vendor tells the host. */
export interface VendorStatus {
  readonly state: 'paid' | 'ready' | 'fulfilling' | 'fulfilled' | 'refunded';
  readonly offer: string;
  /** Where it was delivered. */
  readonly target: string | null;
  readonly toldAt: string;
  readonly readyAt: string | null;
  readonly deliveredAt: string | null;
  readonly test: boolean;
  readonly intervalSeconds: number;
}

function status(world: World, license: IssuedLicense): VendorStatus {
  const delivery = deliveryOf(world, license);
  const at = now(world);
  const delivered = delivery !== undefined && at >= delivery.endsAt;
  const ready = at >= license.readyAt;
  return {
    state: license.terminated
      ? 'refunded'
      : delivered
        ? 'fulfilled'
        : delivery
          ? 'fulfilling'
          : ready
            ? 'ready'
            : 'paid',
    offer: license.product,
    target: delivery?.target ?? null,
    toldAt: license.toldAt,
    readyAt: ready ? instant(license.readyAt) : null,
    deliveredAt: delivered ? instant(delivery.endsAt) : null,
    test: license.test,
    intervalSeconds: world.vendor.intervalSeconds,
  };
}
