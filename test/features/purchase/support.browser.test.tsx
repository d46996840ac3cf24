import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { PANEL_VERSION } from '../../../src/domain/panel-version.ts';
import type { Order } from '../../../src/domain/order.ts';
import { LongWait } from '../../../src/features/purchase/LongWait.tsx';
import { SupportData } from '../../../src/features/purchase/SupportData.tsx';
import { anOrder, aSession } from '../../../stories/order-fixture.ts';
import { openRoom } from '../open-room.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

const supporting = (order: Order) =>
  openRoom(createWorld('individual-offers'), () => <SupportData order={order} />);

it('copies what support has to know, and neither the token nor a key number', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const order = anOrder('paid', { licenses: ['EXT.00100001'], reason: 'Waits for a review' });
  await supporting(order);
  await userEvent.click(page.getByRole('button', { name: 'Copy support data' }));
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = written.mock.calls[0]?.[0] ?? '';
  expect(text.split('\n')).toEqual([
    'SEO Report: Full report',
    'For example.com',
    'Reference ending in a1b2',
    'State: Paid',
    expect.stringContaining('there is no need to pay again'),
    'The server says: Waits for a review',
    'Started by Anna, 2025-04-10T09:00:00Z',
    '- Order saved: 2025-04-10T09:00:00Z',
    '- At the store: 2025-04-10T09:01:00Z',
    '- Paid: 2025-04-10T09:02:00Z',
    '- Vendor told: 2025-04-10T09:03:00Z',
    '- Getting ready: not yet',
    '- Delivery to example.com: not yet',
    'Not checked since this page was opened',
    `Upkeep panel ${PANEL_VERSION}`,
  ]);
  expect(text).not.toContain(order.token);
  expect(text).not.toMatch(/EXT\.|PLSK\./);
});

it('shows the text selected where the page must not copy, as on plain http', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  await supporting(anOrder('pending'));
  await userEvent.click(page.getByRole('button', { name: 'Copy support data' }));
  const field = page.getByRole('textbox', { name: 'Support data' });
  await expect.element(field).toHaveFocus();
  expect(getSelection()?.toString()).toContain('Reference ending in a1b2');
  expect(field.element().outerHTML).not.toContain('Reference');
});

const waited = (order: Order, minutes: number) => {
  const asOf = new Date(Date.parse(order.startedAt) + minutes * 60_000).toISOString();
  return openRoom(createWorld('individual-offers'), () => (
    <LongWait order={order} session={aSession({ asOf })} />
  ));
};

it.each([
  ['pending', {}, 'Not confirmed yet'],
  ['handed-off', {}, 'Not confirmed yet'],
  ['paid', { vendorTold: null }, 'Paid, the vendor has not heard yet'],
  ['paid', {}, 'Paid, and not ready yet'],
] as const)('says of a long wait that nothing is lost: %s %j', async (state, steps, title) => {
  const order = anOrder(state);
  await waited({ ...order, steps: { ...order.steps, ...steps } }, 15);
  await expect.element(page.getByText(title, { exact: true })).toBeVisible();
  await expect.element(page.getByText(/safe to close this page/)).toBeVisible();
  await expect.element(page.getByText(/no need to pay again/)).toBeVisible();
  await expect
    .element(page.getByText(/reference ending in a1b2, started Apr 10, 2025/))
    .toBeVisible();
});

it('says nothing of a wait that is no longer than most', async () => {
  const { backend } = await waited(anOrder('pending'), 5);
  await backend.orders.orders();
  expect(page.getByText('Not confirmed yet').query()).toBeNull();
});
