import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { decide } from '../../src/domain/decide.ts';
import { explain, FACT_NAMES } from '../../src/domain/explain.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { estate, evaluation, extension, perpetual, release, subscription } from './given.ts';

const explained = (of: Partial<Extension>, on = estate()) =>
  explain(extension(of), decide(extension(of), on), on);
const facts = (...of: Parameters<typeof explained>) =>
  Object.fromEntries(explained(...of).facts.map(({ name, value }) => [name, value]));

const releases = [
  release('1.1', '2024-03-31'),
  release('1.2', '2024-04-01', { publishedOn: day('2024-03-20') }),
  release('2.0', '2024-04-20', { requiresHost: '^5.0.0' }),
];

it('names the rule and every input and date that decided', () => {
  expect(explained({ releases })).toEqual({
    rule: 'covered-update',
    about: releases[1],
    coverage: {
      kind: 'uncovered',
      rule: 'maintenance-end',
      date: { kind: 'built', on: '2024-04-01' },
      boundary: '2024-03-31',
      overruled: '2024-03-20',
    },
    facts: [
      { name: 'today', value: '2024-05-01' },
      { name: 'host-version', value: '4.12.8' },
      { name: 'status', value: 'enabled' },
      { name: 'policy', value: 'build-date' },
      { name: 'license-kind', value: 'perpetual' },
      { name: 'license-state', value: 'maintenance-ended' },
      { name: 'maintenance-end', value: '2024-03-31' },
      { name: 'installed', value: '1.0' },
      { name: 'installed-built', value: '2024-01-10' },
      { name: 'installed-coverage', value: 'covered (maintenance-end)' },
      { name: 'newest', value: '2.0' },
      { name: 'newest-needs-host', value: '^5.0.0' },
      { name: 'newest-for-host', value: '1.2' },
      { name: 'newest-for-host-coverage', value: 'uncovered (maintenance-end)' },
      { name: 'newest-for-host-decided-by', value: 'built' },
      { name: 'newest-for-host-date', value: '2024-04-01' },
      { name: 'newest-covered', value: '1.1' },
      { name: 'newest-covered-date', value: '2024-03-31' },
      { name: 'locked', value: '1' },
      {
        name: 'dates-disagree',
        value: '1.2: built 2024-04-01, published 2024-03-20; built decides',
      },
    ],
  });
});

it('leaves out what is absent', () => {
  expect(
    Object.keys(
      facts({ license: { kind: 'missing', trialOffered: true }, installed: release('1.0', null) }),
    ),
  ).toEqual([
    'today',
    'host-version',
    'status',
    'policy',
    'license-kind',
    'license-state',
    'installed',
    'installed-coverage',
  ]);
});

it('explains a mismatch by the installed release', () => {
  const granted = release('1.3', '2024-06-01', { grantedTo: day('2024-01-01') });
  const mismatch = {
    installed: release('1.2', '2024-04-01'),
    releases: [granted, release('0.9', '2023-01-01')],
  };
  expect(explained(mismatch)).toMatchObject({
    rule: 'mismatch',
    about: mismatch.installed,
    coverage: { kind: 'uncovered', rule: 'maintenance-end' },
  });
  expect(facts(mismatch)).toMatchObject({
    'installed-coverage': 'uncovered (maintenance-end)',
    'way-back': '0.9',
  });
});

it('tells the days of each kind of license', () => {
  expect(facts({ license: evaluation('2024-05-11') })).toMatchObject({
    'evaluation-end': '2024-05-11',
  });
  expect(facts({ license: subscription('2024-05-30', '2024-06-09') })).toMatchObject({
    'paid-through': '2024-05-30',
    'runs-through': '2024-06-09',
  });
  expect(facts({ license: perpetual(null) })).not.toHaveProperty('maintenance-end');
});

it('says when releases went by date, could not be judged, or are held', () => {
  expect(facts({ releases: [release('beach', '2024-03-01'), release('1.4', null)] })).toMatchObject(
    { order: 'date' },
  );
  expect(facts({ releases: [release('1.4', null)] })).toMatchObject({
    undecided: '1',
    'newest-for-host-coverage': 'unknown (no-date)',
  });
  expect(
    facts({ hold: { reason: '', by: '', until: day('2024-06-01'), ground: null } }),
  ).toMatchObject({
    'held-until': '2024-06-01',
  });
  expect(facts({ hold: { reason: '', by: '', until: null, ground: null } })).toMatchObject({
    'held-until': 'until-released',
  });
});

it('says that a hold ended by itself, and why', () => {
  const hold = { reason: '', by: '', until: day('2024-04-30'), ground: null };
  expect(facts({ hold })).toMatchObject({ 'hold-ended': 'day' });
  expect(facts({ hold })).not.toHaveProperty('held-until');
  expect(facts({ hold: { ...hold, until: null } })).not.toHaveProperty('hold-ended');
  expect(facts({})).not.toHaveProperty('hold-ended');
});

it('names each release that was skipped', () => {
  const skipped = ['1.1', '1.2'].map((version) => ({ version, reason: '', by: '' }));
  expect(facts({ releases, skipped })).toMatchObject({ skipped: '1.1, 1.2' });
  expect(facts({ releases })).not.toHaveProperty('skipped');
});

it('says that security releases are always given', () => {
  expect(facts({ securityAlways: true })).toMatchObject({
    policy: 'build-date, security releases always',
  });
  expect(facts({})).toMatchObject({ policy: 'build-date' });
});

it('names the line that decided, since when it is, and the day it was compared with', () => {
  const installed = release('2.0.0', '2022-01-01');
  const later = release('2.1.3', '2024-05-05');
  expect(
    facts({ policy: 'patches-free', installed, releases: [release('2.1.0', '2024-02-01'), later] }),
  ).toMatchObject({ 'decisive-line': '2.1 (2024-02-01)' });
  expect(
    facts({ policy: 'patches-free', installed, releases: [release('2.1.0', null)] }),
  ).toMatchObject({ 'decisive-line': '2.1 (undated)' });
  expect(facts({ policy: 'fallback-line', installed, releases: [later] })).toMatchObject({
    'decisive-day': '2023-03-31',
    'maintenance-end': '2024-03-31',
  });
});

it('does not repeat the end of maintenance as the day compared with', () => {
  expect(facts({ releases })).not.toHaveProperty('decisive-day');
  expect(facts({ releases })).not.toHaveProperty('decisive-line');
  expect(facts({ releases, license: evaluation('2024-05-11') })).not.toHaveProperty('decisive-day');
});

it('tells of two dates that disagree for the covered release, too', () => {
  const disputed = release('1.1', '2024-03-20', { publishedOn: day('2024-04-02') });
  expect(facts({ releases: [disputed, release('1.2', '2024-04-10')] })).toMatchObject({
    'dates-disagree': '1.1: built 2024-03-20, published 2024-04-02; built decides',
  });
});

it('says which host the newest needs only where this one will not do', () => {
  expect(facts({ releases: [release('1.1', '2024-03-01')] })).not.toHaveProperty(
    'newest-needs-host',
  );
  expect(facts({ releases })).toMatchObject({ 'newest-needs-host': '^5.0.0' });
});

it('says nothing of dates that are not known', () => {
  const undated = facts({ releases: [release('1.4', null)] });
  expect(undated).not.toHaveProperty('newest-for-host-date');
  expect(undated).not.toHaveProperty('newest-for-host-decided-by');
});

it('tells what the vendor reports', () => {
  expect(
    facts({ license: perpetual('2025-01-01', { errors: ['VERSION_MISMATCH', 'EXPIRED'] }) }),
  ).toMatchObject({ 'license-errors': 'VERSION_MISMATCH, EXPIRED' });
  expect(
    facts({ license: perpetual('2025-01-01', { errors: ['VERSION_MISMATCH'] }) }),
  ).toMatchObject({
    'license-errors': 'VERSION_MISMATCH',
    'installed-coverage': 'uncovered (reported)',
  });
});

it('keeps secrets, names of persons and free text out of what is copied into support tickets', () => {
  const secret = 'SECRET';
  const licenses = [
    perpetual('2024-03-31', { number: secret }),
    evaluation('2024-04-30', { number: secret }),
    subscription('2024-05-30', '2024-06-09', { number: secret }),
    { kind: 'unknown', reason: secret } as const,
  ];
  for (const license of licenses) {
    const told = explained({
      releases,
      license,
      key: secret,
      name: secret,
      vendor: secret,
      status: { kind: 'failed', reason: secret },
      hold: { reason: secret, by: secret, until: null, ground: null },
      unreadable: [{ at: secret, expected: secret }],
    });
    expect(JSON.stringify(told)).not.toContain(secret);
    expect(told.facts.length).toBeGreaterThan(8);
  }
});

it('gives every fact once, in the order in which facts are shown', () => {
  const names = explained({ releases }).facts.map(({ name }) => name);
  expect(names).toEqual(FACT_NAMES.filter((each) => names.includes(each)));
});
