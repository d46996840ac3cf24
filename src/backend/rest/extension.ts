import * as v from 'valibot';
import type { Advisory } from '../../domain/advisory.ts';
import type { Extension, Unreadable } from '../../domain/extension.ts';
import type { Hold } from '../../domain/hold.ts';
import type { License } from '../../domain/license.ts';
import type { Release } from '../../domain/release.ts';
import { safeLink } from '../../domain/store-link.ts';
import type { UnreadableExtension } from '../backend.ts';
import { ContractBreach, read } from '../read.ts';
import { asDay, Unread, WireAdvisory, WireExtension, WireLicense, WireRelease } from '../wire.ts';
import { partTwins } from './entries.ts';
import { toLicense, toRelease } from './release.ts';

const { key, name, policy, supportUrl } = WireExtension.entries;

/** The parts without which an entry is no extension; the others may be broken one by one. */
const Core = v.object({
  ...WireExtension.entries,
  license: v.optional(v.unknown()),
  previousLicense: v.optional(v.unknown(), null),
  policy: v.optional(v.unknown()),
  supportUrl: v.optional(v.unknown(), null),
  advisories: v.optional(Unread, []),
  releases: Unread,
});

const Named = v.fallback(v.object({ key: v.fallback(key, ''), name: v.fallback(name, '') }), {
  key: '',
  name: '',
});

/**
 * Reads one entry of the host's list, so that a broken part stays small: a license that makes no sense becomes an
 * unknown one (never covered), so does a coverage policy, a broken release is left out and told of, and so are an address that must not be
 * followed and releases of one version. An entry without its core is kept by name.
 *
 * @param place - What stands for the key where there is none.
 * @param zone - IANA name, checked already.
 */
export function readExtension(
  entry: unknown,
  place: string,
  zone: string,
): { readonly extension: Extension } | { readonly unreadable: UnreadableExtension } {
  try {
    const core = read(Core, entry, '');
    const unreadable: Unreadable[] = [];
    return {
      extension: {
        key: core.key,
        name: core.name,
        vendor: core.vendor,
        installed: toRelease(core.installed, zone),
        status: core.status,
        license: readLicense(core.license, unreadable),
        previousLicense: readPrevious(core.previousLicense, unreadable),
        policy: readPolicy(core.policy, unreadable),
        securityAlways: core.securityAlways,
        hold: toHold(core.hold),
        skipped: core.skipped,
        previous: core.previous,
        autoUpdate: core.autoUpdate,
        advisories: readAdvisories(core.advisories, unreadable),
        supportUrl: readSupportUrl(core.supportUrl, unreadable),
        sellsOffers: core.sellsOffers,
        releases: readReleases(core.releases, zone, unreadable),
        unreadable,
      },
    };
  } catch (breach) {
    if (!(breach instanceof ContractBreach)) throw breach;
    const named = v.parse(Named, entry);
    const { at, expected } = breach;
    return { unreadable: { key: named.key || place, name: named.name, at, expected } };
  }
}

/** Reads a license; one that makes no sense is unknown and told of. */
export function readLicense(wire: unknown, unreadable: Unreadable[]): License {
  const license = part(unreadable, () => toLicense(read(WireLicense, wire, 'license')));
  if (license) return license;
  const breach = unreadable.at(-1);
  return { kind: 'unknown', reason: breach ? `${breach.at}: ${breach.expected}` : '' };
}

/** A key before this one that makes no sense is told of, and nobody is offered to go back to it. */
function readPrevious(wire: unknown, unreadable: Unreadable[]): License | null {
  if (wire === null) return null;
  return part(unreadable, () => toLicense(read(WireLicense, wire, 'previousLicense'))) ?? null;
}

function readReleases(wire: readonly unknown[], zone: string, unreadable: Unreadable[]): Release[] {
  const releases = wire.flatMap((each, index) => {
    const release = part(unreadable, () =>
      toRelease(read(WireRelease, each, `releases[${index}]`), zone),
    );
    return release ? [release] : [];
  });
  const { single, twins } = partTwins(releases, ({ version }) => version.text);
  if (twins.length > 0) unreadable.push({ at: 'releases', expected: 'each version once' });
  return [...single];
}

/** A rule that makes no sense is one by a name that nobody knows. */
function readPolicy(wire: unknown, unreadable: Unreadable[]): string | null {
  const named = part(unreadable, () => read(policy, wire, 'policy'));
  return named === undefined ? '' : named;
}

function readAdvisories(wire: readonly unknown[], unreadable: Unreadable[]): Advisory[] {
  return wire.flatMap((each, index) => {
    const found = part(unreadable, () => read(WireAdvisory, each, `advisories[${index}]`));
    return found ? [found] : [];
  });
}

function readSupportUrl(wire: unknown, unreadable: Unreadable[]): string | null {
  const address = part(unreadable, () => read(supportUrl, wire, 'supportUrl')) ?? null;
  if (address === null || safeLink(address).kind === 'link') return address;
  unreadable.push({ at: 'supportUrl', expected: 'an https address' });
  return null;
}

const toHold = (wire: v.InferOutput<typeof WireExtension>['hold']): Hold | null =>
  wire && { ...wire, until: wire.until === null ? null : asDay(wire.until) };

function part<T>(unreadable: Unreadable[], reading: () => T): T | undefined {
  try {
    return reading();
  } catch (breach) {
    if (!(breach instanceof ContractBreach)) throw breach;
    unreadable.push({ at: breach.at, expected: breach.expected });
    return undefined;
  }
}
