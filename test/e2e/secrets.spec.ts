import { type Browser, expect, type Page, test } from '@playwright/test';
import { CANARY } from '../../mocks/canary.ts';
import { watchPages } from './secrets.ts';

// What every other test is watched by is shown here to see: a watch that sees nothing would let all of them pass.

/** What the watch of a browser saw of what was done in its page. */
async function seen(browser: Browser, act: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await browser.newContext();
  const sightings = await watchPages(context);
  const page = await context.newPage();
  await page.goto('/?scenario=empty');
  await act(page);
  const found = (await sightings()).map(({ what }) => what);
  await context.close();
  return found;
}

test('a page that says nothing it must not is seen to say nothing', async ({ browser }) => {
  expect(await seen(browser, async () => {})).toEqual([]);
});

test('a secret on the console is seen', async ({ browser }) => {
  const found = await seen(browser, (page) =>
    page.evaluate((secret) => console.debug(secret), CANARY),
  );
  expect(found).toContain('secret');
});

test('a secret that is gone again is seen all the same', async ({ browser }) => {
  const found = await seen(browser, async (page) => {
    await page.evaluate((secret) => {
      document.body.dataset['key'] = secret;
      return new Promise((resolve) => setTimeout(resolve));
    }, CANARY);
    await page.reload();
  });
  expect(found).toContain('secret');
});

test('a store that can reach back is seen', async ({ browser }) => {
  const found = await seen(browser, async (page) => {
    const opened = page.waitForEvent('popup');
    await page.evaluate(() => void window.open('/mocks/checkout/index.html?path=/support'));
    await expect((await opened).getByRole('heading').first()).toBeVisible();
  });
  expect(found).toContain('opener');
});

test('a store that is told where somebody came from is seen', async ({ browser }) => {
  const found = await seen(browser, async (page) => {
    await page.evaluate(() => location.assign('/mocks/checkout/index.html?path=/support'));
    await expect(page).toHaveURL(/checkout/);
    await expect(page.getByRole('heading').first()).toBeVisible();
  });
  expect(found).toContain('referer');
});
