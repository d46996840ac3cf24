import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createWorld } from '../../mocks/scenarios.ts';
import { mount } from '../../src/embed/mount.tsx';
import type { OrderStatusSource } from '../../src/ledger/sources.ts';
import { backendOf } from '../../stories/stage.tsx';
import { button, dialog, list, openPanel, row } from '../panel/open-panel.tsx';

it('refuses to be mounted into nothing, and says what to pass', () => {
  const backend = backendOf(createWorld('empty'));
  expect(() => mount(document.querySelector('#not-there'), { backend })).toThrow(
    /pass one that is in the page/,
  );
});

it('changes an option without starting over: the search, the open details and the list stay', async () => {
  const { panel, requests } = await openPanel(createWorld('every-verdict'));
  await userEvent.fill(page.getByRole('searchbox'), 'update');
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update Ready' }));
  await expect.element(dialog('Update Ready').getByRole('img')).toBeVisible();
  const before = requests.length;
  panel.update({ locale: 'de', scheme: 'dark' });
  await expect.element(dialog('Update Ready')).toHaveTextContent('31.12.2025');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('searchbox')).toHaveValue('update');
  expect(list().getByRole('listitem').elements()).toHaveLength(2);
  expect(requests.slice(before)).toEqual([]);
});

it('never shows what one host answered as another’s: a new backend starts afresh', async () => {
  const { panel } = await openPanel(createWorld('every-verdict'));
  await expect.element(row('Update Ready')).toBeVisible();
  panel.update({ backend: backendOf(createWorld('forum-thread')) });
  await expect.element(row('Page Reports')).toBeVisible();
  await expect.element(row('Update Ready')).not.toBeInTheDocument();
});

it('leaves nothing behind when it is taken out: no element, no request, no timer, no listener', async () => {
  const listeners: string[] = [];
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    vi.spyOn(target, 'addEventListener').mockImplementation((...args) => {
      listeners.push(args[0]);
      Reflect.apply(addEventListener, target, args);
    });
    vi.spyOn(target, 'removeEventListener').mockImplementation((...args) => {
      const at = listeners.indexOf(args[0]);
      if (at >= 0) listeners.splice(at, 1);
      Reflect.apply(removeEventListener, target, args);
    });
  }
  const world = createWorld('individual-offers', { pace: 600_000 });
  const { kill, requests, place } = await openPanel(world);
  await userEvent.click(row('SEO Report').getByRole('button', { name: 'SEO Report' }));
  await expect.element(dialog('SEO Report')).toBeVisible();
  kill();
  vi.restoreAllMocks();
  // React itself listens for this once per page, for as long as the page lives.
  expect(listeners.filter((type) => type !== 'selectionchange')).toEqual([]);
  expect(place.childElementCount).toBe(0);
  expect(document.querySelector('dialog')).toBeNull();

  // Whatever it still had in mind would happen within these moments.
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] });
  const before = requests.length;
  await vi.advanceTimersByTimeAsync(600_000);
  vi.useRealTimers();
  window.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  expect(requests).toHaveLength(before);
});

it('ends an install that is watched without stopping it: the host goes on, the panel asks no more', async () => {
  const world = createWorld('every-verdict', { pace: 600_000 });
  const { kill, requests } = await openPanel(world);
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  const asking = () => requests.filter((each) => each === 'GET /tasks').length;
  const before = asking();
  await expect.poll(asking).toBeGreaterThan(before);
  kill();
  const after = requests.length;
  const other = await openPanel(world);
  await expect
    .poll(() => other.requests.filter((each) => each === 'GET /tasks').length)
    .toBeGreaterThan(1);
  expect(requests).toHaveLength(after);
  expect(world.host.tasks[0]?.ended).toBeNull();
});

it('may be unmounted twice, and updated afterwards, without harm', async () => {
  const { panel, place } = await openPanel(createWorld('empty'));
  await expect.element(page.getByText('No extensions are installed')).toBeVisible();
  panel.unmount();
  panel.unmount();
  panel.update({ locale: 'de' });
  expect(place.childElementCount).toBe(0);
});

it('shares nothing with another panel on the same page: neither answers nor search nor ids', async () => {
  const one = await openPanel(createWorld('every-verdict'));
  const two = await openPanel(createWorld('forum-thread'));
  for (const [place, name] of [
    [one.place, 'One'],
    [two.place, 'Two'],
  ] as const) {
    place.role = 'region';
    place.ariaLabel = name;
  }
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const [first, second] = [region('One'), region('Two')];
  await expect.element(first.getByRole('listitem', { name: 'Update Ready' })).toBeVisible();
  await expect.element(second.getByRole('listitem', { name: 'Page Reports' })).toBeVisible();
  expect(second.getByRole('listitem').elements()).toHaveLength(1);

  await userEvent.fill(second.getByRole('searchbox', { name: 'Search extensions' }), 'page');
  await expect.element(first.getByRole('searchbox')).toHaveValue('');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);

  await userEvent.click(second.getByRole('button', { name: 'Page Reports' }));
  await expect.element(dialog('Page Reports')).toBeVisible();
  one.kill();
  await expect.element(dialog('Page Reports')).toBeVisible();
});

it('works under a strict content policy: no style in markup, no style element, no script, no picture', async () => {
  const frame = document.createElement('iframe');
  const policy = "default-src 'none'";
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body></body>`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const inside = frame.contentDocument;
  if (!inside) throw new Error('The framed page was not made');
  const violations: string[] = [];
  inside.addEventListener('securitypolicyviolation', (event) =>
    violations.push(event.violatedDirective),
  );

  const panel = mount(inside.body, { backend: backendOf(createWorld('every-verdict')) });
  await expect.poll(() => inside.querySelectorAll('li.upkeep-row').length).toBeGreaterThan(5);
  inside.querySelector<HTMLElement>('[aria-label="Update Ready"] .upkeep-row-open')?.click();
  await expect.poll(() => inside.querySelector('dialog svg[role="img"]')).not.toBeNull();
  expect(inside.querySelectorAll('style, link, script, img')).toHaveLength(0);
  expect(violations).toEqual([]);

  // The page does forbid: what the panel avoids would have been seen.
  inside.body.setAttribute('style', 'color: red');
  await expect.poll(() => violations).toEqual(['style-src-attr']);
  panel.unmount();
  frame.remove();
});

it('adds nothing to the page outside its place', async () => {
  const added: string[] = [];
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node.nodeName);
  });
  const { place } = await openPanel(createWorld('every-verdict'));
  watch.observe(document.head, { childList: true });
  watch.observe(document.body, { childList: true });
  await userEvent.click(button('Update all'));
  await expect.element(dialog('Update all')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  watch.disconnect();
  expect(added.filter((name) => name !== 'LINK')).toEqual([]);
  expect(place.isConnected).toBe(true);
});

it('hears of an extension’s orders from the page around it, where the page tells', async () => {
  const world = createWorld('individual-offers');
  const heard = vi.fn<OrderStatusSource>(async (order, told) =>
    told({ ...order, state: 'action-needed', reason: 'Confirm the card with your bank.' }),
  );
  const { requests } = await openPanel(world, { orderStatus: { 'seo-report': heard } });
  await expect.element(page.getByText(/Confirm the card with your bank/)).toBeVisible();
  expect(requests.filter((request) => /^GET \/orders\/./.test(request))).toEqual([]);
});
