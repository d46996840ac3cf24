import { addMonths, type Day } from '../../src/domain/day.ts';
import { now, today } from '../clock.ts';
import type { World } from '../world.ts';
import { type Errand, expiryOf, type Key, terminationOf } from './state.ts';

/** How long somebody may be at an errand before it counts as not done. */
const CLAIM_MS = 30_000;
const RETRY_MS = 60_000;

const isActiveLease = (key: Key): boolean =>
  key.grants === 'subscription' && key.standing === 'active' && key.body !== null;

/** Due at the end of the period; after a refusal tried again once a day up to the expiry, and never after it. */
const renewalIsDue = (key: Key, day: Day): boolean =>
  key.endsOn !== null &&
  key.renewsEvery !== null &&
  isActiveLease(key) &&
  day >= key.endsOn &&
  day <= expiryOf(key.endsOn) &&
  (key.renewalTriedOn === null || key.renewalTriedOn < day);

const terminationIsDue = (key: Key, day: Day): boolean =>
  key.endsOn !== null && day > key.endsOn && isActiveLease(key) && day >= terminationOf(key.endsOn);

/** What is paid for as it is used is counted once a month. */
const reportIsDue = ({ usage, standing, body }: Key, day: Day): boolean =>
  usage !== undefined &&
  standing === 'active' &&
  body !== null &&
  day >= addMonths(usage.askedOn, 1);

const isFree = ({ dueAt, claimedUntil }: Errand, at: number): boolean =>
  dueAt <= at && claimedUntil <= at;

/** Whether time has brought the key administrator something to do. */
export function kaIsBehind(world: World): boolean {
  const at = now(world);
  const day = today(world);
  const { keys, outbox } = world.ka;
  return (
    outbox.some((errand) => isFree(errand, at)) ||
    keys.some(
      (key) => renewalIsDue(key, day) || terminationIsDue(key, day) || reportIsDue(key, day),
    )
  );
}

/** Draws the consequences of the passed time. Suspension and expiry do not call the vendor, renewal and termination do. */
export function ageKeys(world: World): void {
  const day = today(world);
  giveUpLate(world, day);
  for (const key of world.ka.keys) {
    const about = { key: key.number, token: null };
    if (terminationIsDue(key, day)) {
      key.standing = 'terminated';
      addErrand(world, { ...about, action: 'TERMINATE', endsOn: key.endsOn });
    } else if (renewalIsDue(key, day) && key.endsOn !== null && key.renewsEvery !== null) {
      key.renewalTriedOn = day;
      const endsOn = addMonths(key.endsOn, key.renewsEvery);
      addErrand(world, { ...about, action: 'RENEW', endsOn });
    } else if (key.usage && reportIsDue(key, day)) {
      key.usage.askedOn = day;
      addErrand(world, { ...about, action: 'GET-INFO', endsOn: key.endsOn });
    }
  }
}

const isAutomaticRenewal = ({ action, token }: Errand): boolean =>
  action === 'RENEW' && token === null;

/** A renewal nobody paid for is not asked for once the lease has expired, not even one that was left lying. */
function giveUpLate({ ka }: World, day: Day): void {
  if (!ka.outbox.some(isAutomaticRenewal)) return;
  ka.outbox = ka.outbox.filter((errand) => {
    const key = ka.keys.find(({ number }) => number === errand.key);
    return !isAutomaticRenewal(errand) || !key?.endsOn || day <= expiryOf(key.endsOn);
  });
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

/** The vendor did not agree: tried again in a minute; what the key administrator renews by itself, the next day. */
export function putBack(world: World, id: string): void {
  const errand = world.ka.outbox.find((each) => each.id === id);
  if (!errand) return;
  if (isAutomaticRenewal(errand)) return remove(world, id);
  errand.claimedUntil = 0;
  errand.dueAt = now(world) + RETRY_MS;
}

/** The vendor agreed. */
export function remove(world: World, id: string): void {
  world.ka.outbox = world.ka.outbox.filter((errand) => errand.id !== id);
}
