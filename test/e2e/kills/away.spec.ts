import { STARTED } from '../../../mocks/scenarios/individual-offers.ts';
import { born } from './life.ts';
import { expect, test } from './parties.ts';
import { openShop, WISH } from './purchase-walk.ts';
import { see, watchFor } from './sight.ts';
import { button, card, until } from './walk.ts';

/** How soon a page that is back shows what happened meanwhile, in milliseconds. */
const CAUGHT_UP = 2_000;

test('a laptop that slept for eight hours shows what happened within two seconds', async ({
  browser,
  parties,
}) => {
  const token = 'paid-while-the-lid-was-shut-00000';
  await openShop(parties);
  await parties.ask(`PUT /orders/${token}`, WISH);
  const { page, close } = await born(browser, parties, { shows: /Saved, not paid|Not confirmed/ });
  await see(page, 'hidden');
  await parties.pay(WISH.extension, token, WISH.offer);
  await parties.advance(8 * 3_600_000);
  await page.clock.fastForward('08:00:00');

  const { took } = await watchFor(page, 'visibilitychange', /Deliver to shop\.example\.com/);
  await see(page, 'visible');
  expect(await took()).toBeLessThanOrEqual(CAUGHT_UP);
  await close();
});

test('a page that is back online catches up, and sends nothing that was pressed while it was not', async ({
  browser,
  parties,
}) => {
  await parties.reset('individual-offers', { pace: 1_000 });
  const life = await born(browser, parties, { shows: /SEO Report: Basic report/ });
  const { page, sent } = life;
  const ready = card(page, 'SEO Report: Basic report');
  const deliver = button(ready, /^Deliver to example\.org/);
  await expect(deliver).toBeVisible();

  await page.context().setOffline(true);
  await deliver.click();
  await until(page, parties, ready.getByRole('alert'));
  await expect(page.locator('#updates')).not.toContainText(/could not be delivered|Delivered to/);
  await parties.pay('seo-report', STARTED.waiting, 'seo-report-full');
  const pressed = sent.filter((call) => call === 'fulfillOrder').length;

  const { took } = await watchFor(page, 'online', /Deliver to shop\.example\.com/);
  await page.context().setOffline(false);
  expect(await took()).toBeLessThanOrEqual(CAUGHT_UP);
  await page.clock.fastForward(60_000);
  expect(sent.filter((call) => call === 'fulfillOrder')).toHaveLength(pressed);
  expect((await parties.world()).vendor.deliveries).toEqual([]);

  await deliver.click();
  await until(page, parties, ready.getByText('Delivered to example.org.'));
  expect((await parties.world()).vendor.deliveries).toHaveLength(1);
  await life.close();
});
