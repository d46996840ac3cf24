import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { honestPanel } from './panel.ts';
import { type Counts, orders } from './play.ts';
import { realOutside } from './real-outside.ts';

const RUNS = 60;
const { SEED, REPLAY_PATH } = process.env;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('loses no order among the parties of the mocks either', { timeout: 300_000 }, async () => {
  const counts: Counts = {};
  const seed = Number(SEED ?? Date.now() % 2 ** 31);

  await fc.assert(orders(honestPanel, realOutside, counts, REPLAY_PATH), { numRuns: RUNS, seed });

  expect(counts['delivered']).toBeGreaterThan(RUNS / 3);
});
