import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';
import type { Backend } from '../../src/backend/backend.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { defineUpkeepPanel, UpkeepPanelElement } from '../../src/embed/element.ts';
import { backendOf } from '../../stories/stage.tsx';

const placed: Element[] = [];
const pageFetch = globalThis.fetch;

afterEach(() => {
  for (const element of placed.splice(0)) element.remove();
  globalThis.fetch = pageFetch;
});

/** Puts an element into the page as markup would. */
async function place(
  attributes: Readonly<Record<string, string>>,
  backend?: Backend,
): Promise<UpkeepPanelElement> {
  await page.viewport(1200, 800);
  defineUpkeepPanel();
  const element = document.createElement('upkeep-panel') as UpkeepPanelElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (backend) element.backend = backend;
  document.body.append(element);
  placed.push(element);
  return element;
}

/** Lets the page's own `fetch` reach a world, as a host that serves its own page does. */
function serve(world: World): string[] {
  const requests: string[] = [];
  const reach = directFetch(memoryOf(world));
  globalThis.fetch = (input, init) => {
    const { url } = new Request(input, init);
    if (!url.startsWith(HOST_API)) return pageFetch(input, init);
    requests.push(url.slice(HOST_API.length));
    return reach(input, init);
  };
  return requests;
}

const row = (name: string) => page.getByRole('listitem', { name, exact: true });
const focusedIn = (element: UpkeepPanelElement) => element.shadowRoot?.activeElement;

it('shows the panel of the host named by its attributes, in its locale and scheme', async () => {
  serve(createWorld('forum-thread'));
  const element = await place({ 'base-url': HOST_API, locale: 'de', scheme: 'dark' });
  await expect.element(row('Page Reports')).toHaveTextContent('31.03.2025');
  expect(element.shadowRoot?.querySelector('.upkeep')?.getAttribute('data-scheme')).toBe('dark');
  element.setAttribute('locale', 'en');
  await expect.element(row('Page Reports')).toHaveTextContent('Mar 31, 2025');
  element.setAttribute('scheme', 'sepia');
  await expect
    .poll(() => element.shadowRoot?.querySelector('.upkeep')?.getAttribute('data-scheme'))
    .toBe('auto');
});

it('waits without a request until it knows its host', async () => {
  const requests = serve(createWorld('forum-thread'));
  const element = await place({});
  expect(element.shadowRoot?.childElementCount).toBe(0);
  element.setAttribute('base-url', HOST_API);
  await expect.element(row('Page Reports')).toBeVisible();
  expect(requests.length).toBeGreaterThan(0);
});

it('prefers the backend it is given as a property to its address', async () => {
  const requests = serve(createWorld('every-verdict'));
  await place({ 'base-url': HOST_API }, backendOf(createWorld('forum-thread')));
  await expect.element(row('Page Reports')).toBeVisible();
  expect(requests).toEqual([]);
});

it('takes over a property that was set before the element was defined', async () => {
  await page.viewport(1200, 800);
  const early = document.createElement('upkeep-late') as UpkeepPanelElement;
  early.backend = backendOf(createWorld('forum-thread'));
  document.body.append(early);
  placed.push(early);
  customElements.define('upkeep-late', class extends UpkeepPanelElement {});
  await expect.element(row('Page Reports')).toBeVisible();
  expect(Object.hasOwn(early, 'backend')).toBe(false);
});

it('keeps its search and its answers when it is moved within the page', async () => {
  const world = createWorld('every-verdict');
  const requests: string[] = [];
  const reach = directFetch(memoryOf(world));
  const backend = restBackend({
    baseUrl: HOST_API,
    fetch(input, init) {
      requests.push(new Request(input, init).url);
      return reach(input, init);
    },
  });
  const element = await place({}, backend);
  await userEvent.fill(page.getByRole('searchbox'), 'update ready');
  await expect.poll(() => page.getByRole('listitem').elements().length).toBe(1);
  const before = requests.length;
  const elsewhere = document.createElement('section');
  document.body.append(elsewhere);
  placed.push(elsewhere);
  elsewhere.append(element);
  await Promise.resolve();
  await expect.element(page.getByRole('searchbox')).toHaveValue('update ready');
  expect(page.getByRole('listitem').elements()).toHaveLength(1);
  expect(requests).toHaveLength(before);
});

it('is unmounted when it is removed, and starts afresh when it is put back', async () => {
  const element = await place({}, backendOf(createWorld('every-verdict')));
  await userEvent.fill(page.getByRole('searchbox'), 'update');
  element.remove();
  await expect.poll(() => element.shadowRoot?.querySelector('.upkeep')).toBeNull();
  document.body.append(element);
  await expect.element(page.getByRole('searchbox')).toHaveValue('');
  await expect.element(row('Update Ready')).toBeVisible();
});

it('keeps the focus inside a dialog within its shadow root; Escape closes it and the focus goes back', async () => {
  const element = await place({}, backendOf(createWorld('every-verdict')));
  const opener = row('Update Ready').getByRole('button', { name: 'Update Ready' });
  await expect.element(opener).toBeVisible();
  (opener.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const details = page.getByRole('dialog', { name: 'Update Ready' });
  await expect.element(details).toBeVisible();
  await expect.poll(() => focusedIn(element)?.tagName).toBe('H2');
  const visited: Element[] = [];
  for (let at = 0; at < 12; at++) {
    await userEvent.keyboard('{Tab}');
    // From the last control the browser lets the focus pass through its own bars; never to the page behind.
    visited.push(focusedIn(element) ?? details.element());
  }
  expect(visited.filter((each) => !details.element().contains(each))).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(details).not.toBeInTheDocument();
  await expect.poll(() => focusedIn(element)).toBe(opener.element());
});

it('keeps the focus at the row within its shadow root when the button gives way to the progress', async () => {
  const element = await place({}, backendOf(createWorld('every-verdict', { pace: 600_000 })));
  const update = row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' });
  await expect.element(update).toBeVisible();
  (update.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  await expect.poll(() => focusedIn(element)?.textContent).toBe('Update Ready');
});

it('brings its styles as a sheet that all its elements share, and no style element', async () => {
  const one = await place({}, backendOf(createWorld('forum-thread')));
  const two = await place({}, backendOf(createWorld('empty')));
  expect(one.shadowRoot?.adoptedStyleSheets).toHaveLength(1);
  expect(one.shadowRoot?.adoptedStyleSheets[0]).toBe(two.shadowRoot?.adoptedStyleSheets[0]);
  expect(one.shadowRoot?.querySelectorAll('style, link')).toHaveLength(0);
  await expect.element(row('Page Reports')).toBeVisible();
  expect(getComputedStyle(row('Page Reports').element()).display).toBe('grid');
});

it('may be defined twice, and under another name', () => {
  defineUpkeepPanel();
  expect(() => defineUpkeepPanel()).not.toThrow();
  expect(customElements.get('upkeep-panel')).toBe(UpkeepPanelElement);
});
