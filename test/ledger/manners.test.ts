import { expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import { anOrder } from '../../stories/order-fixture.ts';
import { still } from './still-surroundings.ts';
import { toldHost } from './told-host.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

/** A host with an order that nobody pays. */
const unpaid = () => toldHost([anOrder('pending')]);

/** A tab on a host. */
function tab(backend: Backend, visible = true) {
  const place = still();
  place.see(visible);
  const ledger = orderLedger(backend, place);
  ledger.open();
  return { place, ledger };
}

it('asks fewer than 450 times in 24 hours about an order that stays unpaid', async () => {
  const { told, backend } = unpaid();
  await tab(backend).place.pass(24 * HOUR);
  const requests = told.asked + told.listed;
  expect(requests).toBeGreaterThan(250);
  expect(requests).toBeLessThan(450);
});

it('asks at most 300 times in 24 hours out of sight, also when somebody looks in every ten minutes', async () => {
  const { told, backend } = unpaid();
  const { place } = tab(backend, false);
  await place.pass(24 * HOUR);
  // The list as the tab opened, and what was open in it.
  expect(told.asked + told.listed).toBe(2);

  for (let looks = 0; looks < 144; looks++) {
    place.see(true);
    await place.wake();
    place.see(false);
    await place.pass(HOUR / 6);
  }
  expect(told.asked + told.listed).toBeLessThanOrEqual(300);
});

it('is as sparing after a thousand wakes in a row as after one', async () => {
  const { told, backend } = unpaid();
  const { place } = tab(backend);
  await place.pass(3 * SECOND);
  const before = told.asked + told.listed;
  for (let wakes = 0; wakes < 1_000; wakes++) await place.wake();
  expect(told.asked + told.listed - before).toBe(2);
});

it('sends no more from four tabs than from one, as only one of them is in sight', async () => {
  const alone = unpaid();
  await tab(alone.backend).place.pass(60 * SECOND);

  const shared = unpaid();
  const tabs = [true, false, false, false].map((visible) => tab(shared.backend, visible));
  const opened = shared.told.asked + shared.told.listed;
  for (const { place } of tabs) await place.pass(60 * SECOND);
  const requests = shared.told.asked + shared.told.listed - opened;
  expect(requests).toBeLessThanOrEqual(1.5 * (alone.told.asked + alone.told.listed));

  shared.told.orders = [anOrder('ready')];
  for (const { place, ledger } of tabs) {
    place.see(true);
    await place.wake();
    expect(ledger.view().book?.orders[0]?.state).toBe('ready');
  }
});

it('knows what happened in eight hours of sleep as soon as the lid is opened', async () => {
  const { told, backend } = unpaid();
  const { place, ledger } = tab(backend);
  await place.pass(20 * SECOND);
  place.see(false);
  await place.pass(8 * HOUR);
  told.orders = [anOrder('ready')];
  place.see(true);
  await place.wake();
  expect(ledger.view().book?.orders[0]?.state).toBe('ready');
});

it('catches up when the network is back, and sends nothing that somebody wished while it was gone', async () => {
  const writes: string[] = [];
  const { told, backend } = toldHost([anOrder('ready')], {
    fulfill: async (token) => {
      writes.push(token);
      throw new TypeError('Failed to fetch');
    },
  });
  const { place, ledger } = tab(backend);
  await place.pass(SECOND);
  told.failures = { orders: { kind: 'unreachable' } };
  await ledger.deliver(anOrder('ready').token);
  await place.pass(HOUR);
  expect(ledger.view().error).not.toBeNull();

  told.failures = {};
  told.orders = [anOrder('fulfilled')];
  await place.wake();
  await place.pass(2 * SECOND);
  expect(ledger.view()).toMatchObject({ error: null, book: { orders: [{ state: 'fulfilled' }] } });
  await place.pass(HOUR);
  expect(writes).toHaveLength(1);
});

it('catches up two seconds after a question in vain, though the next one was due much later', async () => {
  const { told, backend } = unpaid();
  const { place, ledger } = tab(backend);
  told.failures = { orders: { kind: 'unreachable' } };
  await place.pass(HOUR);
  // Right after another try.
  const { asked } = told;
  while (told.asked === asked) await place.pass(SECOND / 2);

  told.failures = {};
  told.orders = [anOrder('ready')];
  await place.wake();
  await place.pass(2 * SECOND);
  expect(ledger.view().book?.orders[0]?.state).toBe('ready');
});
