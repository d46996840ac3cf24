/** Where each outside party lives: an origin without a path. */
export interface Origins {
  readonly host: string;
  readonly store: string;
  readonly ka: string;
  readonly vendor: string;
  /**
   * A page that shows the store's pages in its place, given their address as `path`. A mocked store cannot be
   * navigated to, because a worker answers requests of pages and not of the address bar.
   */
  readonly storePages?: string;
}

/** The parties inside a page or a test; nothing listens there, and `.test` never resolves. */
export const ORIGINS: Origins = {
  host: 'https://host.test',
  store: 'https://store.test',
  ka: 'https://ka.test',
  vendor: 'https://vendor.test',
};

/** What the panel is given as its base URL. */
export const apiOf = (origins: Origins): string => `${origins.host}/api`;

/** The same for {@link ORIGINS}. */
export const HOST_API = apiOf(ORIGINS);

/** The address under which a person reaches a page of the store. */
export function storePage(
  origins: Origins,
  path: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const url = new URL(origins.storePages ?? `${origins.store}${path}`);
  if (origins.storePages !== undefined) url.searchParams.set('path', path);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return url.href;
}

/** The address under which a person reaches a page of the host that is not the panel. */
export const hostPage = (origins: Origins, path: string): string =>
  origins.storePages === undefined
    ? origins.host + path
    : `${origins.storePages}?${new URLSearchParams({ party: 'host', path })}`;

/** The only origin a token may be sent to. */
export const storeOrigin = (origins: Origins): string =>
  new URL(origins.storePages ?? origins.store).origin;
