import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { coveragesOf } from '../../src/domain/coverage.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { decide, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { fenceOf } from '../../src/domain/fence.ts';
import { hostFit } from '../../src/domain/host-fit.ts';
import { groundOf } from '../../src/domain/hold.ts';
import type { Release } from '../../src/domain/release.ts';
import { estate, evaluation, extension, perpetual, release, subscription } from './given.ts';

const fence = (of: Partial<Extension>, on: Partial<Estate> = {}) => {
  const one = extension(of);
  return fenceOf(one, decide(one, estate(on)));
};

/** A fence in short: `1.0 → 1.1 | 1.2 license`. */
const drawn = (of: Partial<Extension>, on: Partial<Estate> = {}): string => {
  const { at, because, beyond } = fence(of, on);
  return `${at.version.text} | ${beyond?.version.text ?? '-'} ${because}`;
};

const covered = release('1.1', '2024-03-31');
const tooLate = release('1.2', '2024-04-01');
const later = release('1.3', '2024-04-20');
const forHost5 = release('2.0', '2024-03-01', { requiresHost: '^5.0' });
const undated = release('1.4', null);
const held = { reason: 'Being tested', by: 'First admin', until: null, ground: null };
const skip = (version: string) => [{ version, reason: '', by: 'First admin' }];

it('reaches the newest release where nothing stands in the way', () => {
  expect(drawn({ releases: [covered] })).toBe('1.1 | - nothing-newer');
  expect(drawn({})).toBe('1.0 | - nothing-newer');
});

it('stops at the last covered release, and names the newest that the license keeps away', () => {
  expect(drawn({ releases: [covered, tooLate, later] })).toBe('1.1 | 1.3 license');
  expect(drawn({ releases: [tooLate, later, forHost5] })).toBe('1.0 | 1.3 license');
});

it('stops before what needs another host', () => {
  expect(drawn({ releases: [covered, forHost5] })).toBe('1.1 | 2.0 host');
});

it('stops before a skipped release, and passes over it when a later one is wanted', () => {
  const license = perpetual(null);
  expect(drawn({ license, releases: [covered, tooLate], skipped: skip('1.2') })).toBe(
    '1.1 | 1.2 skip',
  );
  expect(drawn({ license, releases: [covered, tooLate, later], skipped: skip('1.2') })).toBe(
    '1.3 | - nothing-newer',
  );
});

it('stops before what nobody can judge', () => {
  expect(drawn({ releases: [covered, undated] })).toBe('1.1 | 1.4 unknown');
  const unstated = release('1.4', '2024-03-01', { requiresHost: null });
  expect(drawn({ releases: [covered, unstated] })).toBe('1.1 | 1.4 unknown');
  const unplaced = release('nightly', null);
  expect(drawn({ releases: [unplaced] })).toBe('1.0 | nightly unknown');
});

it('gives the reason of the very next release where several differ', () => {
  expect(drawn({ releases: [covered, tooLate, undated, forHost5] })).toBe('1.1 | 1.2 license');
  expect(drawn({ releases: [covered, undated, release('1.5', '2024-04-02')] })).toBe(
    '1.1 | 1.4 unknown',
  );
});

it('does nothing while the extension is held, and goes on when the hold has ended by itself', () => {
  const releases = [covered, tooLate];
  expect(drawn({ releases, hold: held })).toBe('1.0 | 1.1 hold');
  expect(drawn({ hold: held })).toBe('1.0 | - hold');
  const { license } = extension();
  const ground = groundOf({ hostVersion: '3.9.0', license });
  expect(drawn({ releases, hold: { ...held, ground } })).toBe('1.1 | 1.2 license');
});

it.each([
  ['without a license', { license: { kind: 'missing', trialOffered: false } }],
  ['after an evaluation', { license: evaluation('2024-04-30') }],
  ['after a lease', { license: subscription('2024-04-01', '2024-04-11') }],
  ['with a suspended key', { license: perpetual('2024-12-31', { standing: 'suspended' }) }],
  ['with a terminated key', { license: perpetual('2024-12-31', { standing: 'terminated' }) }],
  ['of the wrong edition', { license: perpetual('2024-12-31', { errors: ['EDITION_MISMATCH'] }) }],
  ['that failed', { status: { kind: 'failed', reason: '' } }],
] satisfies [string, Partial<Extension>][])('does nothing to an extension %s', (_title, of) => {
  expect(drawn({ ...of, releases: [covered] })).toBe('1.0 | 1.1 stopped');
});

it('does nothing while the license is not known', () => {
  const license = { kind: 'unknown', reason: '' } as const;
  expect(drawn({ license, releases: [covered] })).toBe('1.0 | 1.1 unknown');
});

it('goes on through the days of grace', () => {
  const license = subscription('2024-04-25', '2024-05-05');
  expect(drawn({ license, releases: [later] })).toBe('1.3 | - nothing-newer');
});

it('leads an installed release that is not covered to a newer one that is', () => {
  const gift = release('1.3', '2024-04-20', { grantedTo: day('2024-01-01') });
  expect(drawn({ installed: tooLate, releases: [covered, gift] })).toBe('1.3 | - nothing-newer');
});

const HOST = '4.12.8';
const TODAY = day('2024-05-01');

const releases = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 40 }),
    builtOn: fc.option(fc.integer({ min: -60, max: 60 })),
    requiresHost: fc.constantFrom('*', '^4.0', '^4.0', '^5.0', null),
    granted: fc.boolean(),
    prerelease: fc.nat({ max: 3 }).map((dice) => dice === 0),
  }),
  { maxLength: 12, selector: ({ number }) => number },
);

/** Mostly what runs and is not held: there the fence has something to decide. */
const seldom = fc.nat({ max: 9 }).map((dice) => dice === 0);

const estates = fc.record({
  releases,
  endsIn: fc.integer({ min: -60, max: 60 }),
  license: fc.constantFrom('perpetual', 'perpetual', 'perpetual', 'free', 'unknown', 'terminated'),
  /** Days until the hold ends, or has ended. */
  heldFor: fc.tuple(seldom, fc.integer({ min: -2, max: 2 })),
  skips: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
  failed: seldom,
});

const licenseOf = (kind: string, endsIn: number): Extension['license'] => {
  if (kind === 'free') return { kind: 'not-needed' };
  if (kind === 'unknown') return { kind, reason: '' };
  const standing = kind === 'terminated' ? 'terminated' : 'active';
  return perpetual(addDays(TODAY, endsIn), { standing });
};

it('is exactly min(covered, compatible, not held), read by brute force', () => {
  let moved = 0;
  let tried = 0;
  fc.assert(
    fc.property(estates, (given) => {
      const all = given.releases.map((each): Release => {
        const builtOn = each.builtOn === null ? null : addDays(TODAY, each.builtOn);
        return release(`1.${each.number}${each.prerelease ? '-beta' : ''}`, builtOn, {
          requiresHost: each.requiresHost,
          grantedTo: each.granted ? TODAY : null,
        });
      });
      const [isHeld, days] = given.heldFor;
      const of = extension({
        installed: release('1.0', '2024-01-01'),
        license: licenseOf(given.license, given.endsIn),
        releases: all,
        hold: isHeld ? { ...held, until: addDays(TODAY, days) } : null,
        skipped: given.skips.flatMap((number) => skip(`1.${number}`)),
        status: given.failed ? { kind: 'failed', reason: '' } : { kind: 'enabled' },
      });
      const on = estate({ today: TODAY, hostVersion: HOST });
      const decision = decide(of, on);
      const { at, beyond, because } = fenceOf(of, decision);

      const stays =
        given.failed ||
        given.license === 'unknown' ||
        given.license === 'terminated' ||
        (isHeld && days >= 0);
      const coverages = coveragesOf({ ...of, policy: decision.policy }, TODAY);
      const allowed = given.releases
        .filter((each, index) => {
          const one = all[index];
          return (
            one !== undefined &&
            !each.prerelease &&
            !given.skips.includes(each.number) &&
            hostFit(one.requiresHost, HOST, 'composer').kind === 'fits' &&
            coverages.of(one).kind === 'covered'
          );
        })
        .map(({ number }) => number);
      const expected = stays ? 0 : Math.max(0, ...allowed);

      expect(at.version.text).toBe(`1.${expected}`);
      // What lies beyond is newer, and none of what may be had; only at the newest release nothing does.
      const number = beyond ? Number(beyond.version.text.slice(2)) : Infinity;
      expect(number).toBeGreaterThan(expected);
      expect(stays || !allowed.includes(number)).toBe(true);
      const finals = given.releases.filter((each) => !each.prerelease);
      const isLast = finals.every((each) => each.number <= expected);
      expect(because === 'nothing-newer').toBe(!stays && isLast);
      expect(beyond === null || all.includes(beyond)).toBe(true);
      if (expected > 0) moved++;
      tried++;
    }),
    { numRuns: 2_000 },
  );
  expect(moved / tried).toBeGreaterThan(0.15);
});
