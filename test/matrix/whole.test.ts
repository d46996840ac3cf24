import { expect, it } from 'vitest';
import { CALLS } from '../../mocks/calls.ts';
import { FAULT_KINDS } from '../../mocks/faults.ts';
import { readdirSync } from 'node:fs';
import { OPERATIONS } from '../contract/kept.ts';
import { GROUPS } from './groups.ts';
import { FOR_OTHERS, MATRIX, ROWS_OF } from './table.ts';

const rows = Object.keys(MATRIX);

it('has a row for every call that the mock host answers, but for those no panel makes', () => {
  expect([...rows, ...FOR_OTHERS].sort()).toEqual([...CALLS.host].sort());
});

it('has as many rows as the contract has operations, but for those no panel makes', () => {
  expect(rows).toHaveLength(OPERATIONS.length - FOR_OTHERS.length);
});

it('has a cell for every kind of fault in every row', () => {
  for (const row of Object.values(MATRIX))
    expect(Object.keys(row).sort()).toEqual([...FAULT_KINDS].sort());
});

it('plays every row in a test of its group', () => {
  const tests = readdirSync(import.meta.dirname).filter((file) =>
    file.endsWith('.browser.test.tsx'),
  );
  expect(Object.values(GROUPS).flat().sort()).toEqual([...rows].sort());
  expect(tests.sort()).toEqual(
    Object.keys(GROUPS)
      .map((group) => `${group}.browser.test.tsx`)
      .sort(),
  );
});

it('names every row by the call that an error of it names', () => {
  expect(Object.values(ROWS_OF).flat().sort()).toEqual(rows.sort());
});

it('never lets a lost answer of a deed read as a failure', () => {
  const lost = Object.values(MATRIX).flatMap((row) => [row['lost-after'], row['lost-before']]);
  const unknown = lost.filter(({ heard }) => heard === 'unknown').map(({ says }) => String(says));
  expect(unknown.filter((title) => !/not known|not in use/.test(title))).toEqual([]);
});
