import { HttpResponse, type HttpHandler } from 'msw';
import * as v from 'valibot';
import type { DeliveryPart } from '../../src/domain/order.ts';
import { instant, now } from '../clock.ts';
import { bodyOf, json } from '../reply.ts';
import type { Asked, Context, Route } from '../routes.ts';
import { tokenOf } from '../verifier.ts';
import type { World } from '../world.ts';
import { deliver, deliveryOf, type Half, halvesOf } from './delivery.ts';
import type { IssuedLicense } from './state.ts';

const Delivering = v.object({
  offer: v.string(),
  target: v.object({ id: v.string(), domain: v.string() }),
  verifier: v.optional(v.string()),
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
    const { target, offer, verifier } = await bodyOf(Delivering, asked.request);
    const token = asked.part('token');
    const hashed = verifier === undefined ? null : await tokenOf(verifier);
    return memory.change((world) => {
      const license = licenseFor(world, asked);
      if (license instanceof Response) return license;
      // The token has stood in an address and proves nothing; the verifier never left the host.
      if (world.vendor.wantsVerifier && hashed !== token)
        return refuse(403, 'Only the host that made this token may have it delivered.');
      if (license.terminated) return refuse(410, 'This order was refunded.');
      if (license.product !== offer) return refuse(409, `What was paid for is ${license.product}.`);
      const known = deliveryOf(world, token);
      if (known && known.target !== target.id)
        return refuse(409, `This order was delivered to ${known.domain}.`);
      deliver(world, token, target);
      return json(status(world, license), { status: known ? 200 : 202 });
    });
  }),
];

const refuse = (status: number, reason: string): Response => HttpResponse.text(reason, { status });

/** A stranger learns no more than that there is nothing. */
function licenseFor(world: World, { request, part }: Asked): IssuedLicense | Response {
  const isHost = request.headers.get('Authorization') === `Bearer ${world.vendor.hostSecret}`;
  const license = Object.values(world.vendor.licenses).find(({ token }) => token === part('token'));
  return isHost && license ? license : refuse(404, 'No such order is known yet.');
}

/** What the vendor would say of an order; `null` = nothing. */
export function statusOf(world: World, token: string): VendorStatus | null {
  const license = Object.values(world.vendor.licenses).find((each) => each.token === token);
  return license ? status(world, license) : null;
}

/** An order as the vendor tells the host. */
export interface VendorStatus {
  readonly state: 'paid' | 'ready' | 'fulfilling' | 'fulfilled' | 'fulfill-failed' | 'refunded';
  readonly offer: string;
  /** Where it was delivered. */
  readonly target: string | null;
  readonly toldAt: string;
  readonly readyAt: string | null;
  readonly deliveredAt: string | null;
  /** The halves of its delivery; `null` = not begun. */
  readonly parts: readonly DeliveryPart[] | null;
  readonly reason: string | null;
  readonly test: boolean;
  readonly intervalSeconds: number;
}

/** Why a delivery failed, as the vendor says it. */
export const FAILED: Readonly<Record<Half, string>> = {
  license: 'The license could not be made.',
  install: 'The license is made, but what was bought could not be put on the domain.',
};

function status(world: World, license: IssuedLicense): VendorStatus {
  const delivery = deliveryOf(world, license.token);
  const halves = delivery && halvesOf(world, delivery);
  const ready = now(world) >= license.readyAt;
  return {
    ...standing(license, halves, ready),
    offer: license.product,
    target: delivery?.target ?? null,
    toldAt: license.toldAt,
    readyAt: ready ? instant(license.readyAt) : null,
    deliveredAt: halves?.deliveredAt ?? null,
    parts: halves?.parts ?? null,
    test: license.test,
    intervalSeconds: world.vendor.intervalSeconds,
  };
}

function standing(
  { terminated }: IssuedLicense,
  halves: ReturnType<typeof halvesOf> | undefined,
  ready: boolean,
): Pick<VendorStatus, 'state' | 'reason'> {
  if (terminated) {
    const reason = halves?.parts.some(({ done }) => done)
      ? 'The license was terminated. What was delivered no longer works and cannot be reactivated.'
      : 'The license was terminated before anything was delivered.';
    return { state: 'refunded', reason };
  }
  if (!halves) return { state: ready ? 'ready' : 'paid', reason: null };
  if (halves.failed !== null) return { state: 'fulfill-failed', reason: FAILED[halves.failed] };
  return { state: halves.done ? 'fulfilled' : 'fulfilling', reason: null };
}
