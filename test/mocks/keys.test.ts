import { expect, it } from 'vitest';
import { advance, setFault, setStanding } from '../../mocks/change.ts';
import { DAY_MS } from '../../mocks/clock.ts';
import { CODES } from '../../mocks/ka/codes.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { start, type Started, TOKEN } from './start.ts';

const FORMIE = 'EXT.00100001';
const RENEWAL = {
  kind: 'renewal',
  extension: 'formie',
  offer: 'formie-renewal',
  licenses: [FORMIE],
  priceShown: null,
};

/** The host as an extension sees it, without any panel. */
const sdk = ({ call }: Started) => restBackend({ baseUrl: HOST_API, fetch: call }).licenses;

async function renewFormie({ ask, press }: Started, token = TOKEN): Promise<void> {
  await ask(`PUT /orders/${token}`, RENEWAL);
  await press('pay', token, { extension: 'renewal', ekn: FORMIE });
  await ask(`/orders/${token}`);
}

it('tells an extension what it runs under, and never the body of the license', async () => {
  const started = start('craft-estate');
  const { ask, world } = started;
  const answer = await ask('/extensions/formie/license');

  expect(await sdk(started).licenseOf('formie')).toEqual({
    kind: 'perpetual',
    number: FORMIE,
    standing: 'active',
    errors: [],
    maintenanceEndsOn: '2024-06-15',
  });
  const body = world.ka.keys.find(({ number }) => number === FORMIE)?.body ?? 'none';
  expect(JSON.stringify(answer.body)).not.toContain(body);
});

it('says 404 of an extension that is not there', async () => {
  const started = start('craft-estate');

  await expect(sdk(started).licenseOf('nothing')).rejects.toMatchObject({
    call: 'license-of',
    failure: { kind: 'refused', problem: 'not-found' },
  });
});

it('tells an extension of what was bought, once its code is used here', async () => {
  const started = start('craft-estate');
  const { ask, press } = started;
  expect(await sdk(started).licenseOf('google-maps')).toMatchObject({ kind: 'missing' });
  await ask(`PUT /orders/${TOKEN}`, {
    kind: 'license',
    extension: 'google-maps',
    offer: 'google-maps-license',
    priceShown: null,
  });
  const page = await press('pay', TOKEN, {
    extension: 'google-maps',
    'product-id': 'google-maps-license',
  });
  const code = /<code>(.*)<\/code>/.exec(page)?.[1] ?? '';
  await ask('POST /activations', { code });

  expect(await sdk(started).licenseOf('google-maps')).toMatchObject({
    kind: 'perpetual',
    number: 'EXT.00200001',
    maintenanceEndsOn: '2025-10-25',
  });
});

it('tells an extension of a renewal, of a roll back, and of its termination even then', async () => {
  const started = start('craft-estate');
  const licenses = sdk(started);
  const ends = async () =>
    licenses.licenseOf('formie').then((it) => 'maintenanceEndsOn' in it && it.maintenanceEndsOn);

  await renewFormie(started);
  expect(await ends()).toBe('2025-06-15');
  await licenses.rollBackKey(FORMIE, 'first');
  expect(await ends()).toBe('2024-06-15');
  await setStanding(started.memory, FORMIE, 'terminated');
  await licenses.checkLicenses();
  expect(await licenses.licenseOf('formie')).toMatchObject({
    standing: 'terminated',
    maintenanceEndsOn: '2024-06-15',
  });
});

it('tells an extension of its termination', async () => {
  const started = start('craft-estate');
  await setStanding(started.memory, FORMIE, 'terminated');
  await sdk(started).checkLicenses();

  expect(await sdk(started).licenseOf('formie')).toMatchObject({ standing: 'terminated' });
});

it('renews the key there is: the number stays, its version changes, and there is no second license', async () => {
  const started = start('craft-estate');
  const { world, ask } = started;
  const keys = world.ka.keys.length;
  await renewFormie(started);

  expect(world.ka.keys).toHaveLength(keys);
  expect(world.ka.keys.find(({ number }) => number === FORMIE)).toMatchObject({ version: 2 });
  expect(world.host.extensions[0]).toMatchObject({
    installedKey: `${FORMIE}.0002`,
    keyBefore: { number: `${FORMIE}.0001` },
  });
  const { body } = await ask('/extensions');
  expect(body).toMatchObject({
    extensions: expect.arrayContaining([
      expect.objectContaining({
        key: 'formie',
        license: expect.objectContaining({ maintenanceEndsOn: '2025-06-15' }),
        previousLicense: expect.objectContaining({ maintenanceEndsOn: '2024-06-15' }),
      }),
    ]),
  });
});

it('knows of no key before the first', async () => {
  const started = start('craft-estate');

  await expect(sdk(started).rollBackKey(FORMIE, 'first')).rejects.toMatchObject({
    failure: { kind: 'refused', problem: 'gone' },
  });
  await expect(sdk(started).rollBackKey('EXT.99999999', 'first')).rejects.toMatchObject({
    failure: { kind: 'refused', problem: 'not-found' },
  });
});

it('puts the previous key back, and keeps the one it replaces', async () => {
  const started = start('craft-estate');
  const { world } = started;
  await renewFormie(started);
  const said = await sdk(started).rollBackKey(FORMIE, 'first');

  expect(said.licenses).toMatchObject([
    { extension: 'formie', name: 'Formie', license: { maintenanceEndsOn: '2024-06-15' } },
  ]);
  expect(world.host.extensions[0]).toMatchObject({
    installedKey: `${FORMIE}.0001`,
    keyBefore: { number: `${FORMIE}.0002`, license: { maintenanceEndsOn: '2025-06-15' } },
  });
  expect(world.journal.slice(-2)).toMatchObject([
    { from: 'host', to: 'ka', what: 'roll back key' },
    { from: 'panel', to: 'host', what: 'roll back key', about: 'formie' },
  ]);
  expect(world.host.activity.at(-1)).toMatchObject({ what: 'roll-back-key', extension: 'formie' });
});

it('goes back once however often one press is sent, and forth again with another', async () => {
  const started = start('craft-estate');
  const { world } = started;
  await renewFormie(started);
  const first = await sdk(started).rollBackKey(FORMIE, 'first');
  expect(await sdk(started).rollBackKey(FORMIE, 'first')).toEqual(first);
  expect(world.host.extensions[0]?.installedKey).toBe(`${FORMIE}.0001`);

  await sdk(started).rollBackKey(FORMIE, 'second');
  expect(world.host.extensions[0]?.installedKey).toBe(`${FORMIE}.0002`);
});

it('puts no key back that was gone back from when it merely comes upon it, but its next version', async () => {
  const started = start('craft-estate');
  const { world, ask } = started;
  await renewFormie(started);
  await sdk(started).rollBackKey(FORMIE, 'first');
  await sdk(started).checkLicenses();
  await ask(`/orders/${TOKEN}`);
  expect(world.host.extensions[0]?.installedKey).toBe(`${FORMIE}.0001`);

  await renewFormie(started, 'another-token-000000000000000');
  expect(world.host.extensions[0]?.installedKey).toBe(`${FORMIE}.0003`);
});

it('puts the evaluation back that was there before a license was bought', async () => {
  const started = start('craft-estate');
  await sdk(started).activate(CODES.works, 'first');
  const bought = await sdk(started).licenseOf('hyper');
  await sdk(started).rollBackKey('number' in bought ? bought.number : '', 'second');

  expect(await sdk(started).licenseOf('hyper')).toMatchObject({ kind: 'evaluation' });
});

it('refuses to put a key back that was terminated meanwhile', async () => {
  const started = start('craft-estate');
  const { memory, world } = started;
  await renewFormie(started);
  await setStanding(memory, FORMIE, 'terminated');

  await expect(sdk(started).rollBackKey(FORMIE, 'first')).rejects.toMatchObject({
    failure: { kind: 'refused', problem: 'license-ended' },
  });
  expect(world.host.extensions[0]?.installedKey).toBe(`${FORMIE}.0002`);
});

it('changes nothing while the key administrator does not answer', async () => {
  const started = start('craft-estate');
  const { memory, world } = started;
  await renewFormie(started);
  await setFault(memory, { party: 'ka', call: 'roll-back-key', kind: 'lost-before' });

  await expect(sdk(started).rollBackKey(FORMIE, 'first')).rejects.toMatchObject({
    outcomeUnknown: true,
  });
  expect(world.host.extensions[0]?.installedKey).toBe(`${FORMIE}.0002`);
});

it('lets nobody go back who may not', async () => {
  const buyer = { id: 'buyer', name: 'A buyer', roles: ['buyer' as const] };
  const started = start('craft-estate', { actor: buyer });

  await expect(sdk(started).rollBackKey(FORMIE, 'first')).rejects.toMatchObject({
    failure: { kind: 'refused', problem: 'forbidden' },
  });
});

it('keeps no refunded renewal to go back to', async () => {
  const started = start('craft-estate');
  const { ask, press, world } = started;
  await renewFormie(started);
  await press('refund', TOKEN, { extension: 'renewal', ekn: FORMIE });
  await ask(`/orders/${TOKEN}`);

  expect(world.host.extensions[0]?.license).toMatchObject({ maintenanceEndsOn: '2024-06-15' });
  expect(world.host.extensions[0]?.keyBefore).toMatchObject({ number: `${FORMIE}.0001` });
});

it('asks once a month what of pay as you go was used, by protocol model 3', async () => {
  const started = start('craft-estate');
  const { ask, press, memory, world } = started;
  world.host.offers.push({
    id: 'scans',
    extension: 'google-maps',
    name: 'Scans',
    description: null,
    model: 'pay-as-you-go',
    price: { amount: '0.00', currency: 'USD' },
    months: null,
    grants: 'perpetual',
    use: 'buy',
  });
  await ask(`PUT /orders/${TOKEN}`, {
    kind: 'license',
    extension: 'google-maps',
    offer: 'scans',
    priceShown: null,
  });
  await press('pay', TOKEN, { extension: 'google-maps', 'product-id': 'scans' });
  world.vendor.used = { '00200001': { scans: 40 } };
  for (let day = 0; day < 65; day++) {
    await advance(memory, DAY_MS);
    await ask('/session');
  }

  const sent = world.vendor.received.map(({ body }) => new URLSearchParams(body));
  expect(sent.map((form) => [form.get('APS_ACTION'), form.get('APS_PROTOCOL_MODEL')])).toEqual([
    ['PURCHASE', '3'],
    ['GET-INFO', '3'],
    ['GET-INFO', '3'],
  ]);
  expect(sent[1]?.has('PREVIOUS_LICENSE_BODY')).toBe(false);
  expect(world.ka.keys.find(({ offer }) => offer === 'scans')?.usage).toEqual({
    askedOn: '2024-12-25',
    counters: { deliveries: 0, scans: 40 },
  });
});
