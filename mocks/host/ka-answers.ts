import * as v from 'valibot';
import { toLicense } from '../../src/backend/rest/release.ts';
import { WireLicense } from '../../src/backend/wire.ts';
import type { World } from '../world.ts';
import { changed } from './changed.ts';

/** Keys as the key administrator tells of them. */
export const KaKeys = v.object({
  keys: v.array(v.object({ product: v.string(), license: WireLicense })),
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

/** Puts licenses in place; the last key of an extension counts. */
export function installKeys(world: World, keys: KaKeys): void {
  const last = new Map(keys.map(({ product, license }) => [product, toLicense(license)]));
  let news = false;
  for (const extension of world.host.extensions) {
    const license = last.get(extension.key);
    if (!license || JSON.stringify(license) === JSON.stringify(extension.license)) continue;
    extension.license = license;
    news = true;
  }
  if (news) changed(world);
}
