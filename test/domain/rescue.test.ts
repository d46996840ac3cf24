import { expect, it } from 'vitest';
import type { Extension } from '../../src/domain/extension.ts';
import type { PackagedRelease } from '../../src/domain/going-back.ts';
import { decide, type Estate } from '../../src/domain/decide.ts';
import { rescueOf, rescueReason } from '../../src/domain/rescue.ts';
import type { Task } from '../../src/domain/task.ts';
import { actionsOf, allBut, estate, extension, perpetual, release } from './given.ts';

const first = release('0.8', '2023-06-01');
const before = release('0.9', '2023-11-01');
const installed = release('1.0', '2024-04-10');
const granted = release('1.1', '2024-04-20', { grantedTo: release('1.1', '2024-03-01').builtOn });

const packaged = (from = [first, before, installed]): readonly PackagedRelease[] =>
  from.map((each) => ({ ...each, kept: each === before, migratesData: false }));

/** Installed ten days after the end of maintenance. */
const uncovered: Partial<Extension> = { installed, releases: [first, before] };
/** The host cannot run it. */
const failed: Partial<Extension> = {
  license: perpetual('2024-12-31'),
  installed,
  status: { kind: 'failed', reason: 'It stopped.' },
  releases: [first, before],
};

const task = (more: Partial<Task> = {}): Task => ({
  id: 'task-1',
  extension: 'seo',
  kind: 'install',
  from: '0.8',
  to: '1.0',
  phase: 'failed',
  percent: null,
  cancelable: false,
  startedAt: '2024-05-01T00:00:00Z',
  failure: { reason: 'Damaged.', rolledBack: false },
  batch: null,
  ...more,
});

function rescued(
  of: Partial<Extension>,
  releases: readonly PackagedRelease[] | null = packaged(),
  { on = {}, after }: { on?: Partial<Estate>; after?: Task } = {},
) {
  const given = estate(on);
  const found = { extension: extension(of), decision: decide(extension(of), given) };
  const rescue = rescueOf(found, given, after, releases);
  return (
    rescue && {
      why: rescue.why,
      to: rescue.back?.release.version.text ?? null,
      ranBefore: rescue.back?.ranBefore ?? null,
      package: rescue.back?.package ?? null,
      data: rescue.back?.data.kind ?? null,
      actions: actionsOf({ ...found.decision, actions: rescue.actions }),
    }
  );
}

it('leads a mismatch back to the newest covered release, and says what that takes', () => {
  expect(rescued(uncovered)).toEqual({
    why: 'mismatch',
    to: '0.9',
    ranBefore: false,
    package: 'kept',
    data: 'none',
    actions: ['roll-back 0.9 in-place', 'renew'],
  });
});

it('is not due where nothing is wrong', () => {
  expect(rescued({})).toBeNull();
  expect(rescued({}, packaged(), { after: task({ phase: 'done', failure: null }) })).toBeNull();
});

it('is due after an install that was not put back, but not while the host is at work', () => {
  const { decision } = { decision: decide(extension(), estate()) };
  expect(rescueReason(decision, task())).toBe('not-put-back');
  expect(rescueReason(decision, task({ phase: 'installing' }))).toBeNull();
  expect(
    rescueReason(decision, task({ failure: { reason: 'Damaged.', rolledBack: true } })),
  ).toBeNull();
});

it('takes the host’s own report before what happened to an install', () => {
  expect(rescueReason(decide(extension(failed), estate()), task())).toBe('failed');
  expect(rescueReason(decide(extension(uncovered), estate()), task())).toBe('not-put-back');
});

it('leads what failed back to the version that ran before, with that first', () => {
  expect(rescued({ ...failed, previous: '0.8' })).toMatchObject({
    why: 'failed',
    to: '0.8',
    ranBefore: true,
    package: 'offered',
    actions: ['roll-back 0.8 in-place'],
  });
});

it('leads an install that was not put back to what it started from, although the host calls nothing failed', () => {
  const fine = { ...failed, status: { kind: 'enabled' } as const };
  expect(rescued(fine, packaged(), { after: task() })).toMatchObject({
    why: 'not-put-back',
    to: '0.8',
    ranBefore: true,
  });
  expect(
    rescued({ ...fine, previous: '0.9' }, packaged(), { after: task({ from: null }) }),
  ).toMatchObject({ to: '0.9', ranBefore: true });
});

it('believes the host’s own memory of what ran before, where it calls the extension failed', () => {
  expect(rescued({ ...failed, previous: '0.9' }, packaged(), { after: task() })).toMatchObject({
    to: '0.9',
    ranBefore: true,
  });
});

it('is the same for a mismatch after an install that went well', () => {
  const after = task({ phase: 'done', failure: null });
  expect(rescued(uncovered, packaged(), { after })).toEqual(rescued(uncovered));
});

it('stays reachable by the list alone, and says that the rest is not known', () => {
  expect(rescued(uncovered, null)).toMatchObject({
    to: '0.9',
    package: 'unknown',
    data: 'unknown',
    actions: ['roll-back 0.9 in-place', 'renew'],
  });
});

it('finds a way in the history that the list does not carry', () => {
  expect(rescued({ ...uncovered, releases: [] }, null)).toMatchObject({ to: null });
  expect(rescued({ ...uncovered, releases: [] })).toMatchObject({
    to: '0.9',
    actions: ['roll-back 0.9 in-place', 'renew'],
  });
});

it('does not lead to a release that the history no longer has', () => {
  expect(rescued(uncovered, packaged([first, installed]))).toMatchObject({ to: '0.8' });
});

it('puts an update that mends a mismatch before going back', () => {
  const releases = [first, before, granted];
  expect(rescued({ ...uncovered, releases })?.actions).toEqual([
    'update 1.1 plain',
    'roll-back 0.9 in-place',
    'renew',
  ]);
});

it('puts going back before a retry of what failed', () => {
  const releases = [first, before, granted];
  expect(rescued({ ...failed, releases })?.actions).toEqual([
    'roll-back 0.9 in-place',
    'update 1.1 plain',
  ]);
});

it('names the vendor where there is no release to go back to', () => {
  expect(rescued({ ...uncovered, releases: [] }, packaged([installed]))).toMatchObject({
    to: null,
    actions: ['renew', 'contact-vendor'],
  });
});

it('names the vendor where this host cannot go back, and still says to what', () => {
  const on = { may: allBut('rollBack', 'uninstall') };
  expect(rescued(uncovered, packaged(), { on })).toMatchObject({
    to: '0.9',
    actions: ['renew', 'contact-vendor'],
  });
});

it('goes back in two steps where the host cannot in one', () => {
  expect(rescued(uncovered, packaged(), { on: { may: allBut('rollBack') } })?.actions[0]).toBe(
    'roll-back 0.9 reinstall',
  );
});

it('names the vendor once, where the license is suspended', () => {
  const suspended = perpetual('2024-12-31', { standing: 'suspended' });
  expect(
    rescued({ ...failed, license: suspended, releases: [] }, packaged([installed]))?.actions,
  ).toEqual(['contact-vendor']);
  expect(
    rescued({ ...failed, license: suspended, releases: [granted] }, packaged([installed]))?.actions,
  ).toEqual(['update 1.1 will-not-run', 'contact-vendor']);
});
