import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../mocks/scenarios.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { watch } from '../secrets/watch.ts';
import { openPanel, type Opening } from './open-panel.tsx';

const here = location.pathname + location.search;
const before: unknown = history.state;

afterEach(() => history.replaceState(before, '', here));

const STRANGER = 'a-token-nobody-here-has-heard-of-00';
const card = (name: string | RegExp) => page.getByRole('article', { name });

/** What the store put into the address is not the panel's doing; what stays there would be. */
function openAt(address: string): void {
  history.replaceState({ route: '/updates' }, '', address);
  watch.drain();
}

/** Opens a panel in a page that was opened with this behind its address, and with a state of the host's router. */
async function comeBack(more: string, opening?: Opening) {
  openAt(`${here}${more}`);
  const world = createWorld('individual-offers');
  const opened = await openPanel(world, opening);
  await expect.element(card('SEO Report: Full report')).toBeVisible();
  return { world, ...opened };
}

const asked = (requests: readonly string[], token: string) =>
  requests.filter((request) => request.includes(token));

it('asks at once about an order of the host’s own', async () => {
  const { requests } = await comeBack(`&upkeep-order=${STARTED.waiting}`);
  await expect
    .poll(() => asked(requests, STARTED.waiting))
    .toContain(`GET /orders/${STARTED.waiting}`);
});

it('takes the parameter off the address at once, and leaves everything else to the host', async () => {
  await comeBack(`&a=%20+b&upkeep-order=${STARTED.waiting}&status=paid#/orders?x=1`);
  expect(location.pathname + location.search + location.hash).toBe(
    `${here}&a=%20+b&status=paid#/orders?x=1`,
  );
  expect(history.state).toEqual({ route: '/updates' });
});

it('adds no entry to the history', async () => {
  const entries = history.length;
  await comeBack(`&upkeep-order=${STARTED.waiting}`);
  expect(history.length).toBe(entries);
});

it('believes nothing an address claims: an order stands as the host says', async () => {
  const { world, requests } = await comeBack(
    `&upkeep-order=${STARTED.waiting}&status=paid&state=ready`,
  );
  await expect.poll(() => asked(requests, STARTED.waiting)).not.toEqual([]);
  await expect
    .element(card('SEO Report: Full report').getByText('At the store', { exact: true }).first())
    .toBeVisible();
  expect(requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  expect(world.host.orders[STARTED.waiting]?.steps.paid).toBeNull();
});

it('sends a stranger’s token nowhere and shows nothing of it', async () => {
  const { requests, place } = await comeBack(`&upkeep-order=${STRANGER}`);
  await expect
    .poll(() => asked(requests, STARTED.waiting))
    .toContain(`GET /orders/${STARTED.waiting}`);
  expect(asked(requests, STRANGER)).toEqual([]);
  expect(place.outerHTML).not.toContain(STRANGER.slice(-4));
  expect(location.href).not.toContain(STRANGER);
});

it('delivers nothing for an address that is opened again', async () => {
  const first = await comeBack(`&upkeep-order=${STARTED.ready}`);
  first.kill();
  openAt(`${here}&upkeep-order=${STARTED.ready}`);
  const again = await openPanel(first.world);
  await expect.element(card('SEO Report: Basic report')).toBeVisible();
  await expect.poll(() => asked(again.requests, STARTED.ready)).not.toEqual([]);
  expect(again.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  expect(first.world.vendor.deliveries).toEqual([]);
});

it.each(['', 'x', '%00', '<b>', `${STARTED.waiting}/../../session`])(
  'is not led astray by %j',
  async (value) => {
    const { requests } = await comeBack(`&upkeep-order=${encodeURIComponent(value)}`);
    expect(location.pathname + location.search).toBe(here);
    expect(requests.filter((request) => request.includes('..'))).toEqual([]);
  },
);

it('listens to the name a host gives the parameter, and then to no other', async () => {
  await comeBack(`&upkeep-order=${STRANGER}&ref=${STARTED.waiting}`, { returnParameter: 'ref' });
  expect(location.pathname + location.search).toBe(`${here}&upkeep-order=${STRANGER}`);
});
