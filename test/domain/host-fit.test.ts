import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostFit } from '../../src/domain/host-fit.ts';

const composer = (requires: string | null, host: string) =>
  hostFit(requires, host, 'composer').kind;
const npm = (requires: string | null, host: string) => hostFit(requires, host, 'npm').kind;

it.each([
  // Constraints of the real histories, and hosts on both sides of each.
  ['^4.0.0|^5.0.0', '4.12.8', 'fits'],
  ['^4.0.0|^5.0.0', '5.4.9', 'fits'],
  ['^4.0.0|^5.0.0', '3.9.0', 'needs-other-host'],
  ['^4.0.0|^5.0.0-beta.1', '5.0.0-beta.2', 'fits'],
  ['~3.0.0-beta.20', '3.0.41', 'fits'],
  ['~3.0.0-beta.20', '3.1.0', 'needs-other-host'],
  ['~3.0.0-beta.20', '3.0.0-beta.19', 'needs-other-host'],
  ['^3.0.0-RC15', '3.9.0', 'fits'],
  ['^3.0.0-RC15', '3.0.0-RC16', 'fits'],
  ['^3.0.0-RC15', '3.0.0-RC2', 'needs-other-host'],
  ['^3.0.0-RC15', '3.0.0-beta.31', 'needs-other-host'],
  ['^4.0', '4.0.0', 'fits'],
  ['^4.0', '5.0.0', 'needs-other-host'],
  ['^4.3.2', '4.3.1', 'needs-other-host'],
  ['^4.0.0-alpha', '4.0.0-beta.1', 'fits'],
  ['^3.7.63', '3.9.0', 'fits'],
  ['^5.0.0', '5.0.0-beta.1', 'fits'],
  ['^4.0.0', '5.0.0-beta.1', 'needs-other-host'],
  // Composer's own meanings.
  ['~4.10', '4.12.8', 'fits'],
  ['~4.10', '4.9.0', 'needs-other-host'],
  ['~12.1', '12.4.0', 'fits'],
  ['~12.1', '13.0.0', 'needs-other-host'],
  ['~4.1', '4.1.0-beta.1', 'fits'],
  ['^4.12.10', '4.12.10-beta.1', 'fits'],
  ['^4.12.10', '4.12.9', 'needs-other-host'],
  ['~4.1', '4.12.8', 'fits'],
  ['~4.1', '5.0.0', 'needs-other-host'],
  ['~4.1.2', '4.2.0', 'needs-other-host'],
  ['>=4.1,<4.5', '4.4.9', 'fits'],
  ['>=4.1,<4.5', '4.12.8', 'needs-other-host'],
  ['^4.0 || ^5.0', '5.4.9', 'fits'],
  ['^4.0@beta', '4.12.8', 'fits'],
  ['4.*', '4.12.8', 'fits'],
  ['*', '3.9.0', 'fits'],
])("reads Composer's %j on host %s as %s", (requires, host, fit) => {
  expect(composer(requires, host)).toBe(fit);
});

it.each([
  ['^4.1.0', '4.12.8', 'fits'],
  ['~4.1', '4.12.8', 'needs-other-host'],
  ['~4.1', '4.1.9', 'fits'],
  ['>=4 <6', '5.4.9', 'fits'],
  ['^4 || ^5', '5.4.9', 'fits'],
  ['4.x', '5.4.9', 'needs-other-host'],
])("reads npm's %j on host %s as %s", (requires, host, fit) => {
  expect(npm(requires, host)).toBe(fit);
});

it.each([null, '', '  ', 'dev-master', 'latest', '^four', '>=', '~4.1.2.3.4', '🙂'])(
  'does not know whether %j fits',
  (requires) => {
    expect(hostFit(requires, '4.12.8', 'composer')).toEqual({ kind: 'unknown', requires });
    expect(hostFit(requires, '4.12.8', 'npm')).toEqual({ kind: 'unknown', requires });
  },
);

it('knows no fit for a host whose version has no order', () => {
  expect(npm('^4.0.0', 'rolling')).toBe('unknown');
  expect(npm('*', '')).toBe('unknown');
});

it('asks with three parts of the host version, however many it has', () => {
  expect(npm('>=18.0.60', '18.0.61.5')).toBe('fits');
  expect(npm('^4.12.0', '4.12')).toBe('fits');
  expect(npm('^4.12.1', '4.12')).toBe('needs-other-host');
  expect(npm('^4.0.0', 'v4.12.8')).toBe('fits');
});

it.each([
  ['^5.0.0', 'newer'],
  ['^3.0.0', 'older'],
  ['^3.0.0|^5.0.0', 'another'],
])('says of %s that a host of 4.12.8 would have to be %s', (requires, host) => {
  expect(hostFit(requires, '4.12.8', 'composer')).toEqual({
    kind: 'needs-other-host',
    requires,
    host,
  });
});

it('answers the same the second time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('^4.0', '~4.1', '^5.0', 'junk'),
      fc.constantFrom('4.12.8', '5.4.9'),
      (requires, host) => {
        expect(hostFit(requires, host, 'composer')).toEqual(hostFit(requires, host, 'composer'));
        expect(npm('~4.1', '4.12.8')).not.toBe(composer('~4.1', '4.12.8'));
      },
    ),
  );
});

it('never fails, whatever is written as constraint or host version', () => {
  const piece = fc.constantFrom(
    '^',
    '~',
    '|',
    '||',
    ',',
    ' ',
    '>=',
    '<',
    '4',
    '.',
    '0',
    '-',
    'RC',
    '*',
    'x',
    '@dev',
    '99999999999999999999',
    'v',
    '+',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom('npm' as const, 'composer' as const),
      (requires, host, syntax) => {
        expect(['fits', 'needs-other-host', 'unknown']).toContain(
          hostFit(requires, host, syntax).kind,
        );
      },
    ),
    { numRuns: 3_000 },
  );
});
