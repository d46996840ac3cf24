import { getResponse, http, type HttpHandler, HttpResponse } from 'msw';
import { own } from '../own.ts';
import type { Memory } from '../memory.ts';
import type { Context } from '../routes.ts';
import type { World } from '../world.ts';

/** Says whose session a request is sent in, as a cookie would; without it the first account's. */
export const ACCOUNT_HEADER = 'X-Account';

/** The host's calls, each in the session of whoever asks. Someone unknown is signed out. */
export function perAccount(
  context: Context,
  handlersOf: (context: Context) => HttpHandler[],
): HttpHandler[] {
  const { memory, origins } = context;
  const sessions: Record<string, HttpHandler[]> = {};
  const known = (id: string) =>
    memory.read(({ host }) => host.accounts.some((account) => account.id === id));
  return [
    http.all(`${origins.host}/*`, async ({ request }) => {
      const id = request.headers.get(ACCOUNT_HEADER);
      if (id === null) return undefined;
      if (!(await known(id))) return HttpResponse.text('Not signed in', { status: 401 });
      const session = { ...context, memory: memoryAs(memory, id), everyones: memory };
      const handlers = (sessions[id] = own(sessions, id) ?? handlersOf(session));
      return getResponse(handlers, request);
    }),
    ...handlersOf(context),
  ];
}

/** The same world, looked at and changed by somebody else. */
const memoryAs = (memory: Memory, id: string): Memory => ({
  read: (look) => memory.read((world) => acting(world, id, look)),
  change: (alter) => memory.change((world) => acting(world, id, alter)),
});

/** Nothing waits inside a look or a change, so nobody else can come in between. */
function acting<T>(world: World, id: string, act: (world: World) => T): T {
  const { host } = world;
  const { actor, orders, verifiers, vendorSecret } = host;
  const account = host.accounts.find((each) => each.id === id) ?? actor;
  Object.assign(host, account.elsewhere, { actor: account });
  try {
    return act(world);
  } finally {
    Object.assign(host, { actor, orders, verifiers, vendorSecret });
  }
}
