import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import { explain } from '../../src/domain/explain.ts';
import type { License } from '../../src/domain/license.ts';
import { POLICIES } from '../../src/domain/policies.ts';
import { compareReleases, newestFirst, orderOf, type Release } from '../../src/domain/release.ts';
import { compareVersions, isPrerelease, version } from '../../src/domain/version.ts';
import {
  actionsOf,
  decided,
  estate,
  extension,
  perpetual,
  release,
  subscription,
} from './given.ts';

const few = fc.nat(3).map(String);
const dotted = (parts: number) =>
  fc.array(few, { minLength: parts, maxLength: parts }).map((all) => all.join('.'));

const semver = fc
  .tuple(dotted(3), fc.constantFrom('', '', '-alpha', '-beta.2', '-RC15', '-rc.2+5', '+7'))
  .map((both) => both.join(''));
const fourPart = dotted(4);
const someDay = fc.nat(900).map((count) => addDays(day('2022-12-25'), count));
const dateVersion = fc
  .tuple(someDay, fc.constantFrom('.', ''))
  .map(([on, between]) => on.replaceAll('-', between));

/** What no vendor should write and some host will send one day. */
const garbage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', '\t\n', '\0', '1.0\0', '\ud800', '1.\udc00', '٣.١', '１.２', '-', '..'),
  fc.constantFrom('stable', '7f3a9c', 'dev-main', 'NaN', 'Infinity', '-1', '1e3', '0x10', '1.0 '),
  fc.constantFrom('__proto__', 'constructor', 'v', 'v1..2', '1.0.Final', '9'.repeat(400)),
);
const anyText = fc.oneof(semver, fourPart, dateVersion, garbage);

const releaseOf = (texts: fc.Arbitrary<string>, days: fc.Arbitrary<string | null>) =>
  fc.tuple(texts, days, fc.boolean()).map(([text, builtOn, odd]): Release => ({
    ...release(text, builtOn),
    ...(odd && { prerelease: true }),
  }));
const anyRelease = releaseOf(
  anyText,
  fc.option(fc.constantFrom('2024-01-01', '2024-01-02', '2024-04-01')),
);
const rule = fc.constantFrom('version' as const, 'date' as const);

it('puts releases with versions of all sorts in one order, without contradiction and without circles', () => {
  fc.assert(
    fc.property(anyRelease, anyRelease, anyRelease, rule, (a, b, c, by) => {
      const order = (one: Release, other: Release) => Math.sign(compareReleases(one, other, by));
      expect(order(a, b) + order(b, a)).toBe(0);
      const isSame = a.version.text === b.version.text && a.builtOn === b.builtOn;
      expect(order(a, b) === 0).toBe(isSame);
      const rises = order(a, b) <= 0 && order(b, c) <= 0;
      expect(rises && order(a, c) > 0).toBe(false);
    }),
    { numRuns: 10_000 },
  );
}, 30_000);

it('sorts mixed lists the same way however they are shuffled', () => {
  const lists = fc
    .array(anyRelease, { maxLength: 12 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
  fc.assert(
    fc.property(lists, ([all, shuffled]) => {
      const by = orderOf(all);
      expect(orderOf(shuffled)).toBe(by);
      const sorted = newestFirst(all, by);
      const told = (releases: readonly Release[]) =>
        releases.map((each) => [each.version.text, each.builtOn]);
      expect(told(newestFirst(shuffled, by))).toEqual(told(sorted));
      expect(sorted).toHaveLength(all.length);
    }),
    { numRuns: 2_000 },
  );
}, 30_000);

it('orders four-part versions number by number', () => {
  fc.assert(
    fc.property(fourPart, fourPart, (a, b) => {
      const weigh = (text: string) =>
        text.split('.').reduce((sum, part) => sum * 1_000 + Number(part), 0);
      expect(Math.sign(compareVersions(version(a), version(b)) ?? Number.NaN)).toBe(
        Math.sign(weigh(a) - weigh(b)),
      );
    }),
  );
});

it.each([
  ['dots', (text: string) => text.replaceAll('-', '.')],
  ['dots and no zeros', (text: string) => text.replaceAll(/-0?/g, '.')],
  ['nothing', (text: string) => text.replaceAll('-', '')],
  ['hyphens', (text: string) => text],
])(
  'orders date versions as their days, with %s between the numbers, and none is a pre-release',
  (_, write) => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        const [one, other] = [version(write(a)), version(write(b))];
        expect(Math.sign(compareVersions(one, other) ?? Number.NaN)).toBe(
          a < b ? -1 : a > b ? 1 : 0,
        );
        expect(isPrerelease(one)).toBe(false);
      }),
    );
  },
);

it('orders numbers of any length rightly, or says that it cannot', () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 24n });
  const pairs = fc.tuple(digits, fc.bigInt({ min: -3n, max: 3n }));
  fc.assert(
    fc.property(pairs, fc.constantFrom('', '1.', '1.0-rc'), ([number, apart], before) => {
      const next = number + apart < 0n ? 0n : number + apart;
      const found = compareVersions(version(`${before}${number}`), version(`${before}${next}`));
      const right = number < next ? -1 : number > next ? 1 : 0;
      expect([right, undefined]).toContain(found && Math.sign(found));
    }),
    { numRuns: 2_000 },
  );
}, 30_000);

it('decides and explains whatever the versions are', () => {
  const rows = fc.record({
    installed: anyRelease,
    releases: fc.array(anyRelease, { maxLength: 5 }),
    previous: fc.option(anyText),
    policy: fc.constantFrom(...POLICIES.map(({ name }) => name)),
  });
  fc.assert(
    fc.property(rows, fc.oneof(anyText, fc.constant('4.12.8')), (row, hostVersion) => {
      const [of, on] = [extension(row), estate({ hostVersion })];
      const decision = decide(of, on);
      const { facts } = explain(of, decision, on);
      // Where not all has an order, the releases go by date, and that is said.
      const odd = [...row.releases.filter((each) => !each.prerelease), row.installed];
      const byDate = odd.some((each) => each.version.kind === 'unordered');
      expect(facts.find(({ name }) => name === 'order')?.value).toBe(byDate ? 'date' : undefined);
    }),
    { numRuns: 3_000 },
  );
}, 30_000);

const calm = fc.constantFrom<License>(
  perpetual('2024-03-31'),
  perpetual('2030-03-31'),
  perpetual(null),
  subscription('2030-03-31', '2030-04-10'),
  { kind: 'not-needed' },
);

it('says unknown of releases that have neither order nor day, never covered and never up to date', () => {
  const strange = anyText.filter((text) => version(text).kind === 'unordered');
  const unknown = fc.uniqueArray(strange, { minLength: 1, maxLength: 4 });
  const policy = fc.constantFrom(...POLICIES.map(({ name }) => name));
  const installed = release('1.0.0', '2020-01-01');
  fc.assert(
    fc.property(unknown, calm, policy, (texts, license, by) => {
      const releases = texts.map((text) => release(text, null));
      const decision = decided({ installed, releases, license, policy: by });
      expect(decision.verdict).toMatchObject({ kind: 'unknown', about: 'release' });
      expect(decision.judged.targets).toEqual({ overall: null, forHost: null, covered: null });
      expect(actionsOf(decision).filter((each) => each.startsWith('update'))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
}, 30_000);

it('says unknown of newer versions without a day, under each policy that goes by days', () => {
  const newer = fc.oneof(semver, fourPart).map((text) => `9${text}`);
  const policy = fc.constantFrom(
    'build-date',
    'published-or-granted',
    'patches-free',
    'fallback-line',
  );
  const installed = release('1.0.0', '2020-01-01');
  fc.assert(
    fc.property(fc.uniqueArray(newer, { minLength: 1, maxLength: 4 }), policy, (texts, by) => {
      const releases = texts.map((text) => release(text, null));
      const decision = decided({ installed, releases, policy: by });
      const offers = releases.some((each) => !each.prerelease);
      expect(decision.verdict.kind).toBe(offers ? 'unknown' : 'up-to-date');
      expect(decision.judged.targets.covered).toBeNull();
      expect(decision.judged.locked).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
}, 30_000);
