import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CAPABILITIES } from '../../src/domain/capability.ts';
import { addDays, type Day, day } from '../../src/domain/day.ts';
import { decide, type Estate } from '../../src/domain/decide.ts';
import { explain } from '../../src/domain/explain.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { GROUPS, urgency } from '../../src/domain/group.ts';
import { LICENSE_ERRORS, type License } from '../../src/domain/license.ts';
import { POLICIES } from '../../src/domain/policies.ts';
import type { Release } from '../../src/domain/release.ts';
import { version } from '../../src/domain/version.ts';

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '1.0',
    '1.0.0',
    '1.1',
    '2.0.0-RC2',
    'stable',
    '',
    '^4.0',
    '~4',
    '*',
    '9'.repeat(50),
  ),
);
const anyDay: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: -400, max: 400 }).map((count) => addDays(day('2024-05-01'), count)),
  fc.constantFrom(day('0001-01-01'), day('9999-12-31')),
);
const anyRelease: fc.Arbitrary<Release> = fc.record({
  version: text.map(version),
  builtOn: fc.option(anyDay),
  publishedOn: fc.option(anyDay),
  requiresHost: fc.option(text),
  security: fc.boolean(),
  prerelease: fc.boolean(),
  grantedTo: fc.option(anyDay),
});
const key = {
  number: text,
  standing: fc.constantFrom('active' as const, 'suspended' as const, 'terminated' as const),
  errors: fc.array(fc.constantFrom(...LICENSE_ERRORS), { maxLength: 3 }),
};
const anyLicense: fc.Arbitrary<License> = fc.oneof(
  fc.constant({ kind: 'not-needed' } as const),
  fc.record({ kind: fc.constant('missing' as const), trialOffered: fc.boolean() }),
  fc.record({ kind: fc.constant('unknown' as const), reason: text }),
  fc.record({ ...key, kind: fc.constant('evaluation' as const), expiresOn: anyDay }),
  fc.record({
    ...key,
    kind: fc.constant('perpetual' as const),
    maintenanceEndsOn: fc.option(anyDay),
  }),
  fc.record({
    ...key,
    kind: fc.constant('subscription' as const),
    paidThrough: anyDay,
    runsThrough: anyDay,
  }),
);
const anyExtension: fc.Arbitrary<Extension> = fc.record({
  key: text,
  name: text,
  vendor: text,
  installed: anyRelease,
  status: fc.oneof(
    fc.constant({ kind: 'enabled' } as const),
    fc.record({ kind: fc.constant('failed' as const), reason: text }),
  ),
  license: anyLicense,
  previousLicense: fc.option(anyLicense),
  policy: fc.constantFrom(null, 'broken', 'unheard-of', ...POLICIES.map(({ name }) => name)),
  securityAlways: fc.boolean(),
  hold: fc.option(
    fc.record({
      reason: text,
      by: text,
      until: fc.option(anyDay),
      ground: fc.option(fc.record({ hostVersion: text, license: text })),
    }),
  ),
  skipped: fc.array(fc.record({ version: text, reason: text, by: text }), { maxLength: 2 }),
  previous: fc.option(text),
  autoUpdate: fc.option(fc.boolean()),
  advisories: fc.constant([]),
  supportUrl: fc.constant(null),
  sellsOffers: fc.boolean(),
  releases: fc.array(anyRelease, { maxLength: 6 }),
  unreadable: fc.constant([]),
});
const broken = {
  name: 'broken',
  under: () => {
    throw new Error('a policy of the host failed');
  },
};
const anyEstate: fc.Arbitrary<Estate> = fc.record({
  today: anyDay,
  hostVersion: fc.oneof(fc.constantFrom('4.12.8', '5.4.9', '4.12', '18.0.61.5'), text),
  constraints: fc.constantFrom('npm' as const, 'composer' as const),
  policies: fc.constant([broken, ...POLICIES]),
  defaultPolicy: fc.constantFrom(...POLICIES),
  may: fc.subarray([...CAPABILITIES]).map((some) => new Set(some)),
  soonDays: fc.oneof(fc.nat(400), fc.constantFrom(-1, Number.NaN, Infinity)),
});

it('decides and explains everything of its type without failing', () => {
  fc.assert(
    fc.property(anyExtension, anyEstate, (extension, estate) => {
      const decision = decide(extension, estate);
      expect(GROUPS).toContain(decision.group);
      expect(urgency(decision.verdict)).toBeGreaterThanOrEqual(0);
      expect(explain(extension, decision, estate).rule).toBe(decision.verdict.kind);
    }),
    { numRuns: 5_000 },
  );
});

it('decides the same however the releases are ordered', () => {
  fc.assert(
    fc.property(anyExtension, anyEstate, (extension, estate) => {
      const texts = new Set(extension.releases.map((each) => each.version.text));
      fc.pre(texts.size === extension.releases.length);
      const turned = decide({ ...extension, releases: extension.releases.toReversed() }, estate);
      expect(turned).toEqual(decide(extension, estate));
    }),
    { numRuns: 2_000 },
  );
});

it('never calls anything covered that is not newer, final, known to fit and known to be covered', () => {
  fc.assert(
    fc.property(anyExtension, anyEstate, (extension, estate) => {
      const { targets, locked, undecided } = decide(extension, estate).judged;
      const { covered } = targets;
      const rightly =
        covered === null ||
        (!covered.prerelease &&
          covered.requiresHost !== null &&
          covered.version.text !== extension.installed.version.text &&
          extension.license.kind !== 'missing' &&
          extension.license.kind !== 'unknown' &&
          !locked.includes(covered) &&
          !undecided.includes(covered));
      expect(rightly).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it('changes nothing in what it is given', () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !(value instanceof Set))
      Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  fc.assert(
    fc.property(anyExtension, anyEstate, (extension, estate) => {
      expect(() => decide(freeze(extension), freeze(estate))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
