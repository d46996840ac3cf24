import { expect, it } from 'vitest';
import { day, dayOf } from '../../src/domain/day.ts';
import { explain } from '../../src/domain/explain.ts';
import { version } from '../../src/domain/version.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Release } from '../../src/domain/release.ts';
import { estate, extension, perpetual, release, textOf } from './given.ts';
import { histories } from './histories.ts';

function realReleases(key: string): Release[] {
  const history = histories.find((each) => each.key === key);
  if (history === undefined) throw new Error(`there is no history of ${key}`);
  return history.releases.map((each) =>
    release(each.version, dayOf(each.builtAt), {
      publishedOn: each.publishedOn === null ? null : day(each.publishedOn),
      requiresHost: each.requiresHost,
      security: each.security === true,
    }),
  );
}

/** On host 4.12.8, 25 October 2024. */
function situation(key: string, installed: string, maintenanceEnd: string) {
  const releases = realReleases(key);
  const standing = releases.find((each) => each.version.text === installed);
  if (standing === undefined) throw new Error(`${key} has no ${installed}`);
  const of = extension({ key, installed: standing, releases, license: perpetual(maintenanceEnd) });
  const on = estate({ today: day('2024-10-25') });
  const decision = decide(of, on);
  const { targets, locked } = decision.judged;
  return { of, on, decision, targets, locked: locked.map(textOf) };
}

it('Formie: 2.1.19 was built on the very last day and is included, 13 later ones are locked', () => {
  const { decision, targets, locked } = situation('formie', '2.1.0', '2024-06-15');
  expect(decision.verdict).toMatchObject({
    kind: 'covered-update',
    release: { version: version('2.1.19') },
    locked: 13,
  });
  expect(textOf(targets.forHost)).toBe('2.1.32');
  expect(locked).toHaveLength(13);
  expect(targets.overall?.requiresHost).toMatch(/^\^5/);
});

it('Blitz: the critical 4.23.0 lies outside, nine are locked', () => {
  const { targets, locked } = situation('blitz', '4.10.0', '2024-07-01');
  expect([textOf(targets.covered), textOf(targets.forHost)]).toEqual(['4.18.3', '4.23.3']);
  expect(locked).toHaveLength(9);
  expect(locked).toContain('4.23.0');
});

it('Blitz: of the two dates of 4.12.0 it says which decided', () => {
  const { of, on, decision } = situation('blitz', '4.12.0', '2024-05-01');
  const { facts } = explain(of, decision, on);
  expect(decision.verdict.kind).toBe('mismatch');
  expect(facts).toContainEqual({
    name: 'dates-disagree',
    value: '4.12.0: built 2024-06-27, published 2024-02-27; built decides',
  });
});

it('SEOmatic: covered up to 4.0.48, compatible up to 4.1.5', () => {
  const { targets } = situation('seomatic', '4.0.30', '2024-05-01');
  expect([textOf(targets.covered), textOf(targets.forHost)]).toEqual(['4.0.48', '4.1.5']);
});

it('Freeform: one line runs on host 4 and 5, and 26 later ones are locked', () => {
  const { targets, locked } = situation('freeform', '5.0.0', '2024-06-01');
  expect([textOf(targets.covered), textOf(targets.forHost)]).toEqual(['5.3.2', '5.6.7']);
  expect(locked).toHaveLength(26);
});
