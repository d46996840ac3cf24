import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { STARTED } from '../../../mocks/scenarios/individual-offers.ts';
import type { World } from '../../../mocks/world.ts';
import { TOKEN_SHAPE } from '../../../src/domain/token.ts';
import { PurchaseDialog } from '../../../src/features/purchase/PurchaseDialog.tsx';
import { backendOf } from '../../../stories/stage.tsx';
import { openRoom } from '../open-room.tsx';

const SAVE = 'Save and prepare the store link';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const storeLink = () => page.getByRole('link', { name: 'Continue to the store', exact: true });

/** The host of individual offers before anything was ordered. */
function freshWorld(): World {
  const world = createWorld('individual-offers');
  world.host.orders = {};
  return world;
}

const buying = (
  world: World,
  key = 'seo-report',
  backend = backendOf(world),
  onNavigate = (_href: string) => true,
) =>
  openRoom(
    world,
    ({ session, extension }) => (
      <PurchaseDialog
        extension={extension(key)}
        session={session}
        onClose={() => {}}
        onNavigate={onNavigate}
      />
    ),
    backend,
  );

async function choose(domain: string, offer: RegExp) {
  await page.getByRole('radio', { name: domain, exact: true }).click();
  await button('Continue').click();
  await page.getByRole('radio', { name: offer }).click();
  await button('Continue').click();
}

const ordersOf = (world: World) => Object.values(world.host.orders);
const saves = (world: World) => world.journal.filter(({ what }) => what === 'order saved');

it('leads from a domain and an offer to a saved order, and only then to the store', async () => {
  const world = freshWorld();
  await buying(world);
  await choose('example.com', /Full report/);
  await expect.element(page.getByText('The store sets the final price.')).toBeVisible();
  await expect.element(storeLink()).not.toBeInTheDocument();

  await button(SAVE).click();

  await expect.element(storeLink()).toBeVisible();
  expect(ordersOf(world)).toMatchObject([
    {
      kind: 'individual-offer',
      offer: 'seo-report-full',
      target: { domain: 'example.com' },
      state: 'prepared',
    },
  ]);
});

it('makes a link that carries the token once, opens apart and tells the store nothing of this page', async () => {
  const world = freshWorld();
  await buying(world);
  await choose('example.com', /Full report/);
  await button(SAVE).click();
  await expect.element(storeLink()).toBeVisible();

  const link = storeLink().element() as HTMLAnchorElement;
  const address = new URL(link.href);
  expect(address.origin).toBe('https://store.test');
  expect(address.searchParams.getAll('token')).toEqual([ordersOf(world)[0]?.token]);
  expect(address.searchParams.get('token')).toMatch(TOKEN_SHAPE);
  expect(link.href).not.toMatch(/59|price|amount/);
  expect(link.target).toBe('_blank');
  expect(link.rel.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
  expect(link.referrerPolicy).toBe('no-referrer');
});

it('tells the host that the link was followed, and lets the page around take over', async () => {
  const world = freshWorld();
  const onNavigate = vi.fn<(href: string) => boolean>(() => true);
  await buying(world, 'seo-report', backendOf(world), onNavigate);
  await choose('example.com', /Full report/);
  await button(SAVE).click();
  await storeLink().click();

  await expect.poll(() => ordersOf(world)[0]?.steps.atStore).toBeTruthy();
  expect(onNavigate).toHaveBeenCalledExactlyOnceWith(
    (storeLink().element() as HTMLAnchorElement).href,
  );
});

it('records one order however often and however fast saving is pressed', async () => {
  const world = freshWorld();
  const backend = backendOf(world);
  const save = vi.spyOn(backend.orders, 'save');
  await buying(world, 'seo-report', backend);
  await choose('example.com', /Full report/);

  const pressed = button(SAVE).element() as HTMLButtonElement;
  for (let times = 0; times < 20; times += 1) pressed.click();
  pressed.focus();
  await userEvent.keyboard('{Enter}{Enter}');

  await expect.element(storeLink()).toBeVisible();
  expect(new Set(save.mock.calls.map(([token]) => token)).size).toBe(1);
  expect(saves(world)).toHaveLength(1);
});

it('goes on with an order that someone else began, and says who and when', async () => {
  const world = createWorld('individual-offers');
  await buying(world);
  await choose('shop.example.com', /Full report/);

  await expect.element(page.getByText('This order was already begun')).toBeVisible();
  await expect.element(page.getByText(/Second admin started it, Apr 10, 2025/)).toBeVisible();
  await expect.element(button(SAVE)).not.toBeInTheDocument();
  expect(new URL((storeLink().element() as HTMLAnchorElement).href).searchParams.get('token')).toBe(
    STARTED.waiting,
  );
  expect(saves(world)).toEqual([]);
});

it('goes on with an order that another tab saved in the same moment', async () => {
  const world = freshWorld();
  const backend = backendOf(world);
  await buying(world, 'seo-report', backend);
  await choose('example.com', /Full report/);
  await backendOf(world).orders.save('the-other-tabs-token-000000000000', {
    kind: 'individual-offer',
    extension: 'seo-report',
    offer: 'seo-report-full',
    target: { id: 'domain-1', domain: 'example.com' },
    licenses: [],
    priceShown: null,
  });

  await button(SAVE).click();

  await expect.element(page.getByText('This order was already begun')).toBeVisible();
  expect(ordersOf(world).map(({ token }) => token)).toEqual(['the-other-tabs-token-000000000000']);
});

it('finds an order whose saving was answered into the void, without writing again', async () => {
  const world = freshWorld();
  world.faults.push({ party: 'host', call: 'save-order', kind: 'lost-after', times: 1 });
  await buying(world);
  await choose('example.com', /Full report/);
  await button(SAVE).click();

  await expect.element(storeLink()).toBeVisible();
  expect(saves(world)).toHaveLength(1);
});

it('never calls an unknown outcome a failure, and asks the host before it writes again, under the same token', async () => {
  const world = freshWorld();
  world.faults.push(
    { party: 'host', call: 'save-order', kind: 'lost-before', times: 1 },
    { party: 'host', call: 'orders', kind: 'error' },
  );
  const backend = backendOf(world);
  const save = vi.spyOn(backend.orders, 'save');
  await buying(world, 'seo-report', backend);
  await choose('example.com', /Full report/);
  await button(SAVE).click();
  await expect.element(page.getByText('It is not known whether the order was saved')).toBeVisible();
  await expect.element(storeLink()).not.toBeInTheDocument();

  world.faults.length = 0;
  await button('Check again').click();
  await expect.element(page.getByText(/does not list the order/)).toBeVisible();
  expect(save).toHaveBeenCalledTimes(1);
  await button('Save it again').click();

  await expect.element(storeLink()).toBeVisible();
  const [first, second] = save.mock.calls;
  expect(second?.[0]).toBe(first?.[0]);
});

it('shows no link when saving is refused, and says why', async () => {
  const world = freshWorld();
  await buying(world);
  await choose('example.com', /Full report/);
  world.host.targets = world.host.targets.filter(({ domain }) => domain !== 'example.com');
  await button(SAVE).click();

  await expect.element(page.getByText('The chosen domain no longer exists')).toBeVisible();
  await expect.element(storeLink()).not.toBeInTheDocument();
  expect(ordersOf(world)).toEqual([]);
});

it.each([
  ['a store that is not approved', 'https://store.test.evil.example/buy', /not approved/],
  ['an address without encryption', 'http://store.test/buy', /not encrypted/],
  ['a script instead of an address', 'javascript:alert(1)', /not encrypted/],
  ['a password in the address', 'https://store.test:x@store.test/buy', /user name or password/],
  ['a backslash in the address', 'https://store.test\\@evil.example/', /misleading characters/],
])('refuses %s, with the order’s reference', async (_what, storeUrl, reason) => {
  const world = freshWorld();
  const backend = backendOf(world);
  const { orders } = backend;
  const hostile = {
    ...orders,
    save: async (...given: Parameters<typeof orders.save>) => ({
      ...(await orders.save(...given)),
      storeUrl,
    }),
  };
  const order = async (token: string) => ({ ...(await orders.order(token)), storeUrl });
  await buying(world, 'seo-report', { ...backend, orders: { ...hostile, order } });
  await choose('example.com', /Full report/);
  await button(SAVE).click();

  await expect.element(page.getByText('The way to the store is closed')).toBeVisible();
  await expect.element(page.getByText(reason)).toBeVisible();
  const last = ordersOf(world)[0]?.token.slice(-4) ?? '';
  await expect
    .element(page.getByText(new RegExp(`order reference ending in ${last}`)))
    .toBeVisible();
  await expect.element(storeLink()).not.toBeInTheDocument();
});

it('makes another order of another choice, and says that the first one stays open', async () => {
  const world = freshWorld();
  await buying(world);
  await choose('example.com', /Full report/);
  await button(SAVE).click();
  await expect.element(storeLink()).toBeVisible();
  await button('Change domain').click();
  await page.getByRole('radio', { name: 'example.org', exact: true }).click();
  await button('Continue').click();
  await button('Continue').click();

  await expect.element(page.getByText('Another order stays open')).toBeVisible();
  await expect.element(storeLink()).not.toBeInTheDocument();
  await button(SAVE).click();
  await expect.element(storeLink()).toBeVisible();
  expect(ordersOf(world).map(({ target }) => target?.domain)).toEqual([
    'example.com',
    'example.org',
  ]);
  expect(new Set(ordersOf(world).map(({ token }) => token)).size).toBe(2);
});

it('returns to the first order when the choice returns to it', async () => {
  const world = freshWorld();
  await buying(world);
  await choose('example.com', /Full report/);
  await button(SAVE).click();
  await expect.element(storeLink()).toBeVisible();
  const { href } = storeLink().element() as HTMLAnchorElement;
  await button('Change offer').click();
  await page.getByRole('radio', { name: /Basic report/ }).click();
  await page.getByRole('radio', { name: /Full report/ }).click();
  await button('Continue').click();

  await expect.element(storeLink()).toHaveAttribute('href', href);
  expect(saves(world)).toHaveLength(1);
});

it('says what is missing instead of going on without it', async () => {
  await buying(freshWorld());
  await button('Continue').click();
  await expect.element(page.getByText('Pick a domain to go on.')).toBeVisible();
  await expect.element(button('Continue')).toHaveAccessibleDescription('Pick a domain to go on.');
});

it('shows how an international domain is written on the wire', async () => {
  await buying(freshWorld());
  await expect.element(page.getByText('xn--bcher-kva.example')).toBeVisible();
});

it('finds a domain among many by its name', async () => {
  const world = freshWorld();
  world.host.targets = Array.from({ length: 300 }, (_, at) => ({
    id: `d${at}`,
    domain: `customer-${at}.example.net`,
  }));
  await buying(world);
  await expect.element(page.getByText('250 more domains. Search to find them.')).toBeVisible();
  await page.getByLabelText('Search domains').fill('customer-299');
  await expect.element(page.getByRole('radio', { name: 'customer-299.example.net' })).toBeVisible();
});

it('asks for no domain where an offer needs none', async () => {
  const world = createWorld('every-verdict');
  await buying(world, 'unlicensed');
  await page
    .getByRole('radio', { name: /License/ })
    .first()
    .click();
  await button('Continue').click();
  await button(SAVE).click();
  await expect.element(storeLink()).toBeVisible();
  expect(ordersOf(world)).toMatchObject([{ kind: 'license', target: null }]);
});

it('moves the focus to the heading of each step, and to what became of saving', async () => {
  await buying(freshWorld());
  await page.getByRole('radio', { name: 'example.com', exact: true }).click();
  await button('Continue').click();
  await expect.element(page.getByRole('heading', { name: 'Which offer?' })).toHaveFocus();
  await page.getByRole('radio', { name: /Full report/ }).click();
  await button('Continue').click();
  await expect.element(page.getByRole('heading', { name: 'Check and go' })).toHaveFocus();
  await button(SAVE).click();
  await expect.poll(() => document.activeElement?.textContent).toMatch(/^Your order is saved/);
});

it('can be walked through by keyboard alone', async () => {
  const world = freshWorld();
  await buying(world);
  await expect.element(page.getByRole('heading', { name: 'Buy SEO Report' })).toHaveFocus();
  await expect.element(page.getByRole('radio').first()).toBeVisible();
  // The corner button, the first domain, cancel, continue.
  await userEvent.keyboard('{Tab}{Tab} {Tab}{Tab}{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Which offer?' })).toHaveFocus();
});

it('offers nothing to press to someone who may not buy', async () => {
  const world = freshWorld();
  world.host.actor = { id: 'viewer', name: 'Viewer', roles: ['viewer'] };
  await buying(world);
  await expect.element(page.getByText('You may not buy here')).toBeVisible();
  await expect.element(page.getByRole('radio').first()).not.toBeInTheDocument();
});

it('tries again when the offers could not be read', async () => {
  const world = freshWorld();
  world.faults.push({ party: 'host', call: 'offers', kind: 'unavailable' });
  await buying(world);
  await expect.element(button('Try again')).toBeVisible();
  world.faults.length = 0;
  await button('Try again').click();
  await expect.element(page.getByRole('heading', { name: 'For which domain?' })).toBeVisible();
});
