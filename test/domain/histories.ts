import { readFileSync } from 'node:fs';
import { day, dayOf } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { isPrerelease, version } from '../../src/domain/version.ts';

/** A release as its vendor published it. */
export interface Published {
  readonly version: string;
  /** UTC instant. */
  readonly builtAt: string;
  readonly publishedOn: string | null;
  readonly requiresHost: string | null;
  readonly security?: boolean;
}

export interface History {
  readonly key: string;
  readonly releases: readonly Published[];
}

/** The 20 real release histories, as the file has them. */
export const histories: readonly History[] = JSON.parse(
  readFileSync(new URL('../../mocks/data/release-histories.json', import.meta.url), 'utf8'),
).extensions;

/** The hosts that the histories speak of, one of each major version. */
export const HOSTS = ['3.9.0', '4.12.8', '5.4.9'];

/** A release as the panel has it, its instant as a day of UTC. */
export const released = (published: Published): Release => ({
  version: version(published.version),
  builtOn: dayOf(published.builtAt),
  publishedOn: published.publishedOn === null ? null : day(published.publishedOn),
  requiresHost: published.requiresHost,
  security: published.security === true,
  prerelease: isPrerelease(version(published.version)),
  grantedTo: null,
});

/** The last days of all months from one day's to another's. */
export function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  do {
    ends.push(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
    month = month === 12 ? 1 : month + 1;
    year = month === 1 ? year + 1 : year;
  } while ((ends.at(-1) ?? '') < to);
  return ends;
}
