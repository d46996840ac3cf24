import { arrowTo, tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

test('a row says how far it could go: within the license, on this host, and at all', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  const formie = item(page, 'Formie');
  await expect(formie).toContainText('covered 2.1.19');
  await expect(formie).toContainText('this host 2.1.32');
  await expect(formie).toContainText('newest 3.0.9');
  await expect(item(page, 'Feed Me')).toContainText('covered and this host 5.8.2');
  await expect(item(page, 'Sprig')).toContainText(/newest \d/);
  const search = page.getByRole('searchbox', { name: 'Search extensions' });
  await search.fill('Formie');
  for (const width of [1280, 760, 360, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await formie.getByText('newest 3.0.9').scrollIntoViewIfNeeded();
    await expect(formie.getByText('newest 3.0.9')).toBeInViewport({ ratio: 1 });
    const clipped = await formie
      .getByText(/^(covered|this host|newest) \d/)
      .evaluateAll((spans) => spans.filter((span) => span.scrollWidth > span.clientWidth).length);
    expect(clipped, `at ${width} px`).toBe(0);
    await expectAccessible(page);
  }
  await search.fill('Workflow');
  await expect(item(page, 'Workflow')).toContainText('Up to date');
  await expect(item(page, 'Workflow')).not.toContainText(/covered|this host|newest/);
});

test('any release is chosen by its name: an older one asks about data, an uncovered one for consent', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await item(page, 'Formie').getByRole('button', { name: 'Formie' }).click();
  const details = page.getByRole('dialog', { name: 'Formie', exact: true });
  await details.getByRole('button', { name: 'Choose a version…' }).click();
  const picker = page.getByRole('dialog', { name: 'Choose a version of Formie' });
  await expect(picker.getByText('314 versions')).toBeVisible();
  await expect(picker.getByRole('radio', { name: /^3\.0\.9/ })).toBeDisabled();
  await expectAccessible(page);

  await picker.getByRole('searchbox', { name: 'Find a version' }).fill('2.1.32');
  await picker.getByRole('radio', { name: /^2\.1\.32/ }).check();
  await picker.getByRole('button', { name: 'Install 2.1.32 anyway…' }).click();
  const consent = page.getByRole('dialog', { name: /^Install 2\.1\.32 without/ });
  await expect(consent).toContainText('works with your license');
  await expectAccessible(page);
  await consent.getByRole('button', { name: 'Keep 2.1.10' }).click();

  await details.getByRole('button', { name: 'Choose a version…' }).click();
  await picker.getByRole('searchbox', { name: 'Find a version' }).fill('2.1.9');
  await picker.getByRole('radio', { name: /^2\.1\.9/ }).check();
  await picker.getByRole('button', { name: 'Go back to 2.1.9' }).click();
  const back = page.getByRole('dialog', { name: 'Roll Formie back to 2.1.9?' });
  await expect(back).toContainText('Not known whether a release in between changed its form');
  await expectAccessible(page);
  await back.getByRole('button', { name: 'Roll back to 2.1.9' }).click();
  await expect(details.getByText('2.1.9 installed')).toBeVisible({ timeout: 15_000 });
});

test('with the keyboard alone a release between the installed and the newest is chosen', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await arrowTo(page, 'Formie');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Formie', exact: true });
  const opener = details.getByRole('button', { name: 'Choose a version…' });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Choose a version of Formie' });
  await expect(picker).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(picker).toHaveCount(0);
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, picker.getByRole('searchbox', { name: 'Find a version' }));
  await page.keyboard.type('2.1.1');
  const radio = (version: string) =>
    picker.getByRole('radio', { name: new RegExp(`^${version.replaceAll('.', '\\.')} `) });
  await tabTo(page, radio('2.1.19'));
  await page.keyboard.press('Space');
  // Down the list, and over the installed 2.1.10 to what is older.
  for (let at = 0; at < 4; at++) await page.keyboard.press('ArrowDown');
  await expect(radio('2.1.15')).toBeChecked();
  await tabTo(page, picker.getByRole('button', { name: 'Install 2.1.15' }));
  await page.keyboard.press('Enter');
  await expect(picker).toHaveCount(0);
  await expect(details.getByText('2.1.15 installed')).toBeVisible({ timeout: 15_000 });
});
