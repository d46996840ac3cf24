import { readFileSync } from 'node:fs';

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
