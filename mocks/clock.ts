import { type Day, dayOf } from '../src/domain/day.ts';
import type { World } from './world.ts';

/** The world's time: it starts on a chosen day, then runs as fast as ours, and may be moved on. */
export interface Clock {
  /** RFC 3339; what the clock showed at the start. */
  startsAt: string;
  /** Real time of the start, in milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds skipped since. */
  skipped: number;
}

/** A clock that starts now, showing that instant. */
export const clockFrom = (startsAt: string): Clock => ({
  startsAt,
  startedAt: Date.now(),
  skipped: 0,
});

/** The world's time in milliseconds since 1970. */
export const now = ({ clock }: Pick<World, 'clock'>): number =>
  Date.parse(clock.startsAt) + Date.now() - clock.startedAt + clock.skipped;

/** An instant as it travels: RFC 3339, UTC. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** The world's calendar day, in the zone in which licenses are counted. */
export const today = (world: World): Day => dayOf(instant(now(world)), world.host.vendorZone);

export const DAY_MS = 86_400_000;
