import { expect, it } from 'vitest';
import { SCENARIO_NAMES } from '../../mocks/scenarios.ts';
import { decisionsOf } from './decisions.ts';

it('shows one extension for each of the 17 verdicts, in the order of the rules', async () => {
  const kinds = (await decisionsOf('every-verdict')).map(({ decision }) => decision.verdict.kind);

  expect(kinds).toEqual([
    'up-to-date',
    'update-ready',
    'covered-update',
    'needs-renewal',
    'mismatch',
    'trial',
    'trial-expired',
    'payment-due',
    'subscription-ended',
    'revoked',
    'license-error',
    'free',
    'unlicensed',
    'needs-newer-host',
    'held',
    'failed',
    'unknown',
  ]);
});

it('shows on the real estate what its licenses were set to show', async () => {
  const shown = (await decisionsOf('craft-estate')).map(({ extension, decision }) => [
    extension.key,
    decision.verdict.kind,
  ]);

  expect(Object.fromEntries(shown)).toEqual({
    formie: 'covered-update',
    seomatic: 'covered-update',
    blitz: 'covered-update',
    freeform: 'covered-update',
    commerce: 'needs-renewal',
    'feed-me': 'update-ready',
    navigation: 'up-to-date',
    hyper: 'trial',
    vizy: 'mismatch',
    comments: 'held',
    workflow: 'up-to-date',
    'image-optimize': 'trial-expired',
    sprig: 'free',
    'google-maps': 'unlicensed',
    'sprout-forms': 'up-to-date',
    ckeditor: 'needs-newer-host',
    redactor: 'needs-newer-host',
    shopify: 'failed',
    'element-api': 'free',
    webhooks: 'up-to-date',
  });
});

it.each([
  ['formie', '2.1.19', 13, '2.1.32'],
  ['seomatic', '4.0.48', 8, '4.1.5'],
  ['blitz', '4.18.3', 9, '4.23.3'],
  ['freeform', '5.3.2', 26, '5.6.7'],
])(
  'covers %s up to %s and locks the %i releases up to %s',
  async (key, covered, locked, newest) => {
    const found = (await decisionsOf('craft-estate')).find(
      ({ extension }) => extension.key === key,
    );

    expect(found?.decision.judged.targets.covered?.version.text).toBe(covered);
    expect(found?.decision.judged.locked).toHaveLength(locked);
    expect(found?.decision.judged.locked[0]?.version.text).toBe(newest);
  },
);

it('locks the security release of Blitz', async () => {
  const blitz = (await decisionsOf('craft-estate')).find(
    ({ extension }) => extension.key === 'blitz',
  );

  const security = blitz?.decision.judged.locked.filter((release) => release.security);
  expect(security?.map(({ version }) => version.text)).toEqual(['4.23.0']);
});

it('offers 2.1.21 as the way back from the uncovered Vizy', async () => {
  const vizy = (await decisionsOf('craft-estate')).find(
    ({ extension }) => extension.key === 'vizy',
  );

  expect(vizy?.decision.judged.wayBack?.version.text).toBe('2.1.21');
});

it('asks for a renewal in the forum thread, and finds a mismatch once 1.1 was installed anyway', async () => {
  const [before] = await decisionsOf('forum-thread');
  const [after] = await decisionsOf('forum-thread-installed');

  expect(before?.decision.verdict).toMatchObject({
    kind: 'needs-renewal',
    endedOn: '2025-03-31',
    locked: 1,
  });
  expect(after?.decision.verdict).toMatchObject({
    kind: 'mismatch',
    wayBack: { version: { text: '1.0' } },
  });
});

it('shows every station of a lease', async () => {
  const stations = (await decisionsOf('leases')).map(({ decision }) => decision.license.kind);

  expect(stations).toEqual([
    'paid',
    'paid',
    'in-grace',
    'in-grace',
    'subscription-ended',
    'suspended',
    'terminated',
  ]);
});

it('mixes the verdicts of a large estate, with two newer releases at least for most', async () => {
  const all = await decisionsOf('large', { n: 1_000 });
  const kinds = new Set(all.map(({ decision }) => decision.verdict.kind));

  expect(all).toHaveLength(1_000);
  expect([...kinds].sort()).toEqual([
    'covered-update',
    'failed',
    'free',
    'held',
    'mismatch',
    'needs-newer-host',
    'needs-renewal',
    'payment-due',
    'subscription-ended',
    'trial',
    'trial-expired',
    'unknown',
    'unlicensed',
    'up-to-date',
    'update-ready',
  ]);
});

it('makes the same large estate every time', async () => {
  expect(await decisionsOf('large', { n: 50 })).toEqual(await decisionsOf('large', { n: 50 }));
});

it('has no extension in the empty scenario', async () => {
  expect(await decisionsOf('empty')).toEqual([]);
  expect(SCENARIO_NAMES).toContain('empty');
});
