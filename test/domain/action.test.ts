import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowedActions } from '../../src/domain/action.ts';
import { type Capability, CAPABILITIES, permitted } from '../../src/domain/capability.ts';
import type { Extension } from '../../src/domain/extension.ts';
import {
  actionsOf,
  allBut,
  decided,
  evaluation,
  perpetual,
  release,
  subscription,
} from './given.ts';

const covered = release('1.1', '2024-03-31');
const tooLate = release('1.2', '2024-04-01');
const older = release('0.9', '2023-01-01');
const uncovered: Partial<Extension> = {
  installed: tooLate,
  releases: [release('1.0', '2024-01-10')],
};

const actions = (of: Partial<Extension>, ...missing: Capability[]) =>
  actionsOf(decided(of, { may: allBut(...missing) }));

it('offers no update on a host that cannot install', () => {
  expect(actions({ releases: [covered, tooLate] }, 'install')).toEqual(['renew']);
});

it('offers the covered release only where the host can install a named one', () => {
  expect(actions({ releases: [covered, tooLate] }, 'specificVersion')).toEqual([
    'renew',
    'consent 1.2 uncovered',
  ]);
  expect(actions({ releases: [covered] }, 'specificVersion')).toEqual([
    'update 1.1 plain',
    'renew',
  ]);
});

it('offers an uncovered release only where the host allows it with consent', () => {
  expect(actions({ releases: [tooLate] }, 'uncoveredWithConsent')).toEqual(['renew']);
});

it('goes back by uninstalling and installing where the host cannot roll back', () => {
  expect(actions(uncovered, 'rollBack')).toEqual(['roll-back 1.0 reinstall', 'renew']);
});

it.each(['uninstall', 'install', 'specificVersion'] as const)(
  'knows no way back without roll-back and %s',
  (missing) => {
    expect(actions(uncovered, 'rollBack', missing)).toEqual(['renew']);
  },
);

it('sells nothing on a host that cannot sell', () => {
  expect(actions({ license: { kind: 'missing', trialOffered: true } }, 'purchase')).toEqual([
    'activate',
  ]);
  expect(actions(uncovered, 'purchase')).toEqual(['roll-back 1.0 in-place']);
});

it('asks for no code on a host that takes none', () => {
  expect(actions({ license: evaluation('2024-01-01') }, 'activate')).toEqual(['buy']);
});

it('releases no hold on a host that knows none', () => {
  const hold = { reason: '', by: '', until: null, ground: null };
  expect(actions({ hold, license: perpetual('2025-01-01') }, 'hold')).toEqual([]);
});

it('buys what only ran for evaluation, rather than renewing it, where a release does not belong to it', () => {
  const license = evaluation('2024-06-01', { errors: ['VERSION_MISMATCH'] });
  expect(actions({ license })).toEqual(['buy']);
});

it('sells what an extension offers beside its license, last and once', () => {
  const sold = { sellsOffers: true, license: perpetual('2025-01-01') };
  expect(actions(sold)).toEqual(['buy']);
  expect(actions({ ...sold, releases: [covered] })).toEqual(['update 1.1 plain', 'buy']);
  expect(actions({ ...sold, license: { kind: 'missing', trialOffered: false } })).toEqual([
    'buy',
    'activate',
  ]);
  expect(actions(sold, 'purchase')).toEqual([]);
});

it('offers in the row of what is up to date nothing but what can be bought beside its license', () => {
  const license = perpetual('2024-05-20');
  expect(actionsOf(decided({ license }))).toEqual(['renew']);
  expect(decided({ license }).primary).toBeNull();
  expect(decided({ license, sellsOffers: true }).primary).toEqual({ kind: 'buy' });
});

it('leaves what needs consent to its dialog: a row never offers it', () => {
  const of = decided({ releases: [tooLate] }, { may: allBut('purchase') });
  expect(actionsOf(of)).toEqual(['consent 1.2 uncovered']);
  expect(of.primary).toBeNull();
});

it('mends a mismatch by a newer release that the vendor granted, before going back', () => {
  const fix = release('1.3', '2024-06-01', { grantedTo: covered.builtOn });
  expect(actions({ ...uncovered, releases: [fix, older] })).toEqual([
    'update 1.3 plain',
    'roll-back 0.9 in-place',
    'renew',
  ]);
});

it('offers renewal for a mismatch even where no end is near', () => {
  const license = perpetual('2025-01-01', { errors: ['VERSION_MISMATCH'] });
  expect(actions({ license })).toEqual(['renew']);
});

it('never lets a hold be passed by, whatever the verdict', () => {
  const hold = { reason: 'freeze', by: 'Anna', until: null, ground: null };
  const situations: Partial<Extension>[] = [
    { releases: [covered, tooLate] },
    { releases: [covered], license: evaluation('2024-01-01') },
    { releases: [covered], license: subscription('2024-04-30', '2024-05-10') },
    { releases: [covered], license: { kind: 'missing', trialOffered: false } },
    { releases: [covered], status: { kind: 'failed', reason: '' } },
    { releases: [release('1.3', '2024-03-01')], installed: tooLate },
  ];
  for (const situation of situations) {
    const offered = actions({ ...situation, hold });
    expect(offered.filter((each) => /^(update|consent)/.test(each))).toEqual([]);
    expect(offered).toContain('release-hold');
  }
});

it('keeps an uncovered release, too, from being installed while a hold is in force', () => {
  const found = decided({ releases: [tooLate] });
  expect(actionsOf(found)).toEqual(['renew', 'consent 1.2 uncovered']);
  const hold = { reason: 'freeze', by: 'Anna', until: null, ground: null };
  const held = allowedActions({ ...found, hold }, allBut(), false);
  expect(actionsOf({ ...found, actions: held })).toEqual(['renew', 'release-hold']);
});

it('still goes back while a hold is in force', () => {
  const hold = { reason: 'freeze', by: 'Anna', until: null, ground: null };
  expect(actions({ ...uncovered, hold })).toEqual([
    'roll-back 1.0 in-place',
    'renew',
    'release-hold',
  ]);
});

it('does not promise that a failed extension will run when its license has ended', () => {
  const status = { kind: 'failed', reason: '' } as const;
  expect(actions({ status, releases: [covered], license: evaluation('2024-01-01') })).toEqual([
    'update 1.1 will-not-run',
    'buy',
  ]);
});

it('asks again about a failed extension whose license nobody knows', () => {
  const status = { kind: 'failed', reason: '' } as const;
  expect(
    actions({ status, releases: [covered], license: { kind: 'unknown', reason: '' } }),
  ).toEqual(['check-again', 'renew']);
});

it('lets an admin do all, a buyer pay and activate, and a viewer look', () => {
  const of = { releases: [covered, tooLate] };
  const as = (...roles: Parameters<typeof permitted>[1]) =>
    actionsOf(decided(of, { may: permitted(CAPABILITIES, roles) }));
  expect(as('admin')).toEqual(['update 1.1 included', 'renew', 'consent 1.2 uncovered']);
  expect(as('buyer')).toEqual(['renew']);
  expect(as('viewer')).toEqual([]);
  expect(as('buyer', 'viewer')).toEqual(['renew']);
  expect(as()).toEqual([]);
});

const licenses = fc.constantFrom(
  perpetual('2024-03-31'),
  perpetual('2024-05-31'),
  perpetual('2025-03-31'),
  perpetual('2025-03-31', { errors: ['VERSION_MISMATCH'] }),
  perpetual('2024-03-31', { standing: 'suspended' }),
  perpetual('2024-03-31', { errors: ['USER_MISMATCH'] }),
  perpetual(null),
  evaluation('2024-04-01'),
  evaluation('2024-06-01'),
  subscription('2024-04-30', '2024-05-10'),
  subscription('2024-04-01', '2024-04-11'),
  subscription('2024-05-30', '2024-06-10', { standing: 'terminated' }),
  { kind: 'missing', trialOffered: true } as const,
  { kind: 'unknown', reason: 'no answer' } as const,
  { kind: 'not-needed' } as const,
);
const someExtension = fc.record({
  license: licenses,
  installed: fc.constantFrom(
    release('1.0', '2024-01-10'),
    tooLate,
    release('1.0', null),
    release('stable', null),
  ),
  releases: fc.subarray([
    older,
    covered,
    release('1.3', '2024-04-20'),
    release('1.4', null),
    release('2.0', '2024-04-20', { requiresHost: '^5.0' }),
    release('2.1', '2024-04-20', { requiresHost: null }),
    release('beach', '2024-02-02'),
    release('1.5', '2024-09-01', { grantedTo: covered.builtOn }),
  ]),
  hold: fc.constantFrom(null, { reason: '', by: '', until: null, ground: null }),
  status: fc.constantFrom(
    { kind: 'enabled' } as const,
    { kind: 'failed', reason: 'boom' } as const,
  ),
}) satisfies fc.Arbitrary<Partial<Extension>>;

it('keeps renewal in sight whenever maintenance or a lease is ending, ended, mismatched or unknown', () => {
  const asks = ['maintenance-ended', 'in-grace', 'subscription-ended', 'unknown'];
  fc.assert(
    fc.property(someExtension, (of) => {
      const decision = decided(of);
      const { license, verdict } = decision;
      const due =
        asks.includes(license.kind) ||
        ('endingSoon' in license && license.endingSoon) ||
        (verdict.kind === 'mismatch' && license.kind !== 'evaluating');
      expect(!due || actionsOf(decision).includes('renew')).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

it('never offers two of buy, upgrade, renew and contact', () => {
  fc.assert(
    fc.property(someExtension, (of) => {
      const money = actionsOf(decided(of)).filter((each) =>
        /^(buy|upgrade|renew|contact-vendor)$/.test(each),
      );
      expect(money.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 3_000 },
  );
});

it('offers a plain or included update only to a release that is covered, newer and fits', () => {
  fc.assert(
    fc.property(someExtension, (of) => {
      const { actions: offered, judged } = decided(of);
      const updates = offered.filter(
        (each) => each.kind === 'update' && each.terms !== 'will-not-run',
      );
      expect(
        updates.filter((each) => 'release' in each && each.release !== judged.targets.covered),
      ).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

it('offers consent last, and only to a release that is not covered', () => {
  fc.assert(
    fc.property(someExtension, (of) => {
      const { actions: offered, judged } = decided(of);
      const at = offered.findIndex((each) => each.kind === 'update-uncovered');
      const consent = offered[at];
      expect(at === -1 || at === offered.length - 1).toBe(true);
      expect([undefined, judged.locked[0], judged.undecided[0]]).toContain(
        consent?.kind === 'update-uncovered' ? consent.release : undefined,
      );
    }),
    { numRuns: 3_000 },
  );
});
