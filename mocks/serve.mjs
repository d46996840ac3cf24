// @ts-check
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/*
 * `npm run backends`. Vite reads the TypeScript for plain Node; none of this project's plugins is needed for that.
 */

/** @type {{ module: typeof import('./command-line.ts') }} */
const { module } = await runnerImport(
  fileURLToPath(new URL('./command-line.ts', import.meta.url)),
  {
    root: dirname(dirname(fileURLToPath(import.meta.url))),
    configFile: false,
    logLevel: 'error',
  },
);
await module.serve(process.argv.slice(2));
