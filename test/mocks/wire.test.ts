import * as v from 'valibot';
import { expect, it } from 'vitest';
import * as wire from '../../src/backend/wire.ts';
import { PROBLEM_TYPES, PROBLEM_URN } from '../../src/backend/errors.ts';
import { SCENARIO_NAMES } from '../../mocks/scenarios.ts';
import { start } from './start.ts';

it.each(SCENARIO_NAMES)(
  'answers in the words of the contract in the scenario %s',
  async (scenario) => {
    const { ask, world } = start(scenario, { n: 600 });
    const read = async <S extends v.GenericSchema>(
      schema: S,
      what: string,
      body?: object,
    ): Promise<v.InferOutput<S>> => {
      const { status, body: said } = await ask(what, body);
      expect([what, status]).toEqual([what, 200]);
      return v.parse(schema, said);
    };

    const session = await read(wire.WireSession, '/session');
    expect(session.capabilities.every(wire.isCapability)).toBe(true);
    const page = await read(wire.WireInventoryPage, '/extensions');
    const listed = page.extensions.map((entry) => v.parse(wire.WireExtension, entry));
    expect(page.next === null ? listed.length : 600).toBe(world.host.extensions.length);

    for (const { key, license } of listed.slice(0, 25)) {
      const { releases } = await read(wire.WireReleases, `/extensions/${key}/releases`);
      expect(releases.length).toBeGreaterThan(0);
      const { offers } = await read(wire.WireOffers, `/extensions/${key}/offers`);
      for (const { storeUrl } of offers)
        expect(session.storeOrigins).toContain(new URL(storeUrl).origin);
      await read(wire.WireTargets, `/targets?extension=${key}`);
      if (
        license.kind === 'perpetual' &&
        license.standing === 'active' &&
        license.maintenanceEndsOn !== null
      ) {
        const quote = await ask('POST /renewals/quote', { extensions: [key] });
        if (quote.status === 200) v.parse(wire.WireQuote, quote.body);
      }
    }
    await read(wire.WireLicenses, '/licenses');
    await read(wire.WireLicenses, '/licenses?check=true');
    await read(wire.WireTasks, '/tasks');
    const { orders } = await read(wire.WireOrders, '/orders');
    for (const order of orders) {
      const { token } = v.parse(wire.WireOrder, order);
      await read(wire.WireOrder, `/orders/${token}`);
    }
  },
);

it.each([
  ['POST /extensions/formie/install', { version: '2.1.32' }],
  ['POST /extensions/formie/install', { version: 7 }],
  ['POST /extensions/nobody/install', { version: '1' }],
  ['PUT /orders/short', { kind: 'renewal', extension: 'formie', offer: 'x', priceShown: null }],
  ['POST /activations', { code: 'nothing' }],
  ['DELETE /tasks/none', undefined],
])('refuses %s %o with a problem of the closed list', async (what, body) => {
  const { ask } = start('craft-estate');
  const answer = await ask(what, body);
  const { type, detail } = v.parse(wire.WireProblem, answer.body);

  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(PROBLEM_TYPES.map((word) => PROBLEM_URN + word)).toContain(type);
  expect(detail).not.toBe('');
});

it('sends 1,200 extensions in pages of 500', async () => {
  const { ask } = start('large', { n: 1_200 });
  const sizes: number[] = [];
  for (let next: string | null = '0'; next !== null;) {
    const page: v.InferOutput<typeof wire.WireInventoryPage> = v.parse(
      wire.WireInventoryPage,
      (await ask(`/extensions?cursor=${next}`)).body,
    );
    sizes.push(page.extensions.length);
    next = page.next;
  }
  expect(sizes).toEqual([500, 500, 200]);
});
