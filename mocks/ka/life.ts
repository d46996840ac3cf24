import { addDays, addMonths, type Day } from '../../src/domain/day.ts';
import { DAY_MS, now, today } from '../clock.ts';
import type { World } from '../world.ts';
import { type Errand, GRACE_DAYS, type Key } from './state.ts';

/** How long somebody may be at an errand before it counts as not done. */
const CLAIM_MS = 30_000;
const RETRY_MS = 60_000;
/** After expiry the vendor is told to terminate; that cannot be undone. */
const MONTHS_TO_TERMINATION = 3;

const isActiveLease = (key: Key): boolean =>
  key.grants === 'subscription' && key.standing === 'active' && key.body !== null;

/** Renewal is tried once a day from the end of the period to the expiry. */
const renewalIsDue = (key: Key, day: Day): boolean =>
  key.endsOn !== null &&
  key.renewsEvery !== null &&
  isActiveLease(key) &&
  day > key.endsOn &&
  day <= addDays(key.endsOn, GRACE_DAYS) &&
  (key.renewalTriedOn === null || key.renewalTriedOn < day);

const terminationIsDue = (key: Key, day: Day): boolean =>
  key.endsOn !== null &&
  isActiveLease(key) &&
  day > key.endsOn &&
  day > addMonths(addDays(key.endsOn, GRACE_DAYS), MONTHS_TO_TERMINATION);

const isFree = ({ dueAt, claimedUntil }: Errand, at: number): boolean =>
  dueAt <= at && claimedUntil <= at;

/** Whether time has brought the key administrator something to do. */
export function kaIsBehind(world: World): boolean {
  const at = now(world);
  const day = today(world);
  const { keys, outbox } = world.ka;
  return (
    outbox.some((errand) => isFree(errand, at)) ||
    keys.some((key) => renewalIsDue(key, day) || terminationIsDue(key, day))
  );
}

/** Draws the consequences of the passed time. Suspension and expiry do not call the vendor, renewal and termination do. */
export function ageKeys(world: World): void {
  const day = today(world);
  for (const key of world.ka.keys) {
    if (terminationIsDue(key, day)) {
      key.standing = 'terminated';
      addErrand(world, { action: 'TERMINATE', key: key.number, token: null, endsOn: key.endsOn });
    } else if (renewalIsDue(key, day) && key.endsOn !== null && key.renewsEvery !== null) {
      key.renewalTriedOn = day;
      const endsOn = addMonths(key.endsOn, key.renewsEvery);
      addErrand(world, { action: 'RENEW', key: key.number, token: null, endsOn });
    }
  }
}

/** Puts something the vendor must be told into the outbox, once. */
export function addErrand(
  world: World,
  wanted: Pick<Errand, 'action' | 'key' | 'token' | 'endsOn'>,
  delay = 0,
): Errand {
  const id = `${wanted.action} ${wanted.key} ${wanted.endsOn ?? ''} ${wanted.token ?? ''}`;
  const known = world.ka.outbox.find((errand) => errand.id === id);
  if (known) return known;
  const errand: Errand = { ...wanted, id, dueAt: now(world) + delay, claimedUntil: 0 };
  world.ka.outbox.push(errand);
  return errand;
}

/** Takes an errand on, if it is due and nobody is at it. */
export function claim(world: World, errand: Errand): boolean {
  if (!isFree(errand, now(world))) return false;
  errand.claimedUntil = now(world) + CLAIM_MS;
  return true;
}

/** Takes on everything that is due. */
export const claimAll = (world: World): Errand[] =>
  world.ka.outbox.filter((errand) => claim(world, errand));

/** The vendor did not agree: tried again in a minute, a renewal the next day while there is time. */
export function putBack(world: World, id: string): void {
  const errand = world.ka.outbox.find((each) => each.id === id);
  if (!errand) return;
  errand.claimedUntil = 0;
  const isAutomaticRenewal = errand.action === 'RENEW' && errand.token === null;
  errand.dueAt = now(world) + (isAutomaticRenewal ? DAY_MS : RETRY_MS);
  const key = world.ka.keys.find(({ number }) => number === errand.key);
  const gaveUp =
    isAutomaticRenewal && key?.endsOn && today(world) >= addDays(key.endsOn, GRACE_DAYS);
  if (gaveUp) remove(world, id);
}

/** The vendor agreed. */
export function remove(world: World, id: string): void {
  world.ka.outbox = world.ka.outbox.filter((errand) => errand.id !== id);
}
