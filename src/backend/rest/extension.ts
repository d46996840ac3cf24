import * as v from 'valibot';
import type { Extension, Unreadable } from '../../domain/extension.ts';
import type { License } from '../../domain/license.ts';
import type { Release } from '../../domain/release.ts';
import type { UnreadableExtension } from '../backend.ts';
import { ContractBreach, read } from '../read.ts';
import { asDay, WireExtension, WireLicense, WireRelease } from '../wire.ts';
import { toLicense, toRelease } from './release.ts';

/** The parts without which an entry is no extension; license and releases may be broken one by one. */
const Core = v.object({
  ...v.omit(WireExtension, ['license', 'releases']).entries,
  license: v.unknown(),
  releases: v.array(v.unknown()),
});

const Named = v.object({ key: v.fallback(v.string(), ''), name: v.fallback(v.string(), '') });

/**
 * Reads one entry of the host's list, so that a broken part stays small: a license that makes no sense becomes an
 * unknown one (never covered), a broken release is left out and told of, and an entry without its core is kept by name.
 */
export function readExtension(
  entry: unknown,
  at: string,
  zone: string,
): { readonly extension: Extension } | { readonly unreadable: UnreadableExtension } {
  try {
    const core = read(Core, entry, '');
    const unreadable: Unreadable[] = [];
    const license = part(unreadable, () => toLicense(read(WireLicense, core.license, 'license')));
    const releases = core.releases.map((each, index) =>
      part(unreadable, () => toRelease(read(WireRelease, each, `releases[${index}]`), zone)),
    );
    return {
      extension: {
        key: core.key,
        name: core.name,
        vendor: core.vendor,
        installed: toRelease(core.installed, zone),
        status: core.status,
        license: license ?? unknownLicense(unreadable),
        policy: core.policy,
        hold: core.hold === null ? null : { ...core.hold, until: core.hold.until === null ? null : asDay(core.hold.until) },
        releases: releases.filter((release): release is Release => release !== undefined),
        unreadable,
      },
    };
  } catch (breach) {
    if (!(breach instanceof ContractBreach)) throw breach;
    const { key, name } = v.safeParse(Named, entry).success ? v.parse(Named, entry) : { key: '', name: '' };
    return { unreadable: { key: key || at, name, at: breach.at, expected: breach.expected } };
  }
}

function part<T>(unreadable: Unreadable[], reading: () => T): T | undefined {
  try {
    return reading();
  } catch (breach) {
    if (!(breach instanceof ContractBreach)) throw breach;
    unreadable.push({ at: breach.at, expected: breach.expected });
    return undefined;
  }
}

const unknownLicense = ([first]: readonly Unreadable[]): License => ({
  kind: 'unknown',
  reason: first ? `${first.at}: ${first.expected}` : '',
});
