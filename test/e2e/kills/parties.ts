import { expect, test as base } from '@playwright/test';
import type { ScenarioName, ScenarioOptions } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { freePort, startBackends } from '../stage.ts';

/** The real servers of a worker, and the hands of a test in them. */
export interface Parties {
  /** The host's contract. */
  readonly api: string;
  /** Forgets everything and starts another scenario. */
  reset(scenario: ScenarioName, options?: ScenarioOptions): Promise<void>;
  /** Everything all parties remember: the judge. */
  world(): Promise<World>;
  /** Lets so many milliseconds pass at all of them. */
  advance(ms: number): Promise<void>;
  /** Everything that was to go wrong goes right. */
  mend(): Promise<void>;
  /** Pays an order at the store, in a tab that no test sees. */
  pay(extension: string, token: string, offer: string): Promise<void>;
  /** Asks the host as another program would: `PUT /orders/…`. */
  ask(call: string, body?: unknown): Promise<unknown>;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  expect(response.ok, `${response.url} answered ${response.status}: ${text}`).toBe(true);
  return text === '' ? undefined : JSON.parse(text);
}

const sent = (method: string, body?: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

/** Apart from the ports that journeys look for, and below those a system gives to whoever asks. */
const PORTS = 16;

export const test = base.extend<object, { parties: Parties }>({
  // One process per worker: a world is made anew in it in no time, a process is not.
  parties: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern, also where nothing is taken out of it.
    async ({}, provide, { parallelIndex }) => {
      const port = await freePort(PORTS + parallelIndex);
      const { api, child } = await startBackends(['--port', String(port), '--scenario', 'empty']);
      const control = `http://127.0.0.1:${port + 4}`;
      const act = async (path: string, init?: RequestInit) =>
        answerOf(await fetch(control + path, init));
      await provide({
        api,
        reset: async (scenario, options = {}) =>
          void (await act('/reset', sent('POST', { scenario, options }))),
        async world() {
          // What has become due happens when somebody asks.
          await fetch(`${api}/session`);
          return (await act('/world')) as World;
        },
        advance: async (ms) => void (await act('/advance', sent('POST', { ms }))),
        mend: async () => void (await act('/faults', sent('DELETE'))),
        async pay(extension, token, offer) {
          const body = new URLSearchParams({ token, 'product-id': offer, action: 'pay' });
          const init = { method: 'POST', body };
          const paid = await fetch(`http://127.0.0.1:${port + 1}/buy/${extension}`, init);
          expect(paid.ok, await paid.text()).toBe(true);
        },
        async ask(call, body) {
          const [method = 'GET', path = ''] = call.split(' ');
          return answerOf(await fetch(api + path, sent(method, body)));
        },
      });
      child.kill();
    },
    { scope: 'worker' },
  ],
});

export { expect };
