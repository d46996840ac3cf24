import type { Capability, Role } from '../../src/domain/capability.ts';
import type { ExtensionStatus, Hold } from '../../src/domain/extension.ts';
import type { ConstraintSyntax } from '../../src/domain/host-fit.ts';
import type { License } from '../../src/domain/license.ts';
import type { Order, Target } from '../../src/domain/order.ts';
import type { CatalogOffer } from '../catalog.ts';

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
  policy: string;
  hold: Hold | null;
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
}

/** Who did what at the host. */
export interface Activity {
  at: string;
  by: string;
  what: string;
  about: string;
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
  actor: { id: string; name: string; roles: Role[] };
  extensions: HostExtension[];
  /** Grows with every change of the list. */
  snapshot: number;
  tasks: HostTask[];
  /** Task by idempotency key. */
  started: Record<string, string>;
  /** Packages that will not install, and how that ends. */
  broken: Record<string, { reason: string; rolledBack: boolean }>;
  licensesCheckedAt: string;
  offers: CatalogOffer[];
  targets: Target[];
  /** By token, oldest first. */
  orders: Record<string, Order>;
  activity: Activity[];
}
