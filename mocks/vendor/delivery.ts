import { instant, now } from '../clock.ts';
import { note, type World } from '../world.ts';

/** The two halves of a delivery, in this order. */
export const HALVES = ['license', 'install'] as const;
/** Making the license, or putting what was bought on the domain. */
export type Half = (typeof HALVES)[number];

/** Something handed over to a domain, in two halves. Never more than one for a token. Instants in milliseconds since 1970. */
export interface Delivery {
  token: string;
  target: string;
  domain: string;
  startedAt: number;
  /** When each half is over, however it ends. */
  endsAt: Record<Half, number>;
  /** The half that fails. */
  fails: Half | null;
  /** The license was terminated then; what was not done by that time is never done. */
  stoppedAt: number | null;
  /** How often each half was begun. */
  begun: Record<Half, number>;
}

/** The delivery of that order. */
export const deliveryOf = ({ vendor }: World, token: string | null): Delivery | undefined =>
  vendor.deliveries.find((delivery) => delivery.token === token);

/** How far a delivery is. */
export function halvesOf(world: World, delivery: Delivery) {
  const { endsAt, fails, stoppedAt } = delivery;
  const at = Math.min(now(world), stoppedAt ?? Infinity);
  const isOver = (half: Half) => at >= endsAt[half];
  const license = isOver('license') && fails !== 'license';
  const install = license && isOver('install') && fails !== 'install';
  return {
    parts: [
      { part: 'license', done: license },
      { part: 'install', done: install },
    ],
    done: install,
    failed: fails !== null && isOver(fails) ? fails : null,
    deliveredAt: install ? instant(endsAt.install) : null,
  };
}

/** Begins a delivery, or the missing half of one that failed; one that runs or is done goes on as it is. */
export function deliver(
  world: World,
  token: string,
  target: { readonly id: string; readonly domain: string },
): void {
  const { pace, vendor } = world;
  const at = now(world);
  const fails = vendor.breaks ?? null;
  const known = deliveryOf(world, token);
  if (!known) {
    vendor.deliveries.push({
      token,
      target: target.id,
      domain: target.domain,
      startedAt: at,
      endsAt: { license: at + pace / 2, install: at + pace },
      fails,
      stoppedAt: null,
      begun: { license: 1, install: fails === 'license' ? 0 : 1 },
    });
    note(world, 'host', 'vendor', 'deliver', token);
    return;
  }
  const { failed } = halvesOf(world, known);
  if (failed === null) return;
  if (failed === 'license') {
    known.begun.license += 1;
    known.endsAt.license = at + pace / 2;
  }
  known.endsAt.install = Math.max(at, known.endsAt.license) + pace / 2;
  // A license once made is not made again, so it cannot fail either.
  known.fails = failed === 'install' && fails === 'license' ? null : fails;
  if (known.fails !== 'license') known.begun.install += 1;
  note(world, 'host', 'vendor', 'deliver the rest', token);
}

/** The license was terminated: what runs is stopped where it is. */
export function stopDelivery(world: World, token: string | null): void {
  const delivery = deliveryOf(world, token);
  if (delivery && delivery.stoppedAt === null) delivery.stoppedAt = now(world);
}
