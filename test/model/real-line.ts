import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import type { Backend } from '../../src/backend/backend.ts';
import type { Call, Failure } from '../../src/backend/errors.ts';
import { HOST_API } from '../../mocks/origins.ts';
import type { Network } from './network.ts';
import type { Page } from './page.ts';

/** The call of the contract that a request is. */
function callOf(method: string, path: string): Call {
  if (path.endsWith('/tokens')) return 'mint-token';
  if (path.endsWith('/hand-off')) return 'hand-off';
  if (path.endsWith('/fulfillment')) return 'fulfill';
  if (method === 'PUT') return 'save-order';
  return method === 'DELETE' ? 'cancel-order' : 'orders';
}

/** What a page gets instead of the host's answer. @throws TypeError as `fetch` does when that is none. */
function instead(failure: Failure): Response {
  switch (failure.kind) {
    case 'unreachable':
    case 'timed-out':
      throw new TypeError('Failed to fetch');
    case 'rate-limited':
      return new Response('', {
        status: 429,
        headers: { 'Retry-After': String(failure.wait / 1_000) },
      });
    case 'unavailable':
    case 'refused':
      return new Response('', { status: failure.status });
    case 'session-lost':
      return new Response('', { status: 401 });
    case 'unreadable':
      return new Response('{"tok', { headers: { 'Content-Type': 'application/json' } });
  }
}

/** A page's way to its host: real requests and answers, carried by the network to whoever takes them. */
export function realLine(
  network: Network,
  page: Page,
  account: string,
  take: (request: Request) => Promise<Response>,
): Backend {
  return restBackend({
    baseUrl: HOST_API,
    headers: { 'X-Account': account },
    fetch(input, { signal, ...init } = {}) {
      const { method, url } = new Request(input, init);
      return network.carry<Response>({
        line: page,
        call: callOf(method, new URL(url).pathname),
        signal: signal ?? undefined,
        answer: () => take(new Request(input, init)),
        instead,
      });
    },
  });
}
