import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../mocks/decision-table/outcome.ts';
import { COLUMNS, type Situation, situations } from '../../mocks/decision-table/situation.ts';
import { rowOf, TABLE, type TableRow } from '../../mocks/decision-table/table.ts';

/* The table is written by hand from the licensing rules; here `decide` is held against it, cell by cell. */

const cells = TABLE.map((): Situation[] => []);
const forgotten: Situation[] = [];
for (const situation of situations()) {
  (cells[rowOf(situation)] ?? forgotten).push(situation);
}

const columns = Object.keys(COLUMNS) as (keyof Situation)[];

const nameOf = ({ when, verdict, button }: TableRow): string => {
  const said = columns.flatMap((column) => {
    const word = when[column];
    return word === undefined
      ? []
      : [`${column}: ${typeof word === 'string' ? word : word.join(' or ')}`];
  });
  return `${said.join('; ') || 'everything else'} → ${verdict}, ${button}`;
};

it('forgets no situation', () => {
  expect(forgotten).toEqual([]);
  expect(cells.flat().length).toBe(
    columns.reduce((product, column) => product * COLUMNS[column].length, 1),
  );
});

describe('decides as the table says', () => {
  it.each(TABLE.map((row, at) => [nameOf(row), row, at] as const))('%s', (_, row, at) => {
    const { verdict, group, button } = row;
    const own = cells[at] ?? [];
    const wrong = own.flatMap((situation) => {
      const outcome = outcomeOf(situation);
      return JSON.stringify(outcome) === JSON.stringify({ verdict, group, button })
        ? []
        : [{ ...situation, outcome }];
    });
    // A row that no situation reaches would be there for nothing.
    expect(own.length).toBeGreaterThan(0);
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
