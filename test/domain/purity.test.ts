import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../src/domain/', import.meta.url);
const sources = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

/** What would let a clock, chance or the machine's time zone into a rule. */
const IMPURE = [
  /\bnew Date\(\s*\)/,
  /(?<!new )\bDate\(/,
  /\bDate\.now\b/,
  /\bperformance\b/,
  /\bMath\.random\b/,
  /\.(get|set)(Date|Day|Month|Year|FullYear|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(/,
  /\.to(Locale|Date|Time)\w*String\(/,
  /\bIntl\.DateTimeFormat\(\s*\)/,
  /\bfetch\b|\blocalStorage\b|\bdocument\b|\bwindow\b|\bprocess\b/,
];

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

it('finds the files it is here to read', () => {
  expect(sources.length).toBeGreaterThan(15);
});

it.each(sources)('$name knows no clock, no chance, no local time and no outside', ({ text }) => {
  const found = IMPURE.filter((pattern) => pattern.test(withoutComments(text)));
  expect(found).toEqual([]);
});

it.each([
  'const today = new Date();',
  'Date.now()',
  'Math.random()',
  'date.getMonth()',
  'date.getDate()',
  'date.toLocaleDateString()',
])('would notice %s', (line) => {
  expect(IMPURE.some((pattern) => pattern.test(withoutComments(line)))).toBe(true);
});
