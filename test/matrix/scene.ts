import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import type { World } from '../../mocks/world.ts';
import { type OpenPanel, openPanel } from '../panel/open-panel.tsx';

type Role = 'button' | 'link' | 'switch' | 'menuitem' | 'radio' | 'region' | 'dialog' | 'listitem';

/** A panel on a world, played by the minute: time stands still unless it is moved on. */
export interface Scene {
  readonly world: World;
  /** What the panel asked, oldest first, as `GET /extensions`. */
  requests(): readonly string[];
  /** Opens the panel. */
  open(): Promise<void>;
  /** Closes it; the world goes on. */
  close(): void;
  /** What is to be seen: the text of the dialog on top, or of the panel, without what is only said aloud. */
  text(): string;
  /** The same of the panel with every dialog. */
  whole(): string;
  /** The last element of that role and name, which is the one on top. */
  see(role: Role, name: string | RegExp): HTMLElement | undefined;
  /** Waits until it is there, and presses it. */
  press(role: Role, name: string | RegExp): Promise<void>;
  /** Types into the field of that label. */
  type(label: string, text: string): Promise<void>;
  /** Something is still said to be on its way. */
  waits(): boolean;
  /** Lets up to this many milliseconds pass until it is so; tells whether it became so. */
  until(holds: () => boolean, ms?: number): Promise<boolean>;
  /** A call as no panel makes it: `PUT /extensions/…`. */
  ask(what: string, body?: object): Promise<unknown>;
}

/** One task of the browser, so that React and the parties get their turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Turns that an answer without any waiting takes at most, to be read and to be painted. */
const TURNS = 40;
const STEP = 500;
const NOTHING = new Uint8Array();

function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.upkeep-unseen')) unseen.remove();
  return copy.textContent;
}

/** A part of the panel that is still being fetched takes no time of the panel's; milliseconds of ours. */
const FETCHING = 4_000;
async function fetched(looked: () => boolean): Promise<boolean> {
  const end = performance.now() + FETCHING;
  while (performance.now() < end) {
    if (looked()) return true;
    await turn();
  }
  return false;
}

const EVERYTHING = { subtree: true, childList: true, attributes: true, characterData: true };

const WAITING = '[aria-busy="true"], .upkeep-skeleton, [role="status"][aria-label^="Loading"]';

/** Prepares a panel on a world. Nothing is opened yet. */
export function sceneOf(world: World): Scene {
  let opened: OpenPanel | undefined;
  const call = directFetch(memoryOf(world));
  const place = () => opened?.place ?? document.body;

  const see: Scene['see'] = (role, name) =>
    page
      .getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
      .elements()
      .at(-1) as HTMLElement | undefined;

  const until: Scene['until'] = async (holds, ms = 10_000) => {
    const end = Date.now() + ms;
    // Looking is dear: nobody looks twice at the same page.
    let isNew = true;
    const watch = new MutationObserver(() => {
      isNew = true;
    });
    watch.observe(document.body, EVERYTHING);
    const looked = () => {
      if (!isNew) return false;
      isNew = false;
      return holds();
    };
    try {
      return (await reached(looked, end)) || holds();
    } finally {
      watch.disconnect();
    }
  };

  const reached = async (looked: () => boolean, end: number): Promise<boolean> => {
    for (;;) {
      // The parties' hashes are made beside the page, in time of ours: none of them may be overtaken by its clock.
      await crypto.subtle.digest('SHA-256', NOTHING);
      for (let count = 0; count < TURNS; count += 1) {
        if (looked()) return true;
        await turn();
      }
      if (Date.now() >= end) return fetched(looked);
      await vi.advanceTimersByTimeAsync(Math.min(STEP, end - Date.now()));
    }
  };

  return {
    world,
    requests: () => opened?.requests ?? [],
    see,
    until,
    async open() {
      opened = await openPanel(world, { onNavigate: () => false });
    },
    close: () => opened?.kill(),
    text: () => textOf([...place().querySelectorAll('dialog[open]')].at(-1) ?? place()),
    whole: () => textOf(place()),
    async press(role, name) {
      const isThere = await until(() => see(role, name) !== undefined);
      if (!isThere) throw new Error(`There is no ${role} "${String(name)}" in: ${this.text()}`);
      see(role, name)?.click();
    },
    async type(label, text) {
      const field = () =>
        page.getByLabelText(label, { exact: true }).elements()[0] as
          | HTMLInputElement
          | HTMLTextAreaElement
          | undefined;
      await until(() => field() !== undefined);
      const found = field();
      if (!found) throw new Error(`There is no field "${label}"`);
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value') ?? {};
      set?.call(found, text);
      found.dispatchEvent(new Event('input', { bubbles: true }));
    },
    waits: () => place().querySelector(WAITING) !== null,
    async ask(what, body) {
      const [method = 'GET', path] = what.split(' ');
      const answer = await call(`${HOST_API}${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      return text === '' ? undefined : JSON.parse(text);
    },
  };
}
