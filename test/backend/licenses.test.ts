import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import type { Term } from '../../src/domain/renewal-term.ts';
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

const { months: _months, until: _until, ...quote } = example.quote;

it('reads what renewing costs and brings', async () => {
  const { backend, left } = sayingJson(example.quote);

  expect(await backend.licenses.quote(['importer', 'seo-report'])).toEqual({
    ...quote,
    term: { months: 12 },
  });
  expect(left).toMatchObject([{ body: { extensions: ['importer', 'seo-report'] } }]);
});

it('asks for a number of months, or for a common end day, and never for both', async () => {
  const [line] = example.quote.lines;
  const forTwoYears = sayingJson({ ...example.quote, months: 24 });
  const toOneDay = sayingJson({
    ...example.quote,
    lines: [{ ...line, months: null, newEndsOn: '2026-06-30' }],
    months: null,
    until: '2026-06-30',
  });
  const asked = ['importer', 'seo-report'];

  expect(await forTwoYears.backend.licenses.quote(asked, { months: 24 })).toMatchObject({
    term: { months: 24 },
  });
  expect(forTwoYears.left[0]?.body).toEqual({ extensions: asked, months: 24 });
  expect(await toOneDay.backend.licenses.quote(asked, { until: day('2026-06-30') })).toMatchObject({
    term: { until: '2026-06-30' },
    lines: [{ months: null }],
  });
  expect(toOneDay.left[0]?.body).toEqual({ extensions: asked, until: '2026-06-30' });
});

const UNTIL = { until: day('2026-06-30') };

it.each<[string, Term | null, object, string]>([
  ['other months than were asked for', { months: 24 }, {}, 'months'],
  ['no echo of the months', { months: 24 }, { months: null }, 'months'],
  ['another day than was asked for', UNTIL, { months: null, until: '2026-07-01' }, 'until'],
  ['no echo of the day', UNTIL, { months: null }, 'until'],
  ['a day where none was asked for', null, { months: null, until: '2026-06-30' }, 'until'],
  [
    'a line that ends on another day than asked',
    UNTIL,
    { months: null, until: '2026-06-30' },
    'lines[0].newEndsOn',
  ],
])('refuses a quote with %s: it answers another question', async (_name, term, more, at) => {
  const { backend } = sayingJson({ ...example.quote, left: [], ...more });

  await expect(backend.licenses.quote(['importer'], term)).rejects.toMatchObject({
    failure: { kind: 'unreadable', at },
  });
});

it('refuses a quote that counts a license twice, or leaves out what it has a line for', async () => {
  const { lines } = example.quote;
  const twice = sayingJson({ ...example.quote, lines: [...lines, ...lines] });
  const both = sayingJson({ ...example.quote, left: [{ extension: 'importer', because: 'x' }] });

  await expect(twice.backend.licenses.quote(['importer', 'seo-report'])).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'lines[1].extension' },
  });
  await expect(both.backend.licenses.quote(['importer'])).rejects.toMatchObject({
    failure: { kind: 'unreadable', at: 'left[0].extension' },
  });
});

it('reads a reason that nobody here knows as not renewable, and a host without terms as one', async () => {
  const left = [{ extension: 'seo-report', because: 'moon-phase' }];
  const { terms: _terms, ...old } = example.quote;
  const { backend } = sayingJson({ ...old, left });

  expect(await backend.licenses.quote(['importer', 'seo-report'])).toMatchObject({
    left: [{ extension: 'seo-report', because: 'not-renewable' }],
    terms: [],
  });
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
      sayingJson({ ...example.quote, left: [], lines }).backend.licenses.quote(['importer']),
    ).rejects.toMatchObject({
      failure: { kind: 'unreadable', at },
    });
  },
);
