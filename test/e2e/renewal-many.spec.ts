import { readFile } from 'node:fs/promises';
import { tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

// With the keyboard alone: nothing here clicks, and nothing is focused from outside.

test('three licenses are renewed to a common end day, the quote is taken along, and all end on that day', async ({
  page,
  context,
  open,
}) => {
  // What is printed is a page in a frame; printers are not for tests.
  await context.addInitScript(() => {
    window.print = () => {
      const { top } = window;
      if (top) top.name = document.body.textContent ?? '';
    };
  });
  await open('craft-estate');
  await tabTo(page, page.getByRole('button', { name: 'More' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Renew several…' })).toBeFocused();
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Renew several licenses' });
  await expect(dialog.getByRole('heading')).toBeFocused();
  await expect(dialog.getByRole('row', { name: 'Total $390.00' })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Navigation' })).not.toBeChecked();
  await expectAccessible(page);

  await tabTo(page, dialog.getByRole('radio', { name: '1 year' }));
  for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'All to one day' })).toBeFocused();
  await expect(dialog.getByLabel('Common end day')).toHaveValue('2025-08-28');

  for (const name of ['Vizy', 'Freeform', 'SEOmatic']) {
    await tabTo(page, dialog.getByRole('checkbox', { name, exact: true }));
    await page.keyboard.press('Space');
  }
  await expect(dialog.getByRole('row', { name: 'Total $244.85' })).toBeVisible();
  await expect(dialog.getByText(/^Unlocks 27 releases/)).toBeVisible();
  await expectAccessible(page);

  await tabTo(page, dialog.getByRole('button', { name: 'Save as CSV' }));
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('renewal-quote-2024-10-25.csv');
  const rows = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatch(/^\uFEFF"Server","As of","Extension",/);
  const formie = rows.find((row) => row.includes('"Formie"'));
  expect(formie).toContain('"EXT.00100001","2024-06-15","2025-08-28","","439","13"');
  expect(formie).toContain('"58.93","USD"');
  expect(rows[4]).toContain('"Total"');
  expect(rows[4]).toContain('"244.85","USD"');

  await tabTo(page, dialog.getByRole('button', { name: 'Print' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => window.name)).toMatch(/Renewal quote.*\$244\.85/s);

  await tabTo(page, dialog.getByRole('button', { name: 'Save and prepare the store link' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Your order is saved')).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, dialog.getByRole('link', { name: 'Continue to the store' }));
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const store = await opened;
  await tabTo(store, store.getByRole('button', { name: 'Pay $244.85' }));
  await store.keyboard.press('Enter');
  await expect(store.getByRole('heading', { name: /paid/ })).toBeVisible();
  await store.close();

  await page.bringToFront();
  await expect(page.getByText('Renewed', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
  for (const name of ['Formie', 'Blitz']) {
    await expect(item(page, name)).toContainText('Maintained until Aug 28, 2025');
  }
  await expect(item(page, 'Vizy')).not.toContainText('Aug 28, 2025');
  // The list keeps only what is in sight in the page.
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('commerce');
  await expect(item(page, 'Craft Commerce')).toContainText('Maintained until Aug 28, 2025');
  await expectAccessible(page);
});

test('what needs a renewal is renewed together from its filter', async ({ page, open }) => {
  await open('craft-estate');
  await expect(page.getByRole('button', { name: 'Renew several…' })).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: /Needs renewal$/ }));
  await page.keyboard.press('Space');
  const several = page.getByRole('button', { name: 'Renew several…' });
  await tabTo(page, several);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Renew several licenses' });
  await expect(dialog.getByRole('row', { name: /^Total/ })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Formie' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(several).toBeFocused();
});
