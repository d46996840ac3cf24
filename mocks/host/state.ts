import type * as v from 'valibot';
import type { WireActivity } from '../../src/backend/wire.ts';
import type { Batch, BatchState, BatchStep } from '../../src/domain/batch.ts';
import type { Capability, Role } from '../../src/domain/capability.ts';
import type { Advisory } from '../../src/domain/advisory.ts';
import type { Day } from '../../src/domain/day.ts';
import type { ExtensionStatus } from '../../src/domain/extension.ts';
import type { Hold, Skip } from '../../src/domain/hold.ts';
import type { ConstraintSyntax } from '../../src/domain/host-fit.ts';
import type { License } from '../../src/domain/license.ts';
import type { Order, OrderNews, Target } from '../../src/domain/order.ts';
import type { CatalogOffer } from '../catalog.ts';
import type { HostReturned } from './returned-state.ts';

/** A release as the host's catalog has it. */
export interface CatalogRelease {
  version: string;
  /** RFC 3339, or `null` when the vendor does not say. */
  builtAt: string | null;
  publishedOn: string | null;
  requiresHost: string | null;
  security?: boolean;
  grantedTo?: string | null;
  notes?: string | null;
  sizeBytes?: number | null;
  migratesData?: boolean | null;
}

/** An extension with its whole history; `installed: null` after an uninstall, so that it can be put back. */
export interface HostExtension {
  key: string;
  name: string;
  vendor: string;
  installed: string | null;
  status: ExtensionStatus;
  license: License;
  /** The edition of the license in place: for how many users. Left out = it has none. */
  users?: number;
  /** The key it runs under, version included: `EXT.00123456.0002`; the first version of its license unless given. */
  installedKey?: string;
  /** The key before that, kept so that it can be put back. */
  keyBefore?: { number: string; license: License } | null;
  /** A key somebody went back from: what is merely found does not put it in place again. */
  rolledBack?: string | null;
  /** `null`: whatever the panel goes by. */
  policy: string | null;
  securityAlways?: boolean;
  hold: Hold | null;
  skipped?: Skip[];
  /** The version that ran before. */
  previous?: string | null;
  /** Left out where the host has no such switch for it. */
  autoUpdate?: boolean;
  advisories?: Advisory[];
  releases: CatalogRelease[];
  /** Versions whose packages are still on disk. */
  kept: string[];
}

/** An install or uninstall. How far it is follows from the time, so it goes on with no page open. */
export interface HostTask {
  id: string;
  extension: string;
  kind: 'install' | 'uninstall';
  from: string | null;
  to: string | null;
  /** Milliseconds since 1970; later than `askedAt` when others were in front of it. */
  startsAt: number;
  askedAt: number;
  /** Milliseconds from start to end. */
  takes: number;
  ended: 'done' | 'failed' | 'canceled' | null;
  failure: { reason: string; rolledBack: boolean } | null;
  /** The batch it is a step of. */
  batch: string | null;
  /** The host began it itself, because an administrator had switched that on. */
  byItself?: boolean;
}

/** A batch as the host keeps it; what stands in the way of its undo is looked at whenever it is asked about. */
export interface HostBatch extends Omit<Batch, 'steps'> {
  state: BatchState;
  endedAt: string | null;
  steps: BatchStep[];
  /** When it was last let go: started, resumed or undone; in milliseconds since 1970. */
  goesSince: number;
}

/** Who did what at the host, as it travels. */
export type HostActivity = v.InferOutput<typeof WireActivity>;

/** Someone who may be signed in. */
export interface HostAccount {
  id: string;
  name: string;
  roles: Role[];
  /** Of another host, which has orders of its own and sees none of this one's. */
  elsewhere?: Pick<HostState, 'orders' | 'verifiers' | 'vendorSecret'>;
}

/** What the host remembers. */
export interface HostState {
  name: string;
  version: string;
  constraints: ConstraintSyntax;
  vendorZone: string;
  /** Number of the main key, to which the key administrator attaches the others. */
  mainKey: string;
  /** What the host shows the vendor to ask about its own orders. */
  vendorSecret: string;
  capabilities: Capability[];
  /** Who is asking: the first of the accounts, unless the request is another's. */
  actor: HostAccount;
  accounts: HostAccount[];
  extensions: HostExtension[];
  /** Grows with every change of the list. */
  snapshot: number;
  /** The day on which automatic updates were last looked for. */
  lookedOn: Day;
  tasks: HostTask[];
  /** Oldest first. */
  batches: HostBatch[];
  /** Task or batch by idempotency key. */
  started: Record<string, string>;
  /** Packages that will not install, and how that ends. */
  broken: Record<string, { reason: string; rolledBack: boolean }>;
  licensesCheckedAt: string;
  /** Licenses that came back through the browser, newest first. */
  returned: HostReturned[];
  /** What a roll back of a key answered, by its idempotency key. */
  rolledBackKeys?: Record<string, { extension: string; license: License }>;
  offers: CatalogOffer[];
  targets: Target[];
  /** How news of its orders come. */
  news: OrderNews;
  /** The secret behind each token this host has made; it goes to the vendor at delivery and nowhere else. */
  verifiers: Record<string, string>;
  /** By token, oldest first. */
  orders: Record<string, Order>;
  /** Oldest first. */
  activity: HostActivity[];
}
