import { expect, type Locator, type Page } from '@playwright/test';
import type { Order } from '../../../src/domain/order.ts';
import type { HostExtension, HostTask } from '../../../mocks/host/state.ts';
import type { World } from '../../../mocks/world.ts';
import type { Parties } from './parties.ts';

/** A flow as a person walks it, from wherever it stands to its end, and how an end is told from a doubled one. */
export interface Walk {
  /** Makes the world in which it is walked. */
  readonly begin: (parties: Parties) => Promise<void>;
  /** Whether what was wished has happened, by what the parties know. */
  readonly isDone: (world: World) => boolean;
  /** What a fresh panel has to show of it. */
  readonly shows: (world: World) => RegExp;
  /** Goes on by what the panel offers next, whatever was done before. */
  readonly walk: (page: Page, parties: Parties) => Promise<void>;
  /** It happened, and once. */
  readonly judge: (world: World) => void;
  /** Abilities the panel is not told of. */
  readonly without?: readonly string[];
}

/** So long a poll waits while nothing goes wrong, and a little, in milliseconds. */
const POLL = 6_000;

/**
 * Lets time pass, here and at the parties, until something is there to be seen.
 *
 * @param step - How much of it at once at the parties, in milliseconds.
 */
export async function until(
  page: Page,
  parties: Parties,
  seen: Locator,
  step = POLL,
): Promise<void> {
  for (let polls = 0; polls < 40; polls++) {
    // In a page that was closed meanwhile this rejects, and so the walk ends there.
    if (await seen.first().isVisible()) return;
    await parties.advance(step);
    await page.clock.fastForward(POLL);
    await seen
      .first()
      .waitFor({ timeout: 300 })
      .catch(() => undefined);
  }
  await expect(seen.first()).toBeVisible();
}

export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });

/** An order's card. */
export const card = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: 'Orders' }).getByRole('article', { name: title, exact: true });

/** Whether an order still waits for its payment. */
export const isPayable = ({ state }: Order): boolean =>
  state === 'prepared' || state === 'handed-off' || state === 'pending';

/** Follows an order's link to the store, pays there, and comes back. */
export async function pay(page: Page, order: Locator): Promise<void> {
  const [store] = await Promise.all([
    page.context().waitForEvent('page'),
    order.getByRole('link', { name: 'Continue to the store' }).click(),
  ]);
  await button(store, /^Pay \$/).click();
  await expect(store.getByRole('heading', { name: /paid/ })).toBeVisible();
  await store.close();
  await page.bringToFront();
}

/** States of what was paid at the store. */
export const payments = ({ store }: World) =>
  Object.values(store.payments).map(({ state }) => state);

export function extension({ host }: World, key: string): HostExtension {
  const found = host.extensions.find((each) => each.key === key);
  if (!found) throw new Error(`The host has no "${key}"`);
  return found;
}

/** What the host was asked to do with an extension, oldest first. */
export const tasks = ({ host }: World, kind: HostTask['kind']): readonly HostTask[] =>
  host.tasks.filter((task) => task.kind === kind);

/** What a row says of a version on its way. */
export const onItsWay = (version: string): RegExp =>
  new RegExp(`(Downloading|Installing|Starting) ${version}|${version} is waiting its turn`);
