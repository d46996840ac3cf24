import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import type { Options } from './stage.ts';

const port = 4199;
const startPort = 4198;
const outDir = 'node_modules/.cache/upkeep/demo-page';

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: true,
  retries: 0,
  // A journey takes seconds; a machine busy with other things may take its time.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Journeys wait for pages and hosts as long as they compute: four fill two cores. Each opens a world of its own.
  workers: 4,
  fullyParallel: true,
  reporter: [
    ['list'],
    ['json', { outputFile: '../../node_modules/.cache/upkeep/e2e-report.json' }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: launchOptions(),
    // A trace of every test costs a fifth of the time, so it is taken when asked for: `TRACE=on npm run test:e2e`.
    trace: process.env['TRACE'] === 'on' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  // The same journeys against both worlds: the demo's own, and real servers that each test starts for itself.
  projects: [
    {
      name: 'demo',
      testIgnore: ['start.spec.ts', 'large.spec.ts', 'kills/**'],
      use: { parties: 'in the page' },
    },
    { name: 'backends', testMatch: 'journeys.spec.ts', use: { parties: 'real servers' } },
    // Pages that are closed at every point, several tabs, and pages nobody sees: a worker's servers serve all of it.
    { name: 'kills', testMatch: 'kills/*.spec.ts' },
    {
      name: 'npm start',
      testMatch: 'start.spec.ts',
      use: { parties: 'in the page', baseURL: `http://localhost:${startPort}` },
    },
    // What blocks a page can be told only where nothing else runs: after all others, and by itself.
    {
      name: 'large',
      testMatch: 'large.spec.ts',
      dependencies: ['demo', 'backends', 'kills', 'npm start'],
    },
  ],
  webServer: [
    {
      // Built, because a development page fetches each of its files anew for every test.
      name: 'demo page',
      command: `npx vite build --logLevel warn --outDir ${outDir} && npx vite preview --outDir ${outDir} --port ${port}`,
      url: `http://localhost:${port}`,
      cwd: '../..',
      timeout: 180_000,
      reuseExistingServer: false,
    },
    {
      name: 'npm start',
      command: `npm start -- --port ${startPort}`,
      url: `http://localhost:${startPort}`,
      cwd: '../..',
      timeout: 180_000,
      reuseExistingServer: false,
    },
  ],
});
