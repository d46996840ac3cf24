import type { Locator, Page } from '@playwright/test';
import { tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

const card = (page: Page): Locator => page.getByRole('region', { name: 'Update of 8 extensions' });
const pressed = (page: Page, name: string | RegExp): Locator =>
  card(page).getByRole('button', { name, exact: true });

test('a bulk update is reviewed, paused, gone on with after a reload, and undone as a whole', async ({
  page,
  open,
  reopen,
}) => {
  await open('bulk-update', 1_000);
  await page.getByRole('button', { name: 'Update all' }).click();
  const review = page.getByRole('dialog', { name: 'Update all' });
  await expect(review.getByRole('list', { name: 'Will be updated' })).toContainText('Gallery');
  await expect(review.getByRole('list', { name: '1 extension is passed over' })).toContainText(
    'Wiki',
  );
  await expectAccessible(page);
  await review.getByRole('button', { name: 'Update 8 extensions' }).click();

  await expect(card(page)).toContainText('1 of 8 updated');
  await pressed(page, 'Pause').click();
  await expect(card(page)).toContainText('Nothing new begins until you continue.');

  await page.reload();
  await expect(card(page)).toContainText('Paused');
  const other = await reopen();
  await expect(pressed(other, 'Continue')).toBeVisible();
  await other.close();
  await pressed(page, 'Continue').click();

  await expect(card(page)).toContainText('7 of 8 updated', { timeout: 30_000 });
  await expect(card(page)).toContainText('Failed; 1.0.0 is installed as before.');
  await expect(item(page, 'Shop')).toContainText('1.1.0 · Example Vendor');
  await expect(item(page, 'Gallery')).toContainText('1.0.0 · Example Vendor');
  await expectAccessible(page);

  await pressed(page, 'Undo all…').click();
  const question = page.getByRole('dialog', { name: 'Undo this update?' });
  await expect(question.getByRole('list', { name: /stays as it is$/ })).toContainText(
    'Reports2.0.0 changed stored data in a way that going back does not undo',
  );
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Take 6 extensions back' }).click();

  await expect(card(page)).toContainText('6 of 6 taken back', { timeout: 30_000 });
  await expect(item(page, 'Shop')).toContainText('1.0.0 · Example Vendor');
  await expect(item(page, 'Reports')).toContainText('2.0.0 · Example Vendor');
  await pressed(page, 'Hide').click();
  await expect(card(page)).toHaveCount(0);
});

// Nothing here clicks, and nothing is focused from outside.
test('a bulk update is run, canceled and undone with the keyboard alone', async ({
  page,
  open,
}) => {
  await open('bulk-update', 2_500);
  await tabTo(page, page.getByRole('button', { name: 'Update all' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Update 8 extensions' }));
  await page.keyboard.press('Enter');

  await tabTo(page, pressed(page, 'Pause'));
  await page.keyboard.press('Space');
  await expect(pressed(page, 'Continue')).toBeFocused();
  await tabTo(page, card(page).getByText('Show all 8 steps'));
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('list', { name: 'Steps of the update' })).toContainText(
    'Has not begun; can still be canceled',
  );
  await expect(card(page)).toContainText('Nothing new begins until you continue.');

  // Backwards from the fold: the buttons stand before it.
  const cancel = pressed(page, /^Cancel the rest/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(cancel).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { name: 'Update of 8 extensions' })).toBeFocused();
  await expect(card(page)).toContainText('7 canceled');

  await tabTo(page, pressed(page, 'Undo all…'));
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Undo this update?' });
  await expect(question.getByRole('heading', { name: 'Undo this update?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pressed(page, 'Undo all…')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, question.getByRole('button', { name: 'Take 1 extension back' }));
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('1 of 1 taken back');
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await expect(item(page, 'Backup')).toContainText('1.0.0 · Example Vendor');
});
