import { CANARY, SESSION_HEADER } from '../../mocks/canary.ts';

/** What is looked for, and where it may be. Patterns as text, so that it can be handed into another page. */
export interface Rules {
  /** Any of a world's secrets, plain or encoded. */
  readonly secrets: readonly { readonly pattern: string; readonly flags: string }[];
  /** Addresses of the host's API, which is told of orders in its paths. */
  readonly host: string;
  /** Addresses of the other mocked parties, which talk to each other in the page itself. */
  readonly parties: string;
  /** Headers to the host that hold a secret or a token by their nature. */
  readonly headers: readonly string[];
  /** Calls to the host whose body holds an activation code. */
  readonly codeCalls: string;
  /** Databases of the mocked world, which is not the panel's. */
  readonly worlds: string;
}

/** How a word looks inside Base64, wherever it begins among the bytes before it. */
const inBase64 = (word: string): string[] =>
  [0, 1, 2].map((offset) => {
    const bits = 8 * (offset + word.length);
    return btoa('\0'.repeat(offset) + word).slice(
      Math.ceil((8 * offset) / 6),
      Math.floor(bits / 6),
    );
  });

export const RULES: Rules = {
  secrets: [
    { pattern: CANARY, flags: 'i' },
    { pattern: inBase64(CANARY).join('|'), flags: '' },
  ],
  host: '^https://host\\.test/api/|^http://127\\.0\\.0\\.1:\\d+/api/',
  parties: '^https://(store|ka|vendor)\\.test/',
  headers: [SESSION_HEADER.toLowerCase(), 'idempotency-key'],
  codeCalls: '/activations(/preview)?$',
  worlds: '^upkeep-mocked-world|^worlds?-of',
};
