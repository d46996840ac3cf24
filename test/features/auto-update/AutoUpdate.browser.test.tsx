import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { button, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

const all = () => dialog('Automatic updates');
const track = () => page.getByRole('list', { name: 'How far automatic updates go' });
const stops = () =>
  track()
    .getByRole('listitem')
    .elements()
    .map(({ children }) => [...children].map(({ textContent }) => textContent).join(': '));

async function detailsOf(world: World, name: string) {
  await openPanel(world);
  await row(name).getByRole('button', { name, exact: true }).click();
  await expect.element(track()).toBeVisible();
}

async function openAll(world: World) {
  const opened = await openPanel(world);
  await button('More').click();
  await page.getByRole('menuitem', { name: 'Automatic updates…' }).click();
  await expect.element(all()).toBeVisible();
  return opened;
}

it('draws what is installed, where automatic updates stop, and what lies beyond and why', async () => {
  await detailsOf(createWorld('craft-estate'), 'Formie');
  expect(stops()).toEqual([
    '2.1.10: Installed',
    '2.1.19: Automatic updates stop here',
    '2.1.32: Needs a renewal',
  ]);
  await expect
    .element(page.getByText('Goes to 2.1.19: your license does not cover 2.1.32'))
    .toBeVisible();
});

it('draws a fence right at what is installed, and none at the newest version', async () => {
  await detailsOf(createWorld('craft-estate'), 'CKEditor');
  expect(stops()).toEqual([
    '3.10.0: Installed; automatic updates stop here',
    '4.3.1: Needs another host version',
  ]);
  await button('Close').click();
  await row('Navigation').getByRole('button', { name: 'Navigation', exact: true }).click();
  await expect.poll(stops).toEqual(['2.0.27: Installed']);
});

it('switches one extension at once, and the host knows', async () => {
  const world = createWorld('craft-estate');
  await detailsOf(world, 'Formie');
  const toggle = page.getByRole('switch', { name: 'Update automatically' });
  await expect.element(toggle).not.toBeChecked();
  await toggle.click();
  await expect.element(toggle).toBeChecked();
  await expect.poll(() => hosted(world, 'formie').autoUpdate).toBe(true);
});

it('goes back to where the host has it when switching fails, and says so', async () => {
  const world = createWorld('craft-estate');
  await detailsOf(world, 'Formie');
  world.faults.push({ party: 'host', call: 'auto-update', kind: 'unavailable' });
  const toggle = page.getByRole('switch', { name: 'Update automatically' });
  await toggle.click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: /switch for automatic/i }))
    .toBeVisible();
  await expect.element(toggle).not.toBeChecked();
});

it('tells how many update how far, and why no further', async () => {
  await openAll(createWorld('craft-estate'));
  await expect.element(all().getByText('4 of 20 extensions update automatically')).toBeVisible();
  const folds = all().getByRole('group').elements();
  expect(folds.map((fold) => fold.querySelector('summary')?.textContent)).toEqual([
    '5 go to the newest version',
    '6 stop at their license',
    '5 stop at this host’s version',
    '1 is held back',
    '3 do not run and stay as they are',
  ]);
});

it('switches all on, then all off, and says how many that changed', async () => {
  const world = createWorld('craft-estate');
  await openAll(world);
  await button('Switch all on').click();
  await expect.element(all().getByText('20 of 20 extensions update automatically')).toBeVisible();
  await expect
    .element(page.getByText('16 more extensions update automatically now'))
    .toBeInTheDocument();
  await expect.element(button('Switch all on')).not.toBeInTheDocument();
  await button('Switch all off').click();
  await expect.element(all().getByText('0 of 20 extensions update automatically')).toBeVisible();
});

it('switches one of all', async () => {
  const world = createWorld('craft-estate');
  await openAll(world);
  await page.getByRole('switch', { name: 'Update Formie automatically' }).click();
  await expect.element(all().getByText('5 of 20 extensions update automatically')).toBeVisible();
  expect(hosted(world, 'formie').autoUpdate).toBe(true);
});

it(
  'folds very many, shows them fifty at a time, and finds one by name',
  { timeout: 60_000 },
  async () => {
    await openAll(createWorld('large', { n: 2_000 }));
    expect(page.getByRole('switch').elements()).toHaveLength(0);
    await all()
      .getByText(/go to the newest version$/)
      .click();
    await expect.poll(() => page.getByRole('switch').elements().length).toBe(50);
    await all()
      .getByRole('button', { name: /^Show 50 more of/ })
      .click();
    await expect.poll(() => page.getByRole('switch').elements().length).toBe(100);

    await page.getByRole('searchbox', { name: 'Find an extension' }).fill(' 1999');
    await expect.poll(() => page.getByRole('switch').elements().length).toBe(1);
    await page.getByRole('searchbox', { name: 'Find an extension' }).fill('nothing is called this');
    await expect.element(page.getByText('No extension has such a name.')).toBeVisible();
  },
);

it('has no switch where the host has none', async () => {
  const world = createWorld('craft-estate');
  world.host.capabilities = world.host.capabilities.filter((each) => each !== 'autoUpdate');
  for (const extension of world.host.extensions) delete extension.autoUpdate;
  await openPanel(world);
  await button('More').click();
  await expect.element(page.getByRole('menuitem').first()).toBeVisible();
  await expect
    .element(page.getByRole('menuitem', { name: 'Automatic updates…' }))
    .not.toBeInTheDocument();
  await page.getByRole('menuitem').first().click();
  await button('Close').first().click();
  await row('Formie').getByRole('button', { name: 'Formie', exact: true }).click();
  await expect.element(dialog('Formie')).toBeVisible();
  await expect
    .element(page.getByRole('region', { name: 'Automatic updates' }))
    .not.toBeInTheDocument();
});
