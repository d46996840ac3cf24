import type { Page } from '@playwright/test';
import { arrowTo, tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

const details = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const question = (page: Page) => page.getByRole('dialog', { name: /restore the earlier key$/ });

test('by keyboard alone, an earlier key is restored and the newer one is brought back', async ({
  page,
  open,
}) => {
  await open('keys');
  await arrowTo(page, 'Image Gallery');
  await page.keyboard.press('Enter');
  const opener = details(page, 'Image Gallery').getByRole('button', {
    name: 'Restore earlier key…',
  });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('1.2.0 does not belong to the earlier license');
  await expect(question(page)).toContainText('You could then roll back to 1.1.0');
  await expectAccessible(page);

  await tabTo(page, question(page).getByRole('button', { name: 'Restore earlier key' }));
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('The earlier key is in use again');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(details(page, 'Image Gallery')).toContainText('Maintenance ended Jan 31, 2025');

  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('Maintained until Jan 31, 2026');
  await tabTo(page, question(page).getByRole('button', { name: 'Restore earlier key' }));
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('The earlier key is in use again');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(item(page, 'Image Gallery')).toContainText('Maintained until Jan 31, 2026');
});

test('a license that is paid and not here yet asks for nothing but patience, until it arrives', async ({
  page,
  open,
}) => {
  await open('keys');
  await expect(item(page, 'Mail Queue')).toContainText('Paid Apr 8, 2025, license on its way');
  await expect(page.getByText('Licenses last checked Apr 10, 2025, 9:00 AM')).toBeVisible();
  await arrowTo(page, 'Mail Queue');
  await page.keyboard.press('Enter');
  await expect(details(page, 'Mail Queue')).toContainText(
    'Paid on Apr 8, 2025; the license has not arrived yet',
  );
  await expect(
    details(page, 'Mail Queue').getByRole('button', { name: 'Renew license' }),
  ).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  for (let day = 0; day < 7; day++) await page.getByRole('button', { name: 'A day later' }).click();
  await page.getByRole('button', { name: 'Check again' }).first().click();
  await expect(item(page, 'Mail Queue')).toContainText('Maintained until Jan 31, 2026');
  await expect(item(page, 'Wiki Import')).toContainText('Maintained until Dec 31, 2025');
});

test('a lease tells on every day of grace what happens next', async ({ page, open }) => {
  await open('leases');
  await expect(item(page, 'In Grace')).toContainText('Grace day 4 of 10: tried again daily');
  await arrowTo(page, 'In Grace');
  await page.keyboard.press('Enter');
  const life = details(page, 'In Grace').getByRole('list', { name: 'The life of this lease' });
  await expect(life.locator('[aria-current="step"]')).toContainText('Grace day 4 of 10');
  await expect(details(page, 'In Grace')).toContainText('It is tried again on Apr 11, 2025');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  for (let day = 0; day < 7; day++) await page.getByRole('button', { name: 'A day later' }).click();
  await page.getByRole('button', { name: 'Check again' }).first().click();
  await expect(item(page, 'In Grace')).toContainText('Stopped: subscription ended');
});
