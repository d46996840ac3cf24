import { afterEach } from 'vitest';
import { page } from 'vitest/browser';
import { HOST_SESSION, SESSION_HEADER } from '../../mocks/canary.ts';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import type { HostExtension } from '../../mocks/host/state.ts';
import type { World } from '../../mocks/world.ts';
import type { Backend } from '../../src/backend/backend.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { mount, type MountedPanel } from '../../src/embed/mount.tsx';
import type { UpkeepPanelProps } from '../../src/panel/UpkeepPanel.tsx';
import { watch } from '../secrets/watch.ts';
import '../../src/panel/panel.css';

const open = new Set<() => void>();

afterEach(() => {
  for (const close of open) close();
});

/** A panel in the page of a test, and what it did behind it. */
export interface OpenPanel {
  readonly panel: MountedPanel;
  readonly place: HTMLElement;
  /** What the panel reported to its host. */
  readonly errors: readonly unknown[];
  /** Every request it sent, as `GET /extensions`. */
  readonly requests: string[];
  /** Closes the tab: nothing but the world remembers. */
  readonly kill: () => void;
}

export interface Opening extends Partial<Omit<UpkeepPanelProps, 'onError'>> {
  /** Lets a test alter what the real parties answer, or when. */
  readonly through?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  /** How long the panel waits for an answer, in milliseconds. */
  readonly timeout?: number;
  readonly width?: number;
  /** Whose session it is opened in; the first account's unless given. */
  readonly account?: string;
}

/** The path of a request below the contract's root, with its method. */
export const named = (input: RequestInfo | URL, init?: RequestInit): string => {
  const request = new Request(input, init);
  return `${request.method} ${request.url.slice(HOST_API.length)}`;
};

/** Opens the whole panel on a world by the public way, `mount`. Opening it again on the same world is a reload. */
export async function openPanel(
  world: World,
  { through = (fetch) => fetch, timeout, width = 1200, account, ...props }: Opening = {},
): Promise<OpenPanel> {
  if (window.innerWidth !== width) await page.viewport(width, 800);
  const requests: string[] = [];
  const errors: unknown[] = [];
  const reach = through(directFetch(memoryOf(world), account === undefined ? {} : { account }));
  const backend: Backend = restBackend({
    baseUrl: HOST_API,
    fetch(input, init) {
      requests.push(named(input, init));
      return reach(input, init);
    },
    headers: { [SESSION_HEADER]: HOST_SESSION },
    ...(timeout === undefined ? {} : { timeout }),
  });
  const place = document.createElement('div');
  document.body.append(place);
  const onError = (error: unknown) => {
    errors.push(error);
    watch.look('onError', error);
  };
  const panel = mount(place, { backend, ...props, onError });
  const kill = () => {
    panel.unmount();
    place.remove();
    open.delete(kill);
  };
  open.add(kill);
  return { panel, place, errors, requests, kill };
}

export const list = () => page.getByRole('list', { name: 'Extensions', exact: true });
export const row = (name: string) => list().getByRole('listitem', { name, exact: true });
export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const dialog = (name: string | RegExp) => page.getByRole('dialog', { name, exact: true });
/** The button of the whole panel; rows have one of their own. */
export const checkAgain = () =>
  page.getByRole('banner').getByRole('button', { name: 'Check again', exact: true });
export const alert = () => page.getByRole('alert');

/** An extension as the host remembers it. */
export function hosted(world: World, key: string): HostExtension {
  const found = world.host.extensions.find((each) => each.key === key);
  if (!found) throw new Error(`The host of this world has no "${key}"`);
  return found;
}

/** What the panel asked of the host, oldest first: `install formie 2.1.19`. */
export const asked = (world: World): readonly string[] =>
  world.journal
    .filter(({ from, to }) => from === 'panel' && to === 'host')
    .map(({ what, about }) => `${what} ${about}`);
