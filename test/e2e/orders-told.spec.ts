import type { Page } from '@playwright/test';
import { expect, expectAccessible, item, test } from './stage.ts';

const orders = (page: Page) => page.getByRole('region', { name: 'Orders' });

/** What the panel asks its host, as `GET /orders/…/events`. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) requests.push(`${request.method()} ${pathname.slice(4)}`);
  });
  return requests;
}

test('a host that tells how orders stand is listened to, not asked again and again', async ({
  page,
  open,
}) => {
  const requests = requestsOf(page);
  await open('live-offers', 2_000);
  await orders(page).getByRole('button', { name: 'Deliver to example.org' }).click();

  await expect(orders(page).getByText('Delivered to example.org').first()).toBeVisible();
  expect(requests.some((request) => /^GET \/orders\/ready-.*\/events$/.test(request))).toBe(true);
  expect(
    requests.filter((request) => /^GET \/orders\/ready-[^/]+$/.test(request)).length,
  ).toBeLessThan(2);
  await expectAccessible(page);
});

test('a delivery done by half says so, and only the rest of it is done', async ({ page, open }) => {
  await open('half-delivered');
  const parts = orders(page).getByRole('list', { name: 'What of the delivery is done' });
  await expect(parts.getByRole('listitem')).toHaveText([
    'The license is made',
    'It is not in place yet',
  ]);
  await expectAccessible(page);
  await orders(page)
    .getByRole('button', { name: /^Deliver to example\.org/ })
    .focus();
  await page.keyboard.press('Enter');

  await expect(orders(page).getByText('Delivered to example.org').first()).toBeVisible();
});

test('what is bought under a token of the host is delivered', async ({
  page,
  context,
  open,
  reopen,
}) => {
  const requests = requestsOf(page);
  await open('verified-offers');
  await item(page, 'SEO Report').getByRole('button', { name: 'SEO Report' }).click();
  const details = page.getByRole('dialog', { name: 'SEO Report' });
  await details.getByRole('button', { name: 'Buy' }).click();
  const dialog = page.getByRole('dialog', { name: /^Buy/ });
  await dialog.getByRole('radio', { name: /shop\.example\.com/ }).check();
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save and prepare the store link' }).click();
  const link = dialog.getByRole('link', { name: 'Continue to the store' });
  await expect(link).toHaveAttribute('href', /[?&]token=[A-Za-z0-9_-]{43}(&|$)/);
  expect(requests).toContain('POST /tokens');

  const opened = context.waitForEvent('page');
  await link.click();
  const store = await opened;
  await store.getByRole('heading').first().waitFor();
  await page.close();
  await store.getByRole('button', { name: /^Pay \$/ }).click();
  await store.getByRole('heading', { name: /paid/ }).waitFor();
  await store.close();
  const back = await reopen();
  await orders(back).getByRole('button', { name: 'Deliver to shop.example.com' }).click();

  await expect(orders(back).getByText('Delivered to shop.example.com').first()).toBeVisible();
});
