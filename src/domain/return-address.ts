import { TOKEN_SHAPE } from './token.ts';

/** What an address says somebody came back with, and the same address without it. */
export interface ReturnAddress {
  /**
   * The order it names; `null` where it names none, several, or something no token looks like. Whoever wrote the
   * address wrote this: it proves neither a payment nor that there is such an order.
   */
  readonly token: string | null;
  /** The address without the parameter; all else stays letter for letter, and so does an address that has none. */
  readonly rest: string;
}

/**
 * Reads the address a page was opened with after the store. Never throws.
 *
 * @param parameter - Name of the one parameter that is ours; all others are the host's, and so is the hash.
 */
export function returnAddress(address: string, parameter: string): ReturnAddress {
  const [, path = '', query, hash = ''] = PARTS.exec(address) ?? [];
  const parts = query?.split('&') ?? [];
  const others = parts.filter((part) => nameOf(part) !== parameter);
  if (parts.length === others.length) return { token: null, rest: address };
  const values = new URLSearchParams(query).getAll(parameter);
  const [token = ''] = values;
  return {
    token: values.length === 1 && TOKEN_SHAPE.test(token) ? token : null,
    rest: path + (others.length === 0 ? '' : `?${others.join('&')}`) + hash,
  };
}

const PARTS = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s;

/** As browsers read it: `%75pkeep-order` is `upkeep-order`. */
const nameOf = (part: string): string | undefined => new URLSearchParams(part).keys().next().value;
