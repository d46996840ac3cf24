import { http, type HttpHandler } from 'msw';
import { type Capability, permitted } from '../src/domain/capability.ts';
import type { CallName, Party } from './calls.ts';
import { underFaults } from './faults.ts';
import type { Memory } from './memory.ts';
import type { Origins } from './origins.ts';
import { problem, Refusal } from './reply.ts';
import { settle } from './settle.ts';

/** What every party is given. */
export interface Context {
  readonly memory: Memory;
  readonly origins: Origins;
  /** How one party calls another: the page's own `fetch`, or one that finds the others without a network. */
  readonly call: typeof fetch;
  /** The world in nobody's session, where `memory` is in somebody's; for what happens by itself. */
  readonly everyones?: Memory;
}

/** A request, taken apart. */
export interface Asked {
  readonly request: Request;
  readonly url: URL;
  /** A named part of the path. */
  part(name: string): string;
}

type Answer = (asked: Asked) => Promise<Response>;
type Method = 'get' | 'post' | 'put' | 'delete';

/** Lets a party answer a call: `route('install', 'post', '/api/…', answer)`. */
export type Route = (
  call: CallName,
  method: Method,
  path: string,
  answer: Answer,
  needs?: Capability,
) => HttpHandler;

/**
 * Routes of one party. Around every call, in this order: what has become due in the meantime happens, a fault may
 * strike, the person's right is checked, and a refusal becomes a problem document.
 */
export function routesOf(party: Party, context: Context): Route {
  const { memory, origins } = context;
  return (call, method, path, answer, needs) =>
    http[method](`${origins[party]}${path}`, async ({ request, params }) => {
      const part = (name: string) => String(params[name] ?? '');
      const asked = { request, url: new URL(request.url), part };
      await settle({ ...context, memory: context.everyones ?? memory });
      return underFaults(memory, party, call, request, async () => {
        try {
          if (needs) await memory.read(({ host }) => requireAbility(host, needs));
          return await answer(asked);
        } catch (error) {
          if (error instanceof Refusal) return problem(error);
          throw error;
        }
      });
    });
}

interface Asking {
  readonly capabilities: readonly Capability[];
  readonly actor: { readonly name: string; readonly roles: Parameters<typeof permitted>[1] };
}

function requireAbility({ capabilities, actor }: Asking, needs: Capability): void {
  if (!capabilities.includes(needs))
    throw new Refusal(403, 'forbidden', `This host cannot do that (${needs}).`);
  if (!permitted(capabilities, actor.roles).has(needs)) {
    throw new Refusal(403, 'forbidden', `${actor.name} may not do that; ask an administrator.`);
  }
}
