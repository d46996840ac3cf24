import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import type { Options } from './stage.ts';

const port = 4199;

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: true,
  retries: 0,
  // A journey takes seconds; a machine busy with other things may take its time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: [
    ['list'],
    ['json', { outputFile: '../../node_modules/.cache/upkeep/e2e-report.json' }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: launchOptions(),
    trace: 'retain-on-failure',
  },
  // The same journeys against both worlds: the demo's own, and real servers that each test starts for itself.
  projects: [
    { name: 'demo', use: { parties: 'in the page' } },
    { name: 'backends', testMatch: 'journeys.spec.ts', use: { parties: 'real servers' } },
  ],
  webServer: [
    {
      name: 'demo page',
      command: `npm start -- --port ${port}`,
      url: `http://localhost:${port}`,
      cwd: '../..',
      reuseExistingServer: false,
    },
  ],
});
