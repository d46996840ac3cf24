import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { License } from '../../../src/domain/license.ts';
import { outcomesOf, withAnswered } from '../../../src/features/activation/outcome.ts';

const TODAY = day('2025-04-10');

const perpetual = (endsOn: string, number = 'EXT.00000001'): License => ({
  kind: 'perpetual',
  number,
  standing: 'active',
  errors: [],
  maintenanceEndsOn: day(endsOn),
});

/** What becomes of a granted license, with that license in the list afterwards. */
function outcomeOf(granted: License, present: License | undefined): string {
  const extensions = present === undefined ? [] : [{ key: 'forms', license: present }];
  const list = { extensions, today: TODAY } as unknown as Parameters<typeof outcomesOf>[1];
  const [one] = outcomesOf([{ extension: 'forms', name: 'Forms', license: granted }], list);
  return one?.outcome ?? 'none';
}

const YEAR = perpetual('2026-04-10');

it.each<[string, License, License | undefined, string]>([
  ['is there and in force', YEAR, YEAR, 'in-place'],
  ['ends today, which still counts', perpetual('2025-04-10'), perpetual('2025-04-10'), 'in-place'],
  ['brings no updates any more', perpetual('2025-04-09'), perpetual('2025-04-09'), 'not-in-force'],
  ['was withdrawn meanwhile', YEAR, { ...YEAR, standing: 'suspended' } as License, 'not-in-force'],
  [
    'is an evaluation that is over',
    {
      kind: 'evaluation',
      number: 'E.1',
      standing: 'active',
      errors: [],
      expiresOn: day('2025-04-09'),
    },
    {
      kind: 'evaluation',
      number: 'E.1',
      standing: 'active',
      errors: [],
      expiresOn: day('2025-04-09'),
    },
    'not-in-force',
  ],
  ['is another one in the list', YEAR, perpetual('2026-04-10', 'EXT.00000002'), 'missing'],
  ['is in the list with its former end', YEAR, perpetual('2025-04-30'), 'missing'],
  ['is for something that is not in the list', YEAR, undefined, 'missing'],
  ['made no sense, and makes sense now', { kind: 'unknown', reason: '' }, YEAR, 'in-place'],
  [
    'makes no sense in either',
    { kind: 'unknown', reason: '' },
    { kind: 'unknown', reason: '' },
    'missing',
  ],
])('a license that %s', (_what, granted, present, outcome) => {
  expect(outcomeOf(granted, present)).toBe(outcome);
});

it('keeps what was offered and not answered, so that nothing is passed over in silence', () => {
  const offered = ['forms', 'backup'].map((extension) => ({
    extension,
    name: extension,
    license: YEAR,
  }));
  const renewed = { extension: 'backup', name: 'backup', license: perpetual('2027-04-10') };
  const more = { extension: 'mailer', name: 'mailer', license: YEAR };

  expect(withAnswered(offered, [renewed, more])).toEqual([offered[0], renewed, more]);
});
