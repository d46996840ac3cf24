import { dayOf } from '../../domain/day.ts';
import type { Extension } from '../../domain/extension.ts';
import type { Inventory, UnreadableExtension } from '../backend.ts';
import { BackendError } from '../errors.ts';
import { WireInventoryPage } from '../wire.ts';
import { partTwins } from './entries.ts';
import { readExtension } from './extension.ts';
import { readAnswer, type Transport } from './transport.ts';

const PAGES_MAX = 1_000;

interface Page {
  readonly etag: string | null;
  readonly head: Omit<Inventory, 'extensions' | 'unreadable'>;
  readonly zone: string;
  readonly extensions: readonly Extension[];
  readonly unreadable: readonly UnreadableExtension[];
  readonly next: string | null;
}

/** Pages by the cursor they were asked for with, the first by none; in the order of the list. */
type Pages = ReadonlyMap<string, Page>;

/**
 * Reads the whole list page by page, each page only where it changed since it was last read (ETag). Each page is
 * read as it arrives, so that the browser gets its turn in between however long the list is.
 *
 * A list that changed while it was read is read a second time from its start. An older list than the last one is
 * refused: it is stale, or somebody tampers with it.
 *
 * @param learnZone - Told the zone in which the host's vendor counts days.
 */
export function inventoryReader(send: Transport, learnZone: (zone: string) => void) {
  let last: { readonly pages: Pages; readonly inventory: Inventory } | undefined;

  return async (signal?: AbortSignal): Promise<Inventory> => {
    const once = await readPages(last?.pages ?? new Map(), signal);
    const pages = isOfOneEdition(once) ? once : await readPages(new Map(), signal);
    if (!isOfOneEdition(pages)) throw breach('snapshot', 'the same on every page');
    const inventory = gather(pages);
    const newest = last?.inventory.snapshot ?? 0;
    if (inventory.snapshot < newest)
      throw breach('snapshot', `${newest}, which was seen before, or more`);
    for (const { zone } of pages.values()) learnZone(zone);
    // Nothing changed on any page: the same object, so that nothing is decided or painted again.
    if (!last || !isSame(last.pages, pages)) last = { pages, inventory };
    return last.inventory;
  };

  async function readPages(known: Pages, signal: AbortSignal | undefined): Promise<Pages> {
    const pages = new Map<string, Page>();
    for (let cursor: string | null = ''; cursor !== null;) {
      if (pages.has(cursor)) throw breach('next', 'a page that was not read yet');
      if (pages.size >= PAGES_MAX) throw breach('next', `at most ${PAGES_MAX} pages`);
      const page: Page = await readPage(cursor, pages.size + 1, known.get(cursor), signal);
      pages.set(cursor, page);
      cursor = page.next;
    }
    return pages;
  }

  async function readPage(
    cursor: string,
    number: number,
    before: Page | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Page> {
    const path = cursor === '' ? '/extensions' : `/extensions?cursor=${encodeURIComponent(cursor)}`;
    const etag = before?.etag ? { etag: before.etag } : {};
    const answer = await send({ call: 'extensions', path, signal, ...etag });
    if (answer.kind === 'unchanged' && before) return before;
    const wire = readAnswer(WireInventoryPage, 'extensions', answer, '');
    const entries = wire.extensions.map((entry, at) =>
      readExtension(entry, `extensions[${at}], page ${number}`, wire.vendorZone),
    );
    return {
      etag: answer.kind === 'body' ? answer.etag : null,
      head: {
        asOf: wire.asOf,
        today: dayOf(wire.asOf, wire.vendorZone),
        hostVersion: wire.hostVersion,
        constraints: wire.constraints,
        snapshot: wire.snapshot,
      },
      zone: wire.vendorZone,
      extensions: entries.flatMap((entry) => ('extension' in entry ? [entry.extension] : [])),
      unreadable: entries.flatMap((entry) => ('unreadable' in entry ? [entry.unreadable] : [])),
      next: wire.next,
    };
  }
}

const breach = (at: string, expected: string) =>
  new BackendError('extensions', { kind: 'unreadable', at, expected });

/** Pages of two snapshots, or of two hosts, do not fit together. */
function isOfOneEdition(pages: Pages): boolean {
  const editions = [...pages.values()].map(({ head, zone }) =>
    JSON.stringify([head.snapshot, head.hostVersion, head.constraints, zone]),
  );
  return new Set(editions).size === 1;
}

const isSame = (a: Pages, b: Pages): boolean =>
  a.size === b.size && [...b].every(([cursor, page]) => a.get(cursor) === page);

function gather(pages: Pages): Inventory {
  const all = [...pages.values()];
  // A page that did not change may have been read on an earlier day than the others.
  const { head } = all.reduce((one, other) => (other.head.today > one.head.today ? other : one));
  const { single, twins } = partTwins(
    all.flatMap((page) => page.extensions),
    ({ key }) => key,
  );
  const unreadable = [
    ...twins.map(({ key, name }) => ({ key, name, at: 'key', expected: 'a key of its own' })),
    ...all.flatMap((page) => page.unreadable),
  ];
  return {
    ...head,
    extensions: single,
    unreadable: [...new Map(unreadable.map((entry) => [entry.key, entry])).values()],
  };
}
