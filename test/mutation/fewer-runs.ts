import type * as FastCheck from 'fast-check';
import { vi } from 'vitest';

/** Properties are tried this often for each mutant; `npm test` tries them as often as they say. */
const RUNS = 60;

vi.mock('fast-check', async (original) => {
  const whole = await original<typeof FastCheck>();
  const fewer = new Proxy(whole.assert, {
    apply: (assert, self, [property, parameters]) =>
      Reflect.apply(assert, self, [
        property,
        { ...parameters, numRuns: Math.min(parameters?.numRuns ?? RUNS, RUNS) },
      ]),
  });
  return { ...whole, assert: fewer };
});
