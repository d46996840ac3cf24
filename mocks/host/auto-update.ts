import { readExtension } from '../../src/backend/rest/extension.ts';
import { fenceOf } from '../../src/domain/fence.ts';
import { buildDate, POLICIES, unknownPolicy } from '../../src/domain/policies.ts';
import { find } from '../../src/domain/verdict.ts';
import { today } from '../clock.ts';
import type { World } from '../world.ts';
import { extensionOnWire, releaseOf } from './release.ts';
import type { HostExtension } from './state.ts';
import { runningOn, startTask } from './tasks.ts';

/** Whether a new day has begun on which this host has not looked for updates yet. */
export const autoUpdateIsDue = (world: World): boolean => today(world) > world.host.lookedOn;

/**
 * Once a day, as soon as it begins: installs what the switched on extensions may have, never beyond their fence. Like
 * everything here it needs no timer and no open page; of days nobody asked about only the last one counts.
 */
export function autoUpdate(world: World): void {
  if (!autoUpdateIsDue(world)) return;
  const { host } = world;
  host.lookedOn = today(world);
  if (!host.capabilities.includes('autoUpdate')) return;
  const begins = Date.parse(`${host.lookedOn}T00:00:00Z`);
  const lastNews = Date.parse(host.activity.at(-1)?.at ?? host.lookedOn);
  for (const extension of host.extensions) {
    const { key, installed: from, autoUpdate: isOn } = extension;
    const to = isOn === true && !runningOn(world, key) ? fenceVersion(world, extension) : null;
    if (to === null || from === null || to === from) continue;
    const wanted = { extension: key, kind: 'install', from, to, byItself: true } as const;
    startTask(world, wanted, Math.max(begins, lastNews));
  }
}

/** The version at an extension's fence, by the rules the panel goes by; `null` where it cannot be told. */
function fenceVersion(world: World, extension: HostExtension): string | null {
  const { version: hostVersion, vendorZone, constraints } = world.host;
  const installed = releaseOf(extension, extension.installed);
  if (!installed) return null;
  const on = today(world);
  const wire = extensionOnWire(extension, installed, vendorZone, on);
  const read = readExtension(wire, extension.key, vendorZone);
  if (!('extension' in read)) return null;
  const { policy: name } = extension;
  const policy =
    name === null
      ? buildDate
      : (POLICIES.find((each) => each.name === name) ?? unknownPolicy(name));
  const view = { today: on, hostVersion, constraints, soonDays: 0, policy };
  return fenceOf(read.extension, find(read.extension, view)).at.version.text;
}
