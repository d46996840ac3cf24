import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { PendingOrders } from '../../../src/features/purchase/PendingOrders.tsx';
import { PurchaseDialog } from '../../../src/features/purchase/PurchaseDialog.tsx';
import { atTheStore, openRoom } from '../open-room.tsx';

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const storeLink = () => page.getByRole('link', { name: 'Continue to the store', exact: true });

/** The host without the orders it starts with. */
function freshWorld(): World {
  const world = createWorld('individual-offers');
  world.host.orders = {};
  return world;
}

const buying = (world: World, onNavigate: (href: string) => boolean = () => true) =>
  openRoom(world, ({ session, extension }) => (
    <>
      <PendingOrders session={session} onSettled={() => {}} onNavigate={onNavigate} />
      <PurchaseDialog extension={extension('seo-report')} session={session} onClose={() => {}} onNavigate={onNavigate} />
    </>
  ));

async function choose(domain: string, offer: RegExp) {
  await page.getByRole('radio', { name: domain, exact: true }).click();
  await button('Continue').click();
  await page.getByRole('radio', { name: offer }).click();
  await button('Continue').click();
}

it('goes from a domain and an offer to a saved order and only then to the store', async () => {
  const world = freshWorld();
  await buying(world);
  await choose('example.com', /Full report/);

  await expect.element(page.getByText('The store sets the final price.')).toBeVisible();
  await expect.element(storeLink()).not.toBeInTheDocument();
  await button('Save and prepare the store link').click();

  await expect.element(page.getByRole('dialog').getByRole('link', { name: 'Continue to the store', exact: true })).toBeVisible();
  const [order] = Object.values(world.host.orders);
  expect(order).toMatchObject({ kind: 'individual-offer', offer: 'seo-report-full', target: { domain: 'example.com' }, state: 'prepared' });
});

it('brings a paid order to its domain after the tab was killed', async () => {
  const world = freshWorld();
  const onNavigate = vi.fn(() => true);
  const first = await buying(world, onNavigate);
  await choose('example.com', /Basic report/);
  await button('Save and prepare the store link').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Continue to the store', exact: true }).click();
  const [[href] = ['']] = onNavigate.mock.calls as unknown as string[][];
  first.kill();

  await atTheStore(world, href ?? '', 'pay');
  expect(world.vendor.deliveries).toEqual([]);

  await openRoom(world, ({ session }) => <PendingOrders session={session} onSettled={() => {}} />);
  await button('Deliver to example.com').click();
  await expect.element(page.getByText('Delivered to example.com.')).toBeVisible();
  expect(world.vendor.deliveries).toHaveLength(1);
});
