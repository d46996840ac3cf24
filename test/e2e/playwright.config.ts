import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browser.mjs';

const port = 4199;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: true,
  retries: 0,
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
