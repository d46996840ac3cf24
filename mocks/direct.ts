import { getResponse } from 'msw';
import { candidatesOf } from './candidates.ts';
import { ACCOUNT_HEADER } from './host/accounts.ts';
import type { Memory } from './memory.ts';
import { ORIGINS, type Origins } from './origins.ts';
import { partyHandlers } from './parties.ts';

/**
 * A `fetch` that reaches the parties without a network and without a worker, and nobody else. Their calls to each
 * other take the same way.
 *
 * @throws TypeError as a real one does when no answer arrives, and when nobody is there to answer.
 */
export function directFetch(
  memory: Memory,
  {
    origins = ORIGINS,
    account,
  }: {
    readonly origins?: Origins;
    /** Whose session the requests are sent in; the first account's unless given. */
    readonly account?: string;
  } = {},
): typeof fetch {
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await untilAborted(getResponse(candidates(request), request), request.signal);
    if (!response) {
      throw new TypeError(
        `Nobody answers ${request.method} ${request.url}; ask a party of this world: ${known(origins)}`,
      );
    }
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  const candidates = candidatesOf(partyHandlers({ memory, origins, call }));
  if (account === undefined) return call;
  return (input, init) => {
    const request = new Request(input, init);
    request.headers.set(ACCOUNT_HEADER, account);
    return call(request);
  };
}

const known = ({ host, store, ka, vendor }: Origins): string =>
  [host, store, ka, vendor].join(', ');

function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    answer.then(resolve, reject);
  });
}
