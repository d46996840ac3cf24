import { expect, type Page } from '@playwright/test';
import type { Order } from '../../../src/domain/order.ts';
import { STARTED } from '../../../mocks/scenarios/individual-offers.ts';
import type { World } from '../../../mocks/world.ts';
import { item } from '../stage.ts';
import type { Parties } from './parties.ts';
import { button, card, isPayable, pay, payments, until, type Walk } from './walk.ts';

const TITLE = 'SEO Report: Basic report';
const DOMAIN = 'shop.example.com';

/** What is bought, as it is saved. */
export const WISH = {
  kind: 'individual-offer',
  extension: 'seo-report',
  offer: 'seo-report-basic',
  target: { id: 'domain-2', domain: DOMAIN },
  licenses: [],
  priceShown: { amount: '19.00', currency: 'USD' },
};

/** The orders for it, of which one is right. */
export const bought = ({ host }: World): readonly Order[] =>
  Object.values(host.orders).filter(
    ({ offer, target }) => offer === WISH.offer && target?.id === WISH.target.id,
  );

const isIn = (world: World, state: Order['state']): boolean =>
  bought(world).some((order) => order.state === state);

/** Reports for one domain each, of which none is ordered yet; the store that is down there is mended. */
export async function openShop(parties: Parties): Promise<void> {
  await parties.reset('store-down', { pace: 1_000 });
  await parties.mend();
}

/** Picks domain and offer, up to the button that saves the order. */
export async function choose(page: Page): Promise<void> {
  await button(item(page, 'SEO Report'), 'SEO Report').click();
  await button(page.getByRole('dialog', { name: 'SEO Report' }), 'Buy').click();
  const dialog = page.getByRole('dialog', { name: /^Buy/ });
  await dialog.getByRole('radio', { name: DOMAIN }).check();
  await button(dialog, 'Continue').click();
  await dialog.getByRole('radio', { name: /Basic report/ }).check();
  await button(dialog, 'Continue').click();
}

async function save(page: Page): Promise<void> {
  await choose(page);
  const dialog = page.getByRole('dialog', { name: /^Buy/ });
  await button(dialog, 'Save and prepare the store link').click();
  await expect(dialog.getByRole('link', { name: 'Continue to the store' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

export const purchase: Walk = {
  begin: openShop,
  isDone: (world) => isIn(world, 'fulfilled'),
  shows: (world) =>
    bought(world).length > 0 && !purchase.isDone(world)
      ? /SEO Report: Basic report.*For shop\.example\.com/
      : /Update to 2\.4\.0/,
  async walk(page, parties) {
    const before = await parties.world();
    if (purchase.isDone(before)) return;
    if (bought(before).length === 0) await save(page);
    const order = card(page, TITLE);
    const deliver = button(order, `Deliver to ${DOMAIN}`);
    const delivered = order.getByText(`Delivered to ${DOMAIN}.`);
    const known = bought(await parties.world());
    // Whoever went to the store in this page life has agreed to the delivery; otherwise it waits for a press.
    if (known.every(isPayable)) await pay(page, order);
    else await until(page, parties, deliver.or(delivered));
    if (!known.every(isPayable) && (await deliver.isVisible())) await deliver.click();
    await until(page, parties, delivered);
  },
  judge(world) {
    expect(bought(world).map(({ state }) => state)).toEqual(['fulfilled']);
    expect(world.vendor.deliveries.map(({ domain }) => domain)).toEqual([DOMAIN]);
    expect(payments(world)).toEqual(['paid']);
  },
};

/** On a host that makes the tokens itself. */
export const mintedPurchase: Walk = {
  ...purchase,
  begin: (parties) => parties.reset('verified-offers', { pace: 1_000 }),
};

/** What was paid in another tab has only to be delivered. */
export const delivery: Walk = {
  ...purchase,
  async begin(parties) {
    const token = 'paid-elsewhere-00000000000000000';
    await openShop(parties);
    await parties.ask(`PUT /orders/${token}`, WISH);
    await parties.pay(WISH.extension, token, WISH.offer);
  },
};

/** Bought before, and ready; the host tells of it as it happens. */
export const liveDelivery: Walk = {
  begin: (parties) => parties.reset('live-offers', { pace: 1_000 }),
  isDone: ({ host }) => host.orders[STARTED.ready]?.state === 'fulfilled',
  shows: (world) =>
    liveDelivery.isDone(world) ? /Update to 2\.4\.0/ : /SEO Report: Basic report.*For example\.org/,
  async walk(page, parties) {
    if (liveDelivery.isDone(await parties.world())) return;
    const order = card(page, TITLE);
    await button(order, 'Deliver to example.org').click();
    await until(page, parties, order.getByText('Delivered to example.org.'));
  },
  judge: ({ vendor }) =>
    expect(vendor.deliveries.map(({ domain }) => domain)).toEqual(['example.org']),
};

export const givenUp: Walk = {
  ...purchase,
  async begin(parties) {
    await openShop(parties);
    await parties.ask('PUT /orders/to-be-canceled-0000000000000000', WISH);
  },
  isDone: (world) => isIn(world, 'canceled'),
  shows: (world) => (givenUp.isDone(world) ? /Update to 2\.4\.0/ : purchase.shows(world)),
  async walk(page, parties) {
    if (givenUp.isDone(await parties.world())) return;
    const order = card(page, TITLE);
    await button(order, 'Cancel order').click();
    await expect(order.getByText('Canceled', { exact: true })).toBeVisible();
  },
  judge(world) {
    expect(bought(world).map(({ state }) => state)).toEqual(['canceled']);
    expect(payments(world)).toEqual([]);
  },
};
