import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { decided, perpetual, release, textOf } from './given.ts';

const targets = (...of: Parameters<typeof decided>) => {
  const { overall, forHost, covered } = decided(...of).judged.targets;
  return [textOf(overall), textOf(forHost), textOf(covered)];
};

it('tells apart the newest, the newest for this host and the newest covered', () => {
  const releases = [
    release('1.1', '2024-02-01'),
    release('1.2', '2024-04-01'),
    release('2.0', '2024-03-01', { requiresHost: '^5.0.0' }),
  ];
  expect(targets({ releases })).toEqual(['2.0', '1.2', '1.1']);
  expect(targets({ releases }, { hostVersion: '5.4.9' })).toEqual(['2.0', '2.0', '2.0']);
});

it('takes the highest version, not the last built', () => {
  const releases = [release('2.0', '2024-02-01'), release('1.9', '2024-03-30')];
  expect(targets({ releases })).toEqual(['2.0', '2.0', '2.0']);
});

it('judges a backport by its own date', () => {
  const releases = [
    release('2.0', '2024-04-10'),
    release('1.9', '2024-03-31'),
    release('1.9.1', '2024-04-05'),
  ];
  expect(targets({ releases })).toEqual(['2.0', '2.0', '1.9']);
  expect(decided({ releases }).judged.locked.map(textOf)).toEqual(['2.0', '1.9.1']);
});

it('never counts a pre-release', () => {
  expect(
    targets({
      releases: [
        release('2.0.0-beta.1', '2024-02-01'),
        release('1.1', '2024-02-01', { prerelease: true }),
      ],
    }),
  ).toEqual([null, null, null]);
});

it('never takes an older or the same release for an update', () => {
  const releases = [
    release('0.9', '2024-03-01'),
    release('1.0.0', '2024-03-01'),
    release('v1.0', '2024-03-30'),
  ];
  expect(targets({ releases })).toEqual([null, null, null]);
});

it('does not take an unstated host constraint for a fitting one', () => {
  expect(targets({ releases: [release('1.1', '2024-02-01', { requiresHost: null })] })).toEqual([
    '1.1',
    null,
    null,
  ]);
});

it('keeps a release without a date out of what is covered and out of what a renewal opens', () => {
  const { judged } = decided({ releases: [release('1.1', '2024-04-01'), release('1.2', null)] });
  expect(judged.targets.covered).toBeNull();
  expect(judged.locked.map(textOf)).toEqual(['1.1']);
  expect(judged.undecided.map(textOf)).toEqual(['1.2']);
});

it('covers a granted security fix that was built after the end', () => {
  const fix = release('1.2', '2024-09-01', { security: true, grantedTo: day('2024-01-01') });
  expect(targets({ releases: [release('1.1', '2024-04-01'), fix] })).toEqual(['1.2', '1.2', '1.2']);
});

it('goes by date when a version has no order, and says so', () => {
  const { judged } = decided({
    releases: [release('beach', '2024-02-01'), release('1.2', '2024-03-01')],
  });
  expect(judged.order).toBe('date');
  expect(textOf(judged.targets.covered)).toBe('1.2');
});

it('offers no lower version as an update, even where the releases go by date', () => {
  const releases = [release('beach', '2023-01-01'), release('0.9', '2024-03-01')];
  expect(targets({ releases })).toEqual([null, null, null]);
});

it('does not call an extension up to date while a release cannot be placed', () => {
  const beach = release('beach', null);
  const { verdict, actions } = decided({ releases: [beach], license: perpetual('2025-01-01') });
  expect(verdict).toEqual({ kind: 'unknown', about: 'release', release: beach });
  expect(actions).toEqual([{ kind: 'check-again' }]);
});

it('goes back to the newest older release that is covered and fits', () => {
  const releases = [
    release('0.7', '2023-01-01'),
    release('0.8', '2023-02-01'),
    release('0.9', '2023-03-01', { requiresHost: '^3.0' }),
    release('0.9.5', '2024-04-01'),
    release('0.9.6-beta', '2023-03-01'),
  ];
  expect(textOf(decided({ releases }).judged.wayBack)).toBe('0.8');
});

it('knows no way back while nobody knows the license', () => {
  const license = { kind: 'unknown', reason: '' } as const;
  expect(decided({ license, releases: [release('0.9', '2023-01-01')] }).judged.wayBack).toBeNull();
});

it('judges by the policy the extension names, by the panel’s own where none is named, and cannot say if nobody knows that name', () => {
  const generous = {
    name: 'generous',
    under: () => (of: ReturnType<typeof release>) =>
      ({
        kind: 'covered',
        rule: 'own',
        date: { kind: 'built', on: of.builtOn ?? day('2024-01-01') },
      }) as const,
  };
  const releases = [release('1.1', '2024-04-01')];
  expect(targets({ releases, policy: 'generous' }, { policies: [generous] })[2]).toBe('1.1');
  expect(targets({ releases, policy: null }, { defaultPolicy: generous })[2]).toBe('1.1');
  expect(targets({ releases, policy: null })[2]).toBeNull();
  expect(decided({ releases, policy: 'generous' })).toMatchObject({
    policy: { name: 'generous' },
    judged: { forHostCoverage: { kind: 'unknown', rule: 'policy-unknown' } },
    verdict: { kind: 'unknown', about: 'release' },
  });
});

it('does not speak of unstated hosts while some newer release is known to fit', () => {
  const releases = [
    release('1.1', '2024-02-01'),
    release('1.2', '2024-02-01', { requiresHost: null }),
  ];
  expect(decided({ releases }).judged).toMatchObject({
    fitUnstated: false,
    targets: { forHost: { version: { text: '1.1' } } },
  });
});
