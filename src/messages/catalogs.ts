import english from './en.json';
import { pseudoCatalog } from './pseudo.ts';
import { type Catalog, createWords, type Words } from './words.ts';

// At build time the JSON's texts become compiled messages (vite.config.ts); TypeScript sees the source.
const catalog = english as unknown as Catalog;

/** The locale of the pseudo language, for tests of layout and of words outside the catalog. */
export const PSEUDO = 'en-XA';

/** The panel's words for a locale: English in the locale's own forms of days and numbers, until more languages come. */
export function wordsFor(locale: string): Words {
  return locale === PSEUDO
    ? createWords('en', pseudoCatalog(catalog))
    : createWords(locale, catalog);
}
