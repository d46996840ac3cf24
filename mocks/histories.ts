import source from './data/release-histories.json';
import type { CatalogRelease } from './host/state.ts';

/** The real releases of a real extension. */
export interface History {
  readonly key: string;
  readonly name: string;
  readonly vendor: string;
  readonly releases: readonly CatalogRelease[];
}

/** Twenty real extensions of one real host; see `data/README.md`. */
export const HISTORIES: readonly History[] = source.extensions;
