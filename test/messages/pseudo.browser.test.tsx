import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createWorld, type ScenarioName } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';
import { openPanel } from '../panel/open-panel.tsx';

// In the pseudo language every word of ours stands in ⟦…⟧; what does not is data, or was never put into the catalog.

/** Everything the host itself said: it is shown as it is. */
function data(world: World): readonly string[] {
  const { host } = world;
  return [
    host.name,
    host.version,
    ...host.extensions.flatMap(({ name, vendor, releases, hold, status, license }) => [
      name,
      vendor,
      ...(hold ? [hold.reason, hold.by] : []),
      ...(status.kind === 'failed' ? [status.reason] : []),
      ...(license.kind === 'unknown' ? [license.reason] : []),
      ...releases.flatMap(({ version, requiresHost }) => [version, requiresHost ?? '']),
    ]),
  ].filter(Boolean);
}

/** What the platform writes for us: days, months, and the last link of a list. */
const PLATFORM = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b( \d{1,2},)? \d{4}|\band\b/g;

/** Texts of a tree that are neither ours nor data: names of lanes, initials and numbers aside. */
function strays(root: Element, known: readonly string[]): readonly string[] {
  const texts: string[] = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    // Pictures of words, notes of vendors, and the facts for a support ticket, which are names of our rules.
    if (parent?.closest('.upkeep-icon, .upkeep-notes, .upkeep-facts dd, .upkeep-timeline-lanes'))
      continue;
    texts.push(walk.currentNode.textContent ?? '');
  }
  for (const element of root.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title'])
      texts.push(element.getAttribute(name) ?? '');
  }
  return texts.filter((text) => {
    const others = text
      .replaceAll(/⟦[^⟦]*?⟧|⟦.*⟧/gs, ' ')
      .replaceAll(PLATFORM, ' ')
      .trim();
    return /\p{L}{2}/u.test(others) && !known.includes(others);
  });
}

it.each([
  'every-verdict',
  'craft-estate',
  'leases',
  'keys',
  'individual-offers',
  'empty',
] satisfies ScenarioName[])(
  'says nothing in the list that is not in the catalog (%s)',
  async (scenario) => {
    const world = createWorld(scenario);
    const { place } = await openPanel(world, { locale: 'en-XA' });
    await expect
      .poll(() => place.querySelectorAll('li.upkeep-row, .upkeep-empty').length)
      .toBeGreaterThan(0);
    for (const order of place.querySelectorAll('.upkeep-orders')) order.remove();
    expect(strays(place, data(world))).toEqual([]);
  },
);

it('says nothing in the details of any verdict that is not in the catalog', async () => {
  const world = createWorld('every-verdict');
  const { place } = await openPanel(world, { locale: 'en-XA' });
  for (const { name } of world.host.extensions) {
    await userEvent.click(
      page.getByRole('listitem', { name, exact: true }).getByRole('button', { name, exact: true }),
    );
    await expect
      .poll(() => place.querySelector('dialog .upkeep-timeline, dialog .upkeep-releases'))
      .not.toBeNull();
    const open = place.querySelector('dialog');
    expect(open && strays(open, data(world)), name).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => place.querySelector('dialog')).toBeNull();
  }
});

it('says nothing in the review of a bulk update that is not in the catalog', async () => {
  const world = createWorld('every-verdict');
  const { place } = await openPanel(world, { locale: 'en-XA' });
  // The last one opens the menu of rarer things.
  await userEvent.click(page.getByRole('banner').getByRole('button').nth(-2));
  await expect.poll(() => place.querySelector('dialog .upkeep-plan')).not.toBeNull();
  const open = place.querySelector('dialog');
  expect(open && strays(open, data(world))).toEqual([]);
});
