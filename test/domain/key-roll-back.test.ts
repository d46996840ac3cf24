import { expect, it } from 'vitest';
import { previewKeyRollBack } from '../../src/domain/key-roll-back.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { decided, estate, evaluation, extension, perpetual, release } from './given.ts';

const OLD = release('1.0', '2024-01-10');
const LATE = release('1.1', '2024-04-20');
const LATEST = release('1.2', '2024-04-28');

const preview = (of: Partial<Extension>) =>
  previewKeyRollBack({ extension: extension(of), decision: decided(of) }, estate());

const renewed = {
  license: perpetual('2025-03-31'),
  previousLicense: perpetual('2024-03-31'),
} as const;

it('knows of nothing to go back to without an earlier key, or without a key in use', () => {
  expect(preview({})).toBeNull();
  expect(
    preview({
      license: { kind: 'missing', trialOffered: false },
      previousLicense: renewed.license,
    }),
  ).toBeNull();
});

it('asks the host by the number of the key in use', () => {
  expect(
    preview({ ...renewed, license: perpetual('2025-03-31', { number: 'EXT.2' }) })?.number,
  ).toBe('EXT.2');
});

it('does no harm where everything that runs goes on running', () => {
  const found = preview(renewed);

  expect(found).toMatchObject({
    inUse: { kind: 'maintained' },
    restored: { kind: 'maintenance-ended', endedOn: '2024-03-31' },
    harm: null,
  });
});

it('says that the installed release would not belong to the earlier license, and where to go then', () => {
  const found = preview({ ...renewed, installed: LATE, releases: [OLD] });

  expect(found?.after.verdict.kind).toBe('mismatch');
  expect(found?.harm).toEqual({ kind: 'mismatch', wayBack: OLD });
});

it('does not blame the earlier key for a mismatch there is already', () => {
  const license = perpetual('2024-04-01');
  const found = preview({ ...renewed, license, installed: LATE });

  expect(found?.harm).toBeNull();
});

it('says that the extension would stop, before anything else', () => {
  const found = preview({
    license: perpetual('2025-03-31'),
    previousLicense: evaluation('2024-02-29'),
    installed: LATE,
  });

  expect(found?.harm).toEqual({ kind: 'stops' });
});

it('does not say that it would stop where it does not run anyway', () => {
  const found = preview({
    license: evaluation('2024-03-31'),
    previousLicense: evaluation('2024-02-29'),
  });

  expect(found?.harm).toBeNull();
});

it('counts the updates that would need a renewal again', () => {
  expect(preview({ ...renewed, releases: [LATE, LATEST] })?.harm).toEqual({
    kind: 'fewer-updates',
    count: 2,
    newest: LATEST,
  });
});
