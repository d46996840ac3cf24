import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, inject, it } from 'vitest';

const { project } = inject('packed');

/** The last lines prove that the names have types of their own, since `any` would accept them. */
const program = `
import * as upkeep from 'upkeep-panel';
import * as element from 'upkeep-panel/element';

export const surface: object = { ...upkeep, ...element };

// @ts-expect-error -- no such name
export const missing = upkeep.thisNameDoesNotExist;
`;

it.each([
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
])('type-checks in a strict project that resolves like %s', (moduleResolution, module) => {
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(project, 'app.ts'), program);
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    jsx: 'react-jsx',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    target: 'ES2022',
    types: [],
    module,
    moduleResolution,
  };
  const config = join(project, `tsconfig.${moduleResolution}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files: ['app.ts'] }));

  const tsc = resolve('node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', config], {
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
});
