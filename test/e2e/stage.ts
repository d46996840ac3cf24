import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  test as base,
} from '@playwright/test';
import type { StoreState } from '../../mocks/store/state.ts';
import { watchPages } from './secrets.ts';

/** Where the outside parties are: in the page behind its worker, or real servers from `npm run backends`. */
export interface Options {
  readonly parties: 'in the page' | 'real servers';
}

interface Stage {
  /** Opens the demo's panel in a scenario; a whole install takes `pace` milliseconds there. */
  readonly open: (scenario: string, pace?: number) => Promise<void>;
  /** Opens the same world again in a fresh tab: what a killed tab comes back as. */
  readonly reopen: () => Promise<Page>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The first of five free ports in a row, well apart from what other workers are given. */
export async function freePort(worker: number): Promise<number> {
  for (let port = 20_000 + worker * 500; port < 60_000; port += 5) {
    const free = await Promise.all([0, 1, 2, 3, 4].map((at) => isFree(port + at)));
    if (free.every(Boolean)) return port;
  }
  throw new Error('No five free ports in a row were found on this machine');
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** Starts the backends as a person would, and waits until they say where they are. */
export async function startBackends(
  args: readonly string[],
): Promise<{ api: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['mocks/serve.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const api = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /(http:\/\/\S+\/api)/.exec(output);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () =>
      reject(new Error(`The backends ended before they were ready:\n${output}`)),
    );
  });
  return { api, child };
}

/** Pages from which somebody came to a store, as far as it was told; its own do not count. */
async function referersAtTheStore(control: string): Promise<string[]> {
  const answer = await fetch(`${control}/world/store`);
  const { visits } = (await answer.json()) as StoreState;
  const store = `http://127.0.0.1:${Number(new URL(control).port) - 3}/`;
  return visits.map(({ referer }) => referer).filter((page) => page && !page.startsWith(store));
}

/** Where each test's world is, for those that come back to it. */
const addresses = new WeakMap<BrowserContext, string>();

export const test = base.extend<Stage & Options>({
  parties: ['in the page', { option: true }],
  context: async ({ context }, provide) => {
    const seen = await watchPages(context);
    await provide(context);
    expect(await seen(), 'Secrets or tokens were where they must not be').toEqual([]);
  },
  open: async ({ page, context, parties }, provide, info) => {
    const children: ChildProcess[] = [];
    const controls: string[] = [];
    await provide(async (scenario, pace = 600) => {
      let address = `/?scenario=${scenario}&pace=${pace}`;
      if (parties === 'real servers') {
        const port = String(await freePort(info.parallelIndex));
        const { api, child } = await startBackends(
          ['--scenario', scenario, '--pace', String(pace)].concat('--port', port),
        );
        children.push(child);
        controls.push(`http://127.0.0.1:${Number(port) + 4}`);
        address = `/?host=${api}`;
      }
      addresses.set(context, address);
      await page.goto(address);
    });
    const referers = await Promise.all(controls.map(referersAtTheStore));
    for (const child of children) child.kill();
    expect(referers.flat(), 'The store was told where somebody came from').toEqual([]);
  },
  reopen: async ({ context }, provide) => {
    await provide(async () => {
      const page = await context.newPage();
      await page.goto(addresses.get(context) ?? '/');
      return page;
    });
  },
});

export { expect };

/** One extension's item in the list. */
export const item = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Extensions' }).getByRole('listitem', { name, exact: true });

/** Nothing that a machine can find keeps anybody out. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}
