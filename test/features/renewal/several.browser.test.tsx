import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { atTheStore } from '../open-room.tsx';
import { renewing } from './renewal-room.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const storeLink = () => page.getByRole('link', { name: 'Continue to the store', exact: true });
const checkbox = (name: string) => page.getByRole('checkbox', { name, exact: true });
const total = (money: string) => page.getByRole('row', { name: `Total ${money}`, exact: true });
const toOneDay = () => page.getByRole('radio', { name: 'All to one day' });
const endDay = () => page.getByLabelText('Common end day');
const ESTATE = ['formie', 'blitz', 'commerce', 'navigation', 'sprout-forms'] as const;

it('chooses at first all whose renewal opens something, and says of the others that it opens nothing', async () => {
  await renewing(createWorld('craft-estate'), ...ESTATE);
  await expect.element(total('$223.00')).toBeVisible();
  for (const name of ['Formie', 'Blitz', 'Craft Commerce']) {
    await expect.element(checkbox(name)).toBeChecked();
  }
  for (const name of ['Navigation', 'Sprout Forms']) {
    await expect.element(checkbox(name)).not.toBeChecked();
  }
  expect(page.getByText('Unlocks 0 installable releases today').elements()).toHaveLength(2);
});

it('adds up what is chosen to the cent, with what it opens and the price of each of it', async () => {
  await renewing(createWorld('craft-estate'), ...ESTATE);
  await expect.element(total('$223.00')).toBeVisible();
  await expect
    .element(page.getByText(/Unlocks 27 releases .*, 1 security fix among/))
    .toBeVisible();
  await expect.element(page.getByText('$8.26 per unlocked release')).toBeVisible();
  await checkbox('Craft Commerce').click();
  await checkbox('Sprout Forms').click();
  await expect.element(total('$241.00')).toBeVisible();
  await expect.element(page.getByText('$10.95 per unlocked release')).toBeVisible();
  await expect.element(page.getByText('3 licenses chosen, $241.00')).toBeInTheDocument();
});

it('is honest about a sum that opens nothing', async () => {
  await renewing(createWorld('craft-estate'), 'navigation', 'workflow');
  await expect.element(page.getByText('Choose what to renew.')).toBeVisible();
  await expect.element(button('Save and prepare the store link')).not.toBeInTheDocument();
  await expect.element(button('Save as CSV')).not.toBeInTheDocument();
  await checkbox('Workflow').click();
  await expect
    .element(page.getByText('Renewing these today unlocks 0 installable releases'))
    .toBeVisible();
});

it('proposes the last of the end days for all, and asks what that costs', async () => {
  const world = createWorld('craft-estate');
  await renewing(world, ...ESTATE);
  await toOneDay().click();
  await expect.element(endDay()).toHaveValue('2025-08-28');
  await expect.element(endDay()).toHaveAttribute('min', '2024-10-26');
  await expect.element(total('$244.85')).toBeVisible();
  await expect.element(page.getByText('for 439 days')).toBeVisible();
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toBeVisible();
  expect(Object.values(world.host.orders)).toMatchObject([
    {
      term: { until: '2025-08-28' },
      licenses: ['EXT.00100001', 'EXT.00100003', 'EXT.00100005'],
      priceShown: { amount: '244.85', currency: 'USD' },
    },
  ]);
});

it('asks nobody and sells nothing for a day that has come, or none', async () => {
  await renewing(createWorld('craft-estate'), ...ESTATE);
  await toOneDay().click();
  await expect.element(total('$244.85')).toBeVisible();
  for (const text of ['2024-10-25', '']) {
    await endDay().fill(text);
    await expect.element(page.getByText('Pick Oct 26, 2024 or a later day.')).toBeVisible();
    await expect.element(endDay()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(button('Save and prepare the store link')).not.toBeInTheDocument();
    await expect.element(button('Print')).not.toBeInTheDocument();
    await expect.element(page.getByText(/\$\d/)).not.toBeInTheDocument();
  }
});

it('orders no term that has no price, and says what the host says of it', async () => {
  await renewing(createWorld('craft-estate'), ...ESTATE);
  await toOneDay().click();
  await expect.element(total('$244.85')).toBeVisible();
  await endDay().fill('2090-01-01');
  await expect.element(page.getByText('The price cannot be told right now')).toBeVisible();
  await expect.element(page.getByText(/a day after 2024-10-25, within 10 years/)).toBeVisible();
  await expect.element(button('Save and prepare the store link')).not.toBeInTheDocument();
  await page.getByRole('radio', { name: '1 year' }).click();
  await expect.element(total('$223.00')).toBeVisible();
  await expect.element(button('Save and prepare the store link')).toBeVisible();
});

it('leaves out what runs longer than the common day, and says so', async () => {
  const world = createWorld('craft-estate');
  await renewing(world, 'formie', 'blitz', 'navigation');
  await checkbox('Navigation').click();
  await toOneDay().click();
  await endDay().fill('2024-11-01');
  await expect.element(page.getByText(/It runs to that day already, or longer/)).toBeVisible();
  await expect.element(page.getByText(/2 licenses chosen/)).toBeInTheDocument();
  await expect.element(button('Save and prepare the store link')).toBeVisible();
  await button('Save and prepare the store link').click();
  await expect.element(storeLink()).toBeVisible();
  expect(Object.values(world.host.orders)).toMatchObject([
    { licenses: ['EXT.00100001', 'EXT.00100003'] },
  ]);
});

it('has no sum for several currencies, but one for each', async () => {
  const world = createWorld('craft-estate');
  for (const offer of world.host.offers) {
    if (offer.extension === 'blitz') offer.price.currency = 'EUR';
  }
  await renewing(world, ...ESTATE);
  await expect.element(page.getByText('These prices have no common sum')).toBeVisible();
  await expect.element(total('$148.00')).toBeVisible();
  await expect.element(total('€75.00')).toBeVisible();
  await expect.element(page.getByText(/per unlocked release/)).not.toBeInTheDocument();
});

it('never chooses what nobody renews, and says why', async () => {
  await renewing(createWorld('every-verdict'), 'needs-renewal', 'unknown');
  await expect.element(total('$45.00')).toBeVisible();
  await expect.element(checkbox('License Unknown')).toBeDisabled();
  await expect.element(page.getByText(/The server names no price for this license/)).toBeVisible();
});

it('keeps each its usual term where those differ, until another is chosen for all', async () => {
  await renewing(createWorld('every-verdict'), 'needs-renewal', 'payment-due');
  await expect.element(page.getByRole('radio', { name: 'Each its usual term' })).toBeChecked();
  await expect.element(total('$57.00')).toBeVisible();
  await page.getByRole('radio', { name: '1 year' }).click();
  await expect.element(total('$189.00')).toBeVisible();
});

it(
  'renews three to one day at the store, and the host has the new end days',
  { timeout: 20_000 },
  async () => {
    const world = createWorld('craft-estate');
    const { kill } = await renewing(world, 'formie', 'blitz', 'commerce');
    await toOneDay().click();
    await expect.element(total('$244.85')).toBeVisible();
    await button('Save and prepare the store link').click();
    await expect.element(storeLink()).toBeVisible();
    const { href } = storeLink().element() as HTMLAnchorElement;
    kill();
    await atTheStore(world, href, 'pay');
    const [payment] = Object.values(world.store.payments);
    expect(payment?.price).toEqual({ amount: '244.85', currency: 'USD' });
    const renewed = ['EXT.00100001', 'EXT.00100003', 'EXT.00100005'];
    const keys = world.ka.keys.filter(({ number }) => renewed.includes(number));
    await expect
      .poll(() => keys.map(({ endsOn }) => endsOn))
      .toEqual(['2025-08-28', '2025-08-28', '2025-08-28']);
  },
);

it('is chosen from by keyboard alone', async () => {
  await renewing(createWorld('craft-estate'), ...ESTATE);
  await expect.element(total('$223.00')).toBeVisible();
  const user = userEvent.setup();
  await user.tab();
  await user.tab();
  await expect.element(page.getByRole('radio', { name: '1 year' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  await expect.element(total('$446.00')).toBeVisible();
  await user.tab();
  await expect.element(checkbox('Formie')).toHaveFocus();
  await user.keyboard(' ');
  await expect.element(total('$348.00')).toBeVisible();
});
