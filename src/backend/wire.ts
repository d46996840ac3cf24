import * as v from 'valibot';
import { ACTIVITY_RESULTS } from '../domain/activity.ts';
import { SEVERITIES } from '../domain/advisory.ts';
import { BATCH_STATES, OBSTACLES, STEP_STATES } from '../domain/batch.ts';
import { type Capability, CAPABILITIES, type Role, ROLES } from '../domain/capability.ts';
import { type Day, isZone, parseDay, parseInstant } from '../domain/day.ts';
import { LICENSE_ERRORS } from '../domain/license.ts';
import { LOSSES, RETURN_REFUSALS } from '../domain/returned-license.ts';
import { TOKEN_SHAPE } from '../domain/token.ts';
import { TASK_PHASES } from '../domain/task.ts';

/*
 * What travels between panel and host, member by member. `docs/openapi.yaml` is derived from these schemas and says
 * what each member means. Unknown members are ignored; known members of another type are an error that names where.
 */

/** The most entries a list has; longer ones come in pages, or not at all. */
const LIST_MAX = 5_000;

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const list = <S extends v.GenericSchema>(entry: S) => v.pipe(v.array(entry), v.maxLength(LIST_MAX));

/**
 * A name that becomes part of an address. `.` and `..` would lead to another address, and half a surrogate pair cannot
 * be written into one at all.
 */
const id = v.pipe(
  word,
  v.regex(/^(?!\.{1,2}$)/, 'a name other than "." and ".."'),
  v.check((value) => !/\p{Surrogate}/u.test(value), 'whole characters'),
);

/** A version; it becomes part of an address where somebody skips it. */
const versionText = v.pipe(id, v.maxLength(100));

/** Entries of a list that are read one by one, so that a broken one breaks nothing else. */
export const Unread = list(v.unknown());

/** RFC 3339 with a zone, a real instant of the years 0001 to 9999. */
export const Instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
    'an instant like 2024-06-15T00:37:35Z',
  ),
  v.check((value) => parseInstant(value) !== undefined, 'a real instant'),
  v.metadata({ format: 'date-time' }),
);

/** `YYYY-MM-DD`, a real day of the years 0001 to 9999. Inclusive wherever it ends something. */
export const WireDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day like 2024-06-15'),
  v.check((value) => parseDay(value) !== undefined, 'a real calendar day'),
  v.metadata({ format: 'date' }),
);

/** A day in the type of the rules. The schema has checked that this text is one. */
export const asDay = (value: string): Day => value as Day;

/** Decimal text and an ISO 4217 code; never a floating point number. */
export const WireMoney = v.object({
  amount: v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,4})?$/, 'a decimal amount like 199.00')),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'a currency code like USD')),
});

/** One build of an extension, as far as deciding needs it. */
export const WireRelease = v.object({
  version: versionText,
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
  /** Never left out: a list that got lost on the way must not read as a license in order. */
  errors: list(v.picklist(LICENSE_ERRORS)),
};

/** What was bought for an extension, told apart by `kind`. */
export const WireLicense = v.variant('kind', [
  v.object({ kind: v.literal('not-needed') }),
  v.object({ kind: v.literal('missing'), trialOffered: v.optional(v.boolean(), false) }),
  v.object({ kind: v.literal('unknown'), reason: v.optional(text(500), '') }),
  v.object({ kind: v.literal('evaluation'), ...key, expiresOn: WireDay }),
  v.object({
    kind: v.literal('perpetual'),
    ...key,
    /** Endless by a word only: a day that got lost on the way must not read as maintained for ever. */
    maintenanceEndsOn: v.union([WireDay, v.literal('never')]),
  }),
  v.object({
    kind: v.literal('subscription'),
    ...key,
    paidThrough: WireDay,
    runsThrough: WireDay,
    /** What the key administrator does by itself; left out = the host does not say. */
    autoRenews: v.optional(v.nullable(v.boolean()), null),
    terminatesOn: v.optional(v.nullable(WireDay), null),
  }),
]);

/** Whether the host runs an extension. */
export const WireStatus = v.variant('kind', [
  v.object({ kind: v.literal('enabled') }),
  v.object({ kind: v.literal('disabled') }),
  v.object({ kind: v.literal('failed'), reason: text(2_000) }),
]);

/** What a hold was decided under. */
export const WireHoldGround = v.object({ hostVersion: word, license: word });

/** An administrator's decision not to update an extension for now. */
export const WireHold = v.object({
  reason: text(500),
  by: text(200),
  until: v.nullable(WireDay),
  ground: v.optional(v.nullable(WireHoldGround), null),
});

/** An administrator's decision against one release. */
export const WireSkip = v.object({ version: versionText, reason: text(500), by: text(200) });

/** A published flaw of some versions of an extension. */
export const WireAdvisory = v.object({
  id: word,
  title: text(500),
  severity: v.optional(v.nullable(v.picklist(SEVERITIES)), null),
  affects: v.pipe(text(500), v.minLength(1)),
  url: v.optional(v.nullable(text(2_000)), null),
});

/** An installed extension with the releases needed to decide about it. */
export const WireExtension = v.object({
  key: id,
  name: word,
  vendor: text(200),
  installed: WireRelease,
  status: WireStatus,
  license: WireLicense,
  previousLicense: v.optional(v.nullable(WireLicense), null),
  /** Never left out: with the rule lost on the way, nothing may read as covered by another one. */
  policy: v.nullable(word),
  securityAlways: v.optional(v.boolean(), false),
  hold: v.optional(v.nullable(WireHold), null),
  skipped: v.optional(list(WireSkip), []),
  previous: v.optional(v.nullable(versionText), null),
  autoUpdate: v.optional(v.nullable(v.boolean()), null),
  advisories: v.optional(list(WireAdvisory), []),
  supportUrl: v.optional(v.nullable(text(2_000)), null),
  /** Something can be bought for it whatever its license, such as individual offers for a domain. */
  sellsOffers: v.optional(v.boolean(), false),
  releases: list(WireRelease),
});

const host = {
  constraints: v.optional(v.picklist(['npm', 'composer']), 'npm'),
  asOf: Instant,
  vendorZone: v.optional(v.pipe(word, v.check(isZone, 'a time zone name like UTC')), 'UTC'),
};

/** Head of a page of the list; its entries are read one by one, each as a {@link WireExtension}. */
export const WireInventoryPage = v.object({
  ...host,
  hostVersion: word,
  snapshot: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0)),
  extensions: Unread,
  next: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(500))), null),
});

/** A release with what only the details show. */
export const WireDetailedRelease = v.object({
  ...WireRelease.entries,
  notes: v.optional(v.nullable(text(100_000)), null),
  sizeBytes: v.optional(
    v.nullable(v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0))),
    null,
  ),
  migratesData: v.optional(v.nullable(v.boolean()), null),
  kept: v.optional(v.boolean(), false),
});

/** The whole history of one extension. */
export const WireReleases = v.object({ extension: id, releases: list(WireDetailedRelease) });

/** Who is asking, of which host, and what both can do. */
export const WireSession = v.object({
  host: v.object({ name: word, version: word }),
  ...host,
  /** Roles this panel does not know allow nothing. */
  actor: v.object({ id: word, name: word, roles: list(text(200)) }),
  /** Words this panel does not know are abilities it does not use. */
  capabilities: list(text(200)),
  storeOrigins: list(text(500)),
  mainKey: v.optional(v.nullable(text(100)), null),
  licensesCheckedAt: v.optional(v.nullable(Instant), null),
});

/** Whether a word of {@link WireSession} names an ability this panel can use. */
export const isCapability = (value: string): value is Capability =>
  (CAPABILITIES as readonly string[]).includes(value);

/** Whether a word of {@link WireSession} names a role this panel knows. */
export const isRole = (value: string): value is Role =>
  (ROLES as readonly string[]).includes(value);

/** Work the host does on one extension. */
export const WireTask = v.object({
  id,
  extension: id,
  kind: v.picklist(['install', 'uninstall']),
  from: v.nullable(text(100)),
  to: v.nullable(text(100)),
  phase: v.picklist(TASK_PHASES),
  percent: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  cancelable: v.optional(v.boolean(), false),
  startedAt: Instant,
  failure: v.optional(v.nullable(v.object({ reason: text(2_000), rolledBack: v.boolean() })), null),
  batch: v.optional(v.nullable(id), null),
});

/** What is running, and what ended lately. */
export const WireTasks = v.object({ tasks: list(WireTask) });

/** Which releases to install together. */
export const WireBatchRequest = v.object({
  steps: v.pipe(list(v.object({ extension: id, version: versionText })), v.minLength(1)),
});

/** One extension of a batch. */
export const WireBatchStep = v.object({
  extension: id,
  name: word,
  from: v.nullable(versionText),
  to: versionText,
  state: v.picklist(STEP_STATES),
  task: v.optional(v.nullable(id), null),
  reason: v.optional(v.nullable(text(2_000)), null),
  rolledBack: v.optional(v.boolean(), false),
  /** Never left out: an obstacle that got lost on the way must not read as a way back. */
  obstacle: v.nullable(v.picklist(OBSTACLES)),
});

/** Several updates as one transaction. */
export const WireBatch = v.object({
  id,
  state: v.picklist(BATCH_STATES),
  startedBy: v.object({ id: word, name: word }),
  startedAt: Instant,
  endedAt: v.optional(v.nullable(Instant), null),
  steps: v.pipe(list(WireBatchStep), v.minLength(1)),
});

/** Batches that are not over, and those that ended lately; read one by one, each as a {@link WireBatch}. */
export const WireBatches = v.object({ batches: Unread });

/** Something that happened at the host. */
export const WireActivity = v.object({
  id: word,
  at: Instant,
  /** Never left out: what nobody is named for must not read as done by the host itself. */
  by: v.nullable(v.object({ id: word, name: word })),
  /** Free text on purpose: a word this panel does not know is told of in the words of `text`. */
  what: word,
  result: v.picklist(ACTIVITY_RESULTS),
  extension: v.optional(v.nullable(word), null),
  about: v.optional(v.nullable(text(300)), null),
  from: v.optional(v.nullable(text(100)), null),
  to: v.optional(v.nullable(text(100)), null),
  count: v.optional(
    v.nullable(v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0))),
    null,
  ),
  reason: v.optional(v.nullable(text(2_000)), null),
  text: v.optional(v.nullable(text(500)), null),
});

/** A page of the journal, newest first; its entries are read one by one, each as a {@link WireActivity}. */
export const WireActivityPage = v.object({
  entries: Unread,
  next: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(500))), null),
});

/** What to install, and the agreement to one release that is not known to be covered. */
export const WireInstall = v.object({
  version: versionText,
  consent: v.optional(
    v.object({ version: versionText, coverage: v.picklist(['uncovered', 'unknown']) }),
  ),
});

/** Why an extension is held back, through which day (`null` = until someone releases it), and under what. */
export const WireHoldRequest = v.object({
  reason: text(500),
  until: v.nullable(WireDay),
  ground: v.optional(v.nullable(WireHoldGround), null),
});

/** Why one release is passed over. */
export const WireSkipRequest = v.object({ reason: text(500) });

/** Whether the host shall update by itself. */
export const WireAutoUpdate = v.object({ enabled: v.boolean() });

/** How many extensions a switch for all has changed. */
export const WireAutoUpdated = v.object({
  changed: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0)),
});

/** All licenses, and when the key administrator was last asked. */
export const WireLicenses = v.object({
  checkedAt: Instant,
  licenses: list(v.object({ extension: id, license: WireLicense })),
});

/** What was bought for one extension: what it reads of itself, as through the host's SDK. */
export const WireExtensionLicense = v.object({ extension: id, license: WireLicense });

/** An activation code as typed; it travels in bodies only. */
export const WireCode = v.object({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

/** One license that an activation code brings, and the extension it is for. */
export const WireActivated = v.object({ extension: id, name: word, license: WireLicense });

/** What an activation code does here, or has just done. */
export const WireActivation = v.object({ licenses: list(WireActivated) });

/** Something a license in place has and the one that came back has not. */
export const WireLoss = v.variant('kind', [
  v.object({
    kind: v.literal('earlier-end'),
    from: v.union([WireDay, v.literal('never')]),
    to: WireDay,
  }),
  v.object({ kind: v.literal('evaluation-over-paid') }),
  v.object({ kind: v.literal('lower-edition'), from: word, to: word }),
]);

/** A license that came back through the browser: what it is for and what it gives, never the license itself. */
export const WireReturnedLicense = v.object({
  id,
  extension: v.nullable(id),
  name: v.nullable(word),
  license: v.nullable(
    v.object({
      kind: v.picklist(['evaluation', 'perpetual', 'subscription']),
      /** Endless by a word only, as in {@link WireLicense}. */
      endsOn: v.union([WireDay, v.literal('never')]),
      edition: v.optional(v.nullable(word), null),
    }),
  ),
  receivedAt: Instant,
  state: v.picklist(['kept', 'applied']),
  refused: v.optional(
    v.nullable(
      v.object({
        because: v.picklist(RETURN_REFUSALS),
        at: Instant,
        errors: v.optional(list(v.picklist(LICENSE_ERRORS)), []),
        losses: v.optional(list(WireLoss), []),
      }),
    ),
    null,
  ),
});

/** All of them; the entries are read one by one, each as a {@link WireReturnedLicense}. */
export const WireReturnedLicenses = v.object({ licenses: Unread });

/** Which losses a person has agreed to. */
export const WireReturnedApplication = v.object({ accept: list(v.picklist(LOSSES)) });

const months = v.pipe(
  v.number(),
  v.integer('a whole number of months'),
  v.minValue(1),
  v.maxValue(1_200),
);

/** How long licenses are renewed; without either, each by its usual term. */
const term = {
  months: v.optional(v.nullable(months), null),
  until: v.optional(v.nullable(WireDay), null),
};

/** Keys of the extensions to renew, and how long. */
export const WireQuoteRequest = v.pipe(
  v.object({ extensions: v.pipe(list(id), v.minLength(1)), ...term }),
  v.check(({ months, until }) => months === null || until === null, 'months or until, not both'),
);

/** What renewing costs and brings, license by license. */
export const WireQuote = v.object({
  lines: list(
    v.object({
      extension: id,
      license: v.nullable(text(100)),
      offer: word,
      price: WireMoney,
      months: v.nullable(months),
      newEndsOn: WireDay,
    }),
  ),
  /** Free text on purpose: a reason this panel does not know reads as not renewable. */
  left: v.optional(list(v.object({ extension: id, because: text(100) })), []),
  terms: v.optional(list(months), []),
  ...term,
  storeUrl: text(2_000),
});

/** Something that can be bought for an extension. */
export const WireOffer = v.object({
  id: word,
  name: word,
  description: v.optional(v.nullable(text(2_000)), null),
  model: v.picklist(['single', 'multiple', 'pay-as-you-go', 'individual']),
  price: WireMoney,
  months: v.nullable(months),
  storeUrl: text(2_000),
});

/** Everything that can be bought for an extension. */
export const WireOffers = v.object({ offers: list(WireOffer) });

/** A domain or website an individual offer is delivered to. */
export const WireTarget = v.object({ id: word, domain: v.pipe(text(300), v.minLength(1)) });

/** The domains this person may buy for. */
export const WireTargets = v.object({ targets: list(WireTarget) });

/** The reference of one order, 22 to 128 URL-safe characters. */
export const WireToken = v.pipe(
  v.string(),
  v.regex(TOKEN_SHAPE, 'a token of 22 to 128 URL-safe characters'),
);

/** A token made by the host, for an order that does not exist yet. */
export const WireMinted = v.object({ token: WireToken });

/** What the admin decided to buy, saved before any store link exists. */
export const WireWish = v.object({
  kind: v.picklist(['individual-offer', 'renewal', 'license']),
  extension: id,
  offer: word,
  target: v.optional(v.nullable(WireTarget), null),
  licenses: v.optional(list(text(100)), []),
  ...term,
  priceShown: v.nullable(WireMoney),
});

const step = v.optional(v.nullable(Instant), null);

/** One purchase in progress. */
export const WireOrder = v.object({
  token: WireToken,
  ...WireWish.entries,
  title: word,
  /** Free text on purpose: a word this panel does not know reads as pending, with a note. */
  state: word,
  steps: v.object({
    recorded: step,
    atStore: step,
    paid: step,
    vendorTold: step,
    ready: step,
    delivered: step,
  }),
  startedBy: v.object({ id: word, name: word }),
  startedAt: Instant,
  deliveredBy: v.optional(v.nullable(v.object({ id: word, name: word })), null),
  /** Free text on purpose: a part this panel does not know is shown as given. */
  delivery: v.optional(
    v.nullable(v.pipe(v.array(v.object({ part: word, done: v.boolean() })), v.maxLength(20))),
    null,
  ),
  /** Free text on purpose: a way this panel does not know reads as polling. */
  news: v.optional(word, 'poll'),
  echo: v.optional(v.nullable(v.object({ offer: word, target: v.nullable(text(200)) })), null),
  /** However long it is, the schedule waits an hour at most. */
  intervalSeconds: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  storeUrl: v.optional(v.nullable(text(2_000)), null),
  supportUrl: v.optional(v.nullable(text(2_000)), null),
  reason: v.optional(v.nullable(text(2_000)), null),
  test: v.optional(v.boolean(), false),
});

/** Every order this person may see; its entries are read one by one, each as a {@link WireOrder}. */
export const WireOrders = v.object({ orders: Unread });

/** RFC 9457; `type` is `urn:upkeep:problem:` and a word of the closed list. */
export const WireProblem = v.object({
  type: text(500),
  title: v.optional(text(500)),
  status: v.optional(v.number()),
  detail: v.optional(text(2_000)),
  /** The task in the way (`in-progress`) or the open order's token (`wish-open`). */
  running: v.optional(text(200)),
});
