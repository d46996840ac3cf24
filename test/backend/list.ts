import { type Left, panelOf } from './given.ts';

/** An extension on the wire, maintained through 31 January 2025. */
export const extensionOnWire = (key: string, more: object = {}): Record<string, unknown> => ({
  key,
  name: key.toUpperCase(),
  vendor: 'Example Vendor',
  installed: {
    version: '1.0',
    builtAt: '2025-01-10T12:00:00Z',
    publishedOn: null,
    requiresHost: '*',
  },
  status: { kind: 'enabled' },
  license: {
    kind: 'perpetual',
    number: 'EXT.1',
    standing: 'active',
    errors: [],
    maintenanceEndsOn: '2025-01-31',
  },
  policy: 'build-date',
  releases: [],
  ...more,
});

/** A page of the list. */
export const page = (
  extensions: readonly unknown[],
  more: object = {},
): Record<string, unknown> => ({
  asOf: '2025-04-10T09:00:00Z',
  hostVersion: '4.2.0',
  snapshot: 7,
  extensions,
  ...more,
});

/** A list that a test may change while a panel reads it. Pages by cursor, the first by the empty one. */
export interface KeptList {
  pages: Record<string, { body: Record<string, unknown>; etag?: string }>;
}

/** A host that answers with the pages of this list, and 304 to who knows them. */
export function hostWith(list: KeptList): ReturnType<typeof panelOf> {
  return panelOf(({ path, headers }: Left) => {
    const cursor = new URLSearchParams(path.split('?')[1]).get('cursor') ?? '';
    const kept = list.pages[cursor];
    if (!kept) return new Response('', { status: 404 });
    if (kept.etag && headers.get('If-None-Match') === kept.etag)
      return new Response(null, { status: 304 });
    return Response.json(kept.body, kept.etag ? { headers: { ETag: kept.etag } } : {});
  });
}

/** A host whose list is this one page. */
export const hostWithOnly = (
  extensions: readonly unknown[],
  more: object = {},
): ReturnType<typeof panelOf> => hostWith({ pages: { '': { body: page(extensions, more) } } });
