/** Why an address from outside is not followed. */
export type LinkRefusal =
  | 'not-a-url'
  | 'not-https'
  | 'credentials'
  | 'odd-characters'
  | 'other-origin';

/** An address that may be followed, or why not. */
export type Link =
  | { readonly kind: 'link'; readonly href: string; readonly host: string }
  | { readonly kind: 'refused'; readonly why: LinkRefusal };

// Backslash, spaces, controls and all that is invisible make an address read as another one.
const ODD = /[\\\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;
// Browsers also read `https:store.example` and `https:///store.example`, people do not.
const PLAIN = /^https?:\/\/[^/]/i;
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$|\.localhost$/;

/** Reads an outside address: https only (plain http on loopback, which browsers trust alike), nothing hidden in it. */
export function safeLink(address: string): Link {
  if (ODD.test(address)) return { kind: 'refused', why: 'odd-characters' };
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { kind: 'refused', why: 'not-a-url' };
  }
  const allowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!allowed) return { kind: 'refused', why: 'not-https' };
  if (!PLAIN.test(address)) return { kind: 'refused', why: 'not-a-url' };
  // Also the empty ones of `https://@store.example`, which only serve to be misread.
  if (/^[^/]*\/\/[^/?#]*@/.test(address)) return { kind: 'refused', why: 'credentials' };
  return { kind: 'link', href: url.href, host: url.host };
}

/**
 * The address that takes an order to the store: the host's own `buyUrl` with the token set exactly once.
 * Never throws.
 *
 * @param storeUrl - From the host; other parameters and the hash are kept.
 * @param storeOrigins - The host's allow-list, as `URL.origin` writes them; a token never goes anywhere else.
 * @param parameters - Further parameters to set once each, such as `product-id`.
 */
export function storeLink(
  storeUrl: string,
  token: string,
  storeOrigins: readonly string[],
  parameters: Readonly<Record<string, string>> = {},
): Link {
  const link = safeLink(storeUrl);
  if (link.kind === 'refused') return link;
  const url = new URL(link.href);
  if (!storeOrigins.includes(url.origin)) return { kind: 'refused', why: 'other-origin' };
  for (const [name, value] of Object.entries({ ...parameters, token })) {
    url.searchParams.set(name, value);
  }
  return { kind: 'link', href: url.href, host: url.host };
}
