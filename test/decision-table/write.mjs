// @ts-check
/* Writes docs/decision-table.md from the table that the rules are tested against. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const file = join(root, 'docs', 'decision-table.md');

const { module } = await runnerImport(join(here, 'published.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
writeFileSync(file, module.publishedTable());
console.log('Wrote docs/decision-table.md.');
