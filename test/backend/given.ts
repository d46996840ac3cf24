import type { Backend } from '../../src/backend/backend.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import type { RestOptions } from '../../src/backend/rest/transport.ts';

/** A request as it left the panel. */
export interface Left {
  readonly method: string;
  /** Below the base URL, with its query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answer = (left: Left, signal: AbortSignal | null) => Response | Promise<Response>;

export const BASE = 'https://panel.example.com/upkeep';

/** A panel's backend, and what it asked of a host that answers like this. */
export function panelOf(
  answer: Answer,
  options: Partial<RestOptions> = {},
): { backend: Backend; left: Left[] } {
  const left: Left[] = [];
  const backend = restBackend({
    baseUrl: BASE,
    fetch: async (input, init) => {
      const request = {
        method: init?.method ?? 'GET',
        path: new Request(input).url.replace(BASE, ''),
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      };
      left.push(request);
      return answer(request, init?.signal ?? null);
    },
    ...options,
  });
  return { backend, left };
}

/** A host whose every answer is this JSON. */
export const sayingJson = (body: unknown, init: ResponseInit = {}): ReturnType<typeof panelOf> =>
  panelOf(() => Response.json(body, init));

/** How a promise failed, for questions about the failure; a success is an error of the test. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}
