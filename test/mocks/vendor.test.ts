import { expect, it } from 'vitest';
import { basicAuth } from '../../mocks/basic-auth.ts';
import { apsDay } from '../../mocks/vendor/protocol.ts';
import { start, TOKEN } from './start.ts';

const LOGIN = basicAuth('ka:vendor-password-cAnArY');
const PURCHASE = {
  APS_ACTION: 'PURCHASE',
  PURCHASE_ID: '00123456',
  PRODUCT_ID: 'seo-report-full',
  EXPIRY_DATE: '10\\04\\2026',
};

const tell = (
  call: typeof fetch,
  form: Record<string, string>,
  headers: Record<string, string> = { Authorization: LOGIN },
) => call('https://vendor.test/aps', { method: 'POST', body: new URLSearchParams(form), headers });

it.each([
  ['31/12/2025', '2025-12-31'],
  ['31\\12\\2025', '2025-12-31'],
  ['30/02/2025', undefined],
  ['2025-12-31', undefined],
])('reads the day %s as %s', (text, expected) => {
  expect(apsDay(text)).toBe(expected);
});

it('answers a purchase with the license body and its end as an HTTP date', async () => {
  const { call } = start('empty');
  const answer = await tell(call, PURCHASE);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('X-APS-Expiration-Date')).toBe('Fri, 10 Apr 2026 00:00:00 GMT');
  expect(JSON.parse(atob(await answer.text()))).toMatchObject({
    license: '00123456',
    product: 'seo-report-full',
  });
});

it('gives the same license again for the same number, and for the same token', async () => {
  const { call, world } = start('empty');
  const first = await (await tell(call, { ...PURCHASE, ACTIVATION_DATA: TOKEN })).text();
  const sameNumber = await (await tell(call, { ...PURCHASE, ACTIVATION_DATA: TOKEN })).text();
  const sameToken = await (
    await tell(call, { ...PURCHASE, PURCHASE_ID: '00999999', ACTIVATION_DATA: TOKEN })
  ).text();

  expect([sameNumber, sameToken]).toEqual([first, first]);
  expect(Object.keys(world.vendor.licenses)).toEqual(['00123456']);
});

it('takes two purchases without a token as two', async () => {
  const { call, world } = start('empty');
  await tell(call, PURCHASE);
  await tell(call, { ...PURCHASE, PURCHASE_ID: '00123457' });

  expect(Object.keys(world.vendor.licenses)).toHaveLength(2);
});

it('ignores fields it does not know and the order of those it does', async () => {
  const { call } = start('empty');

  expect(
    (
      await tell(call, {
        NEW_FIELD: 'x',
        ...Object.fromEntries(Object.entries(PURCHASE).reverse()),
      })
    ).status,
  ).toBe(200);
});

it.each([
  [401, {}],
  [403, { Authorization: basicAuth('ka:wrong') }],
])('says %i to credentials like %o', async (status, headers) => {
  const { call } = start('empty');

  expect((await tell(call, PURCHASE, headers)).status).toBe(status);
});

it('says 400 in plain text to what it cannot use', async () => {
  const { call } = start('empty');
  const answers = [
    await tell(call, { ...PURCHASE, APS_ACTION: 'DANCE' }),
    await tell(call, { ...PURCHASE, EXPIRY_DATE: '2026-04-10' }),
    await tell(call, { APS_ACTION: 'PURCHASE' }),
    await call('https://vendor.test/aps', {
      method: 'POST',
      body: '{}',
      headers: { Authorization: LOGIN },
    }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect(answers[0]?.headers.get('Content-Type')).toContain('text/plain');
});

it('moves the end with RENEW, and refuses everything after TERMINATE', async () => {
  const { call } = start('empty');
  await tell(call, PURCHASE);
  const renewed = await tell(call, { ...PURCHASE, APS_ACTION: 'RENEW', EXPIRY_DATE: '10/04/2027' });
  const ended = await tell(call, { ...PURCHASE, APS_ACTION: 'TERMINATE' });

  expect(renewed.headers.get('X-APS-Expiration-Date')).toBe('Sat, 10 Apr 2027 00:00:00 GMT');
  expect(ended.status).toBe(204);
  expect((await tell(call, { ...PURCHASE, APS_ACTION: 'RENEW' })).status).toBe(400);
});

it('refuses a purchase that arrives after its termination: that cannot be undone', async () => {
  const { call, world } = start('empty');
  await tell(call, PURCHASE);
  await tell(call, { ...PURCHASE, APS_ACTION: 'TERMINATE' });
  const again = await tell(call, PURCHASE);

  expect(again.status).toBe(400);
  expect(await again.text()).toBe('This license was terminated; that cannot be undone.');
  expect(world.vendor.licenses['00123456']?.terminated).toBe(true);
});

it('remembers a termination of what it never heard of: a purchase may be on its way behind it', async () => {
  const { call } = start('empty');
  await tell(call, { ...PURCHASE, APS_ACTION: 'TERMINATE' });

  expect((await tell(call, PURCHASE)).status).toBe(400);
});

it('says in plain text why it renews no longer', async () => {
  const { call, world } = start('empty');
  world.vendor.unpaid = { '00123456': 'Not paid.' };
  const answer = await tell(call, { ...PURCHASE, APS_ACTION: 'RENEW' });

  expect([answer.status, await answer.text()]).toEqual([400, 'Not paid.']);
});

it('counts what was used of one license and not of others', async () => {
  const { call, world } = start('empty');
  world.vendor.used = { '00000001': { scans: 12 }, '00000002': { scans: 3 } };
  const asked = { APS_ACTION: 'GET-INFO', APS_PROTOCOL_MODEL: '3', PURCHASE_ID: '00000001' };

  expect(await (await tell(call, asked)).json()).toEqual({
    version: 'isv-reportable-1',
    usage: { deliveries: 0, scans: 12 },
  });
});

it('reports usage to GET-INFO in the documented form', async () => {
  const { call } = start('empty');

  expect(await (await tell(call, { APS_ACTION: 'GET-INFO', PURCHASE_ID: '1' })).json()).toEqual({
    version: 'isv-reportable-1',
    usage: { deliveries: 0 },
  });
});
