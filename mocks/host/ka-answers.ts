import * as v from 'valibot';
import { toLicense } from '../../src/backend/rest/release.ts';
import { WireLicense } from '../../src/backend/wire.ts';
import type { License } from '../../src/domain/license.ts';
import type { World } from '../world.ts';
import { changed } from './changed.ts';
import type { HostExtension } from './state.ts';

/** Keys as the key administrator tells of them. */
export const KaKeys = v.object({
  keys: v.array(
    v.object({
      /** Version included: `EXT.00123456.0002`. */
      number: v.string(),
      product: v.string(),
      license: WireLicense,
    }),
  ),
});
export type KaKeys = v.InferOutput<typeof KaKeys>['keys'];

/** What the host says when the key administrator said nothing usable. */
export const NO_ANSWER = 'The key administrator did not give a usable answer.';

/** An answer with its JSON, or `undefined` when none came. */
export async function asked(
  ask: () => Promise<Response>,
): Promise<{ ok: boolean; body: unknown } | undefined> {
  try {
    const response = await ask();
    return { ok: response.ok, body: await response.json() };
  } catch {
    return undefined;
  }
}

/**
 * Puts licenses in place; the last key of an extension counts. Installing a key keeps the one before.
 *
 * @param how - `granted`: somebody asked for these keys. `found`: they are attached to the main key; one that somebody
 *   went back from stays out. `taken-back`: the money was returned, so there is nothing to keep.
 */
export function installKeys(
  world: World,
  keys: KaKeys,
  how: 'granted' | 'found' | 'taken-back' = 'granted',
): void {
  const last = new Map(keys.map((key) => [key.product, key]));
  let news = false;
  for (const extension of world.host.extensions) {
    const key = last.get(extension.key);
    if (!key) continue;
    const before = keyBefore(extension);
    const license = toLicense(key.license);
    const staysOut = how === 'found' && key.number === extension.rolledBack;
    if (!(staysOut ? noteStanding : putInPlace)(extension, key.number, license)) continue;
    if (how === 'taken-back') extension.keyBefore = before;
    news = true;
  }
  if (news) changed(world);
}

const keyBefore = ({ keyBefore: before = null }: HostExtension) => before;

/** What became of a key concerns every version of it, the one that somebody went back to as well. */
function noteStanding(extension: HostExtension, _: string, told: License): boolean {
  const { license } = extension;
  if (!('number' in told) || !('number' in license) || told.number !== license.number) return false;
  if (told.standing === license.standing) return false;
  extension.license = { ...license, standing: told.standing };
  return true;
}

/** Puts one license in place, and keeps the key before it; `false` where all of it is there already. */
export function putInPlace(extension: HostExtension, number: string, license: License): boolean {
  const present = keyOf(extension);
  if (number === present && JSON.stringify(license) === JSON.stringify(extension.license))
    return false;
  if (present !== null && number !== present)
    extension.keyBefore = { number: present, license: extension.license };
  extension.installedKey = number;
  extension.license = license;
  return true;
}

/** The key an extension runs under, version included; `null` where there is none. */
export const keyOf = ({ installedKey, license }: HostExtension): string | null => {
  if (!('number' in license)) return null;
  return installedKey?.startsWith(`${license.number}.`) ? installedKey : `${license.number}.0001`;
};
