import { expect, it } from 'vitest';
import { decide, type Decided } from '../../src/domain/decide.ts';
import { renewSeveral } from '../../src/panel/to-renew.ts';
import { allBut, estate, extension, perpetual, release } from '../domain/given.ts';

const ENDED = '2024-03-31';

function row(key: string, locked: number, endsOn = ENDED, security = 0): Decided {
  const known = extension({
    key,
    license: perpetual(endsOn),
    releases: Array.from({ length: locked }, (_, at) =>
      release(`1.${at + 1}`, '2024-04-10', { security: at < security }),
    ),
  });
  return { extension: known, decision: decide(known, estate()) };
}

it('is about all that may be renewed, in the order of the list', () => {
  const rows = [row('a', 1), row('b', 0, '2026-01-01'), row('c', 3), row('d', 0, '2024-05-05')];
  expect(renewSeveral(rows)).toEqual({ kind: 'renew', keys: ['a', 'c', 'd'], others: 0 });
});

it('is not there for one, for none, and for those who may not buy', () => {
  expect(renewSeveral([])).toBeNull();
  expect(renewSeveral([row('a', 1)])).toBeNull();
  const viewed = [row('a', 1), row('b', 1)].map(({ extension }) => ({
    extension,
    decision: decide(extension, estate({ may: allBut('purchase') })),
  }));
  expect(renewSeveral(viewed)).toBeNull();
});

it('leaves out what is paid already, and waits for its license', () => {
  const rows = [row('a', 1), row('b', 1), row('c', 1)];
  const about = { paidAt: null, title: 'Renewal' };
  const awaited = new Map([
    ['a', { ...about, kind: 'paid' as const }],
    ['b', { ...about, kind: 'paying' as const }],
  ]);

  expect(renewSeveral(rows, awaited)?.keys).toEqual(['b', 'c']);
});

it('takes first what repairs flaws, then what opens most, where there is not room for all', () => {
  const rows = [
    ...Array.from({ length: 120 }, (_, at) => row(`plain-${at}`, 1)),
    row('most', 5),
    row('flawed', 1, ENDED, 1),
  ];
  const several = renewSeveral(rows);
  expect(several?.keys).toHaveLength(100);
  expect(several?.keys.slice(0, 3)).toEqual(['flawed', 'most', 'plain-0']);
  expect(several?.others).toBe(22);
});
