// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The last stroke of the build. Where a type is drawn from a message catalog, TypeScript leaves
 * the import of the JSON file in the declarations, but neither the file nor the attribute that
 * projects on Node's own resolution insist on. So each catalog is declared here like a module.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const types = join(root, 'dist', 'types');
const importOfJson = /(?<=['"])(\.{1,2}\/[^'"]+\.json)(?=['"])/g;

const declarations = readdirSync(types, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join(types, name));

for (const file of declarations) {
  const text = readFileSync(file, 'utf8');
  for (const [catalog] of text.matchAll(importOfJson)) declare(join(dirname(file), catalog));
  writeFileSync(file, text.replace(importOfJson, '$1.js'));
}

/** @param {string} catalog - Where the import points to, under `dist/types`. */
function declare(catalog) {
  const source = join(root, 'src', relative(types, catalog));
  const ids = Object.keys(JSON.parse(readFileSync(source, 'utf8')));
  const union = ids.map((id) => JSON.stringify(id)).join(' | ') || 'never';
  writeFileSync(
    `${catalog}.d.ts`,
    `declare const catalog: Record<${union}, string>;\nexport default catalog;\n`,
  );
}
