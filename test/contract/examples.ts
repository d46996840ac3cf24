import type * as v from 'valibot';
import type * as wire from '../../src/backend/wire.ts';

/*
 * The examples of the published contract. All of them are of one host on one day, 10 April 2025, so that a stranger
 * can follow an extension, a task or an order from one call to the next.
 */

type Sent<S extends v.GenericSchema> = v.InferInput<S>;

/** The order followed through the examples. */
export const TOKEN = 'Tk7-abcdefghijklmnopqrstuvw_9XyZ';

const perpetual: Sent<typeof wire.WireLicense> & { kind: 'perpetual' } = {
  kind: 'perpetual',
  number: 'EXT.00100003',
  standing: 'active',
  errors: [],
  maintenanceEndsOn: '2025-01-31',
};

/** One example per kind of license. */
export const LICENSES: Readonly<Record<string, Sent<typeof wire.WireLicense>>> = {
  'not-needed': { kind: 'not-needed' },
  missing: { kind: 'missing', trialOffered: true },
  unknown: { kind: 'unknown', reason: 'The key administrator could not be reached.' },
  evaluation: {
    kind: 'evaluation',
    number: 'EXT.00100006',
    standing: 'active',
    errors: [],
    expiresOn: '2025-04-19',
  },
  perpetual,
  subscription: {
    kind: 'subscription',
    number: 'EXT.00100008',
    standing: 'active',
    errors: [],
    paidThrough: '2025-04-06',
    runsThrough: '2025-04-16',
    autoRenews: true,
    terminatesOn: '2025-07-16',
  },
};

const first = {
  version: '1.0.0',
  builtAt: '2024-11-04T12:00:00Z',
  publishedOn: '2024-11-04',
  requiresHost: '^4.0.0',
};
const covered = {
  version: '1.1.0',
  builtAt: '2025-01-20T12:00:00Z',
  publishedOn: '2025-01-21',
  requiresHost: '^4.0.0',
};
const late = {
  version: '1.2.0',
  builtAt: '2025-03-11T12:00:00Z',
  publishedOn: '2025-03-12',
  requiresHost: '^4.1.0',
  security: true,
};

export const session: Sent<typeof wire.WireSession> = {
  host: { name: 'Example Host', version: '4.2.0' },
  constraints: 'npm',
  asOf: '2025-04-10T09:00:00Z',
  vendorZone: 'UTC',
  actor: { id: 'admin', name: 'First admin', roles: ['admin'] },
  capabilities: [
    'install',
    'specificVersion',
    'rollBack',
    'progress',
    'cancelTask',
    'quote',
    'purchase',
  ],
  storeOrigins: ['https://store.example.com'],
  mainKey: 'HOST.00010001',
  licensesCheckedAt: '2025-04-10T06:00:00Z',
};

const importer: Sent<typeof wire.WireExtension> = {
  key: 'importer',
  name: 'Importer',
  vendor: 'Example Vendor',
  installed: first,
  status: { kind: 'enabled' },
  license: perpetual,
  policy: 'build-date',
  hold: null,
  supportUrl: 'https://vendor.example.com/support',
  releases: [covered, late],
};

const report: Sent<typeof wire.WireExtension> = {
  key: 'seo-report',
  name: 'SEO Report',
  vendor: 'Example Vendor',
  installed: { version: '2.4.0', builtAt: null, publishedOn: '2025-03-18', requiresHost: '*' },
  status: { kind: 'failed', reason: 'It stopped while starting: a table it needs is missing.' },
  license: { kind: 'not-needed' },
  policy: null,
  sellsOffers: true,
  hold: {
    reason: 'Being tested on another host',
    by: 'Second admin',
    until: '2025-05-31',
    ground: { hostVersion: '4.2.0', license: 'not-needed' },
  },
  skipped: [{ version: '2.4.1', reason: 'Breaks the templates', by: 'Second admin' }],
  previous: '2.3.0',
  autoUpdate: false,
  advisories: [
    {
      id: 'EXAMPLE-2025-0007',
      title: 'Reports can be read without signing in',
      severity: 'high',
      affects: '<2.4.1',
      url: 'https://vendor.example.com/advisories/7',
    },
  ],
  releases: [{ version: '2.3.0', builtAt: null, publishedOn: '2025-01-14', requiresHost: null }],
};

export const inventoryPage: Sent<typeof wire.WireInventoryPage> = {
  asOf: '2025-04-10T09:00:00Z',
  hostVersion: '4.2.0',
  vendorZone: 'UTC',
  constraints: 'npm',
  snapshot: 1_744_275_600,
  extensions: [importer, report],
  next: null,
};

export const releases: Sent<typeof wire.WireReleases> = {
  extension: 'importer',
  releases: [
    {
      ...late,
      notes: '- Reads files of any size\n- Repairs a **security** flaw',
      sizeBytes: 1_204_331,
    },
    { ...covered, notes: '- Faster start', sizeBytes: 1_198_020, migratesData: false },
    { ...first, notes: null, sizeBytes: null, migratesData: null, kept: true },
  ],
};

export const install: Sent<typeof wire.WireInstall> = { version: '1.1.0' };

export const installUncovered: Sent<typeof wire.WireInstall> = {
  version: '1.2.0',
  consent: { version: '1.2.0', coverage: 'uncovered' },
};

export const task: Sent<typeof wire.WireTask> = {
  id: 'task-17',
  extension: 'importer',
  kind: 'install',
  from: '1.0.0',
  to: '1.1.0',
  phase: 'queued',
  percent: null,
  cancelable: true,
  startedAt: '2025-04-10T09:00:12Z',
  failure: null,
  batch: null,
};

export const uninstallTask: Sent<typeof wire.WireTask> = {
  ...task,
  id: 'task-18',
  kind: 'uninstall',
  to: null,
};

export const tasks: Sent<typeof wire.WireTasks> = {
  tasks: [
    { ...task, phase: 'downloading', percent: 40 },
    {
      ...task,
      id: 'task-16',
      extension: 'seo-report',
      from: '2.3.0',
      to: '2.4.0',
      phase: 'failed',
      cancelable: false,
      startedAt: '2025-04-10T08:51:40Z',
      failure: { reason: 'The package could not be unpacked: the disk is full.', rolledBack: true },
    },
  ],
};

export const activity: Sent<typeof wire.WireActivity> = {
  id: 'activity-211',
  at: '2025-04-10T08:52:03Z',
  by: { id: 'admin-3', name: 'Site administrator' },
  what: 'update',
  result: 'failed',
  extension: 'seo-report',
  about: 'SEO Report',
  from: '2.3.0',
  to: '2.4.0',
  reason: 'The package could not be unpacked: the disk is full.',
};

export const activityPage: Sent<typeof wire.WireActivityPage> = {
  entries: [
    activity,
    {
      id: 'activity-210',
      at: '2025-04-10T03:00:00Z',
      by: null,
      what: 'search-index-rebuilt',
      result: 'done',
      text: 'The search index was rebuilt',
    },
  ],
  next: 'before-210',
};

export const batchRequest: Sent<typeof wire.WireBatchRequest> = {
  steps: [
    { extension: 'importer', version: '1.1.0' },
    { extension: 'seo-report', version: '2.4.1' },
    { extension: 'gallery', version: '3.0.0' },
  ],
};

const steps = {
  importer: { extension: 'importer', name: 'Importer', from: '1.0.0', to: '1.1.0', obstacle: null },
  report: {
    extension: 'seo-report',
    name: 'SEO Report',
    from: '2.4.0',
    to: '2.4.1',
    obstacle: null,
  },
  gallery: {
    extension: 'gallery',
    name: 'Gallery',
    from: '2.9.0',
    to: '3.0.0',
    state: 'refused',
    reason: 'The license is not known to cover 3.0.0.',
    obstacle: null,
  },
} as const;

export const batch: Sent<typeof wire.WireBatch> = {
  id: 'batch-3',
  state: 'running',
  startedBy: { id: 'admin', name: 'First admin' },
  startedAt: '2025-04-10T09:00:12Z',
  endedAt: null,
  steps: [
    { ...steps.importer, state: 'running', task: 'task-19' },
    { ...steps.report, state: 'waiting' },
    steps.gallery,
  ],
};

export const pausedBatch: Sent<typeof wire.WireBatch> = {
  ...batch,
  state: 'paused',
  steps: [
    { ...steps.importer, state: 'done' },
    { ...steps.report, state: 'waiting' },
    steps.gallery,
  ],
};

export const endedBatch: Sent<typeof wire.WireBatch> = {
  ...batch,
  state: 'ended',
  endedAt: '2025-04-10T09:02:40Z',
  steps: [
    { ...steps.importer, state: 'done', obstacle: 'data-migrated' },
    {
      ...steps.report,
      state: 'failed',
      reason: 'The package could not be unpacked: the disk is full.',
      rolledBack: false,
    },
    steps.gallery,
  ],
};

export const canceledBatch: Sent<typeof wire.WireBatch> = {
  ...endedBatch,
  steps: [
    { ...steps.importer, state: 'done' },
    { ...steps.report, state: 'canceled' },
    steps.gallery,
  ],
};

export const undoingBatch: Sent<typeof wire.WireBatch> = {
  ...endedBatch,
  state: 'undoing',
  endedAt: null,
  steps: [
    { ...steps.importer, state: 'kept', obstacle: 'data-migrated' },
    { ...steps.report, state: 'undoing', task: 'task-22' },
    steps.gallery,
  ],
};

export const batches: Sent<typeof wire.WireBatches> = { batches: [endedBatch] };

export const hold: Sent<typeof wire.WireHoldRequest> = {
  reason: 'Being tested on another host',
  until: '2025-05-31',
  ground: { hostVersion: '4.2.0', license: 'not-needed' },
};

export const skip: Sent<typeof wire.WireSkipRequest> = { reason: 'Its import breaks our feeds' };

export const autoUpdate: Sent<typeof wire.WireAutoUpdate> = { enabled: true };

export const autoUpdated: Sent<typeof wire.WireAutoUpdated> = { changed: 8 };

export const licenses: Sent<typeof wire.WireLicenses> = {
  checkedAt: '2025-04-10T09:00:00Z',
  licenses: [
    { extension: 'importer', license: perpetual },
    { extension: 'seo-report', license: { kind: 'not-needed' } },
  ],
};

export const extensionLicense: Sent<typeof wire.WireExtensionLicense> = {
  extension: 'importer',
  license: perpetual,
};

export const code: Sent<typeof wire.WireCode> = { code: 'A1B2C3-D4E5F6-G7H8J9-K1L2M3-N4P5Q6' };

export const activation: Sent<typeof wire.WireActivation> = {
  licenses: [
    {
      extension: 'importer',
      name: 'Importer',
      license: { ...perpetual, maintenanceEndsOn: '2026-01-31' },
    },
  ],
};

/** A year's maintenance that came back while nobody was signed in. */
const keptLicense: Sent<typeof wire.WireReturnedLicense> = {
  id: 'returned-2',
  extension: 'importer',
  name: 'Importer',
  license: { kind: 'perpetual', endsOn: '2026-01-31', edition: '25 users' },
  receivedAt: '2025-04-10T08:55:00Z',
  state: 'kept',
  refused: null,
};

export const appliedLicense: Sent<typeof wire.WireReturnedLicense> = {
  ...keptLicense,
  state: 'applied',
};

export const returnedLicenses: Sent<typeof wire.WireReturnedLicenses> = {
  licenses: [
    keptLicense,
    {
      ...keptLicense,
      id: 'returned-1',
      license: { kind: 'evaluation', endsOn: '2025-05-09', edition: '10 users' },
      receivedAt: '2025-04-09T15:10:00Z',
      refused: {
        because: 'license-downgrade',
        at: '2025-04-09T15:12:00Z',
        errors: [],
        losses: [
          { kind: 'evaluation-over-paid' },
          { kind: 'earlier-end', from: 'never', to: '2025-05-09' },
          { kind: 'lower-edition', from: '25 users', to: '10 users' },
        ],
      },
    },
  ],
};

export const returnedApplication: Sent<typeof wire.WireReturnedApplication> = { accept: [] };

export const returnedApplicationAgreed: Sent<typeof wire.WireReturnedApplication> = {
  accept: ['evaluation-over-paid', 'earlier-end', 'lower-edition'],
};

export const rolledBackKey: Sent<typeof wire.WireActivation> = {
  licenses: [{ extension: 'importer', name: 'Importer', license: perpetual }],
};

export const quoteRequest: Sent<typeof wire.WireQuoteRequest> = {
  extensions: ['importer', 'seo-report'],
};

export const quoteRequestForTwoYears: Sent<typeof wire.WireQuoteRequest> = {
  extensions: ['importer'],
  months: 24,
};

export const quoteRequestToOneDay: Sent<typeof wire.WireQuoteRequest> = {
  extensions: ['importer', 'seo-report'],
  until: '2026-06-30',
};

export const quote: Sent<typeof wire.WireQuote> = {
  lines: [
    {
      extension: 'importer',
      license: 'EXT.00100003',
      offer: 'importer-renewal',
      price: { amount: '45.00', currency: 'USD' },
      months: 12,
      newEndsOn: '2026-01-31',
    },
  ],
  left: [{ extension: 'seo-report', because: 'not-renewable' }],
  terms: [12, 24, 36],
  months: 12,
  until: null,
  storeUrl: 'https://store.example.com/buy/renewal?kn=HOST.00010001&ekn=EXT.00100003&a=renew',
};

export const offers: Sent<typeof wire.WireOffers> = {
  offers: [
    {
      id: 'seo-report-full',
      name: 'Full report',
      description: 'Every page of one domain, with a plan of action',
      model: 'individual',
      price: { amount: '59.00', currency: 'USD' },
      months: null,
      storeUrl:
        'https://store.example.com/buy/seo-report?kn=HOST.00010001&product-id=seo-report-full',
    },
  ],
};

export const targets: Sent<typeof wire.WireTargets> = {
  targets: [
    { id: 'domain-1', domain: 'example.com' },
    { id: 'domain-2', domain: 'shop.example.com' },
  ],
};

export const minted: Sent<typeof wire.WireMinted> = {
  token: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};

export const wish: Sent<typeof wire.WireWish> = {
  kind: 'individual-offer',
  extension: 'seo-report',
  offer: 'seo-report-full',
  target: { id: 'domain-1', domain: 'example.com' },
  licenses: [],
  priceShown: { amount: '59.00', currency: 'USD' },
};

export const prepared: Sent<typeof wire.WireOrder> = {
  ...wish,
  token: TOKEN,
  title: 'SEO Report: Full report',
  state: 'prepared',
  steps: {
    recorded: '2025-04-10T09:04:00Z',
    atStore: null,
    paid: null,
    vendorTold: null,
    ready: null,
    delivered: null,
  },
  startedBy: { id: 'admin', name: 'First admin' },
  startedAt: '2025-04-10T09:04:00Z',
  deliveredBy: null,
  delivery: null,
  news: 'poll',
  echo: null,
  intervalSeconds: 0,
  storeUrl: 'https://store.example.com/buy/seo-report?kn=HOST.00010001&product-id=seo-report-full',
  supportUrl: 'https://store.example.com/support',
  reason: null,
  test: false,
};

export const ready: Sent<typeof wire.WireOrder> = {
  ...prepared,
  state: 'ready',
  steps: {
    recorded: '2025-04-10T09:04:00Z',
    atStore: '2025-04-10T09:04:09Z',
    paid: '2025-04-10T09:06:31Z',
    vendorTold: '2025-04-10T09:06:33Z',
    ready: '2025-04-10T09:07:00Z',
    delivered: null,
  },
  echo: { offer: 'seo-report-full', target: 'domain-1' },
  intervalSeconds: 10,
  storeUrl: null,
};

export const fulfilling: Sent<typeof wire.WireOrder> = {
  ...ready,
  state: 'fulfilling',
  deliveredBy: { id: 'admin', name: 'First admin' },
  delivery: [
    { part: 'license', done: false },
    { part: 'install', done: false },
  ],
};

/** The license was made, then something failed; asked again, only the rest is being done. */
export const halfDelivered: Sent<typeof wire.WireOrder> = {
  ...fulfilling,
  delivery: [
    { part: 'license', done: true },
    { part: 'install', done: false },
  ],
};

export const fulfilled: Sent<typeof wire.WireOrder> = {
  ...fulfilling,
  state: 'fulfilled',
  delivery: [
    { part: 'license', done: true },
    { part: 'install', done: true },
  ],
  steps: { ...ready.steps, delivered: '2025-04-10T09:07:20Z' },
};

export const canceled: Sent<typeof wire.WireOrder> = {
  ...prepared,
  state: 'canceled',
  storeUrl: null,
};

/** How a delivery is told as it happens. */
export const orderEvents = [
  'retry: 2000',
  ...[fulfilling, fulfilled].flatMap((order, at) => [
    '',
    `id: ${1_744_276_020_000 + at * 20_000}`,
    `data: ${JSON.stringify({ ...order, news: 'events' })}`,
  ]),
  '',
  ': still here',
  '',
  '',
].join('\n');

export const orders: Sent<typeof wire.WireOrders> = { orders: [ready] };
