import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { coveragesOf } from '../../src/domain/coverage.ts';
import { day } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { planUpdates } from '../../src/domain/plan.ts';
import { buildDate } from '../../src/domain/policies.ts';
import {
  allBut,
  estate,
  evaluation,
  extension,
  perpetual,
  release,
  subscription,
} from './given.ts';

const rows = (situations: readonly Partial<Extension>[], on = estate()) =>
  situations.map((more) => ({ extension: extension(more), decision: decide(extension(more), on) }));

const covered = release('1.1', '2024-03-31');
const tooLate = release('1.2', '2024-04-01');
const forHost5 = release('2.0', '2024-03-01', { requiresHost: '^5.0' });
const situations: Partial<Extension>[] = [
  { key: 'ready', releases: [covered] },
  { key: 'included', releases: [covered, tooLate] },
  { key: 'free', license: { kind: 'not-needed' }, releases: [tooLate] },
  { key: 'trial', license: evaluation('2024-06-01'), releases: [covered] },
  { key: 'fine' },
  { key: 'uncovered', releases: [tooLate] },
  { key: 'mismatch', installed: tooLate },
  { key: 'host', releases: [forHost5] },
  { key: 'trial-host', license: evaluation('2024-06-01'), releases: [forHost5] },
  { key: 'held', releases: [covered], hold: { reason: '', by: '', until: null, ground: null } },
  { key: 'expired', license: evaluation('2024-01-01'), releases: [covered] },
  { key: 'due', license: subscription('2024-04-30', '2024-05-10'), releases: [covered] },
  { key: 'unknown', license: { kind: 'unknown', reason: '' }, releases: [covered] },
  { key: 'failed', status: { kind: 'failed', reason: '' }, releases: [covered] },
];

it('takes what is ready or covered, each as far as its license goes', () => {
  const { steps } = planUpdates(rows(situations));
  expect(
    steps.map((step) => [step.extension.key, step.release.version.text, step.leavesOut]),
  ).toEqual([
    ['ready', '1.1', 0],
    ['included', '1.1', 1],
    ['free', '1.2', 0],
    ['trial', '1.1', 0],
  ]);
});

it('lists every other row with the verdict that says why, and leaves out what is up to date', () => {
  const { skipped } = planUpdates(rows(situations));
  expect(skipped.map((each) => [each.extension.key, each.verdict.kind])).toEqual([
    ['uncovered', 'needs-renewal'],
    ['mismatch', 'mismatch'],
    ['host', 'needs-newer-host'],
    ['trial-host', 'trial'],
    ['held', 'held'],
    ['expired', 'trial-expired'],
    ['due', 'payment-due'],
    ['unknown', 'unknown'],
    ['failed', 'failed'],
  ]);
});

it('skips what this person or host may not install', () => {
  const { steps, skipped } = planUpdates(
    rows(situations.slice(0, 2), estate({ may: allBut('specificVersion') })),
  );
  expect(steps.map((step) => step.extension.key)).toEqual(['ready']);
  expect(skipped.map((each) => each.extension.key)).toEqual(['included']);
});

it('never takes an uncovered release, and a broken row changes nothing for the others', () => {
  const end = fc.constantFrom('2024-03-30', '2024-03-31', '2024-04-01', '2024-06-01');
  const some = fc.record({
    license: end.map((each) => perpetual(each)),
    releases: fc.subarray([
      covered,
      tooLate,
      forHost5,
      release('1.3', null),
      release('beach', '2024-04-02'),
    ]),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 5 }), (many) => {
      const { steps } = planUpdates(rows(many));
      const wrong = steps.filter(
        ({ extension: of, release: to }) =>
          coveragesOf({ ...of, policy: buildDate }, day('2024-05-01')).of(to).kind !== 'covered',
      );
      expect(wrong).toEqual([]);
      const beside = planUpdates(rows([...many, { status: { kind: 'failed', reason: '' } }]));
      expect(beside.steps.length).toBe(steps.length);
    }),
  );
});
