import { expect, it } from 'vitest';
import { tokenOf } from '../../mocks/verifier.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { HOST_API, ORIGINS } from '../../mocks/origins.ts';
import { start, type Started, TOKEN, WISH } from './start.ts';

/** An order under a token of the host, paid and ready. */
async function bought({ ask, press }: Started): Promise<string> {
  const { body } = await ask('POST /tokens');
  const { token } = body as { token: string };
  await ask(`PUT /orders/${token}`, WISH);
  await press('pay', token);
  return token;
}

const deliver = ({ call, world }: Started, token: string, more: object = {}) =>
  call(`${ORIGINS.vendor}/orders/${token}/delivery`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${world.host.vendorSecret}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ offer: WISH.offer, target: WISH.target, ...more }),
  });

it('makes tokens that are the hash of a verifier, another each time', async () => {
  const { call, world } = start('verified-offers');
  const { orders } = restBackend({ baseUrl: HOST_API, fetch: call });
  const tokens = [await orders.mintToken?.(), await orders.mintToken?.()];

  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) {
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await tokenOf(world.host.verifiers[token ?? ''] ?? '')).toBe(token);
  }
});

it('hashes as RFC 7636 shows it', async () => {
  expect(await tokenOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

it('delivers what was bought under a token of the host', async () => {
  const started = start('verified-offers');
  const token = await bought(started);

  expect(await started.ask(`POST /orders/${token}/fulfillment`)).toMatchObject({
    status: 202,
    body: { state: 'fulfilled' },
  });
});

it('saves no order under a token that it did not make', async () => {
  const { ask, world } = start('verified-offers');

  expect(await ask(`PUT /orders/${TOKEN}`, WISH)).toMatchObject({
    status: 422,
    body: { type: 'urn:upkeep:problem:invalid-request' },
  });
  expect(world.host.orders).toEqual({});
});

it('delivers nothing to who knows the token and not the verifier', async () => {
  const started = start('verified-offers');
  const token = await bought(started);

  expect((await deliver(started, token)).status).toBe(403);
  expect((await deliver(started, token, { verifier: token })).status).toBe(403);
  expect((await deliver(started, token, { verifier: 'guessed' })).status).toBe(403);
  expect(started.world.vendor.deliveries).toEqual([]);
});

it('shows the verifier to the vendor and to nobody else', async () => {
  const started = start('verified-offers');
  const token = await bought(started);
  const verifier = started.world.host.verifiers[token] ?? 'none';
  const told = [
    await started.ask('/session'),
    await started.ask('/orders'),
    await started.ask(`/orders/${token}`),
    await started.ask(`POST /orders/${token}/fulfillment`),
    await started.ask('/activity'),
  ];

  expect(JSON.stringify(told)).not.toContain(verifier);
  expect(JSON.stringify([started.world.store, started.world.ka])).not.toContain(verifier);
});

it('makes no tokens on a host without the ability, or for who may only look', async () => {
  expect((await start('individual-offers').ask('POST /tokens')).status).toBe(403);
  const viewer = { 'X-Account': 'viewer' };
  expect((await start('verified-offers').ask('POST /tokens', undefined, viewer)).status).toBe(403);
});
