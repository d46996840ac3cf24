import { expect, it } from 'vitest';
import { decidedIn } from '../../mocks/decision-table/outcome.ts';
import { situations } from '../../mocks/decision-table/situation.ts';
import { groupOf, urgency } from '../../src/domain/group.ts';
import { decided, evaluation, release } from './given.ts';

const newer = release('1.1', '2024-03-31');

it('counts as ready exactly what has a covered update and nothing in its way', () => {
  expect(groupOf(decided({ releases: [newer] }).verdict)).toBe('ready');
  expect(groupOf(decided({ license: evaluation('2024-06-01'), releases: [newer] }).verdict)).toBe(
    'ready',
  );
  expect(groupOf(decided({ license: evaluation('2024-06-01') }).verdict)).toBe('fine');
});

it('asks for a look at the broken before the stopped, and at the stopped before the merely old', () => {
  const failed = urgency(decided({ status: { kind: 'failed', reason: '' } }).verdict);
  const mismatch = urgency(decided({ installed: release('1.2', '2024-04-01') }).verdict);
  const stopped = urgency(decided({ license: evaluation('2024-01-01') }).verdict);
  const ready = urgency(decided({ releases: [newer] }).verdict);
  const fine = urgency(decided({}).verdict);
  expect([fine, ready, stopped, mismatch, failed].toSorted((a, b) => a - b)).toEqual([
    failed,
    mismatch,
    stopped,
    ready,
    fine,
  ]);
});

it('asks for a look in the order of what presses', () => {
  const places = new Map<string, number>();
  for (const situation of situations()) {
    const { verdict } = decidedIn(situation).decision;
    places.set(verdict.kind, urgency(verdict));
  }
  const ranks = [...places].map(([, rank]) => rank);
  const order = Array.from({ length: Math.max(...ranks) + 1 }, (_, rank) =>
    [...places]
      .filter(([, own]) => own === rank)
      .map(([kind]) => kind)
      .toSorted((a, b) => (a < b ? -1 : 1)),
  );
  expect(order).toEqual([
    ['failed'],
    ['mismatch'],
    ['license-error', 'revoked', 'subscription-ended', 'trial-expired'],
    ['payment-due'],
    ['unknown', 'unlicensed'],
    ['covered-update', 'update-ready'],
    ['free'],
    ['trial'],
    ['needs-renewal'],
    ['needs-newer-host'],
    ['held'],
    ['up-to-date'],
  ]);
});
