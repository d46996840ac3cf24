import { expect, it } from 'vitest';

it('is imported where there is no page, and starts nothing there', async () => {
  expect('document' in globalThis).toBe(false);
  const before = Object.keys(globalThis).sort();
  const panel = await import('../../src/index.ts');
  expect(panel.mount).toBeTypeOf('function');
  expect(panel.UpkeepPanel).toBeTypeOf('function');
  expect(Object.keys(globalThis).sort()).toEqual(before);
});

it('decides and explains without a page', async () => {
  const { buildDate, day, decide, version } = await import('../../src/index.ts');
  const release = (text: string, on: string) => ({
    version: version(text),
    builtOn: day(on),
    publishedOn: null,
    requiresHost: '*',
    security: false,
    prerelease: false,
    grantedTo: null,
  });
  const decision = decide(
    {
      key: 'page-reports',
      name: 'Page Reports',
      vendor: 'Example Vendor',
      installed: release('1.0', '2024-04-02'),
      status: { kind: 'enabled' },
      license: {
        kind: 'perpetual',
        number: 'EXT.1',
        standing: 'active',
        errors: [],
        maintenanceEndsOn: day('2025-03-31'),
      },
      policy: 'build-date',
      securityAlways: false,
      hold: null,
      skipped: [],
      previous: null,
      autoUpdate: null,
      advisories: [],
      supportUrl: null,
      sellsOffers: false,
      previousLicense: null,
      releases: [release('1.1', '2025-04-01')],
      unreadable: [],
    },
    {
      today: day('2025-04-10'),
      hostVersion: '4.2.0',
      constraints: 'npm',
      policies: [],
      defaultPolicy: buildDate,
      may: new Set(['install', 'purchase']),
      soonDays: 30,
    },
  );
  expect(decision.verdict.kind).toBe('needs-renewal');
});
