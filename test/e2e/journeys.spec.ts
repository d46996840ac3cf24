import { expect, expectAccessible, item, test } from './stage.ts';

test('an update shows its progress, goes on through a reload, and ends in the new version', async ({
  page,
  open,
}) => {
  await open('craft-estate', 4_000);
  const feedMe = item(page, 'Feed Me');
  await expect(feedMe).toContainText('5.6.1');
  await expectAccessible(page);

  await feedMe.getByRole('button', { name: 'Update to 5.8.2' }).click();
  await expect(feedMe.getByRole('progressbar')).toBeVisible();
  await page.reload();
  await expect(feedMe.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);

  await expect(feedMe).toContainText('5.8.2 · craftcms', { timeout: 15_000 });
  await expect(feedMe.getByRole('progressbar')).toHaveCount(0);
});

test('Formie says what is covered and why, and updates to the newest release the license owns', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  const formie = item(page, 'Formie');
  await expect(formie).toContainText('2.1.19 is included in your license');
  await expect(formie).toContainText('Maintenance ended Jun 15, 2024');

  await formie.getByRole('button', { name: 'Formie' }).click();
  const details = page.getByRole('dialog', { name: 'Formie' });
  await expect(details.getByRole('region', { name: /^13 releases not covered/ })).toContainText(
    '2.1.32',
  );
  await expect(details.getByRole('region', { name: /need another host version$/ })).toContainText(
    '3.0.9',
  );
  await expect(details.getByRole('img', { name: /^Timeline of Formie/ })).toBeVisible();
  await expectAccessible(page);

  await details.getByRole('button', { name: 'Update to 2.1.19' }).click();
  await expect(details.getByText('2.1.19 installed')).toBeVisible({ timeout: 10_000 });
  await page.keyboard.press('Escape');
  await expect(formie).toContainText('13 newer releases need a renewal');
  await expect(formie.getByRole('button', { name: 'Formie' })).toBeFocused();
});

test('a renewal paid at the store in another tab opens the locked releases', async ({
  page,
  context,
  open,
}) => {
  await open('craft-estate');
  const formie = item(page, 'Formie');
  await formie.getByRole('button', { name: 'Formie' }).click();
  await page
    .getByRole('dialog', { name: 'Formie' })
    .getByRole('button', { name: 'Renew license' })
    .click();

  const renewal = page.getByRole('dialog', { name: /Renew/ });
  await expect(renewal).toContainText('13 releases');
  await expect(renewal).toContainText('2.1.32');
  await expect(renewal).toContainText('Jun 15, 2025');
  await expectAccessible(page);
  await renewal.getByRole('button', { name: 'Save and prepare the store link' }).click();

  const opened = context.waitForEvent('page');
  await renewal.getByRole('link', { name: 'Continue to the store' }).click();
  const store = await opened;
  await store.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(store.getByRole('heading', { name: /paid/ })).toBeVisible();
  await store.close();

  await page.bringToFront();
  await expect(page.getByText('Renewed', { exact: true })).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(formie.getByRole('button', { name: 'Update to 2.1.32' })).toBeVisible();
  await expect(formie).toContainText('Maintained until Jun 15, 2025');
  await expectAccessible(page);
});

test('an extension whose installed release is not covered goes back with one button', async ({
  page,
  open,
}) => {
  await open('forum-thread-installed');
  const row = item(page, 'Page Reports');
  await expect(page.getByText('Installed 1.1 is not covered')).toBeVisible();
  await expect(
    page.getByText('1.1 is not covered: built Apr 1, 2025, maintenance ended Mar 31, 2025'),
  ).toBeVisible();
  await expectAccessible(page);

  await row.getByRole('button', { name: 'Roll back to 1.0' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back to 1.0' }).click();
  await expect(page.getByText('1 newer release needs a renewal')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('button', { name: /^Update to/ })).toHaveCount(0);
});

test('a purchase survives a killed tab and is delivered to the chosen domain', async ({
  page,
  context,
  open,
  reopen,
}) => {
  await open('individual-offers');
  await expectAccessible(page);
  await item(page, 'SEO Report').getByRole('button', { name: 'SEO Report' }).click();
  await page
    .getByRole('dialog', { name: 'SEO Report' })
    .getByRole('button', { name: 'Buy' })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Buy/ });
  await dialog.getByRole('radio', { name: /shop\.example\.com/ }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await dialog.getByRole('radio').first().check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save and prepare the store link' }).click();
  const link = dialog.getByRole('link', { name: 'Continue to the store' });
  await expect(link).toBeVisible();
  await expectAccessible(page);

  const opened = context.waitForEvent('page');
  await link.click();
  const store = await opened;
  await store.getByRole('heading').first().waitFor();
  await page.close();
  await store.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(store.getByRole('heading', { name: /paid/ })).toBeVisible();
  await store.close();

  const back = await reopen();
  const orders = back.getByRole('region', { name: 'Orders' });
  await orders
    .getByRole('button', { name: 'Deliver to shop.example.com' })
    .click({ timeout: 15_000 });
  await expect(orders.getByText(/Delivered to shop\.example\.com/).first()).toBeVisible({
    timeout: 15_000,
  });
  await expectAccessible(back);
});

test('an activation code brings a license', async ({ page, open }) => {
  await open('craft-estate');
  await expect(item(page, 'Google Maps')).toContainText('No license');
  await page.getByRole('button', { name: 'Enter activation code' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Activation code' })
    .fill('works1 canary upkeep upkeep upkeep');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText(/Google Maps|Hyper|ImageOptimize/);
  await dialog.getByRole('button', { name: 'Activate' }).click();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Maintained until Oct 25, 2025/)).toBeVisible();
});
