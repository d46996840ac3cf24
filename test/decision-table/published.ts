import {
  COLUMNS,
  HOST_VERSION,
  type Situation,
  TODAY,
} from '../../mocks/decision-table/situation.ts';
import { SETS, TABLE, type When } from '../../mocks/decision-table/table.ts';

const HEAD: Readonly<Record<keyof Situation, string>> = {
  status: 'Extension',
  license: 'License',
  policy: 'Coverage policy',
  dates: 'Releases',
  fit: 'Newer ones on this host',
  hold: 'Hold',
};

const columns = Object.keys(COLUMNS) as (keyof Situation)[];

const saying = (when: When, column: keyof Situation): string => {
  const word = when[column];
  if (word === undefined) return '';
  if (typeof word === 'string') return word;
  const set = Object.entries(SETS).find(([, words]) => words.join() === word.join());
  return set ? `*${set[0]}*` : word.join(' *or* ');
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The decision table as a page of the documentation. */
export function publishedTable(): string {
  const all = columns.reduce((product, column) => product * COLUMNS[column].length, 1);
  const heads = ['#', ...columns.map((column) => HEAD[column]), 'Verdict', 'Counted as', 'Button'];
  return [
    '# Decision table',
    '',
    'Written by `npm run decision-table` from `mocks/decision-table/table.ts`; a test fails when it is not up to date.',
    '',
    `What the panel says and offers in each of ${all.toLocaleString('en')} situations. The first row whose words all fit decides; an empty cell fits everything. \`npm test\` holds the rules against every situation, and Storybook shows each outcome under *Extensions / Decision table*.`,
    '',
    `In all of them it is ${TODAY}, the host is version ${HOST_VERSION} and can do everything, and an administrator asks. Release 1.0.0 is installed unless the table says otherwise, and 0.9.0 is an older one. *In time* and *late* mean built eleven days before and ten days after the last day of maintenance; for licenses without such a day, around 31 March 2024. 1.0.0 was built fourteen months before it.`,
    '',
    'Words in italics stand for several:',
    '',
    ...Object.entries(SETS).map(([name, words]) => `- *${name}*: ${words.join('; ')}`),
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...TABLE.map(({ when, verdict, group, button }, at) =>
      line([
        String(at + 1),
        ...columns.map((column) => saying(when, column)),
        `\`${verdict}\``,
        group,
        button === 'none' ? '–' : button,
      ]),
    ),
    '',
  ].join('\n');
}
