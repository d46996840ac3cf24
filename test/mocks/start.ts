import { directFetch } from '../../mocks/direct.ts';
import { type Memory, memoryOf } from '../../mocks/memory.ts';
import { HOST_API, ORIGINS } from '../../mocks/origins.ts';
import { createWorld, type ScenarioName, type ScenarioOptions } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';

/** An answer, read. */
export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A world to ask and to look into. */
export interface Started {
  readonly world: World;
  readonly memory: Memory;
  readonly call: typeof fetch;
  /** Asks the host: `ask('PUT /orders/…', body)`; `GET` unless another method is named. */
  ask(what: string, body?: object, headers?: Record<string, string>): Promise<Said>;
  /** Presses a button of the store's page for this order. */
  press(action: string, token: string, more?: Record<string, string>): Promise<string>;
}

/** Starts a scenario in which everything takes no time unless a pace is given. */
export function start(scenario: ScenarioName, options: ScenarioOptions = {}): Started {
  const world = createWorld(scenario, { pace: 0, ...options });
  const memory = memoryOf(world);
  const call = directFetch(memory);
  return {
    world,
    memory,
    call,
    async ask(what, body, headers = {}) {
      const [method, path] = what.includes(' ') ? what.split(' ') : ['GET', what];
      const response = await call(`${HOST_API}${path}`, {
        method: method ?? 'GET',
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    async press(action, token, more = {}) {
      const body = new URLSearchParams({
        action,
        token,
        'product-id': 'seo-report-full',
        kn: world.host.mainKey,
        ...more,
      });
      const product = more['extension'] ?? 'seo-report';
      return (await call(`${ORIGINS.store}/buy/${product}`, { method: 'POST', body })).text();
    },
  };
}

/** A token as a panel would make it, the same every time. */
export const TOKEN = 'Tk7-abcdefghijklmnopqrstuvw_9XyZ';

/** A full report for example.com. */
export const WISH = {
  kind: 'individual-offer',
  extension: 'seo-report',
  offer: 'seo-report-full',
  target: { id: 'domain-1', domain: 'example.com' },
  licenses: [],
  priceShown: { amount: '59.00', currency: 'USD' },
};
