const BYTES = 32;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Where randomness comes from; the platform's `crypto`, which needs no secure context for this. */
export type RandomSource = Pick<Crypto, 'getRandomValues'>;

/**
 * A new order token: 192 random bits as 32 URL-safe characters, with nothing readable inside.
 * It is also the idempotency key of the order it names.
 */
export function newToken(random: RandomSource = crypto): string {
  const bytes = random.getRandomValues(new Uint8Array(BYTES));
  // 64 characters divide 256 evenly, so every character is equally likely.
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('');
}

/** The shape every token has, ours or one minted by a host. */
export const TOKEN_SHAPE = /^[A-Za-z0-9_-]{22,128}$/;
