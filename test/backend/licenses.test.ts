import { expect, it } from 'vitest';
import * as example from '../contract/examples.ts';
import { sayingJson } from './given.ts';

it('says when licenses were last asked for, whatever the licenses look like', async () => {
  const { backend, left } = sayingJson({ checkedAt: '2025-04-10T09:00:00Z', licenses: 'broken' });

  expect(await backend.licenses.checkLicenses()).toEqual({ checkedAt: '2025-04-10T09:00:00Z' });
  expect(left[0]?.path).toBe('/licenses?check=true');
});

it('shows what a code would do', async () => {
  const { backend } = sayingJson(example.activation);

  expect(await backend.licenses.previewActivation('code')).toEqual(example.activation);
});

it('takes a license that makes no sense for an unknown one, before and after activating', async () => {
  const { backend } = sayingJson({
    licenses: [
      { extension: 'a', name: 'A', license: { kind: 'perpetual', maintenanceEndsOn: null } },
    ],
  });
  const told = {
    licenses: [{ extension: 'a', license: { kind: 'unknown', reason: 'license.number: a value' } }],
  };

  expect(await backend.licenses.previewActivation('code')).toMatchObject(told);
  expect(await backend.licenses.activate('code', 'key')).toMatchObject(told);
});

it('activates under the key of the press', async () => {
  const { backend, left } = sayingJson(example.activation);
  await backend.licenses.activate('code', 'press-1');

  expect(left[0]?.headers.get('Idempotency-Key')).toBe('press-1');
});

it('reads what renewing costs and brings', async () => {
  const { backend } = sayingJson(example.quote);

  expect(await backend.licenses.quote(['importer', 'seo-report'])).toEqual(example.quote);
});

it.each<[string, object, string]>([
  ['a line that was not asked for', { extension: 'other' }, 'lines[0].extension'],
  ['a price that is a number', { price: { amount: 45, currency: 'USD' } }, 'lines[0].price.amount'],
  [
    'a price below nothing',
    { price: { amount: '-45.00', currency: 'USD' } },
    'lines[0].price.amount',
  ],
  ['half a month', { months: 0.5 }, 'lines[0].months'],
  ['a day that does not exist', { newEndsOn: '2026-02-29' }, 'lines[0].newEndsOn'],
])(
  'refuses a quote with %s, because a total of the rest would be wrong',
  async (_name, more, at) => {
    const lines = example.quote.lines.map((line) => ({ ...line, ...more }));

    await expect(
      sayingJson({ ...example.quote, lines }).backend.licenses.quote(['importer']),
    ).rejects.toMatchObject({
      failure: { kind: 'unreadable', at },
    });
  },
);
