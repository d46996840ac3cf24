import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Advice, adviseOn, worstAdvisory } from '../../src/domain/advise.ts';
import { type Advisory, SEVERITIES } from '../../src/domain/advisory.ts';
import { decide, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { actionsOf, allBut, estate, extension, perpetual, release } from './given.ts';

const flaw = (affects: string, more: Partial<Advisory> = {}): Advisory => ({
  id: 'EXAMPLE-1',
  title: 'A flaw',
  severity: 'high',
  affects,
  url: null,
  ...more,
});

/** Maintenance ended on 31 March 2024: 1.1 and 1.2 are covered, 1.3 and 1.4 are not, 2.0 needs host 5. */
const seo = (more: Partial<Extension> = {}): Extension =>
  extension({
    releases: [
      release('1.1', '2024-02-01'),
      release('1.2', '2024-03-01'),
      release('1.3', '2024-04-01'),
      release('1.4', '2024-04-20'),
      release('2.0', '2024-04-25', { requiresHost: '^5.0' }),
    ],
    ...more,
  });

function advised(of: Extension, on: Partial<Estate> = {}): readonly Advice[] {
  const at = estate(on);
  return adviseOn(of, decide(of, at), at);
}

/** An outcome in short: `fix-not-covered fix 1.3 target 1.2`. */
const told = ({ outcome }: Advice): string =>
  Object.entries(outcome)
    .flatMap(([name, value]): string[] => {
      if (name === 'kind') return [`${value}`];
      if (value === null) return [];
      if (typeof value === 'string') return [name, value];
      if ('version' in value) return [name, value.version.text];
      if (name === 'fit') return [`fit ${'host' in value ? value.host : value.kind}`];
      return [];
    })
    .join(' ');

const outcomes = (of: Extension, on: Partial<Estate> = {}) => advised(of, on).map(told);

function ways(of: Extension, on: Partial<Estate> = {}): string[] {
  const at = estate(on);
  const decision = decide(of, at);
  const [first] = adviseOn(of, decision, at);
  return actionsOf({ ...decision, actions: first?.ways ?? [] });
}

it('says nothing of flaws that neither the installed nor the covered release has', () => {
  expect(outcomes(seo({ advisories: [flaw('<1.0'), flaw('>=1.3')] }))).toEqual([]);
});

it('says nothing where no flaw is published', () => {
  expect(outcomes(seo())).toEqual([]);
});

it('tells that the update which the license covers is without the flaw', () => {
  const of = seo({ advisories: [flaw('<1.2')] });
  expect(outcomes(of)).toEqual(['fixed-by-update release 1.2']);
  expect(ways(of)).toEqual(['update 1.2 included']);
});

it('leads to another covered release where the newest covered one has the flaw', () => {
  const of = seo({ advisories: [flaw('1.0|1.2')] });
  expect(outcomes(of)).toEqual(['fixed-by-another release 1.1 target 1.2']);
  expect(ways(of)).toEqual(['update 1.1 included']);
  expect(ways(of, { may: allBut('specificVersion') })).toEqual([]);
});

it('tells that the covered update still has it and the fix is outside the license, with the ways out', () => {
  const of = seo({ advisories: [flaw('<1.3')] });
  expect(outcomes(of)).toEqual(['fix-not-covered fix 1.3 target 1.2']);
  expect(ways(of)).toEqual(['renew', 'consent 1.3 uncovered', 'contact-vendor']);
});

it('names the lowest release without the flaw, not the newest', () => {
  expect(outcomes(seo({ advisories: [flaw('<1.3')] }))[0]).toContain('fix 1.3');
  expect(outcomes(seo({ advisories: [flaw('<1.3.5')] }))[0]).toContain('fix 1.4');
});

it('offers the uncovered fix only where the host takes it by name and with consent', () => {
  const of = seo({ advisories: [flaw('<1.3')] });
  for (const missing of ['specificVersion', 'uncoveredWithConsent', 'install'] as const) {
    expect(ways(of, { may: allBut(missing) }), missing).toEqual(['renew', 'contact-vendor']);
  }
  const newest = seo({ advisories: [flaw('<1.4')] });
  expect(ways(newest, { may: allBut('specificVersion') })).toContain('consent 1.4 uncovered');
  expect(ways(of, { may: allBut('purchase') })).toEqual([
    'consent 1.3 uncovered',
    'contact-vendor',
  ]);
});

it('speaks of the installed release alone where nothing newer is covered', () => {
  const of = seo({ license: perpetual('2024-01-15'), advisories: [flaw('<1.3')] });
  expect(outcomes(of)).toEqual(['fix-not-covered fix 1.3']);
});

it('asks for consent of the right sort where the fix has no date', () => {
  const releases = [release('1.1', null)];
  const of = seo({ releases, advisories: [flaw('<1.1')] });
  expect(outcomes(of)).toEqual(['fix-not-covered fix 1.1']);
  expect(ways(of)).toEqual(['check-again', 'renew', 'consent 1.1 unknown', 'contact-vendor']);
});

it('tells that the fix needs another host, or that its vendor does not say', () => {
  const of = seo({ advisories: [flaw('<2.0')] });
  expect(outcomes(of)).toEqual(['fix-needs-other-host fix 2.0 fit newer target 1.2']);
  expect(ways(of)).toEqual(['contact-vendor']);
  const releases = [release('1.1', '2024-02-01', { requiresHost: null })];
  expect(outcomes(seo({ releases, advisories: [flaw('<1.1')] }))).toEqual([
    'fix-needs-other-host fix 1.1 fit unknown',
  ]);
});

it('tells that no fix exists; a pre-release is none', () => {
  const releases = [release('1.1-beta.1', '2024-02-01')];
  const of = seo({ releases, advisories: [flaw('<=1.0')] });
  expect(outcomes(of)).toEqual(['no-fix']);
  expect(ways(of)).toEqual(['contact-vendor']);
});

it('never takes a release for a fix of which nobody can say', () => {
  const of = seo({
    releases: [release('stable', '2024-03-01')],
    advisories: [flaw('<=1.0')],
  });
  expect(outcomes(of)).toEqual(['no-fix']);
});

it('warns where the installed release is free of a flaw and the covered update is not', () => {
  const of = seo({ advisories: [flaw('1.2')] });
  expect(outcomes(of)).toEqual(['update-brings-it target 1.2 without 1.1']);
  expect(ways(of)).toEqual(['update 1.1 included']);
  expect(outcomes(seo({ advisories: [flaw('>=1.1')] }))).toEqual(['update-brings-it target 1.2']);
});

it('warns of a flaw in the release that a roll back goes to', () => {
  const of = seo({
    installed: release('1.3', '2024-04-01'),
    advisories: [flaw('<1.3')],
  });
  expect(outcomes(of)).toEqual(['way-back-has-it release 1.2']);
  const at = estate();
  expect(worstAdvisory(of, decide(of, at), at)).toBeNull();
});

it('goes back to what is without the flaw, never to what has it', () => {
  const installed = release('1.3', '2024-04-01');
  const releases = [release('1.2', '2024-03-01'), release('1.4', '2024-04-20')];
  const back = (affects: string) => ways(seo({ installed, releases, advisories: [flaw(affects)] }));
  expect(back('1.3')).toContain('roll-back 1.2 in-place');
  expect(back('<1.4')).not.toContain('roll-back 1.2 in-place');
});

it('says that nobody can say, and why', () => {
  expect(outcomes(seo({ advisories: [flaw('the old ones')] }))).toEqual([
    'unknown release 1.0 because range',
  ]);
  const installed = release('7f3a9c', '2024-01-10');
  expect(outcomes(seo({ installed, releases: [], advisories: [flaw('<1.3')] }))).toEqual([
    'unknown release 7f3a9c because version',
  ]);
  const releases = [release('stable', '2024-03-01')];
  expect(outcomes(seo({ releases, advisories: [flaw('<0.9')] }))).toEqual([
    'unknown release stable because version',
  ]);
});

it('changes no version while an administrator holds the extension: the hold is to be released first', () => {
  const hold = { reason: 'Busy', by: 'You', until: null, ground: null };
  const fixed = seo({ hold, advisories: [flaw('<1.2')] });
  expect(ways(fixed)).toEqual(['release-hold']);
  const outside = seo({ hold, advisories: [flaw('<1.3')] });
  expect(ways(outside)).toEqual(['renew', 'release-hold', 'contact-vendor']);
});

it('takes a skipped release only where no other covered one is without the flaw', () => {
  const skip = (text: string) => ({ version: text, reason: '', by: 'You' });
  const another = seo({ skipped: [skip('1.2')], advisories: [flaw('<1.1')] });
  expect(outcomes(another)).toEqual(['fixed-by-update release 1.1']);
  const only = seo({ skipped: [skip('1.2')], advisories: [flaw('<1.2')] });
  expect(outcomes(only)).toEqual(['fixed-by-another release 1.2 target 1.1']);
  expect(ways(only)).toEqual(['end-skip 1.2']);
});

it('offers a stopped extension what its row offers, and no consent', () => {
  const license = { kind: 'missing', trialOffered: false } as const;
  const of = seo({ license, advisories: [flaw('<1.3')] });
  expect(ways(of)).toEqual(['buy', 'activate', 'contact-vendor']);
  const newest = seo({ license, advisories: [flaw('<1.4')] });
  expect(ways(newest)).toEqual(['buy', 'activate', 'update 1.4 will-not-run', 'contact-vendor']);
  const unknown = seo({ license: { kind: 'unknown', reason: '' }, advisories: [flaw('<1.3')] });
  expect(ways(unknown)).toEqual(['check-again', 'renew', 'contact-vendor']);
});

it('puts the worst first; one whose publisher does not say comes after the high ones', () => {
  const advisories = ([null, ...SEVERITIES] as const).map((severity) =>
    flaw('<1.2', { id: severity ?? 'unstated', severity }),
  );
  const of = seo({ advisories });
  expect(advised(of).map(({ advisory }) => advisory.id)).toEqual([
    'critical',
    'high',
    'unstated',
    'moderate',
    'low',
  ]);
  const at = estate();
  expect(worstAdvisory(of, decide(of, at), at)?.advisory.id).toBe('critical');
});

it('never calls an update to a release with the flaw a way out, and never throws', () => {
  const text = fc.constantFrom('1.0', '1.1', '1.2.0.1', '1.3-beta', 'stable', '2.0');
  const date = fc.constantFrom(null, '2024-01-10', '2024-03-31', '2024-04-01');
  const requiresHost = fc.constantFrom('*', '^4.0', '^5.0', null, 'nonsense');
  const any = fc
    .record({ text, date, requiresHost })
    .map((given) => release(given.text, given.date, { requiresHost: given.requiresHost }));
  const affects = fc.constantFrom('<1.2', '*', '>=1.1', '1.2.0.1', 'nonsense', '<2.0');
  fc.assert(
    fc.property(
      any,
      fc.uniqueArray(any, { selector: (each) => each.version.text }),
      affects,
      (installed, all, range) => {
        const releases = all.filter((each) => each.version.text !== installed.version.text);
        for (const { ways: out } of advised(
          extension({ installed, releases, advisories: [flaw(range)] }),
        )) {
          for (const action of out) {
            if (!('release' in action)) continue;
            const again = extension({ installed: action.release, advisories: [flaw(range)] });
            expect(advised(again).filter(({ outcome }) => outcome.kind !== 'unknown')).toEqual([]);
          }
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

it('takes the first release without the flaw for its fix, however the releases are listed', () => {
  const { releases } = seo();
  const of = seo({ advisories: [flaw('<1.3')], releases: releases.toReversed() });
  expect(outcomes(of)).toEqual(['fix-not-covered fix 1.3 target 1.2']);
});

it('looks for a fix among newer releases only', () => {
  const of = seo({
    advisories: [flaw('>=1.0')],
    releases: [release('0.9', '2023-12-01'), release('1.1', '2024-02-01')],
  });
  expect(outcomes(of)).toEqual(['no-fix target 1.1']);
});

it('says nothing of a way back that is without the flaw', () => {
  const of = extension({
    installed: release('1.3', '2024-04-01'),
    releases: [release('1.2', '2024-03-01')],
    advisories: [flaw('<1.0')],
  });
  expect(outcomes(of)).toEqual([]);
});

it('leads to a release that nobody skipped before one that somebody did', () => {
  const skipped = [{ version: '1.2', reason: '', by: '' }];
  expect(outcomes(seo({ skipped, advisories: [flaw('<1.1')] }))).toEqual([
    'fixed-by-update release 1.1',
  ]);
  const onlyThat = seo({ skipped, advisories: [flaw('<1.2')] });
  expect(outcomes(onlyThat)).toEqual(['fixed-by-another release 1.2 target 1.1']);
});
