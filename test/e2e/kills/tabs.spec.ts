import type { Page } from '@playwright/test';
import { born, type Life } from './life.ts';
import { expect, test } from './parties.ts';
import { bought, choose, openShop, purchase, WISH } from './purchase-walk.ts';
import { see } from './sight.ts';
import { button, card, until } from './walk.ts';

const TITLE = 'SEO Report: Basic report';
const TOKEN = 'shared-by-several-tabs-0000000000';
const SHOWN = /SEO Report: Basic report/;

/** Questions about orders a page has sent. */
const asked = ({ sent }: Life): number =>
  sent.filter((call) => call === 'listOrders' || call === 'getOrder').length;

/** Lets a minute pass in a page, as its timers see it. */
async function passMinute(page: Page): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 5) {
    const answered = page
      .waitForResponse((answer) => answer.url().endsWith(TOKEN), { timeout: 1_000 })
      .catch(() => undefined);
    await page.clock.fastForward(5_000);
    await answered;
  }
}

test('two tabs that save the same wish at once save one order', async ({ browser, parties }) => {
  await openShop(parties);
  const shows = /Update to 2\.4\.0/;
  const first = await born(browser, parties, { shows });
  const second = await born(browser, parties, { shows, beside: first });
  const dialogs = [first, second].map(({ page }) => page.getByRole('dialog', { name: /^Buy/ }));
  for (const { page } of [first, second]) await choose(page);
  await Promise.all(
    dialogs.map((dialog) => button(dialog, 'Save and prepare the store link').click()),
  );

  const links = dialogs.map((dialog) =>
    dialog.getByRole('link', { name: 'Continue to the store' }),
  );
  for (const link of links) await expect(link).toBeVisible();
  const [one, other] = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(one).toBe(other);
  expect(bought(await parties.world())).toHaveLength(1);
  await first.close();
});

test('four tabs with one pending order ask hardly more than one, and all see its end when they are seen', async ({
  browser,
  parties,
}) => {
  await openShop(parties);
  await parties.ask(`PUT /orders/${TOKEN}`, WISH);
  const first = await born(browser, parties, { shows: SHOWN });
  const alone = asked(first);
  await passMinute(first.page);
  const single = asked(first) - alone;
  expect(single).toBeGreaterThan(8);

  const others: Life[] = [];
  for (let tabs = 0; tabs < 3; tabs++) {
    const tab = await born(browser, parties, { shows: SHOWN, beside: first });
    await see(tab.page, 'hidden');
    others.push(tab);
  }
  const tabs = [first, ...others];
  const before = tabs.reduce((sum, tab) => sum + asked(tab), 0);
  await passMinute(first.page);
  for (const { page } of others) await page.clock.fastForward(60_000);
  const together = tabs.reduce((sum, tab) => sum + asked(tab), 0) - before;
  expect(together).toBeLessThanOrEqual(1.5 * single);

  await parties.pay(WISH.extension, TOKEN, WISH.offer);
  for (const { page } of tabs) {
    await page.clock.fastForward(5_000);
    await see(page, 'visible');
    await expect(button(card(page, TITLE), 'Deliver to shop.example.com')).toBeVisible();
  }
  await first.close();
});

test('what one administrator began and paid another delivers, and the first sees by whom', async ({
  browser,
  parties,
}) => {
  await openShop(parties);
  await parties.ask(`PUT /orders/${TOKEN}`, WISH);
  await parties.pay(WISH.extension, TOKEN, WISH.offer);
  const mine = await born(browser, parties, { shows: SHOWN });
  const theirs = await born(browser, parties, { shows: SHOWN, account: 'second-admin' });
  for (const { page } of [mine, theirs]) {
    await expect(card(page, TITLE)).toContainText('Started by You (admin)');
    await expect(button(card(page, TITLE), 'Deliver to shop.example.com')).toBeVisible();
  }

  await button(card(theirs.page, TITLE), 'Deliver to shop.example.com').click();
  for (const { page } of [theirs, mine])
    await until(page, parties, card(page, TITLE).getByText('Delivered by Second admin.'));
  await expect(button(card(mine.page, TITLE), /^Deliver/)).toHaveCount(0);
  purchase.judge(await parties.world());
  await mine.close();
  await theirs.close();
});

test('two administrators who deliver at once deliver once', async ({ browser, parties }) => {
  await openShop(parties);
  await parties.ask(`PUT /orders/${TOKEN}`, WISH);
  await parties.pay(WISH.extension, TOKEN, WISH.offer);
  const lives = [
    await born(browser, parties, { shows: SHOWN }),
    await born(browser, parties, { shows: SHOWN, account: 'second-admin' }),
  ];
  const buttons = lives.map(({ page }) => button(card(page, TITLE), 'Deliver to shop.example.com'));
  for (const deliver of buttons) await expect(deliver).toBeVisible();
  await Promise.all(buttons.map((deliver) => deliver.click()));
  for (const { page } of lives)
    await until(page, parties, card(page, TITLE).getByText('Delivered to shop.example.com.'));
  purchase.judge(await parties.world());
  for (const life of lives) await life.close();
});
