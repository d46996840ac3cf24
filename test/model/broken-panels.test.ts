import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BROKEN_PANELS } from './broken-panels.ts';
import { Violation } from './history.ts';
import { plainOutside } from './plain-outside.ts';
import { orders } from './play.ts';

const RUNS = 5_000;

it.each(BROKEN_PANELS)('catches a panel that $name', { timeout: 120_000 }, async (broken) => {
  const property = orders(broken.make, plainOutside, {});
  const { failed, numRuns, errorInstance } = await fc.check(property, {
    numRuns: RUNS,
    endOnFailure: true,
  });

  expect(failed).toBe(true);
  expect(errorInstance).toBeInstanceOf(Violation);
  expect(errorInstance).toMatchObject({ invariant: broken.breaks });
  console.log(`A panel that ${broken.name}: caught in run ${numRuns}, by ${broken.breaks}.`);
});
