import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, item, test } from './stage.ts';

/** The journal, open. */
const activity = (page: Page): Locator => page.getByRole('dialog', { name: 'Activity' });
const more = (page: Page): Locator => page.getByRole('button', { name: 'More', exact: true });

async function openActivity(page: Page): Promise<void> {
  await more(page).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();
  await expect(activity(page).getByRole('heading', { name: 'Activity' })).toBeFocused();
}

test('what was done stands in the activity log, and is found by its filters', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await item(page, 'Formie').getByRole('button', { name: 'Update to 2.1.19' }).click();
  await expect(item(page, 'Formie')).not.toContainText('2.1.10', { timeout: 15_000 });
  await item(page, 'Comments').getByRole('button', { name: 'Release hold' }).click();
  await expect(item(page, 'Comments').getByRole('button', { name: 'Release hold' })).toHaveCount(0);

  await openActivity(page);
  const entries = activity(page).getByRole('listitem');
  const update = entries.filter({ hasText: 'Formie updated from 2.1.10 to 2.1.19 by You (admin)' });
  const release = entries.filter({ hasText: 'Hold on Comments released by You (admin)' });
  await expect(update).toContainText('Done');
  await expect(release).toContainText('Done');
  await expect(entries.first()).toContainText('Hold on Comments released');
  await expectAccessible(page);

  await activity(page).getByRole('combobox', { name: 'Show' }).selectOption('Installs and updates');
  await expect(release).toHaveCount(0);
  await expect(update).toBeVisible();
  await activity(page).getByRole('searchbox').fill('shopify');
  await expect(update).toHaveCount(0);
  await expect(entries).toHaveCount(2);
  await activity(page).getByRole('checkbox', { name: 'Only mine' }).check();
  await expect(activity(page).getByText('No entry matches')).toBeVisible();
  await expectAccessible(page);
  await activity(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(update).toBeVisible();
  await expect(release).toBeVisible();
});

test('the activity log is opened, filtered and left with the keyboard alone', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await more(page).waitFor();
  for (let at = 0; at < 20; at++) {
    if (await more(page).evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(more(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menu', { name: 'More' })).toBeVisible();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(more(page)).toBeFocused();

  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: 'Activity' });
  for (let at = 0; at < 10; at++) {
    if (await entry.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(entry).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(activity(page).getByRole('heading', { name: 'Activity' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(activity(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('vizy');
  await expect(activity(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('O');
  await expect(activity(page).getByText('No entry matches')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(activity(page).getByRole('button', { name: 'Show everything' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(activity(page).getByRole('listitem').nth(3)).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(activity(page)).toHaveCount(0);
  await expect(more(page)).toBeFocused();
});

test('why an update failed can be read there afterwards', async ({ page, open }) => {
  await open('craft-estate');
  await openActivity(page);
  const failed = activity(page).getByRole('listitem').filter({ hasText: 'Failed' });
  await expect(failed).toContainText('Shopify');
  await expect(failed).toContainText('Its migration of the database stopped halfway');
});
