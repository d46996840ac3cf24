import { CANARY } from '../../mocks/canary.ts';
import { expect, test } from './stage.ts';

// Each of these must fail, or nothing would be told by all the others passing.

test.fail('a secret on the console fails the test in which it was', async ({ page }) => {
  await page.goto('/?scenario=empty');
  await page.evaluate((secret) => console.debug(secret), CANARY);
});

test.fail('a secret that is gone again fails the test all the same', async ({ page }) => {
  await page.goto('/?scenario=empty');
  await page.evaluate((secret) => {
    document.body.dataset['key'] = secret;
    return new Promise((resolve) => setTimeout(resolve));
  }, CANARY);
  await page.reload();
});

test.fail('a store that can reach back fails its test', async ({ page }) => {
  await page.goto('/?scenario=empty');
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open('/mocks/checkout/index.html?path=/support'));
  await expect((await opened).getByRole('heading').first()).toBeVisible();
});

test.fail('a store that is told where somebody came from fails its test', async ({ page }) => {
  await page.goto('/?scenario=empty');
  await page.evaluate(() => location.assign('/mocks/checkout/index.html?path=/support'));
  await expect(page).toHaveURL(/checkout/);
  await expect(page.getByRole('heading').first()).toBeVisible();
});
