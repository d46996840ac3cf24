import { type Day, dayOf } from './day.ts';
import { type License, licenseState } from './license.ts';

/** Two clocks that say different days, where that makes a difference. Told, never acted on: the host's date decides. */
export interface ClockDoubt {
  readonly hostDay: Day;
  readonly deviceDay: Day;
  /** How many licenses change their state between the two days. */
  readonly licenses: number;
}

/** Clocks this far apart, in milliseconds, differ by more than what a slow answer explains. */
const NOTICEABLE = 5 * 60_000;
/** Farther apart than this, in milliseconds, one of them lives in another time on purpose: a demo, a rehearsal. */
const ON_PURPOSE = 31 * 86_400_000;

/**
 * Whether the host's clock and this device's differ so that some license stands otherwise by the one than by the
 * other; `null` when nothing depends on it.
 *
 * @param host - What the host's clock showed, RFC 3339.
 * @param device - What this device's showed at that moment, in milliseconds since 1970.
 * @param zone - IANA name of the zone in which license days are counted.
 */
export function clockDoubt(
  host: string,
  device: number,
  zone: string,
  licenses: Iterable<License>,
): ClockDoubt | null {
  const apart = Math.abs(device - Date.parse(host));
  if (!(apart > NOTICEABLE && apart <= ON_PURPOSE)) return null;
  const hostDay = dayOf(host, zone);
  const deviceDay = dayOf(new Date(device).toISOString(), zone);
  let count = 0;
  for (const license of licenses) {
    const byHost = licenseState(license, hostDay);
    const byDevice = licenseState(license, deviceDay);
    if (byHost.kind !== byDevice.kind) count += 1;
  }
  return count === 0 ? null : { hostDay, deviceDay, licenses: count };
}
