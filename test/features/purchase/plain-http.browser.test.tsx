import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import { PurchaseDialog } from '../../../src/features/purchase/PurchaseDialog.tsx';
import { openRoom } from '../open-room.tsx';

/** What browsers have on https only, and where it hangs. */
const ABSENT = [
  [Crypto.prototype, 'randomUUID'],
  [Crypto.prototype, 'subtle'],
  [Navigator.prototype, 'locks'],
  [Navigator.prototype, 'clipboard'],
] as const;
const kept = ABSENT.map(([on, name]) => Object.getOwnPropertyDescriptor(on, name));

beforeEach(() => {
  for (const [on, name] of ABSENT) Reflect.deleteProperty(on, name);
});

afterEach(() => {
  ABSENT.forEach(([on, name], at) => Object.defineProperty(on, name, kept[at] ?? {}));
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('saves an order under a token of its own and leads to the store on plain http as well', async () => {
  expect('subtle' in crypto || 'locks' in navigator || 'randomUUID' in crypto).toBe(false);
  const world = createWorld('individual-offers');
  world.host.orders = {};
  await openRoom(world, ({ session, extension }) => (
    <PurchaseDialog extension={extension('seo-report')} session={session} onClose={() => {}} />
  ));
  await page.getByRole('radio', { name: 'example.com', exact: true }).click();
  await button('Continue').click();
  await page.getByRole('radio', { name: /Basic report/ }).click();
  await button('Continue').click();
  await button('Save and prepare the store link').click();

  const link = page.getByRole('link', { name: 'Continue to the store', exact: true });
  await expect.element(link).toBeVisible();
  const [order] = Object.values(world.host.orders);
  expect(order?.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
  const { searchParams } = new URL((link.element() as HTMLAnchorElement).href);
  expect(searchParams.getAll('token')).toEqual([order?.token]);
});
