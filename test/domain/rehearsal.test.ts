import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { decide, type Decided, type Estate } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { namedHosts } from '../../src/domain/named-hosts.ts';
import {
  keysToRenew,
  openedBy,
  planBefore,
  PROSPECTS,
  rehearse,
  type Rehearsed,
} from '../../src/domain/rehearsal.ts';
import { estate, evaluation, extension, perpetual, release } from './given.ts';

const on4 = { requiresHost: '^4.0' };
const on5 = { requiresHost: '^5.0' };
const both = { requiresHost: '^4.0|^5.0' };

/** Version 1.0 runs on host 4 only; maintenance ended on 31 March 2024. */
const of4 = (more: Partial<Extension> = {}): Extension =>
  extension({ installed: release('1.0', '2024-01-10', on4), ...more });

function rehearsed(of: Extension, on: Partial<Estate> = {}, host = '5.4.9'): Rehearsed {
  const at = estate(on);
  const { heaps } = rehearse([{ extension: of, decision: decide(of, at) }], at, host);
  const [only] = PROSPECTS.flatMap((kind) => heaps[kind]);
  if (!only) throw new Error('Every extension has its prospect');
  return only;
}

/** A prospect in short: `update-owned 2.0 with`. */
function prospect(of: Extension, on: Partial<Estate> = {}, host?: string): string {
  const { prospect: found } = rehearsed(of, on, host);
  const text = 'release' in found ? (found.release?.version.text ?? '-') : '';
  const word = 'when' in found ? found.when : 'because' in found ? found.because : '';
  return [found.kind, text, word].filter(Boolean).join(' ');
}

const decidedOf = (...extensions: Extension[]): Decided[] =>
  extensions.map((each) => ({ extension: each, decision: decide(each, estate()) }));

it('is fine where the installed release runs there too', () => {
  expect(prospect(of4({ installed: release('1.0', '2024-01-10', both) }))).toBe('fine');
  expect(prospect(of4(), {}, '4.13.0')).toBe('fine');
});

it('needs an update that is owned, together with the host where it runs only there', () => {
  const releases = [release('2.0', '2024-03-01', on5), release('2.1', '2024-04-20', on5)];
  expect(prospect(of4({ releases }))).toBe('update-owned 2.0 with');
});

it('prefers what runs on both hosts, although a newer one runs there only', () => {
  const releases = [release('1.5', '2024-02-01', both), release('2.0', '2024-03-01', on5)];
  expect(prospect(of4({ releases }))).toBe('update-owned 1.5 before');
});

it('needs a renewal where what runs there is not covered', () => {
  const releases = [release('1.1', '2024-02-01', on4), release('2.0', '2024-04-20', on5)];
  expect(prospect(of4({ releases }))).toBe('needs-renewal 2.0');
});

it('has no release where none is newer, none runs there, or only a pre-release does', () => {
  expect(prospect(of4())).toBe('no-release');
  expect(prospect(of4({ releases: [release('1.1', '2024-02-01', on4)] }))).toBe('no-release');
  expect(prospect(of4({ releases: [release('2.0-beta', '2024-02-01', on5)] }))).toBe('no-release');
});

it('does not know of an installed release whose vendor does not say where it runs', () => {
  const installed = release('1.0', '2024-01-10', { requiresHost: null });
  expect(prospect(of4({ installed }))).toBe('unknown 1.0 installed-fit');
});

it('does not know where only releases without a constraint might do', () => {
  const releases = [release('2.0', '2024-03-01', { requiresHost: 'nonsense' })];
  expect(prospect(of4({ releases }))).toBe('unknown 2.0 newer-fit');
});

it('does not know where what runs there has no date, or the license is not known', () => {
  const releases = [release('2.0', null, on5)];
  expect(prospect(of4({ releases }))).toBe('unknown 2.0 coverage');
  const dated = [release('2.0', '2024-03-01', on5)];
  const license = { kind: 'unknown', reason: '' } as const;
  expect(prospect(of4({ releases: dated, license }))).toBe('unknown 2.0 coverage');
});

it('does not know whether a version without order is newer', () => {
  const releases = [release('stable', '2024-01-10', on5)];
  expect(prospect(of4({ releases }))).toBe('unknown stable order');
});

it('knows nothing of a host version without order', () => {
  expect(prospect(of4(), {}, 'next')).toBe('unknown 1.0 installed-fit');
});

it('tells apart what is stopped already, whatever runs there', () => {
  const license = evaluation('2024-04-01');
  expect(prospect(of4({ license }))).toBe('stopped -');
  const releases = [release('2.0', '2024-03-01', on5)];
  expect(prospect(of4({ license, releases }))).toBe('stopped 2.0');
  const installed = release('1.0', '2024-01-10', both);
  expect(prospect(of4({ license, installed }))).toBe('stopped 1.0');
});

it('takes a skipped release only where nothing else would do, and says so', () => {
  const releases = [release('2.0', '2024-03-01', on5), release('2.1', '2024-03-02', on5)];
  const skip = (text: string) => ({ version: text, reason: '', by: 'You' });
  expect(prospect(of4({ releases, skipped: [skip('2.1')] }))).toBe('update-owned 2.0 with');
  const all = rehearsed(of4({ releases, skipped: [skip('2.0'), skip('2.1')] }));
  expect(all.prospect).toMatchObject({ kind: 'update-owned', skipped: true });
});

it('puts every extension into one heap, in the order given', () => {
  const rows = decidedOf(
    of4({ key: 'b' }),
    of4({ key: 'a' }),
    of4({ key: 'c', installed: release('1.0', null, both) }),
  );
  const { heaps } = rehearse(rows, estate(), '5.4.9');
  expect(heaps['no-release'].map(({ extension: { key } }) => key)).toEqual(['b', 'a']);
  expect(PROSPECTS.reduce((sum, kind) => sum + heaps[kind].length, 0)).toBe(3);
});

it('names the keys that have to be renewed', () => {
  const releases = [release('2.0', '2024-04-20', on5)];
  const rows = decidedOf(of4({ key: 'a', releases }), of4({ key: 'b' }));
  expect(keysToRenew(rehearse(rows, estate(), '5.4.9'))).toEqual(['a']);
});

it('tells the newest release that a renewal opens, and that after a long lapse it opens none', () => {
  const releases = [release('2.0', '2024-04-20', on5), release('2.1', '2025-04-20', on5)];
  const row = rehearsed(of4({ releases, license: perpetual('2024-03-31') }));
  const today = day('2025-05-01');
  const opened = (until: string) => openedBy(row, day(until), today)?.version.text ?? null;
  expect(opened('2025-04-20')).toBe('2.1');
  expect(opened('2025-04-19')).toBe('2.0');
  expect(opened('2024-04-19')).toBeNull();
  expect(openedBy(rehearsed(of4()), day('2025-04-20'), today)).toBeNull();
});

it('plans the updates that run on both hosts, without held and skipped ones', () => {
  const releases = [release('1.5', '2024-02-01', both), release('1.6', '2024-04-20', on4)];
  const hold = { reason: 'Busy', by: 'You', until: null, ground: null };
  const rows = decidedOf(
    of4({ key: 'first', releases }),
    of4({ key: 'held', releases, hold }),
    of4({ key: 'skipped', releases, skipped: [{ version: '1.5', reason: '', by: 'You' }] }),
    of4({ key: 'with', releases: [release('2.0', '2024-02-01', on5)] }),
  );
  const rehearsal = rehearse(rows, estate(), '5.4.9');
  const { steps, skipped } = planBefore(rehearsal, true);
  expect(
    steps.map((step) => [step.extension.key, step.release.version.text, step.leavesOut]),
  ).toEqual([['first', '1.5', 1]]);
  expect(skipped.map((each) => each.extension.key)).toEqual(['held', 'skipped']);
  // A host that installs only its newest would install 1.6.
  expect(planBefore(rehearsal, false).steps).toEqual([]);
});

it('suggests the highest named version of every newer major, newest first', () => {
  const named = (...constraints: (string | null)[]) =>
    namedHosts(
      [
        extension({
          releases: constraints.map((requiresHost) => release('2.0', null, { requiresHost })),
        }),
      ],
      '4.12.8',
    );
  expect(named('^4.0.0|^5.0.0-beta.1', '^5.3.0', '^6.0.0-alpha', null)).toEqual([
    '6.0.0-alpha',
    '5.3.0',
  ]);
  expect(named('>=4.13 <6', '!=7.0')).toEqual(['4.13']);
  expect(named('*', '^3.0', '4.12.8', 'nonsense')).toEqual([]);
  expect(namedHosts([extension({ installed: release('1.0', null, on5) })], 'next')).toEqual([]);
});
