import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { Order } from '../../../src/domain/order.ts';
import { HandOff } from '../../../src/features/purchase/HandOff.tsx';
import {
  StoreTargetContext,
  type StoreTarget,
} from '../../../src/features/purchase/store-target.ts';
import { anOrder, aSession } from '../../../stories/order-fixture.ts';
import { openRoom } from '../open-room.tsx';

const link = () => page.getByRole('link', { name: 'Continue to the store', exact: true });

/** What stops the browser from leaving the test, as a sandbox would, but later than any handler of the panel's. */
const stay = (event: Event) => event.preventDefault();
addEventListener('click', stay);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const handOff = (order: Order, target: StoreTarget = 'new-tab') =>
  openRoom(createWorld('individual-offers'), () => (
    <StoreTargetContext.Provider value={target}>
      <HandOff order={order} session={aSession()} />
    </StoreTargetContext.Provider>
  ));

it.each([
  ['new-tab', '_blank', 'Opens store.test in a new tab'],
  ['same-tab', '_top', 'Opens store.test in this tab'],
] as const)('says where the store opens: %s', async (target, frame, words) => {
  await handOff(anOrder('prepared'), target);
  const anchor = link().element() as HTMLAnchorElement;
  expect(anchor.target).toBe(frame);
  expect([...anchor.relList]).toEqual(['noopener', 'noreferrer']);
  expect(anchor.referrerPolicy).toBe('no-referrer');
  await expect.element(link()).toHaveAccessibleDescription(words);
});

it('shows the store’s host as machines read it, so that no look-alike passes for it', async () => {
  const session = aSession({ storeOrigins: ['https://xn--stre-6qa.test'] });
  await openRoom(createWorld('individual-offers'), () => (
    <HandOff
      order={anOrder('prepared', { storeUrl: 'https://störe.test/buy' })}
      session={session}
    />
  ));
  await expect.element(page.getByText('Opens xn--stre-6qa.test in a new tab')).toBeVisible();
});

it('offers the link to be copied where nothing opened, and says what it holds', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await handOff(anOrder('prepared'));
  const { href } = link().element() as HTMLAnchorElement;
  await userEvent.click(link());
  await expect.element(page.getByText('Did the store not open?').first()).toBeVisible();
  await expect.element(page.getByText(/It holds the reference of this order/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Copy the store link' }));
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(written).toHaveBeenCalledWith(href);
});

it('hands the link over selected where the page must not copy', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied'));
  await handOff(anOrder('prepared'));
  const { href } = link().element() as HTMLAnchorElement;
  await userEvent.click(link());
  await userEvent.click(page.getByRole('button', { name: 'Copy the store link' }));
  const field = page.getByRole('textbox', { name: 'Store link' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue(href);
  expect(getSelection()?.toString()).toBe(href);
});

it.each([
  ['this window loses the focus', () => dispatchEvent(new Event('blur'))],
  ['this page goes out of sight', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['this page is left', () => dispatchEvent(new PageTransitionEvent('pagehide'))],
])('takes it for opened when %s', async (_what, leave) => {
  await handOff(anOrder('prepared'));
  vi.useFakeTimers();
  (link().element() as HTMLElement).click();
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  await expect.element(page.getByText('Did the store not open?')).not.toBeInTheDocument();
});

it('asks nothing of the kind where the page around takes over', async () => {
  await openRoom(createWorld('individual-offers'), () => (
    <HandOff order={anOrder('prepared')} session={aSession()} onNavigate={() => true} />
  ));
  vi.useFakeTimers();
  (link().element() as HTMLElement).click();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  await expect.element(page.getByText('Did the store not open?')).not.toBeInTheDocument();
});
