import type { Page } from '@playwright/test';
import { arrowTo, tabTo } from './keys.ts';
import { expect, item, test } from './stage.ts';

// Whole journeys with the keyboard alone: nothing here clicks, and nothing is focused from outside.

const focusIsSomewhere = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);

test('one extension is updated', async ({ page, open }) => {
  await open('craft-estate');
  await arrowTo(page, 'Feed Me');
  await page.keyboard.press('Tab');
  await expect(
    item(page, 'Feed Me').getByRole('button', { name: 'Update to 5.8.2' }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item(page, 'Feed Me').getByRole('progressbar')).toBeVisible();
  await expect(item(page, 'Feed Me').getByRole('button', { name: 'Feed Me' })).toBeFocused();
  await expect(item(page, 'Feed Me').getByRole('progressbar')).toHaveCount(0, { timeout: 15_000 });
  await expect(item(page, 'Feed Me')).toContainText('5.8.2');
  await expect(item(page, 'Feed Me').getByRole('button', { name: 'Feed Me' })).toBeFocused();
});

test('all that is ready is updated, one left out', async ({ page, open }) => {
  await open('every-verdict');
  await tabTo(page, page.getByRole('button', { name: 'Update all' }));
  await page.keyboard.press('Enter');
  const review = page.getByRole('dialog', { name: 'Update all' });
  await tabTo(page, review.getByRole('checkbox', { name: /^Free of Charge/ }));
  await page.keyboard.press('Space');
  await tabTo(page, review.getByRole('button', { name: 'Update 3 extensions' }));
  await page.keyboard.press('Enter');
  await expect(review).toHaveCount(0);
  await focusIsSomewhere(page);
  await expect(item(page, 'Update Ready')).toContainText('Up to date', { timeout: 15_000 });
  await expect(
    item(page, 'Free of Charge').getByRole('button', { name: 'Update to 1.2.0' }),
  ).toBeVisible();
});

test('an extension is rolled back', async ({ page, open }) => {
  await open('forum-thread-installed');
  await arrowTo(page, 'Page Reports');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: /^Roll Page Reports back/ });
  await expect(question.getByRole('heading')).toBeFocused();
  await tabTo(page, question.getByRole('button', { name: 'Roll back to 1.0' }));
  await page.keyboard.press('Enter');
  await expect(item(page, 'Page Reports')).toContainText('needs a renewal', { timeout: 15_000 });
  await focusIsSomewhere(page);
});

test('an uncovered release is installed only through its consent', async ({ page, open }) => {
  await open('forum-thread');
  await arrowTo(page, 'Page Reports');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Page Reports' });
  await tabTo(page, details.getByRole('button', { name: 'Install 1.1 anyway…' }));
  await page.keyboard.press('Enter');
  const consent = page.getByRole('dialog', { name: /^Install 1\.1 without/ });
  await expect(consent.getByRole('heading')).toBeFocused();
  await tabTo(page, consent.getByRole('button', { name: 'Keep 1.0' }));
  await page.keyboard.press('Enter');
  await expect(details.getByRole('button', { name: 'Install 1.1 anyway…' })).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, consent.getByRole('button', { name: 'Install 1.1 anyway' }));
  await page.keyboard.press('Enter');
  await expect(details.getByRole('button', { name: 'Roll back to 1.0' })).toBeVisible({
    timeout: 15_000,
  });
  await focusIsSomewhere(page);
  await page.keyboard.press('Escape');
  await expect(
    item(page, 'Page Reports').getByRole('button', { name: 'Page Reports' }),
  ).toBeFocused();
});

test('the list is filtered, searched, and shown whole again', async ({ page, open }) => {
  await open('craft-estate');
  const list = page.getByRole('list', { name: 'Extensions' });
  await tabTo(page, page.getByRole('button', { name: /Needs renewal$/ }));
  await page.keyboard.press('Space');
  await expect(item(page, 'Vizy')).toBeVisible();
  await expect(item(page, 'Formie')).toHaveCount(0);
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('nothing is called this');
  await expect(list).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: 'Show all extensions' }));
  await page.keyboard.press('Enter');
  await expect(item(page, 'Formie')).toBeVisible();
  await focusIsSomewhere(page);
});

test('the details are read to their end: the table, the rest of the releases, the reasons', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await arrowTo(page, 'Freeform');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Freeform' });
  await tabTo(page, details.locator('summary', { hasText: 'Show as a table' }));
  await page.keyboard.press('Enter');
  await expect(details.getByRole('table')).toBeVisible();
  await tabTo(page, details.locator('summary', { hasText: 'Show 14 more' }));
  await page.keyboard.press('Space');
  await tabTo(page, details.locator('summary', { hasText: 'Why does it say this?' }));
  await page.keyboard.press('Enter');
  await expect(
    details.getByRole('term').filter({ hasText: 'Last day of maintenance' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(item(page, 'Freeform').getByRole('button', { name: 'Freeform' })).toBeFocused();
});
