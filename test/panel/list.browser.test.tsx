import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance } from '../../mocks/change.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { button, checkAgain, list, openPanel, row } from './open-panel.tsx';

const items = () => list().getByRole('listitem').elements();
const names = () => items().map((item) => item.getAttribute('aria-label'));
const search = () => page.getByRole('searchbox', { name: 'Search extensions' });
const count = (name: RegExp) =>
  page.getByRole('group', { name: 'Show by state' }).getByRole('button', { name });
const sortBy = () => page.getByRole('combobox', { name: 'Sort by' });

it('lists every extension as an item with its name, its place and the size of the whole', async () => {
  await openPanel(createWorld('every-verdict'));
  await expect.element(row('Failed to Start')).toBeVisible();
  expect(items()).toHaveLength(17);
  expect(items().map((item) => item.getAttribute('aria-posinset'))).toEqual(
    Array.from({ length: 17 }, (_, at) => String(at + 1)),
  );
  expect(items().every((item) => item.getAttribute('aria-setsize') === '17')).toBe(true);
});

it('tells of each extension what is installed, its license with the date, the verdict and one thing to do', async () => {
  await openPanel(createWorld('craft-estate'));
  await expect.element(row('Formie')).toHaveTextContent('2.1.10 · verbb');
  await expect.element(row('Formie')).toHaveTextContent('Maintenance ended Jun 15, 2024');
  await expect.element(row('Formie')).toHaveTextContent('2.1.19 is included in your license');
  const pressed = row('Formie').getByRole('button').elements();
  expect(pressed.map((each) => each.textContent)).toEqual(['Formie', 'Update to 2.1.19']);
});

it('counts the rows by what they need; pressing a count shows just these, pressing it again shows all', async () => {
  await openPanel(createWorld('every-verdict'));
  await expect.element(count(/^17 All$/)).toHaveAttribute('aria-pressed', 'true');
  await expect.element(count(/^4 Ready$/)).toBeVisible();
  await expect.element(count(/^1 Needs newer host$/)).toBeVisible();
  await expect.element(count(/^1 Held$/)).toBeVisible();
  await expect.element(count(/^6 Stopped$/)).toBeVisible();

  await userEvent.click(count(/^3 Needs renewal$/));
  await expect.element(count(/^3 Needs renewal$/)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(names).toEqual(['License Mismatch', 'Payment Due', 'Needs Renewal']);
  await expect
    .element(page.getByText('3 extensions are shown', { exact: true }))
    .toBeInTheDocument();

  await userEvent.click(count(/^3 Needs renewal$/));
  await expect.poll(() => items().length).toBe(17);
  await expect.element(count(/^17 All$/)).toHaveAttribute('aria-pressed', 'true');
});

it('finds by every word of a search, in the name, the vendor and the key, whatever their order and case', async () => {
  await openPanel(createWorld('craft-estate'));
  await userEvent.fill(search(), 'VERBB  form');
  await expect.poll(names).toEqual(['Formie']);
  await userEvent.fill(search(), 'me feed');
  await expect.poll(names).toEqual(['Feed Me']);
});

it('says that nothing matches, and shows everything again at one press', async () => {
  await openPanel(createWorld('craft-estate'));
  await userEvent.selectOptions(sortBy(), 'Name');
  await userEvent.fill(search(), 'formie craftcms');
  await expect.element(page.getByText('Nothing matches')).toBeVisible();
  await userEvent.click(button('Show all extensions'));
  await expect.poll(() => items().length).toBeGreaterThan(10);
  await expect.element(search()).toHaveValue('');
  await expect.element(sortBy()).toHaveDisplayValue('Name');
});

it('sorts by urgency, by name and by the end of the license', async () => {
  await openPanel(createWorld('every-verdict'));
  await expect.poll(() => names().slice(0, 2)).toEqual(['Failed to Start', 'License Mismatch']);
  expect(names().at(-1)).toBe('Up to Date');

  await userEvent.selectOptions(sortBy(), 'Name');
  await expect
    .poll(() => names().slice(0, 3))
    .toEqual(['Covered Update', 'Failed to Start', 'Free of Charge']);

  await userEvent.selectOptions(sortBy(), 'License end');
  await expect
    .poll(() => names().slice(0, 6))
    .toEqual([
      'Covered Update',
      'License Mismatch',
      'Needs Renewal',
      'Subscription Ended',
      'Trial Expired',
      'Payment Due',
    ]);
});

it('leaves a row in its place after its update, and moves it where it belongs when the list is checked again', async () => {
  const world = createWorld('every-verdict', { pace: 60_000 });
  await openPanel(world);
  await expect.element(row('Update Ready')).toBeVisible();
  const before = names();
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), 60_000);
  await expect.element(row('Update Ready')).toHaveTextContent('Up to date');
  expect(names()).toEqual(before);

  await userEvent.click(checkAgain());
  await expect.poll(() => names().slice(-2)).toEqual(['Up to Date', 'Update Ready']);
});

it('says of an empty host that nothing is installed, and what will appear here', async () => {
  await openPanel(createWorld('empty'));
  await expect.element(page.getByText('No extensions are installed')).toBeVisible();
  await expect.element(page.getByText(/its updates and license appear here/)).toBeVisible();
  expect(page.getByRole('button', { name: 'Update all' }).elements()).toHaveLength(0);
});
