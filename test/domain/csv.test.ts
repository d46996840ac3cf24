import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, guarded } from '../../src/domain/csv.ts';

// Written without a look at the code: what RFC 4180 says, letter by letter.
function parsed(file: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let at = 0; at < file.length; at++) {
    const letter = file[at] ?? '';
    if (inQuotes) {
      if (letter !== '"') cell += letter;
      else if (file[at + 1] === '"') {
        cell += '"';
        at++;
      } else inQuotes = false;
    } else if (letter === '"' && cell === '') inQuotes = true;
    else if (letter === separator) {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && file[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else cell += letter;
  }
  return rows;
}

/** Takes the apostrophe out again that made text of a formula. */
function restored(cell: string): string {
  const isRisky = (rest: string, isStart: boolean) =>
    /^[\s\p{Cf}'"]*[=+\-@−⁺⁻⁼₊₋₌⩵⩶﬩﹢﹣﹦﹫＋－＝＠]/u.test(rest) ||
    (isStart && /^'*[\t\r\n]/.test(rest));
  let text = '';
  for (let at = 0; at < cell.length; at++) {
    const isStart = at === 0;
    const mayStart = isStart || /[;\t\r\n]/.test(cell[at - 1] ?? '');
    if (cell[at] === "'" && mayStart && isRisky(cell.slice(at + 1), isStart)) {
      // Only one of them was put there; the next letter is what came after it.
      at += 1;
    }
    text += cell[at] ?? '';
  }
  return text;
}

const isFormula = (cell: string): boolean =>
  /^[=+\-@\u2212]/.test(cell.replace(/^[\s\p{Cf}"]+/u, '').normalize('NFKC'));

/** What has a meaning to some reader of such files, and a little that has none. */
const NASTY = '=+-@\t\r\n"\',; \u00a0\u3000\u200b\ufeff＝＋－＠﹦−a1Ü(!';

const nasty = fc
  .array(fc.constantFrom(...Array.from(NASTY)), { maxLength: 12 })
  .map((letters) => letters.join(''));
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }));
const table = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

it('starts with the mark by which spreadsheets know UTF-8, quotes every cell, and ends every row with CR LF', () => {
  expect(
    csv([
      ['Über', 'say "hi"'],
      ['1,5', 'two\nlines'],
    ]),
  ).toBe('\uFEFF"Über","say ""hi"""\r\n"1,5","two\nlines"\r\n');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t'=1"],
  ['\rx', "'\rx"],
  ['  =1', "'  =1"],
  ['\u200b=1', "'\u200b=1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ['a;=1', "a;'=1"],
  ['a\n+1', "a\n'+1"],
])('makes text of what looks like a formula: %j', (formula, safe) => {
  expect(guarded(formula)).toBe(safe);
});

it.each(['Formie', 'EXT.00100001', '2025-06-15', '49.00', 'a-b', "it's", 'a; b', '', "'quoted'"])(
  'leaves %j as it is',
  (harmless) => {
    expect(guarded(harmless)).toBe(harmless);
  },
);

it('comes back whole from another reader, whatever is written', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const file = csv(rows);
      expect(file.startsWith('\uFEFF')).toBe(true);
      expect(parsed(file.slice(1)).map((row) => row.map(restored))).toEqual(rows);
    }),
    { numRuns: 2_000 },
  );
});

it('never leaves a formula to a spreadsheet, nor to one with another separator', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const file = csv(rows).slice(1);
      const cells = parsed(file).flat();
      expect(cells.filter((cell) => isFormula(cell) || /^[\t\r\n]/.test(cell))).toEqual([]);
      for (const separator of [';', '\t']) {
        expect(parsed(file, separator).flat().filter(isFormula)).toEqual([]);
      }
      // And to one that knows of no quotes.
      const naive = file.split(/[;\t\r\n]/);
      expect(naive.filter(isFormula)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
