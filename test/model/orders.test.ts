import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { honestPanel } from './panel.ts';
import { plainOutside } from './plain-outside.ts';
import { type Counts, orders } from './play.ts';

const { RUNS = '20000', SEED, REPLAY_PATH } = process.env;

it('loses, doubles and misdelivers no order, whatever happens', { timeout: 0 }, async () => {
  const counts: Counts = {};
  const numRuns = Number(RUNS);
  const seed = Number(SEED ?? Date.now() % 2 ** 31);
  console.log(`${numRuns} runs, SEED=${seed}`);

  await fc.assert(orders(honestPanel, plainOutside, counts, REPLAY_PATH), { numRuns, seed });

  const shares = Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, runs]) => `${what}: ${((100 * runs) / numRuns).toFixed(1)} %`);
  console.log(`In how many runs something happened:\n${shares.join('\n')}`);
  expect(counts['ready']).toBeGreaterThanOrEqual(0.6 * numRuns);
});
