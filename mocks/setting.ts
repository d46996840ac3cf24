import { addDays, dayOf } from '../src/domain/day.ts';
import type { Capability } from '../src/domain/capability.ts';
import type { ConstraintSyntax } from '../src/domain/host-fit.ts';
import type { License } from '../src/domain/license.ts';
import type { OrderNews, Target } from '../src/domain/order.ts';
import { type CatalogOffer, productOf } from './catalog.ts';
import { clockFrom, today } from './clock.ts';
import { toBase64 } from './basic-auth.ts';
import { CANARY } from './canary.ts';
import type { Fault } from './faults.ts';
import type { HostAccount, HostActivity, HostExtension, HostState } from './host/state.ts';
import { codesFor } from './ka/codes.ts';
import { type Key, licenseOf, purchaseId } from './ka/state.ts';
import type { ScenarioName, ScenarioOptions } from './scenarios.ts';
import type { World } from './world.ts';

/** What a scenario says; everything else of its world is the same for all. */
export interface Setting {
  /** What the host's clock shows at the start, RFC 3339. */
  readonly asOf: string;
  readonly host: {
    readonly name: string;
    readonly version: string;
    readonly constraints: ConstraintSyntax;
  };
  readonly extensions: readonly HostExtension[];
  readonly offers?: readonly CatalogOffer[];
  readonly targets?: readonly Target[];
  /** How news of orders come; `poll` unless given. */
  readonly news?: OrderNews;
  /** What this host can do beside what all of them can. */
  readonly abilities?: readonly Capability[];
  /** Licenses the key administrator knows although the host does not. */
  readonly unseen?: Readonly<Record<string, License>>;
  /** Leases the key administrator renews by itself, by extension key: every so many months. */
  readonly autoRenewed?: Readonly<Record<string, number>>;
  /** Leases whose vendor renews them no longer, by extension key: why, as the vendor says it. */
  readonly unpaid?: Readonly<Record<string, string>>;
  /** Milliseconds between a payment and the vendor hearing of it. */
  readonly kaDelay?: number;
  /** `false`: what is bought arrives only with its activation code. */
  readonly attaches?: boolean;
  readonly faults?: readonly Fault[];
  /** Packages that will not install, by extension key, and how that ends. */
  readonly broken?: HostState['broken'];
  /** What happened before, oldest first. */
  readonly activity?: readonly HostActivity[];
}

/** What these hosts can do. The rest of the contract's abilities they do not have, so panels hide the controls. */
export const ABILITIES: readonly Capability[] = [
  'install',
  'uninstall',
  'specificVersion',
  'rollBack',
  'keptPackages',
  'progress',
  'cancelTask',
  'batch',
  'undo',
  'hold',
  'autoUpdate',
  'activate',
  'retrieveKeys',
  'rollBackKey',
  'returnedLicenses',
  'quote',
  'purchase',
  'idempotentFulfillment',
  'uncoveredWithConsent',
  'activity',
];

/** The person who uses the demo. */
export const ADMIN = { id: 'admin', name: 'You (admin)', roles: ['admin' as const] };

/** Who else may be signed in, by the header `X-Account`. */
export const OTHERS = [
  { id: 'second-admin', name: 'Second admin', roles: ['admin' as const] },
  { id: 'buyer', name: 'Buyer', roles: ['buyer' as const] },
  { id: 'viewer', name: 'Viewer', roles: ['viewer' as const] },
  {
    id: 'other-host',
    name: 'Admin of another host',
    roles: ['admin' as const],
    elsewhere: { orders: {}, verifiers: {}, vendorSecret: `another-secret-${CANARY}` },
  },
] satisfies HostAccount[];

/** A whole install in the demo, in milliseconds; tests choose their own. */
const PACE = 3_000;

/** Builds the world of a scenario: what the host shows, and the keys behind it at the key administrator. */
export function worldOf(setting: Setting, name: ScenarioName, options: ScenarioOptions): World {
  const asOf = options.today === undefined ? setting.asOf : `${options.today}T09:00:00Z`;
  const actor: HostAccount = structuredClone(options.actor ?? ADMIN);
  const world: World = {
    scenario: { name, options },
    clock: clockFrom(asOf),
    pace: options.pace ?? PACE,
    host: {
      ...setting.host,
      vendorZone: 'UTC',
      mainKey: 'PLSK.00010001',
      vendorSecret: `host-secret-${CANARY}`,
      capabilities: [...ABILITIES, ...(setting.abilities ?? [])],
      actor,
      accounts: [actor, ...structuredClone(OTHERS)],
      extensions: structuredClone([...setting.extensions]),
      snapshot: 1,
      lookedOn: dayOf(asOf),
      tasks: [],
      batches: [],
      started: {},
      broken: structuredClone({ ...setting.broken }),
      licensesCheckedAt: asOf,
      returned: [],
      offers: [...(setting.offers ?? [])],
      targets: [...(setting.targets ?? [])],
      news: setting.news ?? 'poll',
      verifiers: {},
      orders: {},
      activity: [...(setting.activity ?? [])],
    },
    store: { name: 'Upkeep Store', test: false, payments: {}, visits: [] },
    ka: {
      vendorLogin: `ka:vendor-password-${CANARY}`,
      dateSeparator: '/',
      delay: setting.kaDelay ?? 0,
      attaches: setting.attaches ?? true,
      keys: [],
      codes: [],
      purchases: {},
      outbox: [],
      nextNumber: 200_001,
    },
    vendor: {
      login: `ka:vendor-password-${CANARY}`,
      hostSecret: `host-secret-${CANARY}`,
      prepares: 0,
      intervalSeconds: 0,
      licenses: {},
      deliveries: [],
      wantsVerifier: setting.abilities?.includes('verifier') ?? false,
      received: [],
    },
    faults: [...(setting.faults ?? [])],
    journal: [],
  };
  for (const extension of world.host.extensions) {
    const { key, license } = extension;
    const made = addKey(world, key, setting.unseen?.[key] ?? license);
    const months = setting.autoRenewed?.[key];
    if (!made || months === undefined) continue;
    made.renewsEvery = months;
    extension.license = licenseOf(made);
    const reason = setting.unpaid?.[key];
    if (reason !== undefined)
      world.vendor.unpaid = { ...world.vendor.unpaid, [purchaseId(made)]: reason };
  }
  world.ka.codes = codesFor(world);
  return world;
}

/** The key behind a license the host shows, attached to its main key. */
function addKey(world: World, product: string, license: License): Key | undefined {
  if (!('number' in license)) return undefined;
  const endsOn =
    license.kind === 'perpetual'
      ? license.maintenanceEndsOn
      : license.kind === 'evaluation'
        ? license.expiresOn
        : license.paidThrough;
  const key: Key = {
    number: license.number,
    version: 1,
    product,
    offer: productOf(world, product),
    mainKey: world.host.mainKey,
    grants: license.kind,
    standing: license.standing,
    errors: [...license.errors],
    createdOn: addDays(endsOn ?? today(world), -365),
    endsOn,
    renewsEvery: null,
    renewalTriedOn: null,
    body: toBase64(`${license.number} ${CANARY}`),
    token: null,
    test: false,
    before: null,
  };
  world.ka.keys.push(key);
  return key;
}
