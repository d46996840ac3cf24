import * as v from 'valibot';
import { CAPABILITIES, ROLES } from '../domain/capability.ts';
import { type Day, isZone, parseDay } from '../domain/day.ts';
import { LICENSE_ERRORS } from '../domain/license.ts';
import { TOKEN_SHAPE } from '../domain/token.ts';
import { TASK_PHASES } from '../domain/task.ts';

/*
 * What travels between panel and host, member by member. The published OpenAPI file is derived from these schemas.
 * Unknown members are ignored; known members of another type are an error that names where.
 */

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** RFC 3339 with a zone. */
export const Instant = v.pipe(
  v.string(),
  v.regex(INSTANT, 'an instant like 2024-06-15T00:37:35Z'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'a real instant'),
  v.metadata({ format: 'date-time' }),
);

/** `YYYY-MM-DD`, a real day. */
export const WireDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day like 2024-06-15'),
  v.check((value) => parseDay(value) !== undefined, 'a real calendar day'),
  v.metadata({ format: 'date' }),
);

/** The schema has checked that this text is a day. */
export const asDay = (value: string): Day => value as Day;

export const WireMoney = v.object({
  amount: v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,4})?$/, 'a decimal amount like 199.00')),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'a currency code like USD')),
});

export const WireRelease = v.object({
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  builtAt: v.nullable(Instant),
  publishedOn: v.nullable(WireDay),
  requiresHost: v.nullable(text(200)),
  security: v.optional(v.boolean(), false),
  prerelease: v.optional(v.boolean(), false),
  grantedTo: v.optional(v.nullable(WireDay), null),
});

const key = {
  number: word,
  standing: v.picklist(['active', 'suspended', 'terminated']),
  errors: v.optional(v.array(v.picklist(LICENSE_ERRORS)), []),
};

export const WireLicense = v.variant('kind', [
  v.object({ kind: v.literal('not-needed') }),
  v.object({ kind: v.literal('missing'), trialOffered: v.optional(v.boolean(), false) }),
  v.object({ kind: v.literal('unknown'), reason: v.optional(text(500), '') }),
  v.object({ kind: v.literal('evaluation'), ...key, expiresOn: WireDay }),
  v.object({ kind: v.literal('perpetual'), ...key, maintenanceEndsOn: v.nullable(WireDay) }),
  v.object({ kind: v.literal('subscription'), ...key, paidThrough: WireDay, runsThrough: WireDay }),
]);

export const WireStatus = v.variant('kind', [
  v.object({ kind: v.literal('enabled') }),
  v.object({ kind: v.literal('disabled') }),
  v.object({ kind: v.literal('failed'), reason: text(2_000) }),
]);

export const WireHold = v.object({ reason: text(500), by: text(200), until: v.nullable(WireDay) });

export const WireExtension = v.object({
  key: word,
  name: word,
  vendor: text(200),
  installed: WireRelease,
  status: WireStatus,
  license: WireLicense,
  policy: v.optional(word, 'build-date'),
  hold: v.optional(v.nullable(WireHold), null),
  releases: v.array(WireRelease),
});

/** Head of a page of the list; its entries are read one by one, so that a broken one breaks nothing else. */
export const WireInventoryPage = v.object({
  asOf: Instant,
  hostVersion: word,
  vendorZone: v.optional(v.pipe(v.string(), v.check(isZone, 'a time zone name like UTC')), 'UTC'),
  constraints: v.optional(v.picklist(['npm', 'composer']), 'npm'),
  snapshot: v.pipe(v.number(), v.integer(), v.minValue(0)),
  extensions: v.array(v.unknown()),
  next: v.optional(v.nullable(text(500)), null),
});

export const WireDetailedRelease = v.object({
  ...WireRelease.entries,
  notes: v.optional(v.nullable(text(100_000)), null),
  sizeBytes: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  migratesData: v.optional(v.nullable(v.boolean()), null),
  kept: v.optional(v.boolean(), false),
});

export const WireReleases = v.object({ extension: word, releases: v.array(WireDetailedRelease) });

export const WireSession = v.object({
  host: v.object({ name: word, version: word }),
  constraints: v.optional(v.picklist(['npm', 'composer']), 'npm'),
  asOf: Instant,
  vendorZone: v.optional(v.pipe(v.string(), v.check(isZone, 'a time zone name like UTC')), 'UTC'),
  actor: v.object({ id: word, name: word, roles: v.array(v.picklist(ROLES)) }),
  /** Words this panel does not know are abilities it does not use. */
  capabilities: v.array(v.string()),
  storeOrigins: v.array(text(500)),
  mainKey: v.optional(v.nullable(text(100)), null),
});

export const isCapability = (value: string): value is (typeof CAPABILITIES)[number] =>
  (CAPABILITIES as readonly string[]).includes(value);

export const WireTask = v.object({
  id: word,
  extension: word,
  kind: v.picklist(['install', 'uninstall']),
  from: v.nullable(text(100)),
  to: v.nullable(text(100)),
  phase: v.picklist(TASK_PHASES),
  percent: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  cancelable: v.optional(v.boolean(), false),
  startedAt: Instant,
  failure: v.optional(v.nullable(v.object({ reason: text(2_000), rolledBack: v.boolean() })), null),
});

export const WireTasks = v.object({ tasks: v.array(WireTask) });

export const WireInstall = v.object({
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  consent: v.optional(v.object({ version: text(100), coverage: v.picklist(['uncovered', 'unknown']) })),
});

export const WireHoldRequest = v.object({ reason: text(500), until: v.nullable(WireDay) });

export const WireLicenses = v.object({
  checkedAt: Instant,
  licenses: v.array(v.object({ extension: word, license: WireLicense })),
});

export const WireCode = v.object({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

export const WireActivation = v.object({
  licenses: v.array(v.object({ extension: word, name: word, license: WireLicense })),
});

export const WireQuoteRequest = v.object({ extensions: v.pipe(v.array(word), v.minLength(1)) });

export const WireQuote = v.object({
  lines: v.array(
    v.object({
      extension: word,
      license: v.nullable(text(100)),
      offer: word,
      price: WireMoney,
      months: v.pipe(v.number(), v.integer(), v.minValue(1)),
      newEndsOn: WireDay,
    }),
  ),
  storeUrl: text(2_000),
});

export const WireOffer = v.object({
  id: word,
  name: word,
  description: v.optional(v.nullable(text(2_000)), null),
  model: v.picklist(['single', 'multiple', 'pay-as-you-go', 'individual']),
  price: WireMoney,
  months: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  storeUrl: text(2_000),
});

export const WireOffers = v.object({ offers: v.array(WireOffer) });

export const WireTarget = v.object({ id: word, domain: text(300) });

export const WireTargets = v.object({ targets: v.array(WireTarget) });

export const WireToken = v.pipe(v.string(), v.regex(TOKEN_SHAPE, 'a token of 22 to 128 URL-safe characters'));

export const WireWish = v.object({
  kind: v.picklist(['individual-offer', 'renewal', 'license']),
  extension: word,
  offer: word,
  target: v.optional(v.nullable(WireTarget), null),
  licenses: v.optional(v.array(text(100)), []),
  priceShown: v.nullable(WireMoney),
});

const step = v.optional(v.nullable(Instant), null);

export const WireOrder = v.object({
  token: WireToken,
  ...WireWish.entries,
  title: word,
  /** Free text on purpose: a word this panel does not know reads as pending, with a note. */
  state: word,
  steps: v.object({ recorded: step, atStore: step, paid: step, vendorTold: step, ready: step, delivered: step }),
  startedBy: v.object({ id: word, name: word }),
  startedAt: Instant,
  echo: v.optional(v.nullable(v.object({ offer: word, target: v.nullable(text(200)) })), null),
  intervalSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3_600)), 0),
  storeUrl: v.optional(v.nullable(text(2_000)), null),
  supportUrl: v.optional(v.nullable(text(2_000)), null),
  reason: v.optional(v.nullable(text(2_000)), null),
  test: v.optional(v.boolean(), false),
});

export const WireOrders = v.object({ orders: v.array(v.unknown()) });

/** RFC 9457; `type` is `urn:upkeep:problem:` and a word of the closed list. */
export const WireProblem = v.object({
  type: text(500),
  title: v.optional(text(500)),
  status: v.optional(v.number()),
  detail: v.optional(text(2_000)),
  /** The task in the way (`in-progress`) or the open order's token (`wish-open`). */
  running: v.optional(text(200)),
});
