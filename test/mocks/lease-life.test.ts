import { expect, it } from 'vitest';
import { advance, clearFaults, setFault, setStanding } from '../../mocks/change.ts';
import { DAY_MS, today } from '../../mocks/clock.ts';
import type { Key } from '../../mocks/ka/state.ts';
import type { Started } from './start.ts';
import { start } from './start.ts';

const REFUSED = 'This license was not renewed: the payment for it did not go through.';

/** A world with one lease, paid through 7 May 2025 and renewed by itself; today is 10 April. */
function oneLease(): Started & { readonly key: Key } {
  const started = start('leases');
  const { ka, vendor, host } = started.world;
  const key = ka.keys.find(({ product }) => product === 'paid');
  if (!key) throw new Error('The scenario has a paid lease');
  ka.keys = [key];
  host.extensions = host.extensions.filter((extension) => extension.key === 'paid');
  vendor.unpaid = {};
  return { ...started, key };
}

/** Lets days pass one by one; somebody looks in once a day. */
async function live({ ask, memory }: Started, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await advance(memory, DAY_MS);
    await ask('/session');
  }
}

const sent = ({ world }: Started): Record<string, string>[] =>
  world.vendor.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

const days = (started: Started): string[] =>
  started.world.vendor.received.map(({ at }) => at.slice(0, 10));

it('asks the vendor to renew on the last paid day, one month after the month began', async () => {
  const started = oneLease();
  const { key, world } = started;
  await live(started, 26);
  expect(today(world)).toBe('2025-05-06');
  expect(world.vendor.received).toEqual([]);

  await live(started, 1);
  expect(days(started)).toEqual(['2025-05-07']);
  expect(key).toMatchObject({ endsOn: '2025-06-07', version: 2 });
});

it('sends a renewal byte for byte as it is documented', async () => {
  const started = oneLease();
  await live(started, 27);

  expect(started.world.vendor.received[0]?.body).toBe(
    [
      'APS_PROTOCOL_MODEL=2',
      'APS_ACTION=RENEW',
      'APS_TEST_MODE=N',
      'PURCHASE_ID=00100001',
      'PRODUCT_ID=paid-license',
      'PURCHASE_DATE=07%2F05%2F2024',
      'SUBSCRIPTION_DATE=07%2F05%2F2024',
      'START_DATE=07%2F05%2F2025',
      'REG_NAME=PLSK.00010001',
      'EXPIRY_DATE=07%2F06%2F2025',
      // The body the vendor issued, once more in base64.
      `PREVIOUS_LICENSE_BODY=${encodeURIComponent(btoa(btoa('EXT.00100001 cAnArY')))}`,
    ].join('&'),
  );
});

it('writes days with backslashes where it was set so, and the vendor reads both alike', async () => {
  const started = oneLease();
  started.world.ka.dateSeparator = '\\';
  await live(started, 27);

  expect(sent(started)[0]).toMatchObject({
    START_DATE: '07\\05\\2025',
    EXPIRY_DATE: '07\\06\\2025',
  });
  expect(started.key.endsOn).toBe('2025-06-07');
});

it('gives the vendor its own last body back with the next renewal', async () => {
  const started = oneLease();
  await live(started, 27);
  const issued = started.key.body;
  await live(started, 31);

  expect(sent(started)[1]).toMatchObject({ START_DATE: '07/06/2025', EXPIRY_DATE: '07/07/2025' });
  expect(sent(started)[1]?.['PREVIOUS_LICENSE_BODY']).toBe(btoa(issued ?? ''));
});

it('tries again once a day through the ten days of grace, however often it is looked at', async () => {
  const started = oneLease();
  started.world.vendor.unpaid = { '00100001': REFUSED };
  await live(started, 28);
  await started.ask('/session');
  await started.ask('/licenses?check=true');
  await advance(started.memory, 3_600_000);
  await started.ask('/session');

  expect(days(started)).toEqual(['2025-05-07', '2025-05-08']);
});

it('gives up with the day of expiry, ten days after the renewal was due', async () => {
  const started = oneLease();
  started.world.vendor.unpaid = { '00100001': REFUSED };
  await live(started, 60);

  expect(days(started)).toEqual([
    '2025-05-07',
    '2025-05-08',
    '2025-05-09',
    '2025-05-10',
    '2025-05-11',
    '2025-05-12',
    '2025-05-13',
    '2025-05-14',
    '2025-05-15',
    '2025-05-16',
    '2025-05-17',
  ]);
  expect(started.world.ka.outbox).toEqual([]);
  expect(started.key).toMatchObject({ endsOn: '2025-05-07', standing: 'active', version: 1 });
});

it('renews on a later day of grace, from the end of the old month', async () => {
  const started = oneLease();
  started.world.vendor.unpaid = { '00100001': REFUSED };
  await live(started, 30);
  started.world.vendor.unpaid = {};
  await live(started, 1);

  expect(started.key).toMatchObject({ endsOn: '2025-06-07', version: 2 });
});

it('asks for nothing after the expiry, not even for what was left lying while nobody looked', async () => {
  const started = oneLease();
  await setFault(started.memory, { party: 'vendor', call: 'aps', kind: 'lost-before' });
  await live(started, 30);
  await clearFaults(started.memory);
  await advance(started.memory, 20 * DAY_MS);
  await started.ask('/session');

  expect(started.world.vendor.received).toEqual([]);
});

it('terminates three months after the expiry and tells the vendor so, with the last body', async () => {
  const started = oneLease();
  started.world.vendor.unpaid = { '00100001': REFUSED };
  await live(started, 128);
  expect(today(started.world)).toBe('2025-08-16');
  expect(started.key.standing).toBe('active');
  await live(started, 1);

  expect(started.key.standing).toBe('terminated');
  expect(sent(started).at(-1)).toEqual({
    APS_PROTOCOL_MODEL: '2',
    APS_ACTION: 'TERMINATE',
    APS_TEST_MODE: 'N',
    PURCHASE_ID: '00100001',
    PRODUCT_ID: 'paid-license',
    PURCHASE_DATE: '07/05/2024',
    SUBSCRIPTION_DATE: '07/05/2024',
    START_DATE: '17/08/2025',
    REG_NAME: 'PLSK.00010001',
    EXPIRY_DATE: '07/05/2025',
    PREVIOUS_LICENSE_BODY: btoa(btoa('EXT.00100001 cAnArY')),
    APS_TERMINATION_DATE: '17/08/2025',
  });
});

it.each([200, 204] as const)('takes %i for an agreement to the termination', async (status) => {
  const started = oneLease();
  started.world.vendor.agreesToEnd = status;
  await setStanding(started.memory, 'EXT.00100001', 'terminated');
  await started.ask('/session');

  expect(sent(started)).toMatchObject([{ APS_ACTION: 'TERMINATE' }]);
  expect(started.world.ka.outbox).toEqual([]);
});

it('lets nothing bring a terminated license back: no renewal, no purchase, no other standing', async () => {
  const started = oneLease();
  await setStanding(started.memory, 'EXT.00100001', 'terminated');
  await live(started, 40);
  await setStanding(started.memory, 'EXT.00100001', 'active');

  expect(sent(started).map(({ APS_ACTION }) => APS_ACTION)).toEqual(['TERMINATE']);
  expect(started.key.standing).toBe('terminated');
});

it('calls the vendor neither for a suspension, nor for its end, nor for the expiry', async () => {
  const started = oneLease();
  await setStanding(started.memory, 'EXT.00100001', 'suspended');
  await live(started, 3);
  await setStanding(started.memory, 'EXT.00100001', 'active');
  started.key.renewsEvery = null;
  await live(started, 60);

  expect(today(started.world) > '2025-05-17').toBe(true);
  expect(started.world.vendor.received).toEqual([]);
});

it('renews nothing while it is suspended, and catches up within the grace', async () => {
  const started = oneLease();
  await setStanding(started.memory, 'EXT.00100001', 'suspended');
  await live(started, 30);
  expect(started.world.vendor.received).toEqual([]);
  await setStanding(started.memory, 'EXT.00100001', 'active');
  await started.ask('/session');

  expect(sent(started)).toMatchObject([{ APS_ACTION: 'RENEW' }]);
});

it('hands the vendor’s own words to whoever placed a renewal, and keeps trying for them', async () => {
  const { call, memory, world } = oneLease();
  world.vendor.unpaid = {};
  await setFault(memory, { party: 'vendor', call: 'aps', kind: 'error', times: 1 });
  const form = { token: 'a-renewal-0000000000000000', a: 'renew', kn: 'PLSK.00010001' };
  const body = new URLSearchParams([...Object.entries(form), ['ekn', 'EXT.00100001']]);
  const answer = await call('https://ka.test/purchases', { method: 'POST', body });

  expect(answer.status).toBe(502);
  expect(answer.headers.get('Content-Type')).toContain('text/plain');
  expect(await answer.text()).toBe('Internal error');
  expect(world.ka.outbox).toMatchObject([{ action: 'RENEW', token: form.token }]);
});

it('tells the host when a lease renews by itself and when it would be terminated', async () => {
  const { ask } = start('leases');
  const { body } = await ask('/extensions/in-grace/license');

  expect(body).toEqual({
    extension: 'in-grace',
    license: {
      kind: 'subscription',
      number: 'EXT.00100003',
      standing: 'active',
      errors: [],
      paidThrough: '2025-04-06',
      runsThrough: '2025-04-16',
      autoRenews: true,
      terminatesOn: '2025-07-16',
    },
  });
});
