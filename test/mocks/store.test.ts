import { expect, it } from 'vitest';
import { start, TOKEN } from './start.ts';

const BUY = `https://store.test/buy/seo-report?kn=PLSK.00010001&product-id=seo-report-full&token=${TOKEN}`;

it('shows product and price, and no domain, because it knows none', async () => {
  const { call } = start('individual-offers');
  const page = await (await call(BUY)).text();

  expect(page).toContain('SEO Report: Full report');
  expect(page).toContain('Pay $59.00');
  expect(page).not.toContain('example.com');
});

it('has no script and no style of its own in the page, and forbids them', async () => {
  const { call } = start('individual-offers');
  const answer = await call(BUY);
  const page = await answer.text();

  expect(page).not.toMatch(/<script|<style|style=|\son[a-z]+=/i);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect((await call('https://store.test/checkout.css')).headers.get('Content-Type')).toBe(
    'text/css',
  );
});

it('shows what stands in a link as text, whatever it is', async () => {
  const { call } = start('individual-offers');
  const nasty = `"><img src=x onerror=alert(1)>'&`;
  const page = await (
    await call(`${BUY.replace(TOKEN, encodeURIComponent(nasty))}&ekn=${encodeURIComponent(nasty)}`)
  ).text();

  expect(page).not.toContain('<img');
  expect(page).toContain('&#34;&#62;&#60;img');
});

it('takes no payment without a proper token', async () => {
  const { press, world } = start('individual-offers');

  expect(await press('pay', 'short')).toContain('not complete');
  expect(world.store.payments).not.toHaveProperty('short');
});

it('sells nothing it does not know', async () => {
  const { call } = start('individual-offers');

  expect((await call(`https://store.test/buy/nobody?token=${TOKEN}`)).status).toBe(404);
});

it('keeps an order that is to be paid later, and takes the payment then', async () => {
  const { press, world } = start('individual-offers');

  expect(await press('later', TOKEN)).toContain('waiting for your payment');
  expect(world.ka.purchases).not.toHaveProperty(TOKEN);
  expect(await press('pay', TOKEN)).toContain('it is paid');
  expect(world.ka.purchases).toHaveProperty(TOKEN);
});

it('charges nothing when somebody leaves', async () => {
  const { press, world } = start('individual-offers');

  expect(await press('leave', TOKEN)).toContain('Nothing was charged');
  expect(world.store.payments).not.toHaveProperty(TOKEN);
});

it('shows the outcome to whoever opens the link again', async () => {
  const { call, press } = start('individual-offers');
  await press('pay', TOKEN);

  expect(await (await call(BUY)).text()).toContain('it is paid');
});

it('does not refund what was not paid, nor take money back after a refund', async () => {
  const { press } = start('individual-offers');

  expect(await press('refund', TOKEN)).toContain('not possible');
  await press('pay', TOKEN);
  expect(await press('refund', TOKEN)).toContain('Refunded');
  expect(await press('pay', TOKEN)).toContain('not possible');
});

it('writes down the Referer of every visit, empty when there is none', async () => {
  const { call, world } = start('individual-offers');
  await call(BUY);
  await call(BUY, { headers: { 'X-Page-Referrer': 'https://panel.example/secret' } });

  expect(world.store.visits.map(({ referer }) => referer)).toEqual([
    '',
    'https://panel.example/secret',
  ]);
});
