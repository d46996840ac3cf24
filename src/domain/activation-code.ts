/** What was typed or pasted as an activation code. */
export type TypedCode =
  | { readonly kind: 'empty' }
  /** A code as the key administrator writes it: five groups of six, joined by hyphens. */
  | { readonly kind: 'code'; readonly code: string }
  /** `count` letters and digits instead of 30. */
  | { readonly kind: 'wrong-length'; readonly count: number }
  /** Something besides letters, digits, spaces and dashes. */
  | { readonly kind: 'odd-characters' };

/** Six characters that more follow. */
const GROUP = /.{6}(?=.)/g;
const LENGTH = 30;
/** Longer text is no code, whatever is in it. */
const LONGEST = 1_000;

/** Dashes of every kind, spaces, and what cannot be seen but is copied along: zero-width, soft hyphen, direction marks. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212]/gu;

/**
 * Reads an activation code forgivingly: spaces, dashes, invisible characters, small letters and full-width forms are
 * forgiven. Letters and digits are never exchanged (O stays O and 0 stays 0), since both occur in codes.
 */
export function readActivationCode(typed: string): TypedCode {
  if (typed.length > LONGEST) return { kind: 'wrong-length', count: typed.length };
  const text = typed.normalize('NFKC').replaceAll(BETWEEN, '');
  if (text === '') return { kind: 'empty' };
  // Asked before the letters are made large, which would turn others (ß, ı) into ours.
  if (!/^[A-Za-z0-9]+$/.test(text)) return { kind: 'odd-characters' };
  if (text.length !== LENGTH) return { kind: 'wrong-length', count: text.length };
  return { kind: 'code', code: text.toUpperCase().replaceAll(GROUP, '$&-') };
}
