import { expect, it } from 'vitest';
import { addMonths, day } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import { explain } from '../../src/domain/explain.ts';
import { licenseState } from '../../src/domain/license.ts';
import { planUpdates } from '../../src/domain/plan.ts';
import { actionsOf, allBut, estate, extension, perpetual, release } from './given.ts';

/*
 * The forum thread: "My maintenance ended on 31 March. 1.0 is installed. On 1 April the vendor built 1.1."
 */

const maintenanceEnd = day('2012-03-31');
const license = perpetual(maintenanceEnd);
const v10 = release('1.0', '2012-01-15');
const v11 = release('1.1', '2012-04-01');

const before = extension({ installed: v10, releases: [v11], license });
const anyway = extension({ installed: v11, releases: [v10, v11], license });
const onApril2 = estate({ today: day('2012-04-02') });

it('1.0 keeps working, and calmly so', () => {
  expect(licenseState(license, onApril2.today)).toEqual({
    kind: 'maintenance-ended',
    endedOn: '2012-03-31',
  });
  expect(decide(before, onApril2)).toMatchObject({
    judged: { installedCoverage: { kind: 'covered' } },
    group: 'needs-renewal',
  });
});

it('1.1 is visible, not covered, and named so with both dates', () => {
  const decision = decide(before, onApril2);
  expect(decision.verdict).toEqual({
    kind: 'needs-renewal',
    release: v11,
    endedOn: '2012-03-31',
    coverage: decision.judged.forHostCoverage,
    locked: 1,
  });
  expect(decision.judged.targets).toEqual({ overall: v11, forHost: v11, covered: null });
  const { facts } = explain(before, decision, onApril2);
  expect(facts).toContainEqual({ name: 'maintenance-end', value: '2012-03-31' });
  expect(facts).toContainEqual({ name: 'newest-for-host-date', value: '2012-04-01' });
  expect(facts).toContainEqual({
    name: 'newest-for-host-coverage',
    value: 'uncovered (maintenance-end)',
  });
});

it('1.1 is not installed by accident: there is no plain update, and "Update all" leaves it out', () => {
  const decision = decide(before, onApril2);
  expect(actionsOf(decision)).toEqual(['renew', 'consent 1.1 uncovered']);
  expect(planUpdates([{ extension: before, decision }])).toEqual({
    steps: [],
    skipped: [{ extension: before, verdict: decision.verdict }],
  });
});

it('1.1 is not offered at all by a host that does not allow it', () => {
  const strict = estate({ today: onApril2.today, may: allBut('uncoveredWithConsent') });
  expect(actionsOf(decide(before, strict))).toEqual(['renew']);
});

it('after renewal for another year 1.1 is an update like any other', () => {
  const renewed = { ...before, license: perpetual(addMonths(maintenanceEnd, 12)) };
  const decision = decide(renewed, onApril2);
  expect(decision.license).toMatchObject({ kind: 'maintained', endsOn: '2013-03-31' });
  expect(decision.verdict).toEqual({ kind: 'update-ready', release: v11 });
  expect(actionsOf(decision)).toEqual(['update 1.1 plain']);
  expect(planUpdates([{ extension: renewed, decision }]).steps).toMatchObject([
    { release: v11, leavesOut: 0 },
  ]);
});

it('if 1.1 was installed anyway, one action goes back to 1.0', () => {
  const decision = decide(anyway, onApril2);
  expect(decision.verdict).toEqual({
    kind: 'mismatch',
    endedOn: '2012-03-31',
    coverage: decision.judged.installedCoverage,
    wayBack: v10,
  });
  expect(decision.actions[0]).toEqual({ kind: 'roll-back', release: v10, way: 'in-place' });
});

it('if 1.1 was installed anyway on a host that cannot roll back, the one action uninstalls and installs', () => {
  const plain = estate({ today: onApril2.today, may: allBut('rollBack') });
  expect(decide(anyway, plain).actions[0]).toEqual({
    kind: 'roll-back',
    release: v10,
    way: 'reinstall',
  });
});

it('had 1.1 been built a day earlier, it would have been covered', () => {
  const lucky = { ...before, releases: [release('1.1', '2012-03-31')] };
  expect(actionsOf(decide(lucky, onApril2))).toEqual(['update 1.1 plain', 'renew']);
});
