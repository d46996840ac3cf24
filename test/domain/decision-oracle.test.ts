import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { COVERAGE_RULES } from '../../src/domain/coverage.ts';
import { someRow } from './any-row.ts';
import { inWords } from './decided-in-words.ts';
import { type Reading, reading } from './reading.ts';

const VERDICTS = [
  'failed',
  'unknown',
  'license-error',
  'revoked',
  'trial-expired',
  'subscription-ended',
  'unlicensed',
  'mismatch',
  'payment-due',
  'held',
  'trial',
  'up-to-date',
  'needs-newer-host',
  'free',
  'update-ready',
  'covered-update',
  'needs-renewal',
] as const satisfies readonly Reading['verdict'][];

it('decides as a second reading of the rules does, whatever the extension, its license and its host', () => {
  const verdicts = new Map<string, number>();
  const rules = new Map<string, number>();
  const count = (into: Map<string, number>, word: string | undefined) =>
    word !== undefined && into.set(word, (into.get(word) ?? 0) + 1);
  let runs = 0;

  fc.assert(
    fc.property(someRow, ({ of, on, under }) => {
      const read = reading(of, on, under);
      expect(inWords(of, on)).toEqual(read);
      runs++;
      count(verdicts, read.verdict);
      for (const by of [read.installed, read.forHostBy, read.coveredBy])
        count(rules, by?.split(' ')[1]);
    }),
    { numRuns: 30_000 },
  );

  const told = (counted: Map<string, number>) =>
    [...counted]
      .toSorted((a, b) => b[1] - a[1])
      .map((pair) => pair.join(' '))
      .join(', ');
  console.log(`decision oracle: ${runs} rows agreed; ${told(verdicts)}; ${told(rules)}`);
  expect(VERDICTS.filter((each) => (verdicts.get(each) ?? 0) < 50)).toEqual([]);
  expect(COVERAGE_RULES.filter((each) => (rules.get(each) ?? 0) < 50)).toEqual([]);
}, 120_000);
