/**
 * How a domain is written on the wire, where that differs from how it reads: look-alike letters then show. `null`
 * for a plain name, and for text that is no domain.
 */
export function punycode(domain: string): string | null {
  // Plain names, and those already written that way, say what they are.
  if (/^[\x21-\x7e]*$/.test(domain)) return null;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
}
