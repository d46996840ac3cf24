import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outcomeName, TABLE } from '../../mocks/decision-table/table.ts';
import * as stories from '../../stories/DecisionTable.stories.tsx';
import { publishedTable } from './published.ts';

it('is published as it is: run `npm run decision-table` where this fails', () => {
  const file = new URL('../../docs/decision-table.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(publishedTable());
});

it('has a story for each distinct outcome, and no other', () => {
  const { default: _, ...shown } = stories;
  const told = Object.values(shown).map(({ args }) => args?.outcome ?? '');
  expect(new Set(told)).toEqual(new Set(TABLE.map(outcomeName)));
  expect(told.length).toBe(new Set(told).size);
});
