import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setFault } from '../../mocks/change.ts';
import type { Fault, FaultKind } from '../../mocks/faults.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { alert, button, checkAgain, list, openPanel, row } from './open-panel.tsx';

afterEach(() => {
  vi.useRealTimers();
});

/** What an admin reads for these faults of the list, and what to do about it; all others stand in the fault matrix. */
const SAID = {
  error: {
    title: /The list of extensions: not available right now/,
    advice: /Try again in a few minutes/,
  },
  unavailable: {
    title: /The list of extensions: not available right now/,
    advice: /Try again in a few minutes/,
  },
  'rate-limited': {
    title: /The list of extensions: asked too often/,
    advice: /Try again in 7 seconds/,
  },
  'lost-before': {
    title: /The list of extensions: no answer/,
    advice: /Check the connection, then try again/,
  },
  malformed: {
    title: /The list of extensions: the answer makes no sense/,
    advice: /Nothing was taken from it/,
  },
  'sign-in-page': { title: /You are signed out/, advice: /Sign in to your control panel again/ },
  'signed-out': { title: /You are signed out/, advice: /Sign in to your control panel again/ },
} satisfies Partial<Record<FaultKind, { readonly title: RegExp; readonly advice: RegExp }>>;
type Trouble = keyof typeof SAID;
const TROUBLES = Object.keys(SAID) as Trouble[];
const onList = (kind: FaultKind): Fault => ({
  party: 'host',
  call: 'extensions',
  kind,
  retryAfter: '7',
});

it.each(TROUBLES)(
  'says of a list that never came (%s) what happened and what to do, and tries again',
  async (kind) => {
    const world = createWorld('every-verdict');
    await setFault(memoryOf(world), onList(kind));
    await openPanel(world);
    await expect.element(alert()).toHaveTextContent(SAID[kind].title);
    await expect.element(alert()).toHaveTextContent(SAID[kind].advice);
    await expect
      .element(page.getByRole('status', { name: 'Loading extensions' }))
      .not.toBeInTheDocument();
    await expect.element(list()).not.toBeInTheDocument();
    expect(page.getByText(/covered|up to date/i).elements()).toHaveLength(0);

    world.faults = [];
    await userEvent.click(button('Try again'));
    await expect.element(row('Update Ready')).toBeVisible();
    await expect.element(alert()).not.toBeInTheDocument();
  },
);

it.each(TROUBLES)(
  'keeps the list it has when reading it again fails (%s), and says since when it is old',
  async (kind) => {
    const world = createWorld('every-verdict');
    await openPanel(world);
    await expect.element(row('Update Ready')).toBeVisible();
    await setFault(memoryOf(world), onList(kind));
    await userEvent.click(checkAgain());
    const stale = page.getByRole('status').filter({ hasText: /^Shown as of / });
    await expect.element(stale).toHaveTextContent(SAID[kind].title);
    await expect.element(stale).toHaveTextContent(SAID[kind].advice);
    await expect
      .element(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }))
      .toBeVisible();
    expect(list().getByRole('listitem').elements()).toHaveLength(17);

    world.faults = [];
    await userEvent.click(checkAgain());
    await expect.element(stale).not.toBeInTheDocument();
  },
);

it('stands in for the list while it loads slowly, and shows it when it comes', async () => {
  const world = createWorld('every-verdict');
  await setFault(memoryOf(world), { ...onList('slow'), ms: 700 });
  await openPanel(world);
  await expect
    .element(page.getByRole('status', { name: 'Loading extensions' }))
    .toBeInTheDocument();
  await expect.element(row('Update Ready')).toBeVisible();
  await expect
    .element(page.getByRole('status', { name: 'Loading extensions' }))
    .not.toBeInTheDocument();
});

it('shows the list at once while it is read again slowly, and says that it is asking', async () => {
  const world = createWorld('every-verdict');
  await openPanel(world);
  await expect.element(row('Update Ready')).toBeVisible();
  await setFault(memoryOf(world), { ...onList('slow'), ms: 700, times: 1 });
  await userEvent.click(checkAgain());
  await expect.element(checkAgain()).toHaveAttribute('aria-busy', 'true');
  await expect.element(row('Update Ready')).toBeVisible();
  await expect.element(checkAgain()).not.toHaveAttribute('aria-busy');
});

it('says after a while that the host takes long, instead of letting a stand-in be looked at for ever', async () => {
  const world = createWorld('every-verdict');
  await setFault(memoryOf(world), { ...onList('slow'), ms: 60_000 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await openPanel(world);
  await expect
    .element(page.getByRole('status', { name: 'Loading extensions' }))
    .toBeInTheDocument();
  await vi.advanceTimersByTimeAsync(7_000);
  await expect.element(page.getByText('Still waiting for the server')).not.toBeInTheDocument();
  await vi.advanceTimersByTimeAsync(3_000);
  await expect.element(page.getByText('Still waiting for the server')).toBeVisible();
  await expect.element(checkAgain()).toBeVisible();
});

it('gives up on an answer that never comes, and says so', async () => {
  const world = createWorld('every-verdict');
  await setFault(memoryOf(world), { ...onList('slow'), ms: 60_000 });
  await openPanel(world, { timeout: 200 });
  await expect.element(alert()).toHaveTextContent('The list of extensions: no answer in time');
});

it('shows the orders in progress as soon as they are known, while the list is still awaited', async () => {
  const world = createWorld('individual-offers');
  await setFault(memoryOf(world), { ...onList('slow'), ms: 60_000 });
  await openPanel(world);
  await expect.element(page.getByRole('region', { name: 'Orders' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Deliver to/ }).first()).toBeVisible();
});

it.each(TROUBLES)(
  'keeps the orders in progress within reach when the list fails (%s)',
  async (kind) => {
    const world = createWorld('individual-offers');
    await setFault(memoryOf(world), onList(kind));
    await openPanel(world);
    await expect.element(alert()).toHaveTextContent(SAID[kind].title);
    await expect.element(page.getByRole('button', { name: /^Deliver to/ }).first()).toBeVisible();
  },
);

it('shows the list although the orders fail, and says so in their place', async () => {
  const world = createWorld('individual-offers');
  await setFault(memoryOf(world), { party: 'host', call: 'orders', kind: 'malformed' });
  await openPanel(world);
  await expect.element(list().getByRole('listitem').first()).toBeVisible();
  await expect
    .element(page.getByRole('region', { name: 'Orders' }))
    .toHaveTextContent('The orders could not be checked');
});

it('sends nothing again by itself after a clear no', async () => {
  const world = createWorld('every-verdict');
  await setFault(memoryOf(world), onList('rate-limited'));
  const { requests } = await openPanel(world);
  await expect.element(alert()).toBeVisible();
  const reads = () => requests.filter((each) => each === 'GET /extensions').length;
  const before = reads();
  await userEvent.click(button('Try again'));
  await expect.poll(reads).toBe(before + 1);
  await expect.element(button('Try again')).not.toHaveAttribute('aria-busy');
  expect(reads()).toBe(before + 1);
});
