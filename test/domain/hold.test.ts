import { expect, it } from 'vitest';
import { addMonths, day } from '../../src/domain/day.ts';
import {
  groundOf,
  type Hold,
  holdState,
  type HoldView,
  licenseMark,
} from '../../src/domain/hold.ts';
import type { License } from '../../src/domain/license.ts';
import { decided, evaluation, perpetual, release, subscription } from './given.ts';

const LICENSE = perpetual('2024-03-31');
const unknown: License = { kind: 'unknown', reason: 'The key administrator could not be reached.' };

const now = (more: Partial<HoldView> = {}): HoldView => ({
  today: day('2024-05-01'),
  hostVersion: '4.12.8',
  license: LICENSE,
  ...more,
});

const held = (more: Partial<Hold> = {}): Hold => ({
  reason: 'Being tested',
  by: 'First admin',
  until: null,
  ground: groundOf(now()),
  ...more,
});

/** How a hold stands: `in-force`, or why it ended. */
const standing = (hold: Hold, view: HoldView): string => {
  const state = holdState(hold, view);
  return state.kind === 'ended' ? state.because : state.kind;
};

it('has nothing to say where nothing is held', () => {
  expect(holdState(null, now())).toEqual({ kind: 'none' });
});

it('is in force through its last day and ends the day after', () => {
  const hold = held({ until: day('2024-05-31') });
  expect(holdState(hold, now({ today: day('2024-05-31') }))).toEqual({ kind: 'in-force', hold });
  expect(holdState(hold, now({ today: day('2024-06-01') }))).toEqual({
    kind: 'ended',
    hold,
    because: 'day',
  });
});

it('without a last day is in force until someone releases it', () => {
  expect(standing(held(), now({ today: day('2034-05-01') }))).toBe('in-force');
});

it('ends when the host is another version, also an older one', () => {
  expect(standing(held(), now({ hostVersion: '5.0.0' }))).toBe('host');
  expect(standing(held(), now({ hostVersion: '4.12.7' }))).toBe('host');
});

it('ends when the license is renewed, bought, or of another kind', () => {
  expect(standing(held(), now({ license: perpetual('2025-03-31') }))).toBe('license');
  expect(standing(held(), now({ license: perpetual(null) }))).toBe('license');
  expect(standing(held(), now({ license: { kind: 'not-needed' } }))).toBe('license');
  const onTrial = held({ ground: groundOf(now({ license: evaluation('2024-06-01') })) });
  expect(standing(onTrial, now())).toBe('license');
});

it('goes on when a lease is paid for another month', () => {
  const paid = (through: string) =>
    now({ license: subscription(through, addMonths(day(through), 1)) });
  const hold = held({ ground: groundOf(paid('2024-05-10')) });
  expect(standing(hold, paid('2024-06-10'))).toBe('in-force');
});

it('goes on when the same license has a new key number', () => {
  const renumbered = perpetual('2024-03-31', { number: 'EXT.00999999' });
  expect(standing(held(), now({ license: renumbered }))).toBe('in-force');
});

it('takes a license that nobody knows, now or when it began, for unchanged', () => {
  expect(standing(held(), now({ license: unknown }))).toBe('in-force');
  const blind = held({ ground: groundOf(now({ license: unknown })) });
  expect(standing(blind, now())).toBe('in-force');
});

it('without its ground ends by its day only', () => {
  const hold = held({ ground: null, until: day('2024-05-31') });
  const changed = { hostVersion: '5.0.0', license: perpetual('2025-03-31') };
  expect(standing(hold, now(changed))).toBe('in-force');
  expect(standing(hold, now({ ...changed, today: day('2024-06-01') }))).toBe('day');
});

it('says of several ends the day first, then the host', () => {
  const all = { today: day('2024-06-01'), hostVersion: '5.0.0', license: perpetual(null) };
  expect(standing(held({ until: day('2024-05-31') }), now(all))).toBe('day');
  expect(standing(held(), now(all))).toBe('host');
});

it('keeps no number of the license', () => {
  for (const license of [
    LICENSE,
    evaluation('2024-06-01'),
    subscription('2024-06-01', '2024-06-11'),
  ])
    expect(licenseMark(license)).not.toMatch(/EXT|123456/);
});

it('offers the update again as soon as it ended by itself, and tells which hold it was', () => {
  const releases = [release('1.1', '2024-03-01')];
  const hold = held({ ground: { hostVersion: '3.9.0', license: licenseMark(LICENSE) } });
  const { verdict, group, holdState: state } = decided({ releases, hold });
  expect(verdict.kind).toBe('update-ready');
  expect(group).toBe('ready');
  expect(state).toEqual({ kind: 'ended', hold, because: 'host' });
});
