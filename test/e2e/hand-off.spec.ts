import type { Page } from '@playwright/test';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { expect, expectAccessible, test } from './stage.ts';

const orders = (page: Page) => page.getByRole('region', { name: 'Orders' });
const waiting = (page: Page) =>
  orders(page).getByRole('article', { name: 'SEO Report: Full report' });
const storeLink = (page: Page) =>
  waiting(page).getByRole('link', { name: 'Continue to the store' });

test('the store opens in the same tab where the host wants that, and the way back finds the order as it stands', async ({
  page,
}) => {
  await page.goto('/?scenario=individual-offers&store=same-tab');
  await expect(waiting(page)).toContainText(/Opens \S+ in this tab/);
  await storeLink(page).click();
  await expect(page).not.toHaveURL(/scenario=/);
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page.getByRole('heading', { name: /paid/ })).toBeVisible();

  await page.goBack();
  await expect(
    waiting(page).getByRole('button', { name: 'Deliver to shop.example.com' }),
  ).toBeVisible();
  await expect(waiting(page).locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessible(page);
});

test('coming back with an order in the address asks about it and leaves no trace in the address', async ({
  page,
}) => {
  const rest = '/?scenario=individual-offers&status=paid';
  await page.goto(`${rest}&upkeep-order=${STARTED.waiting}#updates`);
  await expect(waiting(page).getByText('At the store', { exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(`${rest}#updates`);
  await expect(waiting(page).getByRole('button', { name: /^Deliver/ })).toHaveCount(0);
});

test.describe('in a sandboxed frame that must not open anything', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**/framed', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><head><title>A control panel</title></head><body>
          <iframe title="Updates" width="1200" height="1500" sandbox="allow-scripts allow-same-origin"
            src="/?scenario=individual-offers"></iframe></body></html>`,
      }),
    );
  });

  test('the link can be copied by hand, with a word on what it holds, by keyboard alone', async ({
    page,
    context,
  }) => {
    await page.goto('/framed');
    const frame = page.frameLocator('iframe');
    const order = frame.getByRole('article', { name: 'SEO Report: Full report' });
    const link = order.getByRole('link', { name: 'Continue to the store' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(order.getByText('Did the store not open?')).toBeVisible();
    await expect(order.getByText(/It holds the reference of this order/)).toBeVisible();
    expect(context.pages()).toHaveLength(1);

    await page.keyboard.press('Tab');
    await expect(order.getByRole('button', { name: 'Copy the store link' })).toBeFocused();
    await page.keyboard.press('Enter');
    const address = await link.getAttribute('href');
    const field = order.getByRole('textbox', { name: 'Store link' });
    const copied = order.getByRole('button', { name: 'Copied' });
    await expect(field.or(copied)).toBeVisible();
    if (await field.isVisible()) await expect(field).toHaveValue(address ?? '');
  });
});
