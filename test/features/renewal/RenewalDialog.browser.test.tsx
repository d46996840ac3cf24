import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { PendingOrders } from '../../../src/features/purchase/PendingOrders.tsx';
import { backendOf } from '../../../stories/stage.tsx';
import { atTheStore, openRoom } from '../open-room.tsx';
import { renewing } from './renewal-room.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const storeLink = () => page.getByRole('link', { name: 'Continue to the store', exact: true });
const fact = (term: string) => page.getByRole('definition').filter({ hasText: term });

it('tells what renewing Formie opens on this host: 13 releases, the newest 2.1.32', async () => {
  await renewing(createWorld('craft-estate'), 'formie');
  await expect.element(page.getByText('Unlocks 13 releases for this host')).toBeVisible();
  await expect.element(fact('2.1.32').first()).toBeVisible();
});

it('names price, price per unlocked release and the new end, counted from the end of the old period', async () => {
  await renewing(createWorld('craft-estate'), 'formie');
  await expect.element(page.getByText('$49.00')).toBeVisible();
  await expect.element(page.getByText('for a year')).toBeVisible();
  await expect.element(page.getByText('$3.77')).toBeVisible();
  await expect.element(page.getByText('Jun 15, 2025')).toBeVisible();
  await expect
    .element(page.getByText(/starts where the old one ended, on Jun 15, 2024. 4 months of it lie/))
    .toBeVisible();
});

it('lists every unlocked release, security ones first', async () => {
  const world = createWorld('craft-estate');
  for (const { key, releases } of world.host.extensions) {
    if (key !== 'formie') continue;
    for (const release of releases) release.security = release.version === '2.1.22';
  }
  await renewing(world, 'formie');
  const [first] = page
    .getByRole('list', { name: 'Unlocked releases' })
    .getByRole('listitem')
    .elements();
  await expect.element(page.getByText('1 security fix')).toBeVisible();
  expect(first?.textContent).toMatch(/^2\.1\.22security/);
  await page.getByText('8 more releases').click();
  expect(page.getByRole('listitem').elements()).toHaveLength(13);
});

it('says honestly that renewing today unlocks nothing that could be installed', async () => {
  await renewing(createWorld('every-verdict'), 'up-to-date');
  await expect
    .element(
      page.getByText('Nothing newer fits this host: renewing today unlocks 0 installable releases'),
    )
    .toBeVisible();
  await expect.element(page.getByText('Per unlocked release')).not.toBeInTheDocument();
});

it('renews several licenses in one order at one total', async () => {
  const world = createWorld('every-verdict');
  await renewing(world, 'needs-renewal', 'covered-update');
  await expect.element(page.getByRole('row', { name: 'Total $90.00' })).toBeVisible();
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toBeVisible();
  expect(Object.values(world.host.orders)).toMatchObject([
    {
      kind: 'renewal',
      licenses: ['EXT.00100004', 'EXT.00100003'],
      priceShown: { amount: '90.00', currency: 'USD' },
    },
  ]);
});

it(
  'saves the order before there is a link, and the paid renewal arrives at the same license',
  { timeout: 20_000 },
  async () => {
    const world = createWorld('craft-estate');
    const room = await renewing(world, 'formie');
    await expect.element(button('Save and prepare the store link')).toBeVisible();
    await expect.element(storeLink()).not.toBeInTheDocument();
    await button('Save and prepare the store link').click();
    await expect.element(storeLink()).toBeVisible();
    const { href } = storeLink().element() as HTMLAnchorElement;
    room.kill();
    await atTheStore(world, href, 'pay');

    const { extension } = await openRoom(world, ({ session }) => (
      <PendingOrders session={session} onSettled={() => {}} />
    ));
    await expect
      .poll(async () => (await backendOf(world).orders.orders()).orders[0]?.state)
      .toBe('fulfilled');
    expect(extension('formie').license).toMatchObject({ number: 'EXT.00100001' });
    const renewed = (await backendOf(world).host.extensions()).extensions.find(
      ({ key }) => key === 'formie',
    );
    expect(renewed?.license).toMatchObject({
      number: 'EXT.00100001',
      maintenanceEndsOn: '2025-06-15',
    });
  },
);

it('says that the price cannot be told, names the license, tries again, and lets one go on', async () => {
  const world = createWorld('craft-estate');
  world.faults.push({ party: 'host', call: 'quote', kind: 'unavailable' });
  await renewing(world, 'formie');
  await expect.element(page.getByText('The price cannot be told right now')).toBeVisible();
  await expect.element(page.getByText(/License EXT.00100001 can still be renewed/)).toBeVisible();
  await expect.element(button('Save and prepare the store link')).toBeVisible();
  world.faults.length = 0;
  await button('Try again').click();
  await expect.element(page.getByText('$49.00')).toBeVisible();
});

it('renews without a preview of the price at a host that has none', async () => {
  const world = createWorld('craft-estate');
  world.host.capabilities = world.host.capabilities.filter((capability) => capability !== 'quote');
  await renewing(world, 'formie');
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toBeVisible();
  expect(Object.values(world.host.orders)).toMatchObject([
    { kind: 'renewal', licenses: ['EXT.00100001'], priceShown: null },
  ]);
});

it('renews by the chosen term, and the order says so', async () => {
  const world = createWorld('craft-estate');
  await renewing(world, 'formie');
  await page.getByRole('radio', { name: '2 years' }).click();
  await expect.element(page.getByText('$98.00')).toBeVisible();
  await expect.element(page.getByText('Jun 15, 2026')).toBeVisible();
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toHaveAttribute('href', expect.stringContaining('months=24'));
  expect(Object.values(world.host.orders)).toMatchObject([
    { term: { months: 24 }, priceShown: { amount: '98.00' } },
  ]);
});

it('takes another term after saving for another wish, and says that the first order stays open', async () => {
  const world = createWorld('craft-estate');
  await renewing(world, 'formie');
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toBeVisible();
  await page.getByRole('radio', { name: '3 years' }).click();
  await expect.element(page.getByText('Another order stays open')).toBeVisible();
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toHaveAttribute('href', expect.stringContaining('months=36'));
  expect(Object.values(world.host.orders)).toHaveLength(2);
});

it('says that a lease keeps running, where no release is opened', async () => {
  await renewing(createWorld('every-verdict'), 'payment-due');
  await expect.element(page.getByText('It keeps running, and keeps getting updates')).toBeVisible();
  await expect.element(page.getByText(/Not renewed, it stops after Apr 16, 2025/)).toBeVisible();
  await expect.element(page.getByText(/0 installable releases/)).not.toBeInTheDocument();
});

it('does not claim to know what a renewal opens where the license is not known', async () => {
  await renewing(createWorld('every-verdict'), 'unknown');
  await expect.element(page.getByText('Nobody can say what renewing opens')).toBeVisible();
  await expect
    .element(page.getByText(/The server names no price|still be renewed|price cannot be told/))
    .toBeVisible();
});

it('offers no terms at a host that names none', async () => {
  const world = createWorld('craft-estate');
  world.host.capabilities = world.host.capabilities.filter((capability) => capability !== 'quote');
  await renewing(world, 'formie');
  await expect.element(button('Save and prepare the store link')).toBeVisible();
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
});
