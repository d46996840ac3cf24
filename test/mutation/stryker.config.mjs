/* Changes the rules in small ways and expects a test to notice each: `npm run test:mutation`. */
export default {
  mutate: ['src/domain/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  // There is nothing to rewrite in it, and rewriting needs an older compiler's interface.
  tsconfigFile: 'no-tsconfig.json',
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  reporters: ['clear-text', 'html', 'progress-append-only'],
  htmlReporter: { fileName: '.mutation/report.html' },
  tempDirName: '.mutation/tmp',
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
};
