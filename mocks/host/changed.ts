import { instant, now } from '../clock.ts';
import { Refusal } from '../reply.ts';
import type { World } from '../world.ts';
import type { HostExtension } from './state.ts';

/** The list has changed: its snapshot grows. */
export function changed(world: World): void {
  world.host.snapshot += 1;
}

/** Writes down what the person asking did. */
export function did(world: World, what: string, about: string): void {
  world.host.activity.push({ at: instant(now(world)), by: world.host.actor.name, what, about });
}

/** The extension of that key. @throws Refusal 404. */
export function extensionOf({ host }: World, key: string): HostExtension {
  const extension = host.extensions.find((each) => each.key === key);
  if (!extension)
    throw new Refusal(404, 'not-found', `There is no extension "${key}" on this host.`);
  return extension;
}
