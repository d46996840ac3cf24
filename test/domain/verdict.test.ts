import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { actionsOf, decided, evaluation, perpetual, release, subscription } from './given.ts';

/*
 * The table of verdicts: one test per row, in its order. Version 1.0 is installed on a host of version 4.12.8, maintained
 * to 31 March, and today is 1 May 2024.
 */

const maintained = perpetual('2025-01-31');
const covered = release('1.1', '2024-03-31');
const tooLate = release('1.2', '2024-04-01');
const forHost5 = release('2.0', '2024-03-01', { requiresHost: '^5.0.0' });

it('1: is up to date with the newest release for this host', () => {
  const decision = decided({
    releases: [release('1.0', '2024-01-10'), release('0.9', '2023-01-01')],
    license: maintained,
  });
  expect(decision).toMatchObject({ verdict: { kind: 'up-to-date' }, group: 'fine' });
  expect(actionsOf(decision)).toEqual([]);
});

it('1: offers renewal to what is up to date and ending soon', () => {
  expect(actionsOf(decided({ license: perpetual('2024-05-31') }))).toEqual(['renew']);
  expect(actionsOf(decided({ license: perpetual('2024-06-01') }))).toEqual([]);
});

it('2: has an update ready when the newest for this host is covered', () => {
  const decision = decided({ releases: [covered, tooLate], license: maintained });
  expect(decision).toMatchObject({
    verdict: { kind: 'update-ready', release: tooLate },
    group: 'ready',
  });
  expect(actionsOf(decision)).toEqual(['update 1.2 plain']);
});

it('3: offers the newest covered release first when maintenance ended before the newest', () => {
  const decision = decided({ releases: [covered, tooLate] });
  expect(decision).toMatchObject({
    verdict: { kind: 'covered-update', release: covered, newest: tooLate, locked: 1 },
    group: 'ready',
  });
  expect(actionsOf(decision)).toEqual(['update 1.1 included', 'renew', 'consent 1.2 uncovered']);
});

it('4: needs a renewal when maintenance ended before all newer releases', () => {
  const decision = decided({ releases: [tooLate, release('1.3', '2024-04-20')] });
  expect(decision).toMatchObject({
    verdict: {
      kind: 'needs-renewal',
      release: { version: { text: '1.3' } },
      endedOn: '2024-03-31',
      locked: 2,
    },
    group: 'needs-renewal',
  });
  expect(actionsOf(decision)).toEqual(['renew', 'consent 1.3 uncovered']);
});

it('5: names the mismatch when the installed release is not covered, and goes back to the newest that is', () => {
  const decision = decided({
    installed: tooLate,
    releases: [release('1.0', '2024-01-10'), covered],
  });
  expect(decision).toMatchObject({
    verdict: { kind: 'mismatch', endedOn: '2024-03-31', wayBack: covered },
    group: 'needs-renewal',
  });
  expect(actionsOf(decision)).toEqual(['roll-back 1.1 in-place', 'renew']);
});

it('6: counts the days of a running trial', () => {
  const decision = decided({ releases: [covered], license: evaluation('2024-05-11') });
  expect(decision).toMatchObject({
    verdict: { kind: 'trial', expiresOn: '2024-05-11', daysLeft: 10 },
    group: 'ready',
  });
  expect(actionsOf(decision)).toEqual(['update 1.1 plain', 'buy', 'activate']);
});

it('7: calls an expired trial stopped and still offers the update', () => {
  const decision = decided({ releases: [covered, tooLate], license: evaluation('2024-04-30') });
  expect(decision).toMatchObject({
    verdict: { kind: 'trial-expired', expiredOn: '2024-04-30' },
    group: 'stopped',
  });
  expect(actionsOf(decision)).toEqual(['buy', 'activate', 'update 1.2 will-not-run']);
});

it('8: asks for the payment of a lease in grace and says when it stops', () => {
  const decision = decided({
    releases: [covered],
    license: subscription('2024-04-30', '2024-05-10'),
  });
  expect(decision).toMatchObject({
    verdict: { kind: 'payment-due', stopsAfter: '2024-05-10', daysLeft: 9 },
    group: 'needs-renewal',
  });
  expect(actionsOf(decision)).toEqual(['renew', 'update 1.1 plain']);
});

it('9: calls an ended lease stopped and still offers the update', () => {
  const decision = decided({
    releases: [covered],
    license: subscription('2024-04-20', '2024-04-30'),
  });
  expect(decision).toMatchObject({
    verdict: { kind: 'subscription-ended', endedOn: '2024-04-30' },
    group: 'stopped',
  });
  expect(actionsOf(decision)).toEqual(['renew', 'activate', 'update 1.1 will-not-run']);
});

it('10: sends the owner of a suspended license to the vendor', () => {
  const decision = decided({
    releases: [covered],
    license: perpetual('2024-03-31', { standing: 'suspended' }),
  });
  expect(decision).toMatchObject({
    verdict: { kind: 'revoked', standing: 'suspended' },
    group: 'stopped',
  });
  expect(actionsOf(decision)).toEqual(['contact-vendor', 'update 1.1 will-not-run']);
});

it('10: offers a new license where one was terminated', () => {
  const decision = decided({
    license: subscription('2025-03-31', '2025-04-10', { standing: 'terminated' }),
  });
  expect(decision).toMatchObject({
    verdict: { kind: 'revoked', standing: 'terminated' },
    group: 'stopped',
  });
  expect(actionsOf(decision)).toEqual(['buy', 'activate']);
});

it.each([
  'ROLE_EXCEEDED',
  'ROLE_UNDEFINED',
  'USER_MISMATCH',
  'EDITION_MISMATCH',
  'TYPE_MISMATCH',
] as const)('11: names the license error %s and offers an upgrade', (error) => {
  const decision = decided({
    releases: [covered],
    license: perpetual('2025-03-31', { errors: [error] }),
  });
  expect(decision).toMatchObject({ verdict: { kind: 'license-error', error }, group: 'stopped' });
  expect(actionsOf(decision)).toEqual(['upgrade', 'activate']);
});

it('12: updates what needs no license', () => {
  const decision = decided({ releases: [covered, tooLate], license: { kind: 'not-needed' } });
  expect(decision).toMatchObject({ verdict: { kind: 'free', release: tooLate }, group: 'ready' });
  expect(actionsOf(decision)).toEqual(['update 1.2 plain']);
});

it('13: sells, lends or takes a code where a license is required and missing', () => {
  const decision = decided({ license: { kind: 'missing', trialOffered: true } });
  expect(decision).toMatchObject({
    verdict: { kind: 'unlicensed', trialOffered: true },
    group: 'stopped',
  });
  expect(actionsOf(decision)).toEqual(['buy', 'try', 'activate']);
  expect(actionsOf(decided({ license: { kind: 'missing', trialOffered: false } }))).toEqual([
    'buy',
    'activate',
  ]);
});

it('14: says that newer ones need another host, and offers nothing', () => {
  const decision = decided({ releases: [forHost5], license: maintained });
  expect(decision).toMatchObject({
    verdict: { kind: 'needs-newer-host', release: forHost5, fitUnstated: false },
    group: 'needs-newer-host',
  });
  expect(actionsOf(decision)).toEqual([]);
});

it('14: says when the vendor does not state which hosts a newer release needs', () => {
  const unstated = release('1.1', '2024-03-01', { requiresHost: null });
  expect(decided({ releases: [unstated, forHost5] }).verdict).toEqual({
    kind: 'needs-newer-host',
    release: forHost5,
    fitUnstated: true,
  });
});

it('15: leaves alone what an administrator holds', () => {
  const hold = { reason: 'freeze', by: 'Anna', until: day('2024-05-01'), ground: null };
  const decision = decided({ releases: [covered], hold, license: maintained });
  expect(decision).toMatchObject({
    verdict: { kind: 'held', hold, release: covered },
    group: 'held',
  });
  expect(actionsOf(decision)).toEqual(['release-hold']);
});

it('15: lets a hold end by itself after its last day', () => {
  const hold = { reason: 'freeze', by: 'Anna', until: day('2024-04-30'), ground: null };
  expect(decided({ releases: [covered], hold }).verdict.kind).toBe('update-ready');
});

it('16: goes back first when the host reports a failure', () => {
  const status = { kind: 'failed', reason: 'Class not found' } as const;
  const older = release('0.9', '2023-01-01');
  const decision = decided({ status, releases: [older, covered, tooLate] });
  expect(decision).toMatchObject({
    verdict: { kind: 'failed', reason: 'Class not found', wayBack: older },
    group: 'stopped',
  });
  expect(actionsOf(decision)).toEqual(['roll-back 0.9 in-place', 'update 1.1 included', 'renew']);
});

it('17: says unknown when nobody could tell the license, and keeps renewal in sight', () => {
  const decision = decided({
    releases: [covered],
    license: { kind: 'unknown', reason: 'no answer from KA' },
  });
  expect(decision).toMatchObject({
    verdict: { kind: 'unknown', about: 'license', reason: 'no answer from KA' },
    group: 'unknown',
  });
  expect(actionsOf(decision)).toEqual(['check-again', 'renew']);
});

it('17: says unknown of a newest release without a date, and installs it by consent only', () => {
  const undated = release('1.3', null);
  const decision = decided({ releases: [tooLate, undated] });
  expect(decision).toMatchObject({
    verdict: { kind: 'unknown', about: 'release', release: undated },
    group: 'unknown',
  });
  expect(actionsOf(decision)).toEqual(['check-again', 'renew', 'consent 1.3 unknown']);
});
