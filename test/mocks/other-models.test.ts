import { expect, it } from 'vitest';
import { start, type Started, TOKEN } from './start.ts';

const codeOn = (page: string): string => /<code>([A-Z0-9-]{34})<\/code>/.exec(page)?.[1] ?? '';

const licenseOf = ({ world }: Started, key: string) =>
  world.host.extensions.find((each) => each.key === key)?.license;

/** Saves the wish for a license and pays it; gives the code that the store shows. */
async function buy({ ask, press }: Started, extension: string, offer: string): Promise<string> {
  await ask(`PUT /orders/${TOKEN}`, { kind: 'license', extension, offer, priceShown: null });
  return codeOn(await press('pay', TOKEN, { extension, 'product-id': offer }));
}

it.each([
  ['a single offer', 'forms', 'forms-license', { maintenanceEndsOn: '2026-04-10' }],
  ['one of several offers', 'backup', 'backup-month', { paidThrough: '2025-05-10' }],
  ['pay as you go', 'mailer', 'mailer-usage', { maintenanceEndsOn: null }],
])(
  'takes %s from payment to activation code, and from there to a license',
  async (_model, key, offer, given) => {
    const started = start('other-models');
    const { ask } = started;
    const code = await buy(started, key, offer);

    const issued = (await ask(`/orders/${TOKEN}`)).body as { steps: { ready: string } };
    expect(issued).toMatchObject({ state: 'ready', steps: { delivered: null } });
    await ask('/licenses?check=true');
    expect(licenseOf(started, key)).toMatchObject({ kind: 'missing' });

    expect((await ask('POST /activations', { code })).status).toBe(200);
    expect(licenseOf(started, key)).toMatchObject(given);
    expect((await ask(`/orders/${TOKEN}`)).body).toMatchObject({
      state: 'fulfilled',
      steps: { ready: issued.steps.ready },
    });
  },
);

it('tells the vendor of pay as you go that its use is reported', async () => {
  const started = start('other-models');
  await buy(started, 'mailer', 'mailer-usage');

  const form = new URLSearchParams(started.world.vendor.received[0]?.body);
  expect(form.get('APS_PROTOCOL_MODEL')).toBe('3');
  expect(form.get('APS_ACTION')).toBe('PURCHASE');
});
