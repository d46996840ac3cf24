import { arrowTo, tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

test('an extension that does not run shows its way back, what it takes, and goes there', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await item(page, 'Shopify').getByRole('button', { name: 'Shopify' }).click();
  const details = page.getByRole('dialog', { name: 'Shopify', exact: true });
  await expect(details).toContainText('The way back: 4.1.1');
  await expect(details).toContainText('4.1.1 is the newest older release that runs on this host.');
  await expect(details).toContainText('Kept on this server');
  await expectAccessible(page);

  await details.getByRole('button', { name: 'Roll back to 4.1.1' }).click();
  const back = page.getByRole('dialog', { name: 'Roll Shopify back to 4.1.1?' });
  await expect(back).toContainText('Kept on this server');
  await expect(back).toContainText('Not known whether a release in between changed its form');
  await expectAccessible(page);
  await back.getByRole('button', { name: 'Roll back to 4.1.1' }).click();
  await expect(details.getByText('4.1.1 installed')).toBeVisible({ timeout: 15_000 });
  await expect(details).not.toContainText('The way back');
});

test('with the keyboard alone a mismatch is mended from its details', async ({ page, open }) => {
  await open('craft-estate');
  await arrowTo(page, 'Vizy');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Vizy', exact: true });
  await expect(details).toContainText('The way back: 2.1.21');
  await tabTo(page, details.getByRole('button', { name: 'Roll back to 2.1.21' }));
  await page.keyboard.press('Enter');
  const back = page.getByRole('dialog', { name: 'Roll Vizy back to 2.1.21?' });
  await tabTo(page, back.getByRole('button', { name: 'Roll back to 2.1.21' }));
  await page.keyboard.press('Enter');
  await expect(details.getByText('2.1.21 installed')).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(item(page, 'Vizy').getByRole('button', { name: 'Vizy' })).toBeFocused();
});

test('an extension that failed and its history that cannot be read leave the way back open', async ({
  page,
  open,
}) => {
  await page.route('**/extensions/failed/releases', (route) => route.abort());
  await open('every-verdict');
  await item(page, 'Failed to Start').getByRole('button', { name: 'Failed to Start' }).click();
  const details = page.getByRole('dialog', { name: 'Failed to Start', exact: true });
  await expect(details).toContainText('The way back: 1.1.0');
  await expect(details.getByRole('button', { name: 'Roll back to 1.1.0' })).toBeEnabled();
});
