import type { ActivityResult, ActivityWord } from '../../src/domain/activity.ts';
import { instant, now } from '../clock.ts';
import { Refusal } from '../reply.ts';
import type { World } from '../world.ts';
import type { HostExtension } from './state.ts';

/** The list has changed: its snapshot grows. */
export function changed(world: World): void {
  world.host.snapshot += 1;
}

/** What there is to say about something that happened; what is left out played no part. */
export interface Deed {
  /** Key of the extension it was about. */
  readonly extension?: string;
  /** What it was about, for people; the extension's name unless given. Never a key number, a token or a code. */
  readonly about?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  /** `done` unless given. */
  readonly result?: ActivityResult;
  readonly reason?: string | null;
  /** How many extensions, where several. */
  readonly count?: number;
  /** When, in milliseconds since 1970; now unless given. Not before what was written down last. */
  readonly at?: number;
  /** Who did it: the person asking unless given; `null` = the host by itself. */
  readonly by?: { readonly id: string; readonly name: string } | null;
}

/** Writes down that something happened: `did(world, 'hold', { extension: key, reason })`. */
export function did(world: World, what: ActivityWord, deed: Deed = {}): void {
  const { activity, actor } = world.host;
  const { extension = null, from = null, to = null, reason = null, count = null } = deed;
  const by = deed.by === undefined ? { id: actor.id, name: actor.name } : deed.by;
  activity.push({
    id: `activity-${activity.length + 1}`,
    at: instant(deed.at ?? now(world)),
    by,
    what,
    result: deed.result ?? 'done',
    extension,
    about: deed.about ?? nameOf(world, extension),
    from,
    to,
    count,
    reason,
    text: null,
  });
}

const nameOf = ({ host }: World, key: string | null): string | null =>
  host.extensions.find((each) => each.key === key)?.name ?? key;

/** The extension of that key. @throws Refusal 404. */
export function extensionOf({ host }: World, key: string): HostExtension {
  const extension = host.extensions.find((each) => each.key === key);
  if (!extension)
    throw new Refusal(404, 'not-found', `There is no extension "${key}" on this host.`);
  return extension;
}
