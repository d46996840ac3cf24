import * as fc from 'fast-check';
import type { CoveragePolicy } from '../../src/domain/coverage.ts';
import { day } from '../../src/domain/day.ts';
import type { Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { groundOf } from '../../src/domain/hold.ts';
import { POLICIES } from '../../src/domain/policies.ts';
import { decidingDate } from '../../src/domain/release.ts';
import { someLicense } from './any-license.ts';
import { inTen, someDay, someRelease } from './any-release.ts';
import { estate, extension } from './given.ts';
import { FAILING, OWN } from './reading-coverage.ts';
import type { HeldUnder } from './reading-license.ts';

/** An extension on a host, and what its hold was decided under. */
export interface Row {
  readonly of: Extension;
  readonly on: Estate;
  readonly under: HeldUnder | null;
}

const own: CoveragePolicy = {
  name: OWN,
  under: () => (each) => ({
    kind: each.security ? 'covered' : 'uncovered',
    rule: 'own',
    date: decidingDate(each),
  }),
};

const failing: CoveragePolicy = {
  name: FAILING,
  under: () => {
    throw new Error('This policy always fails.');
  },
};

const somePolicy = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...POLICIES.map(({ name }) => name), null) },
  { weight: 1, arbitrary: fc.constantFrom(OWN, FAILING, 'no-such-policy') },
);
const someToday = fc.oneof(someDay, fc.constant(day('2027-01-01')));
const someHost = fc.oneof(fc.constant('4.12.8'), fc.constantFrom('3.9.0', '5.4.9'));
const somePlace = fc.nat(6);

/** A counterexample says only what was made up. */
const told = ({ of, on, under }: Row): string =>
  JSON.stringify({ ...of, today: on.today, host: on.hostVersion, under }, null, 1);

/** Any extension on any host. A list of releases holds each text once; the installed one may be among them. */
export const someRow: fc.Arbitrary<Row> = fc
  .record({
    installed: someRelease,
    listed: fc.uniqueArray(someRelease, { maxLength: 6, selector: ({ version }) => version.text }),
    listsInstalled: fc.boolean(),
    license: someLicense,
    policy: somePolicy,
    securityAlways: fc.boolean(),
    failed: inTen(1, fc.constant('It did not start.')),
    heldUntil: inTen(
      3,
      inTen(6, someToday).map((until) => ({ until })),
    ),
    heldUnder: inTen(6, fc.record({ hostVersion: someHost, license: inTen(5, someLicense) })),
    skipped: inTen(3, fc.uniqueArray(somePlace, { minLength: 1, maxLength: 6 })),
    previous: inTen(5, somePlace),
    hostVersion: someHost,
    today: someToday,
  })
  .map(({ listed, listsInstalled, failed, heldUntil, heldUnder, today, hostVersion, ...any }) => {
    const { installed, license } = any;
    const releases = listed.filter((each) => each.version.text !== installed.version.text);
    if (listsInstalled) releases.splice(1, 0, installed);
    const textAt = (index: number) => releases[index]?.version.text ?? [];

    const under = heldUntil && heldUnder && { ...heldUnder, license: heldUnder.license ?? license };
    const why = { by: 'admin', reason: 'The shop is busy.' };
    const row: Row = {
      of: extension({
        ...any,
        releases,
        status: failed === null ? { kind: 'enabled' } : { kind: 'failed', reason: failed },
        hold: heldUntil && { ...why, ...heldUntil, ground: under && groundOf(under) },
        skipped: (any.skipped ?? []).flatMap(textAt).map((version) => ({ ...why, version })),
        previous: [any.previous ?? []].flat().flatMap(textAt)[0] ?? null,
      }),
      on: estate({ today, hostVersion, policies: [...POLICIES, own, failing] }),
      under,
    };
    return Object.assign(row, { [fc.toStringMethod]: () => told(row) });
  });
