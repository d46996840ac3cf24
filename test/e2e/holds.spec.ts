import type { Page } from '@playwright/test';
import { tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

const group = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^\\d+ ${name}$`) });
const details = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const question = (page: Page) => page.getByRole('dialog', { name: /^Hold .* back$/ });

async function openDetails(page: Page, name: string): Promise<void> {
  await item(page, name).getByRole('button', { name, exact: true }).click();
  await expect(details(page, name)).toBeVisible();
}

test('a held extension leaves the ready ones, is passed over with its reason, and comes back after its day', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await expect(group(page, 'Ready')).toHaveText(/^8/);
  await openDetails(page, 'Formie');
  await details(page, 'Formie').getByRole('button', { name: 'Hold back…' }).click();
  await question(page)
    .getByRole('textbox', { name: 'Reason', exact: true })
    .fill('Waiting for the templates');
  await question(page)
    .getByRole('radio', { name: /of your choice/ })
    .check();
  await question(page).getByLabel('Last day').fill('2024-10-25');
  await expectAccessible(page);
  await question(page).getByRole('button', { name: 'Hold back' }).click();

  await expect(question(page)).toHaveCount(0);
  await expect(details(page, 'Formie').getByText('Held by You (admin)')).toBeVisible();
  await expect(details(page, 'Formie').getByRole('button', { name: /^Update to/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(group(page, 'Ready')).toHaveText(/^7/);
  await expect(group(page, 'Held')).toHaveText(/^2/);
  await expect(item(page, 'Formie')).toContainText('Waiting for the templates');

  await page.getByRole('button', { name: 'Update all' }).click();
  const review = page.getByRole('dialog', { name: 'Update all' });
  await expect(review.getByRole('checkbox', { name: /Formie/ })).toHaveCount(0);
  await expect(review.getByRole('listitem').filter({ hasText: 'Formie' })).toContainText(
    'Held by You (admin)',
  );
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'A day later' }).click();
  await expect(
    item(page, 'Formie').getByRole('button', { name: 'Update to 2.1.19' }),
  ).toBeVisible();
  await openDetails(page, 'Formie');
  await expect(details(page, 'Formie')).toContainText(
    'The hold by You (admin) ended after Oct 25, 2024',
  );
  await expect(details(page, 'Formie')).toContainText('Waiting for the templates');
  await expectAccessible(page);
  await details(page, 'Formie').getByRole('button', { name: 'Dismiss' }).click();
  await expect(details(page, 'Formie')).not.toContainText('The hold by');
});

test('of a skipped version the next best is offered, until it is wanted after all', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await openDetails(page, 'Formie');
  await details(page, 'Formie').getByRole('button', { name: 'Hold back…' }).click();
  await question(page)
    .getByRole('radio', { name: /^Only version 2\.1\.19/ })
    .check();
  await question(page)
    .getByRole('textbox', { name: 'Reason', exact: true })
    .fill('Breaks our forms');
  await expectAccessible(page);
  await question(page).getByRole('button', { name: 'Skip 2.1.19' }).click();

  const skipped = details(page, 'Formie').getByRole('region', { name: 'Skipped versions' });
  await expect(skipped).toContainText('skipped by You (admin): Breaks our forms');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(
    item(page, 'Formie').getByRole('button', { name: 'Update to 2.1.18' }),
  ).toBeVisible();

  await openDetails(page, 'Formie');
  await skipped.getByRole('button', { name: 'Offer 2.1.19 again' }).click();
  await expect(skipped).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(
    item(page, 'Formie').getByRole('button', { name: 'Update to 2.1.19' }),
  ).toBeVisible();
});

test('an extension is held and released by keyboard alone', async ({ page, open }) => {
  await open('forum-thread');
  const name = 'Page Reports';
  await item(page, name).getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  const hold = details(page, name).getByRole('button', { name: 'Hold back…' });
  await tabTo(page, hold);
  await page.keyboard.press('Enter');
  await expect(question(page).getByRole('heading')).toBeFocused();
  await tabTo(page, question(page).getByRole('textbox', { name: 'Reason', exact: true }));
  await page.keyboard.type('Being tested');
  await tabTo(page, question(page).getByRole('radio', { name: /somebody releases it/ }));
  await page.keyboard.press('ArrowDown');
  await expect(question(page).getByRole('radio', { name: /^For a week/ })).toBeChecked();
  await tabTo(page, question(page).getByRole('button', { name: 'Hold back' }));
  await page.keyboard.press('Enter');

  await expect(question(page)).toHaveCount(0);
  await expect(details(page, name).getByRole('button', { name: 'Change the hold…' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'is held back' })).toHaveText(
    'Page Reports is held back',
  );
  await tabTo(
    page,
    details(page, name).getByRole('button', { name: 'Release hold' }),
    40,
    'Shift+Tab',
  );
  await page.keyboard.press('Enter');
  await expect(details(page, name)).not.toContainText('Held by');
});
