import { expect, it } from 'vitest';
import { directFetch } from '../../mocks/direct.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { advance } from '../../mocks/change.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { start, TOKEN, WISH } from './start.ts';

const FULFILL = `POST /orders/${STARTED.ready}/fulfillment`;
const as = (account: string) => ({ 'X-Account': account });

it('knows who is asking by the session, the first account unless said', async () => {
  const { ask, memory } = start('individual-offers');
  const second = restBackend({
    baseUrl: HOST_API,
    fetch: directFetch(memory, { account: 'second-admin' }),
  });

  expect((await ask('/session')).body).toMatchObject({ actor: { id: 'admin' } });
  expect((await second.host.session()).actor).toEqual({
    id: 'second-admin',
    name: 'Second admin',
    roles: ['admin'],
  });
});

it('has nobody signed in whom it does not know', async () => {
  const { ask } = start('individual-offers');

  await expect(ask('/session', undefined, as('nobody'))).rejects.toThrow('JSON');
});

it('shows every order to every admin, with who started it', async () => {
  const { ask } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH, as('second-admin'));

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({
    startedBy: { id: 'second-admin', name: 'Second admin' },
  });
  expect(await ask('/orders', undefined, as('buyer'))).toMatchObject(await ask('/orders'));
});

it('lets one admin go on with what another began, and says who had it delivered', async () => {
  const { ask, press, world } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await press('pay', TOKEN);
  await ask(`POST /orders/${TOKEN}/fulfillment`, undefined, as('second-admin'));

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({
    state: 'fulfilled',
    startedBy: { id: 'admin' },
    deliveredBy: { id: 'second-admin', name: 'Second admin' },
  });
  expect(world.host.activity.at(-1)).toMatchObject({
    what: 'deliver',
    by: { id: 'second-admin', name: 'Second admin' },
  });
});

it('resumes the order of another admin for the same wish', async () => {
  const { ask } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  const other = `${TOKEN.slice(0, -1)}2`;

  expect(await ask(`PUT /orders/${other}`, WISH, as('second-admin'))).toMatchObject({
    status: 409,
    body: { type: 'urn:upkeep:problem:wish-open', running: TOKEN },
  });
});

it('delivers once when two admins ask at the same time', async () => {
  const { ask, world } = start('individual-offers', { pace: 1_000 });
  const both = await Promise.all(
    ['admin', 'second-admin'].map((account) => ask(FULFILL, undefined, as(account))),
  );

  expect(both.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(both.every(({ status }) => [200, 202, 409].includes(status))).toBe(true);
  expect(world.vendor.deliveries).toHaveLength(1);
  expect(world.vendor.deliveries[0]?.begun).toEqual({ license: 1, install: 1 });
});

it('tells another admin who is having it delivered, and afterwards that it was', async () => {
  const { ask, memory } = start('individual-offers', { pace: 1_000 });
  await ask(FULFILL);

  expect(await ask(FULFILL, undefined, as('second-admin'))).toMatchObject({
    status: 409,
    body: {
      type: 'urn:upkeep:problem:in-progress',
      detail: 'You (admin) is having it delivered.',
      running: STARTED.ready,
    },
  });
  await advance(memory, 1_000);
  expect(await ask(FULFILL, undefined, as('second-admin'))).toMatchObject({
    status: 200,
    body: { state: 'fulfilled', deliveredBy: { id: 'admin' } },
  });
});

it.each([
  ['viewer', 403],
  ['buyer', 202],
])('lets a %s deliver with %i', async (account, status) => {
  const { ask } = start('individual-offers');

  expect((await ask(FULFILL, undefined, as(account))).status).toBe(status);
});

it('has no such order for a session of another host, even with its token', async () => {
  const { ask, world } = start('individual-offers');
  const foreign = as('other-host');

  expect((await ask('/orders', undefined, foreign)).body).toEqual({ orders: [] });
  for (const call of [`/orders/${STARTED.ready}`, FULFILL, `DELETE /orders/${STARTED.ready}`]) {
    expect((await ask(call, undefined, foreign)).status).toBe(404);
  }
  expect((await ask(`PUT /orders/${STARTED.ready}/hand-off`, undefined, foreign)).status).toBe(404);
  expect(world.host.orders[STARTED.ready]).toMatchObject({ state: 'ready' });
});

it('learns nothing of a payment for another host by saving its token as its own', async () => {
  const { ask, press, world } = start('individual-offers');
  await ask(`PUT /orders/${TOKEN}`, WISH);
  await press('pay', TOKEN);
  await ask(`PUT /orders/${TOKEN}`, WISH, as('other-host'));

  expect((await ask(`/orders/${TOKEN}`, undefined, as('other-host'))).body).toMatchObject({
    state: 'prepared',
  });
  expect((await ask(`POST /orders/${TOKEN}/fulfillment`, undefined, as('other-host'))).status).toBe(
    409,
  );
  expect(world.vendor.deliveries).toEqual([]);
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'ready' });
});
