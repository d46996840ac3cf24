import { defineConfig } from 'vitest/config';

/** Only the rules and their tests; those that read all of the real histories take too long to run for each mutant. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: ['test/domain/oracle.test.ts', 'test/domain/zone-sweep.test.ts'],
  },
});
