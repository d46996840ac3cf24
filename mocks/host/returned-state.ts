import type { ReturnedLicense } from '../../src/domain/returned-license.ts';
import { instant, now } from '../clock.ts';
import { readRaw } from '../raw-license.ts';
import type { World } from '../world.ts';

/** A license that came back through the browser, as the host keeps it. */
export interface HostReturned extends ReturnedLicense {
  /** The license itself; emptied once it is in place. Never told. */
  raw: string;
  state: ReturnedLicense['state'];
  refused: ReturnedLicense['refused'];
  /** Milliseconds since 1970; `null` = not in place. */
  appliedAt: number | null;
  /** Key number, as far as it could be read. */
  readonly number: string | null;
}

/** Anyone may send something, so there is an end to it. */
export const MOST_KEPT = 50;

export const usersWords = (users: number): string => `${users} users`;

const nameOf = ({ host }: World, key: string): string =>
  host.extensions.find((each) => each.key === key)?.name ?? key;

/** Whether the license in place is this one. */
const isInPlace = ({ host }: World, { number, extension }: HostReturned): boolean => {
  const license = host.extensions.find(({ key }) => key === extension)?.license;
  return license !== undefined && 'number' in license && license.number === number;
};

/** Keeps what came back, whatever it says; the same license again is the same entry. `false` when there is no more room. */
export function keep(world: World, raw: string): boolean {
  const { returned } = world.host;
  const said = readRaw(raw);
  const known = returned.find(
    (each) => each.raw === raw || (said !== undefined && each.number === said.license),
  );
  if (known) {
    // Put in place, then taken away again: the person has fetched it anew to have it back.
    if (known.state === 'applied' && !isInPlace(world, known))
      Object.assign(known, { raw, state: 'kept', refused: null, appliedAt: null });
    return true;
  }
  if (returned.length >= MOST_KEPT) return false;
  const last = Number(returned[0]?.id.split('-')[1] ?? 0);
  returned.unshift({
    id: `returned-${last + 1}`,
    raw,
    extension: said?.product ?? null,
    name: said === undefined ? null : nameOf(world, said.product),
    license: said
      ? { kind: said.kind, endsOn: said.endsOn, edition: usersWords(said.users) }
      : null,
    receivedAt: instant(now(world)),
    state: 'kept',
    refused: null,
    appliedAt: null,
    number: said?.license ?? null,
  });
  return true;
}
