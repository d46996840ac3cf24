import { expect, it } from 'vitest';
import { advance, setFault } from '../../mocks/change.ts';
import { breakDelivery } from '../../mocks/order-troubles.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { start, type Started } from './start.ts';

const FULFILL = `POST /orders/${STARTED.ready}/fulfillment`;
const ORDER = `/orders/${STARTED.ready}`;
const half = (license: boolean, install: boolean) => [
  { part: 'license', done: license },
  { part: 'install', done: install },
];
const begun = ({ world }: Started) => world.vendor.deliveries[0]?.begun;

it('tells which half of a delivery is done while it runs', async () => {
  const { ask, memory } = start('individual-offers', { pace: 4_000 });

  expect((await ask(ORDER)).body).toMatchObject({ delivery: null, deliveredBy: null });
  expect((await ask(FULFILL)).body).toMatchObject({
    state: 'fulfilling',
    delivery: half(false, false),
  });
  await advance(memory, 2_000);
  expect((await ask(ORDER)).body).toMatchObject({
    state: 'fulfilling',
    delivery: half(true, false),
  });
  await advance(memory, 2_000);
  expect((await ask(ORDER)).body).toMatchObject({ state: 'fulfilled', delivery: half(true, true) });
});

it('says which half failed, and does only that when asked again', async () => {
  const started = start('individual-offers');
  const { ask, memory } = started;
  await breakDelivery(memory, 'install');

  expect((await ask(FULFILL)).body).toMatchObject({
    state: 'fulfill-failed',
    delivery: half(true, false),
    reason: expect.stringContaining('The license is made'),
  });
  await breakDelivery(memory, null);
  expect((await ask(FULFILL)).body).toMatchObject({
    state: 'fulfilled',
    delivery: half(true, true),
    reason: null,
  });
  expect(begun(started)).toEqual({ license: 1, install: 2 });
  expect(started.world.vendor.deliveries).toHaveLength(1);
});

it('begins with the license again when that half failed', async () => {
  const started = start('individual-offers');
  const { ask, memory } = started;
  await breakDelivery(memory, 'license');
  expect((await ask(FULFILL)).body).toMatchObject({
    state: 'fulfill-failed',
    delivery: half(false, false),
  });
  await breakDelivery(memory, 'install');
  expect((await ask(FULFILL)).body).toMatchObject({ delivery: half(true, false) });
  await breakDelivery(memory, 'license');

  expect((await ask(FULFILL)).body).toMatchObject({ state: 'fulfilled' });
  expect(begun(started)).toEqual({ license: 2, install: 2 });
});

it('notes a delivery that failed halfway as the doing of who asked for it', async () => {
  const { ask, memory, world } = start('individual-offers', { pace: 1_000 });
  await breakDelivery(memory, 'install');
  await ask(FULFILL, undefined, { 'X-Account': 'second-admin' });
  await advance(memory, 1_000);
  await ask(ORDER);

  expect(world.host.activity.at(-1)).toMatchObject({
    what: 'deliver',
    result: 'failed',
    by: { id: 'second-admin' },
  });
});

it('shows a delivery done by half from the start', async () => {
  const { ask } = start('half-delivered');

  expect((await ask(ORDER)).body).toMatchObject({
    state: 'fulfill-failed',
    delivery: half(true, false),
    deliveredBy: { name: 'Second admin' },
  });
  expect((await ask(FULFILL)).body).toMatchObject({
    state: 'fulfilled',
    deliveredBy: { id: 'admin' },
  });
});

it('delivers nothing that was refunded before', async () => {
  const { ask, press, world } = start('individual-offers');
  await press('refund', STARTED.ready);

  expect(await ask(FULFILL)).toMatchObject({
    status: 410,
    body: { type: 'urn:upkeep:problem:gone' },
  });
  expect((await ask(ORDER)).body).toMatchObject({
    state: 'refunded',
    steps: { delivered: null },
    reason: expect.stringContaining('before anything was delivered'),
  });
  expect(world.vendor.deliveries).toEqual([]);
});

it('ends a delivery where the vendor stopped it, when it is refunded meanwhile', async () => {
  const { ask, press, memory } = start('individual-offers', { pace: 4_000 });
  await ask(FULFILL);
  await advance(memory, 3_000);
  await press('refund', STARTED.ready);
  await advance(memory, 10_000);

  expect((await ask(ORDER)).body).toMatchObject({
    state: 'refunded',
    delivery: half(true, false),
    steps: { delivered: null },
  });
  expect((await ask(FULFILL)).status).toBe(410);
});

it('says of what was delivered and then refunded that it no longer works', async () => {
  const { ask, press } = start('individual-offers');
  await ask(FULFILL);
  await press('refund', STARTED.ready);

  expect((await ask(ORDER)).body).toMatchObject({
    state: 'refunded',
    delivery: half(true, true),
    steps: { delivered: expect.stringContaining('T') },
    reason: expect.stringContaining('no longer works and cannot be reactivated'),
  });
  expect((await ask(FULFILL)).status).toBe(410);
});

it('refuses to deliver something else than was ordered, and takes the same said again', async () => {
  const { ask, world } = start('individual-offers');

  expect((await ask(FULFILL, { offer: 'seo-report-full' })).status).toBe(422);
  expect((await ask(FULFILL, { target: { id: 'domain-1' } })).status).toBe(422);
  expect((await ask(FULFILL, { target: null })).status).toBe(422);
  expect(world.vendor.deliveries).toEqual([]);
  const same = { offer: 'seo-report-basic', target: { id: 'domain-3' } };
  expect((await ask(FULFILL, same)).status).toBe(202);
});

it('delivers once although the vendor’s answer was lost after it began', async () => {
  const started = start('individual-offers');
  const { ask, memory, world } = started;
  await setFault(memory, { party: 'vendor', call: 'deliver', kind: 'lost-after', times: 1 });

  expect((await ask(FULFILL)).status).toBe(502);
  expect((await ask(ORDER)).body).toMatchObject({ state: 'fulfilled' });
  expect(await ask(FULFILL)).toMatchObject({ status: 200, body: { state: 'fulfilled' } });
  expect(world.vendor.deliveries).toHaveLength(1);
  expect(begun(started)).toEqual({ license: 1, install: 1 });
});
