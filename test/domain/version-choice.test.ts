import { expect, it } from 'vitest';
import { decide, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { versionChoices, type VersionChoice } from '../../src/domain/version-choice.ts';
import {
  allBut,
  estate,
  evaluation,
  extension,
  perpetual,
  release,
  subscription,
} from './given.ts';

const releases = [
  release('0.9', '2023-11-01'),
  release('1.0', '2024-01-10'),
  release('1.1', '2024-02-01'),
  release('1.2-beta', '2024-03-01'),
  release('1.2', '2024-04-20'),
  release('2.0', '2024-04-25', { requiresHost: '^5.0' }),
];

/** What choosing comes to, in short. */
function short({ outcome }: VersionChoice): string {
  switch (outcome.kind) {
    case 'installed':
      return 'installed';
    case 'install':
      return outcome.runs ? 'install' : 'install, will not run';
    case 'roll-back':
      return `roll back ${outcome.action.release.version.text} ${outcome.action.way}`;
    case 'consent':
      return `consent ${outcome.action.release.version.text} ${outcome.action.because}`;
    case 'refused':
      return 'by' in outcome.obstacle
        ? `${outcome.obstacle.because} by ${outcome.obstacle.by}: ${outcome.obstacle.reason}`
        : outcome.obstacle.because;
  }
}

function choices(of: Partial<Extension> = {}, on: Partial<Estate> = {}, from = releases) {
  const given = estate(on);
  const one = extension({ releases: from, ...of });
  return versionChoices({ extension: one, decision: decide(one, given) }, given, from);
}

const outcomes = (...of: Parameters<typeof choices>) =>
  Object.fromEntries(choices(...of).map((each) => [each.release.version.text, short(each)]));

it('lists every release, newest first, with where it stands, its coverage and its host', () => {
  expect(
    choices().map(({ release: { version }, direction, coverage, fit }) =>
      [version.text, direction, coverage.kind, fit.kind].join(' '),
    ),
  ).toEqual([
    '2.0 newer uncovered needs-other-host',
    '1.2 newer uncovered fits',
    '1.2-beta newer covered fits',
    '1.1 newer covered fits',
    '1.0 same covered fits',
    '0.9 older covered fits',
  ]);
});

it('installs what is covered, asks about what is not, goes back where it is older', () => {
  expect(outcomes()).toEqual({
    '2.0': 'other-host',
    '1.2': 'consent 1.2 uncovered',
    '1.2-beta': 'install',
    '1.1': 'install',
    '1.0': 'installed',
    '0.9': 'roll back 0.9 in-place',
  });
});

it('offers no uncovered release where the host installs none', () => {
  expect(outcomes({}, { may: allBut('uncoveredWithConsent') })).toMatchObject({
    '1.2': 'uncovered-not-allowed',
    '1.1': 'install',
    '0.9': 'roll back 0.9 in-place',
  });
});

it('never installs an older uncovered release without consent', () => {
  const lapsed = { license: perpetual('2023-06-30') };
  expect(outcomes(lapsed)).toMatchObject({ '0.9': 'consent 0.9 uncovered' });
  expect(outcomes(lapsed, { may: allBut('uncoveredWithConsent') })).toMatchObject({
    '0.9': 'uncovered-not-allowed',
  });
});

it('does not go back in two steps to what the host would refuse at the second', () => {
  const may = allBut('rollBack');
  expect(outcomes({}, { may })).toMatchObject({ '0.9': 'roll back 0.9 reinstall' });
  expect(outcomes({ license: perpetual('2023-06-30') }, { may })).toMatchObject({
    '0.9': 'older-uncovered',
    '1.1': 'consent 1.1 uncovered',
  });
});

it('goes nowhere back where the host cannot', () => {
  expect(outcomes({}, { may: allBut('rollBack', 'uninstall') })).toMatchObject({
    '0.9': 'no-way-back',
    '1.1': 'install',
  });
});

it.each(['install', 'specificVersion'] as const)('refuses all on a host without %s', (missing) => {
  expect(new Set(Object.values(outcomes({}, { may: allBut(missing) })))).toEqual(
    new Set(['other-host', 'not-allowed', 'installed']),
  );
});

it('keeps to a hold, except that one may go back', () => {
  const hold = { reason: 'Testing', by: 'Admin', until: null, ground: null };
  expect(outcomes({ hold })).toEqual({
    '2.0': 'other-host',
    '1.2': 'held by Admin: Testing',
    '1.2-beta': 'held by Admin: Testing',
    '1.1': 'held by Admin: Testing',
    '1.0': 'installed',
    '0.9': 'roll back 0.9 in-place',
  });
});

it('forgets a hold that has ended by itself', () => {
  const until = release('x', '2024-04-30').builtOn;
  const hold = { reason: 'Testing', by: 'Admin', until, ground: null };
  expect(outcomes({ hold })).toMatchObject({ '1.1': 'install' });
});

it('keeps to the skip of one release, and of no other, in either direction', () => {
  const skip = (version: string) => ({ version, reason: 'Broken', by: 'Admin' });
  expect(outcomes({ skipped: [skip('1.1'), skip('0.9')] })).toMatchObject({
    '1.2-beta': 'install',
    '1.1': 'skipped by Admin: Broken',
    '0.9': 'skipped by Admin: Broken',
  });
});

it('says first that a release does not run here, then that it is not wanted', () => {
  const hold = { reason: 'Testing', by: 'Admin', until: null, ground: null };
  const unstated = [release('1.1', '2024-02-01', { requiresHost: null })];
  expect(outcomes({ hold }, {}, unstated)).toEqual({ '1.1': 'host-unknown' });
});

it('asks for consent where nobody can say whether it is covered', () => {
  expect(outcomes({}, {}, [release('1.1', null)])).toEqual({ '1.1': 'consent 1.1 unknown' });
  expect(outcomes({ license: { kind: 'unknown', reason: 'No answer' } })).toMatchObject({
    '1.1': 'consent 1.1 unknown',
    '0.9': 'consent 0.9 unknown',
  });
});

it.each([
  ['an expired evaluation', evaluation('2024-04-01')],
  ['an ended subscription', subscription('2024-03-01', '2024-03-11')],
  ['a suspended license', perpetual('2024-03-31', { standing: 'suspended' })],
  ['a terminated license', perpetual('2024-03-31', { standing: 'terminated' })],
  ['no license', { kind: 'missing', trialOffered: false } as const],
])('makes nothing worse under %s: anything may be installed, and will not run', (_, license) => {
  expect(outcomes({ license })).toMatchObject({
    '1.2': 'install, will not run',
    '1.1': 'install, will not run',
    '0.9': 'roll back 0.9 in-place',
    '2.0': 'other-host',
  });
});

it.each([
  ['no license needed', { kind: 'not-needed' } as const],
  ['a running evaluation', evaluation('2024-06-01')],
  ['a paid subscription', subscription('2024-06-01', '2024-06-11')],
  ['a subscription in grace', subscription('2024-04-28', '2024-05-08')],
  ['a license maintained for ever', perpetual(null)],
  ['a maintained license', perpetual('2024-12-31')],
])('installs without a question under %s', (_, license) => {
  expect(outcomes({ license })).toMatchObject({ '1.2': 'install', '1.1': 'install' });
});

it('judges by coverage under a license of another edition', () => {
  const license = perpetual('2024-03-31', { errors: ['EDITION_MISMATCH'] });
  expect(outcomes({ license })).toMatchObject({ '1.2': 'consent 1.2 uncovered', '1.1': 'install' });
});

it('says of the installed release what the vendor reports about it', () => {
  const license = perpetual('2024-12-31', { errors: ['VERSION_MISMATCH'] });
  const found = choices({ license }).find(({ direction }) => direction === 'same');
  expect(found?.coverage).toMatchObject({ kind: 'uncovered', rule: 'reported' });
});

it('takes a rebuilt version of the same place for the same, and lets it be installed', () => {
  const [found] = choices({}, {}, [release('1.0.0', '2024-01-20')]);
  expect(found?.direction).toBe('same');
  expect(found && short(found)).toBe('install');
});

it('says where nobody can tell newer from older, and holds such a release back too', () => {
  const from = [release('stable', null, { publishedOn: null })];
  expect(choices({}, {}, from)[0]?.direction).toBe('unplaced');
  const hold = { reason: 'Testing', by: 'Admin', until: null, ground: null };
  expect(outcomes({ hold }, {}, from)).toEqual({ stable: 'held by Admin: Testing' });
});

it('goes by date where the installed version has no order', () => {
  const installed = release('melon', '2024-01-10');
  const from = [release('3.0', '2024-01-01'), installed, release('1.1', '2024-02-01')];
  expect(
    choices({ installed }, {}, from).map(
      ({ release: { version }, direction }) => `${version.text} ${direction}`,
    ),
  ).toEqual(['1.1 newer', 'melon same', '3.0 older']);
});

it('goes by date for all of them where only the installed version has no order', () => {
  const installed = release('melon', '2024-01-10');
  const from = [release('3.0', '2024-01-01'), release('1.1', '2024-02-01')];
  expect(choices({ installed }, {}, from).map((each) => each.release.version.text)).toEqual([
    '1.1',
    '3.0',
  ]);
});

it('goes by version where all have an order: a backport stays behind what it was made from', () => {
  const from = [release('1.2', '2024-02-01'), release('1.1.1', '2024-03-01')];
  expect(choices({}, {}, from).map((each) => each.release.version.text)).toEqual(['1.2', '1.1.1']);
});

it('hands on what the dialogs ask about', () => {
  const late = choices().find(({ release: { version } }) => version.text === '1.2');
  expect(late?.outcome).toEqual({
    kind: 'consent',
    action: { kind: 'update-uncovered', release: late?.release, because: 'uncovered' },
  });
});

it('is empty for an empty history', () => {
  expect(choices({}, {}, [])).toEqual([]);
});
