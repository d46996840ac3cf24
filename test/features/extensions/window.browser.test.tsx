import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance } from '../../../mocks/change.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import { list, openPanel } from '../../panel/open-panel.tsx';

afterEach(() => {
  window.scrollTo(0, 0);
});

const items = () => [...document.querySelectorAll<HTMLElement>('[aria-label="Extensions"] > li')];
const place = (item: Element | null | undefined) => Number(item?.getAttribute('aria-posinset'));
const focused = () => document.activeElement?.closest('li');
const inSight = () =>
  items().filter((item) => {
    const { top, bottom } = item.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });

/** Nothing but rows, without a gap, fills the part of the list that can be seen. */
const filled = () => {
  const box = list().element().getBoundingClientRect();
  const rows = inSight()
    .map((item) => item.getBoundingClientRect())
    .sort((a, b) => a.top - b.top);
  const first = rows.at(0);
  const last = rows.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    first.top <= Math.max(box.top, 0) + 2 &&
    last.bottom >= Math.min(box.bottom, window.innerHeight) - 2
  );
};

const many = async (n = 10_000) => {
  const opened = await openPanel(createWorld('large', { n }));
  await expect.poll(() => items().length, { timeout: 20_000 }).toBeGreaterThan(5);
  return opened;
};

it('has as many elements in the page for 10,000 extensions as for 100', async () => {
  const few = await many(100);
  const small = document.querySelectorAll('*').length;
  few.kill();
  await many();
  expect(document.querySelectorAll('*').length - small).toBeLessThan(small * 0.05);
  expect(items()[0]?.getAttribute('aria-setsize')).toBe('10000');
});

it('renders the rows that are scrolled to, in their places, and no others', async () => {
  await many();
  for (const part of [0.5, 0.99, 0.02]) {
    window.scrollTo(0, document.documentElement.scrollHeight * part);
    await expect.poll(filled).toBe(true);
    const shown = inSight();
    expect(place(shown[0])).toBeGreaterThan(10_000 * part * 0.97 - 30);
    expect(shown.map(place)).toEqual(shown.map((_, at) => place(shown[0]) + at));
    expect(items().length).toBeLessThan(60);
  }
});

it('reaches the last row and the first by End and Home, and every step between by arrows and pages', async () => {
  await many();
  const first = items()[0]?.querySelector('button');
  first?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(place(focused())).toBe(2);
  await userEvent.keyboard('{PageDown}');
  expect(place(focused())).toBe(12);
  await userEvent.keyboard('{End}');
  await expect.poll(() => place(focused())).toBe(10_000);
  await expect.poll(filled).toBe(true);
  expect(inSight().map(place)).toContain(10_000);
  await userEvent.keyboard('{ArrowUp}');
  expect(place(focused())).toBe(9_999);
  await userEvent.keyboard('{PageUp}');
  expect(place(focused())).toBe(9_989);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => place(focused())).toBe(1);
  await expect.poll(filled).toBe(true);
});

it('keeps the focused row in the page when it is scrolled out of sight, and finds back to it', async () => {
  await many(1_000);
  items()[3]?.querySelector('button')?.focus();
  window.scrollTo(0, 40_000);
  await expect.poll(filled).toBe(true);
  expect(place(focused())).toBe(4);
  await userEvent.keyboard('{ArrowDown}');
  expect(place(focused())).toBe(5);
  await expect.poll(() => inSight().map(place)).toContain(5);
});

it('keeps the focus at an extension whose row moves far away when the list is read again', async () => {
  const world = createWorld('large', { n: 1_000, pace: 600_000 });
  await openPanel(world);
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Sort by' }), 'License end');
  await userEvent.click(page.getByRole('button', { name: /^Update to/ }).first());
  await expect.element(page.getByRole('progressbar').first()).toBeVisible();
  const [first] = items();
  const name = first?.getAttribute('aria-label') ?? '';
  first?.querySelector('button')?.focus();
  // It is renewed elsewhere, and the end of the update lets the panel read the list again.
  const renewed = world.host.extensions.find((each) => each.name === name);
  if (renewed) renewed.license = { kind: 'not-needed' };
  await advance(memoryOf(world), 600_000);
  await expect.poll(() => place(focused())).toBeGreaterThan(100);
  expect(focused()?.getAttribute('aria-label')).toBe(name);
});

it('takes no arrow for more than it is: at the first row Up changes nothing, and Shift+Tab still goes back', async () => {
  await many(100);
  const [first, second] = items();
  first?.querySelector('button')?.focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(place(focused())).toBe(1);
  const third = items()[2];
  third?.querySelector('button')?.focus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  const buttons = [...(second?.querySelectorAll('button') ?? [])];
  expect(document.activeElement).toBe(buttons.at(-1));
});

it('fills the page when something above the list gives way without a scroll', async () => {
  const above = document.createElement('div');
  above.style.height = '3000px';
  document.body.prepend(above);
  await many(1_000);
  window.scrollTo(0, 2_900);
  await expect.poll(filled).toBe(true);
  above.style.height = '0';
  window.scrollTo(0, 0);
  await expect.poll(filled).toBe(true);
  above.remove();
});

it('is not empty while it is out of sight, so that Tab and screen readers find their way in', async () => {
  const above = document.createElement('div');
  above.style.height = '9000px';
  document.body.prepend(above);
  await openPanel(createWorld('large', { n: 1_000 }));
  await expect.element(page.getByRole('list', { name: 'Extensions' })).toBeInTheDocument();
  expect(items().length).toBeGreaterThan(0);
  expect(place(items()[0])).toBe(1);
  above.remove();
});

it('scrolls within a box of the host page as well as with the page', async () => {
  const { place: spot } = await many(1_000);
  spot.style.height = '500px';
  spot.style.overflow = 'auto';
  spot.scrollTop = 30_000;
  await expect
    .poll(() => place(items().find((item) => item.getBoundingClientRect().top > 0)))
    .toBeGreaterThan(350);
  expect(items().length).toBeLessThan(60);
});
