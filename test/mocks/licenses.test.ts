import { expect, it } from 'vitest';
import { setFault, setStanding } from '../../mocks/change.ts';
import { CODES } from '../../mocks/ka/codes.ts';
import { start, TOKEN } from './start.ts';

const RENEWAL = { kind: 'renewal', extension: 'formie', offer: 'formie-renewal', priceShown: null };

it('renews from the end of the old period and not from the day of payment', async () => {
  const { ask } = start('craft-estate');

  expect(
    (await ask('POST /renewals/quote', { extensions: ['formie', 'blitz'] })).body,
  ).toMatchObject({
    lines: [
      {
        extension: 'formie',
        license: 'EXT.00100001',
        price: { amount: '49.00' },
        months: 12,
        newEndsOn: '2025-06-15',
      },
      {
        extension: 'blitz',
        license: 'EXT.00100003',
        price: { amount: '75.00' },
        months: 12,
        newEndsOn: '2025-07-01',
      },
    ],
    storeUrl:
      'https://store.test/buy/renewal?kn=PLSK.00010001&ekn=EXT.00100001%2CEXT.00100003&a=renew',
  });
});

it('charges every missed period of a long lapse', async () => {
  const { ask } = start('craft-estate');

  expect((await ask('POST /renewals/quote', { extensions: ['sprout-forms'] })).body).toMatchObject({
    lines: [{ price: { amount: '117.00' }, months: 36, newEndsOn: '2024-12-31' }],
  });
});

it('renews by the terms on offer, and says which they are', async () => {
  const { ask } = start('craft-estate');
  const extensions = ['formie', 'sprout-forms'];

  expect((await ask('POST /renewals/quote', { extensions, months: 24 })).body).toMatchObject({
    lines: [
      { price: { amount: '98.00' }, months: 24, newEndsOn: '2026-06-15' },
      { price: { amount: '156.00' }, months: 48, newEndsOn: '2025-12-31' },
    ],
    terms: [12, 24, 36],
    months: 24,
    until: null,
  });
});

it('renews several to one day, and leaves out what runs longer', async () => {
  const { ask } = start('craft-estate');
  const extensions = ['formie', 'blitz', 'feed-me', 'sprig'];

  expect(
    (await ask('POST /renewals/quote', { extensions, until: '2025-02-14' })).body,
  ).toMatchObject({
    lines: [
      // 244 of 365 days at 49.00
      { extension: 'formie', price: { amount: '32.76' }, months: null, newEndsOn: '2025-02-14' },
      // 228 of 365 days at 75.00
      { extension: 'blitz', price: { amount: '46.85' }, months: null, newEndsOn: '2025-02-14' },
    ],
    left: [
      { extension: 'feed-me', because: 'runs-longer' },
      { extension: 'sprig', because: 'not-renewable' },
    ],
    months: null,
    until: '2025-02-14',
  });
});

it('renews to no day that has come, to none in ten years, and never by two terms at once', async () => {
  const { ask } = start('craft-estate');
  const asked = (more: object) =>
    ask('POST /renewals/quote', { extensions: ['formie'], ...more }).then(({ status }) => status);

  expect(await asked({ until: '2024-10-25' })).toBe(422);
  expect(await asked({ until: '2034-10-26' })).toBe(422);
  expect(await asked({ until: '2024-10-26' })).toBe(200);
  expect(await asked({ until: '2025-10-26', months: 12 })).toBe(422);
});

it('leaves out what is not sold by that term', async () => {
  const { ask } = start('every-verdict');
  const extensions = ['needs-renewal', 'payment-due'];

  expect((await ask('POST /renewals/quote', { extensions })).body).toMatchObject({
    lines: [{ months: 12 }, { months: 1 }],
    terms: [12],
    months: null,
  });
  expect((await ask('POST /renewals/quote', { extensions, months: 3 })).body).toMatchObject({
    lines: [{ extension: 'payment-due', months: 3 }],
    left: [{ extension: 'needs-renewal', because: 'term-not-offered' }],
  });
});

it('takes a common end day through the store to the licenses on the host', async () => {
  const { ask, press, world } = start('craft-estate');
  const ekn = 'EXT.00100001,EXT.00100003';
  const saved = await ask(`PUT /orders/${TOKEN}`, {
    ...RENEWAL,
    licenses: ekn.split(','),
    until: '2025-08-28',
  });
  expect(saved.body).toMatchObject({
    until: '2025-08-28',
    storeUrl: expect.stringMatching(/&until=2025-08-28$/),
  });
  const page = await press('pay', TOKEN, { extension: 'renewal', ekn, until: '2025-08-28' });

  // 49.00 and 74 of 365 days of it; 75.00 and 58 of 365 days of it.
  expect(page).toContain('$145.85');
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'fulfilled' });
  const ends = ['formie', 'blitz'].map(
    (key) => world.host.extensions.find((each) => each.key === key)?.license,
  );
  expect(ends).toMatchObject([
    { maintenanceEndsOn: '2025-08-28' },
    { maintenanceEndsOn: '2025-08-28' },
  ]);
});

it('takes a renewal by another term for another wish', async () => {
  const { ask } = start('craft-estate');
  const wish = { ...RENEWAL, licenses: ['EXT.00100001'] };
  await ask(`PUT /orders/${TOKEN}`, wish);

  expect((await ask(`PUT /orders/${TOKEN}`, { ...wish, months: 24 })).status).toBe(409);
  const other = await ask('PUT /orders/another-token-000000000000000', { ...wish, months: 24 });
  expect(other).toMatchObject({ status: 201, body: { months: 24 } });
});

it('refuses to quote where there is nothing to renew', async () => {
  const { ask } = start('craft-estate');

  expect((await ask('POST /renewals/quote', { extensions: ['sprig'] })).status).toBe(409);
});

it('takes a paid renewal through to new licenses on the host', async () => {
  const { ask, press, world } = start('craft-estate');
  await ask(`PUT /orders/${TOKEN}`, { ...RENEWAL, licenses: ['EXT.00100001', 'EXT.00100003'] });
  const page = await press('pay', TOKEN, {
    extension: 'renewal',
    ekn: 'EXT.00100001,EXT.00100003',
  });

  expect(page).toContain('$124.00');
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({
    state: 'fulfilled',
    title: 'Renewal of 2 licenses',
  });
  expect(world.host.extensions[0]?.license).toMatchObject({ maintenanceEndsOn: '2025-06-15' });
  const sent = world.vendor.received.map(({ body }) =>
    Object.fromEntries(new URLSearchParams(body)),
  );
  expect(sent).toMatchObject([
    {
      APS_ACTION: 'RENEW',
      PURCHASE_ID: '00100001',
      START_DATE: '15/06/2024',
      EXPIRY_DATE: '15/06/2025',
    },
    {
      APS_ACTION: 'RENEW',
      PURCHASE_ID: '00100003',
      START_DATE: '01/07/2024',
      EXPIRY_DATE: '01/07/2025',
    },
  ]);
  expect(sent[0]?.['PREVIOUS_LICENSE_BODY']).toBe(btoa(btoa('EXT.00100001 cAnArY')));
  expect(sent[0]).not.toHaveProperty('ACTIVATION_DATA');
});

it('gives the old end back when a renewal is refunded', async () => {
  const { ask, press, world } = start('craft-estate');
  await ask(`PUT /orders/${TOKEN}`, { ...RENEWAL, licenses: ['EXT.00100001'] });
  await press('pay', TOKEN, { extension: 'renewal', ekn: 'EXT.00100001' });
  await ask(`/orders/${TOKEN}`);
  await press('refund', TOKEN, { extension: 'renewal', ekn: 'EXT.00100001' });

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'refunded' });
  expect(world.host.extensions[0]?.license).toMatchObject({ maintenanceEndsOn: '2024-06-15' });
});

it('upgrades a license of the wrong edition', async () => {
  const { ask, press, world } = start('every-verdict');
  const offers = (await ask('/extensions/license-error/offers')).body;
  expect(offers).toMatchObject({ offers: [{ id: 'license-error-upgrade' }] });

  const wish = {
    kind: 'license',
    extension: 'license-error',
    offer: 'license-error-upgrade',
    priceShown: null,
  };
  await ask(`PUT /orders/${TOKEN}`, wish);
  await press('pay', TOKEN, {
    extension: 'license-error',
    'product-id': wish.offer,
    ekn: 'EXT.00100011',
    a: 'upgrade',
  });

  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'fulfilled' });
  expect(world.host.extensions.find(({ key }) => key === 'license-error')?.license).toMatchObject({
    errors: [],
  });
});

it('shows the code for a license bought on its own, and delivers it to the main key as well', async () => {
  const { ask, press } = start('craft-estate');
  const wish = {
    kind: 'license',
    extension: 'google-maps',
    offer: 'google-maps-license',
    priceShown: null,
  };
  await ask(`PUT /orders/${TOKEN}`, wish);
  const page = await press('pay', TOKEN, { extension: 'google-maps', 'product-id': wish.offer });

  expect(page).toMatch(/<code>([A-Z0-9]{6}-){4}[A-Z0-9]{6}<\/code>/);
  expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({ state: 'fulfilled' });
});

it('learns a license it did not know when it asks the key administrator afresh', async () => {
  const { ask, world } = start('every-verdict');
  const of = (body: unknown) =>
    (body as { licenses: { extension: string; license: { kind: string } }[] }).licenses.find(
      ({ extension }) => extension === 'unknown',
    )?.license.kind;

  expect(of((await ask('/licenses')).body)).toBe('unknown');
  expect(of((await ask('/licenses?check=true')).body)).toBe('perpetual');
  expect(world.journal.at(-1)).toMatchObject({ from: 'host', to: 'ka', what: 'retrieve keys' });
});

it('says 502 and keeps what it knew when the key administrator is not to be had', async () => {
  const { ask, memory } = start('craft-estate');
  const before = (await ask('/licenses')).body;
  await setFault(memory, { party: 'ka', call: 'keys', kind: 'sign-in-page' });

  expect((await ask('/licenses?check=true')).status).toBe(502);
  expect((await ask('/licenses')).body).toEqual(before);
});

it('learns of a suspension and of its end when it asks, while the vendor hears of neither', async () => {
  const { ask, memory, world } = start('craft-estate');
  const standing = () => world.host.extensions[0]?.license;

  await setStanding(memory, 'EXT.00100001', 'suspended');
  await ask('/licenses?check=true');
  expect(standing()).toMatchObject({ standing: 'suspended' });
  await setStanding(memory, 'EXT.00100001', 'active');
  await ask('/licenses?check=true');
  expect(standing()).toMatchObject({ standing: 'active' });
  expect(world.vendor.received).toEqual([]);
});

it('cannot take a termination back, of which the vendor hears', async () => {
  const { ask, memory, world } = start('craft-estate');
  await setStanding(memory, 'EXT.00100001', 'terminated');
  await setStanding(memory, 'EXT.00100001', 'active');
  await ask('/licenses?check=true');

  expect(world.host.extensions[0]?.license).toMatchObject({ standing: 'terminated' });
  expect(
    world.vendor.received.map(({ body }) => new URLSearchParams(body).get('APS_ACTION')),
  ).toEqual(['TERMINATE']);
});

it('previews what a code would do without doing it, then does it', async () => {
  const { ask, world } = start('craft-estate');
  const snapshot = world.host.snapshot;

  const preview = await ask('POST /activations/preview', { code: CODES.works });
  expect(preview.body).toMatchObject({
    licenses: [{ extension: 'hyper', license: { kind: 'perpetual' } }],
  });
  expect(world.host.snapshot).toBe(snapshot);

  const activated = await ask('POST /activations', { code: CODES.works });
  expect(activated.body).toEqual(preview.body);
  expect((await ask('/licenses')).body).toMatchObject({
    licenses: expect.arrayContaining([
      expect.objectContaining({
        extension: 'hyper',
        license: expect.objectContaining({ kind: 'perpetual' }),
      }),
    ]),
  });
});

it('installs every key of a code that carries several', async () => {
  const { ask } = start('craft-estate');

  expect((await ask('POST /activations', { code: CODES.several })).body).toMatchObject({
    licenses: [{ extension: 'hyper' }, { extension: 'image-optimize' }],
  });
});

it('takes a code typed with spaces and small letters, and the same code again on the same host', async () => {
  const { ask } = start('craft-estate');

  expect(
    (await ask('POST /activations', { code: CODES.works.toLowerCase().replaceAll('-', ' ') }))
      .status,
  ).toBe(200);
  expect((await ask('POST /activations', { code: CODES.works })).status).toBe(200);
});

it.each([
  ['code-used-elsewhere', CODES.usedElsewhere],
  ['code-expired', CODES.expired],
  ['code-other-product', CODES.otherProduct],
  ['code-limit-reached', CODES.limitReached],
  ['license-ended', CODES.ended],
  ['code-unknown', 'ABCDEF-ABCDEF-ABCDEF-ABCDEF-ABCDEF'],
])(
  'refuses with %s, in the preview and in earnest, and never repeats the code',
  async (problem, code) => {
    const { ask } = start('craft-estate');

    for (const call of ['POST /activations/preview', 'POST /activations']) {
      const answer = await ask(call, { code });
      expect(answer.body).toMatchObject({ type: `urn:upkeep:problem:${problem}` });
      expect(JSON.stringify(answer.body)).not.toContain(code);
    }
  },
);

it('does not use a code up that turns out to be for another product', async () => {
  const { ask, world } = start('craft-estate');
  await ask('POST /activations', { code: CODES.otherProduct });

  expect(world.ka.codes.find(({ code }) => code === CODES.otherProduct)?.usedBy).toEqual([]);
});

it('quotes and offers for each of thousands of extensions', async () => {
  const { ask } = start('large', { n: 1_000 });
  const key = 'extension-00777';

  expect((await ask(`/extensions/${key}/offers`)).body).toMatchObject({ offers: [{ id: 'buy' }] });
  expect((await ask('POST /renewals/quote', { extensions: [key, 'extension-00003'] })).status).toBe(
    200,
  );
});
