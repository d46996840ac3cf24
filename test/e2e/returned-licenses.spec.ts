import type { Page } from '@playwright/test';
import { tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

const returned = (page: Page) => page.getByRole('region', { name: 'Licenses that came back' });
const license = (page: Page, name: string) =>
  returned(page).getByRole('article', { name: `A license for ${name} came back from the store` });

/** The store as the host's form opens it in another tab, where nobody knows whether anyone is signed in. */
const STORE = `/mocks/checkout/?${new URLSearchParams({
  path: '/marketplace/cart',
  callback: 'https://host.test/license-callback',
  licensefieldname: 'license',
  users: '50',
  parent_sen: 'PLSK.00010001',
})}`;

test('a license that comes back while nobody is signed in is kept, and applied after signing in', async ({
  page,
  context,
  open,
}) => {
  await open('returned-licenses', 0);
  await expect(license(page, 'Shopping Cart')).toHaveCount(1);
  await page.getByLabel('Fault').selectOption('Signed out (401)');

  const store = await context.newPage();
  await store.goto(STORE);
  await store.getByRole('button', { name: /^License/ }).click();
  await store.getByRole('button', { name: 'Return to your panel' }).click();
  await expect(store.getByRole('heading', { name: 'The license is kept' })).toBeVisible();
  await expectAccessible(store);
  expect(store.url()).not.toContain('license=');
  await store.reload();
  await expect(store.getByRole('heading', { name: 'The license is kept' })).toBeVisible();
  await store.close();

  await license(page, 'Photo Gallery').getByRole('button', { name: 'Apply' }).click();
  await expect(license(page, 'Photo Gallery')).toContainText(/sign in/i);
  await page.getByLabel('Fault').selectOption('None');
  await page.getByRole('button', { name: 'Check again' }).first().click();
  const better = license(page, 'Shopping Cart').filter({ hasText: 'for 50 users' });
  await expect(better).toContainText('kept on your server');
  await expectAccessible(page);

  await better.getByRole('button', { name: 'Apply' }).click();
  await expect(returned(page)).toContainText('The license for Shopping Cart is in place');
  await expect(item(page, 'Shopping Cart')).toContainText('Maintained until Apr 10, 2026');
  await license(page, 'Photo Gallery').getByRole('button', { name: 'Apply' }).click();
  await expect(item(page, 'Photo Gallery')).toContainText('Maintained until Apr 10, 2026');
  await expectAccessible(page);
});

test('with the keyboard alone a downgrade is refused, told, agreed to and applied', async ({
  page,
  open,
}) => {
  await open('returned-licenses', 0);
  const cart = license(page, 'Shopping Cart');
  await tabTo(page, cart.getByRole('button', { name: 'Apply' }));
  await page.keyboard.press('Enter');
  await expect(
    cart.getByRole('list', { name: 'What would be lost' }).getByRole('listitem'),
  ).toHaveText([
    'It is a trial; the license in place is paid for.',
    'It ends May 10, 2025; the license in place ends Dec 31, 2025.',
    'It is for 10 users; the license in place is for 25 users.',
  ]);
  await expect(cart.getByRole('heading')).toBeFocused();
  await expect(item(page, 'Shopping Cart')).toContainText('Maintained until Dec 31, 2025');
  await expectAccessible(page);

  await tabTo(page, cart.getByRole('button', { name: 'Apply and lose this' }));
  await page.keyboard.press('Enter');
  await expect(returned(page)).toContainText('The license for Shopping Cart is in place');
  await expect(item(page, 'Shopping Cart')).toContainText(/[Tt]rial/);

  const archive = license(page, 'Mail Archive');
  await tabTo(page, archive.getByRole('button', { name: 'Discard…' }));
  await page.keyboard.press('Enter');
  await tabTo(page, archive.getByRole('button', { name: 'Discard for good' }));
  await page.keyboard.press('Enter');
  await expect(archive).toHaveCount(0);
});

test('two tabs apply a license at once, and it is applied once', async ({ page, open, reopen }) => {
  await open('returned-licenses', 0);
  const other = await reopen();
  const press = (tab: Page) =>
    license(tab, 'Photo Gallery').getByRole('button', { name: 'Apply' }).click();
  await Promise.all([press(page), press(other)]);

  for (const tab of [page, other]) {
    await expect(returned(tab)).toContainText('The license for Photo Gallery is in place');
    await expect(item(tab, 'Photo Gallery')).toContainText('Maintained until Apr 10, 2026');
  }
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Activity/ }).click();
  await expect(
    page.getByRole('dialog').getByText(/License for Photo Gallery activated/),
  ).toHaveCount(1);
});
