import { dayOf } from '../../domain/day.ts';
import type { Extension } from '../../domain/extension.ts';
import { BackendError } from '../errors.ts';
import type { Inventory, UnreadableExtension } from '../backend.ts';
import { WireInventoryPage } from '../wire.ts';
import { readExtension } from './extension.ts';
import { readAnswer, type Transport } from './transport.ts';

const PAGES_MAX = 1_000;

interface Page {
  readonly etag: string | null;
  readonly head: Omit<Inventory, 'extensions' | 'unreadable'>;
  readonly extensions: readonly Extension[];
  readonly unreadable: readonly UnreadableExtension[];
  readonly next: string | null;
}

/**
 * Reads the whole list page by page, each page only where it changed since it was last read (ETag). Each page is
 * read as it arrives, so that the browser gets its turn in between however long the list is.
 */
export function inventoryReader(send: Transport) {
  const kept = new Map<string, Page>();
  let last: { readonly pages: readonly Page[]; readonly inventory: Inventory } | undefined;

  return async (signal?: AbortSignal): Promise<Inventory> => {
    const pages: Page[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      if (pages.length >= PAGES_MAX) throw breach('next', `at most ${PAGES_MAX} pages`);
      const page: Page = await readPage(cursor, signal);
      pages.push(page);
      cursor = page.next;
    }
    // Nothing changed on any page: the same object, so that nothing is decided or painted again.
    const unchanged = last?.pages.length === pages.length && pages.every((page, at) => page === last?.pages[at]);
    if (!last || !unchanged) last = { pages, inventory: gather(pages) };
    return last.inventory;
  };

  async function readPage(cursor: string, signal: AbortSignal | undefined): Promise<Page> {
    const before = kept.get(cursor);
    const path = cursor === '' ? '/extensions' : `/extensions?cursor=${encodeURIComponent(cursor)}`;
    const answer = await send({ call: 'extensions', path, signal, ...(before?.etag ? { etag: before.etag } : {}) });
    if (answer.kind === 'unchanged' && before) return before;
    const wire = readAnswer(WireInventoryPage, 'extensions', answer, '');
    const entries = wire.extensions.map((entry, at) => readExtension(entry, `extensions[${at}]`, wire.vendorZone));
    const page: Page = {
      etag: answer.kind === 'body' ? answer.etag : null,
      head: {
        asOf: wire.asOf,
        today: dayOf(wire.asOf, wire.vendorZone),
        hostVersion: wire.hostVersion,
        constraints: wire.constraints,
        snapshot: wire.snapshot,
      },
      extensions: entries.flatMap((entry) => ('extension' in entry ? [entry.extension] : [])),
      unreadable: entries.flatMap((entry) => ('unreadable' in entry ? [entry.unreadable] : [])),
      next: wire.next,
    };
    if (page.etag === null) kept.delete(cursor);
    else kept.set(cursor, page);
    return page;
  }
}

const breach = (at: string, expected: string) => new BackendError('extensions', { kind: 'unreadable', at, expected });

function gather(pages: readonly Page[]): Inventory {
  const [first] = pages;
  if (!first) throw breach('body', 'a page');
  // Pages of two snapshots do not fit together: a list changed while it was read.
  if (pages.some((page) => page.head.snapshot !== first.head.snapshot)) throw breach('snapshot', 'the same on every page');
  const extensions = pages.flatMap((page) => page.extensions);
  const seen = new Set<string>();
  const twice = extensions.filter(({ key }) => seen.size === seen.add(key).size);
  return {
    ...first.head,
    extensions: twice.length === 0 ? extensions : extensions.filter((each) => !twice.includes(each)),
    unreadable: [
      ...pages.flatMap((page) => page.unreadable),
      ...twice.map(({ key, name }) => ({ key: `${key} (again)`, name, at: 'key', expected: 'a key of its own' })),
    ],
  };
}
