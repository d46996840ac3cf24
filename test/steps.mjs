// @ts-check

/**
 * @typedef {object} Step
 * @property {string} name - What `--only` calls it.
 * @property {string} what - What is being done, for people.
 * @property {string[]} commands - Run one after another.
 * @property {string} advice - What to do when it fails.
 */

const vitest = (/** @type {string} */ name, /** @type {string} */ projects) =>
  `vitest run ${projects} --allowOnly=false --reporter=default --reporter=json ` +
  `--outputFile.json=node_modules/.cache/upkeep/${name}-report.json`;

/**
 * What `npm test` does. Steps in one row have nothing to do with each other and run side by side.
 *
 * @type {Step[][]}
 */
export const rows = [
  [
    {
      name: 'types',
      what: 'types (tsc)',
      commands: ['tsc'],
      advice: 'Run "npm run typecheck" after each fix.',
    },
    {
      name: 'lint',
      what: 'lint (oxlint)',
      commands: ['oxlint --type-aware'],
      advice: 'Run "npm run lint -- --fix" for what can be mended by itself.',
    },
    {
      name: 'format',
      what: 'format (oxfmt)',
      commands: ['oxfmt --check'],
      advice: 'Run "npm run format".',
    },
    {
      name: 'unused',
      what: 'unused files, names and packages (knip)',
      commands: ['knip --no-progress'],
      advice: 'Remove what it lists, or use it.',
    },
  ],
  [
    {
      name: 'browser',
      what: 'a browser that starts',
      commands: ['node test/browser.mjs'],
      advice: 'Install Chrome or Chromium, or name one in CHROMIUM_PATH.',
    },
  ],
  [
    {
      name: 'unit',
      what: 'rules, components and stories (vitest)',
      commands: [vitest('unit', '--project unit --project browser --project storybook')],
      advice: 'Run "npx vitest --project unit" (or browser, storybook) to watch it.',
    },
  ],
  [
    {
      name: 'build',
      what: 'library, element, types and styles',
      commands: [
        'vite build --mode library --logLevel warn',
        'vite build --mode element --logLevel warn',
        'tsc --project src/tsconfig.build.json',
        'node test/declare.mjs',
      ],
      advice: 'Run "npm run build".',
    },
  ],
  [
    {
      name: 'package',
      what: 'the package as others get it',
      commands: [vitest('package', '--project package')],
      advice: 'Run "npm run build", then "npx vitest --project package".',
    },
  ],
  [
    {
      name: 'e2e',
      what: 'the panel in a page (Playwright)',
      commands: ['playwright test --config test/e2e/playwright.config.ts'],
      advice: 'Run "npm run test:e2e -- --ui", or look at the pictures in test-results.',
    },
  ],
];
