import type { BrowserContext, Page } from '@playwright/test';
import { expect, expectAccessible, item, test } from './stage.ts';

const SAVE = 'Save and prepare the store link';

/** Buys what is on offer for an extension, and gives the code that the store shows for it. */
async function buy(page: Page, context: BrowserContext, name: string, offer: RegExp) {
  await item(page, name).getByRole('button', { name: 'Buy' }).click();
  const dialog = page.getByRole('dialog', { name: `Buy ${name}` });
  await dialog.getByRole('radio', { name: offer }).check();
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: SAVE }).click();
  const opened = context.waitForEvent('page');
  await dialog.getByRole('link', { name: 'Continue to the store' }).click();
  const store = await opened;
  await store.getByRole('button', { name: /^Pay \$/ }).click();
  const code = await store.getByText(/^([A-Z0-9]{6}-){4}[A-Z0-9]{6}$/).textContent();
  await store.close();
  await page.bringToFront();
  await page.keyboard.press('Escape');
  return code ?? '';
}

/** Enters the code where the order says that it was sent. */
async function activate(page: Page, name: string, code: string) {
  const order = page
    .getByRole('region', { name: 'Orders' })
    .getByRole('article', { name: new RegExp(`^${name}`) });
  await expect(order).toContainText('An activation code was sent');
  await expect(item(page, name)).not.toContainText(/Maintained|Paid until/);
  await expectAccessible(page);
  await order.getByRole('button', { name: 'Enter activation code' }).click();

  const dialog = page.getByRole('dialog', { name: 'Enter activation code' });
  await dialog.getByRole('textbox', { name: 'Activation code' }).fill(code);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText(name);
  await dialog.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(dialog).toContainText('The license is active');
  await expect(dialog).toContainText('Last checked');
  await expectAccessible(page);
  expect(await page.content()).not.toContain(code);
  await page.keyboard.press('Escape');
  await expect(order).toContainText('Complete');
}

test('a single offer ends in an activation code, and the code in a license', async ({
  page,
  context,
  open,
}) => {
  await open('other-models', 0);
  const code = await buy(page, context, 'Contact Forms', /^License/);
  await activate(page, 'Contact Forms', code);
  await expect(item(page, 'Contact Forms')).toContainText('Maintained until Apr 10, 2026');
});

test('of several offers the one that was picked is what the code brings', async ({
  page,
  context,
  open,
  reopen,
}) => {
  await open('other-models', 0);
  const code = await buy(page, context, 'Site Backup', /^Monthly/);
  await page.close();

  const back = await reopen();
  await activate(back, 'Site Backup', code);
  await expect(item(back, 'Site Backup')).toContainText(/Paid until May 10, 2025/);
});

test('pay as you go says that the license is free and its use is billed', async ({
  page,
  context,
  open,
}) => {
  await open('other-models', 0);
  await item(page, 'Newsletter').getByRole('button', { name: 'Buy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buy Newsletter' });
  await dialog.getByRole('radio').check();
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(dialog).toContainText('The license itself is free.');
  await page.keyboard.press('Escape');

  const code = await buy(page, context, 'Newsletter', /^Pay as you go/);
  await expect(page.getByRole('region', { name: 'Orders' })).toContainText(
    'The license itself is free. What you use is billed by the vendor’s count.',
  );
  await activate(page, 'Newsletter', code);
  await expect(item(page, 'Newsletter')).toContainText('Maintained without end');
});
