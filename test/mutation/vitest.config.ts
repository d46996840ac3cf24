import { defineConfig } from 'vitest/config';

/** Only the rules and their tests; those that read all of the real histories take too long to run for each mutant. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts', 'test/decision-table/cells.test.ts'],
    exclude: [
      'test/domain/oracle.test.ts',
      'test/domain/rehearsal-oracle.test.ts',
      // Counts that every verdict occurs, which needs more runs than a mutant gets.
      'test/domain/decision-oracle.test.ts',
      'test/domain/real-data-policies.test.ts',
      'test/domain/zone-sweep.test.ts',
      // Reads the sources, which are not themselves here.
      'test/domain/purity.test.ts',
    ],
    setupFiles: ['test/mutation/fewer-runs.ts'],
    testTimeout: 60_000,
  },
});
