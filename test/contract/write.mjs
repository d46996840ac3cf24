// @ts-check
/* Writes docs/openapi.yaml from the schemas of src/backend/wire.ts and the words beside this file. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const file = join(root, 'docs', 'openapi.yaml');

const { module } = await runnerImport(join(here, 'yaml.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
writeFileSync(file, module.asYaml());
execFileSync(join(root, 'node_modules', '.bin', 'oxfmt'), [file], { cwd: root });
console.log('Wrote docs/openapi.yaml.');
