/* The public surface, name by name. The custom element is `upkeep-panel/element`, the styles `upkeep-panel/style.css`. */

export {
  UpkeepPanel,
  type Navigation,
  type StoreTarget,
  type UpkeepPanelProps,
} from './panel/UpkeepPanel.tsx';
export { mount, type MountedPanel } from './embed/mount.tsx';

export { restBackend } from './backend/rest/rest-backend.ts';
export type { RestOptions } from './backend/rest/transport.ts';
export type {
  ActivationPreview,
  Backend,
  Consent,
  DetailedRelease,
  HostBackend,
  Inventory,
  LicenseBackend,
  Offer,
  OfferModel,
  OrderBackend,
  OrderBook,
  Quote,
  QuoteLine,
  UnreadableExtension,
} from './backend/backend.ts';
export type { OrderStatusSource, OrderStatusSources } from './ledger/sources.ts';
export type { Session } from './backend/session.ts';
export {
  BackendError,
  isBackendError,
  PROBLEM_TYPES,
  type Call,
  type Failure,
  type ProblemType,
} from './backend/errors.ts';

export { decide, type Decided, type Decision, type Estate } from './domain/decide.ts';
export { explain, type Explanation, type Fact, type FactName } from './domain/explain.ts';
export {
  COVERAGE_RULES,
  type Coverage,
  type CoveragePolicy,
  type CoverageRule,
  type Judge,
  type Maintenance,
} from './domain/coverage.ts';
export {
  buildDate,
  fallbackLine,
  liveSubscription,
  noneAfterEnd,
  patchesFree,
  POLICIES,
  publishedOrGranted,
} from './domain/policies.ts';
export type { ReleaseLine } from './domain/release-line.ts';
export { type Fence, FENCE_REASONS, fenceOf, type FenceReason } from './domain/fence.ts';
export {
  groundOf,
  type Hold,
  type HoldGround,
  holdState,
  type HoldState,
  type HoldView,
  type Skip,
} from './domain/hold.ts';
export { type Advisory, SEVERITIES, type Severity } from './domain/advisory.ts';
export { day, dayOf, parseDay, type Day } from './domain/day.ts';
export { version, compareVersions, type Version } from './domain/version.ts';
export type { Action } from './domain/action.ts';
export type { Batch, BatchState, BatchStep, Obstacle, StepStanding } from './domain/batch.ts';
export { CAPABILITIES, type Capability, type Role } from './domain/capability.ts';
export type { Extension, ExtensionStatus, Unreadable } from './domain/extension.ts';
export { GROUPS, type Group } from './domain/group.ts';
export type { ConstraintSyntax, HostFit } from './domain/host-fit.ts';
export {
  licenseState,
  type License,
  type LicenseError,
  type LicenseState,
  type Standing,
} from './domain/license.ts';
export type {
  Money,
  Order,
  OrderKind,
  OrderState,
  OrderStep,
  Target,
  Wish,
} from './domain/order.ts';
export type { DecidingDate, Release, ReleaseOrder } from './domain/release.ts';
export { LEFT_REASONS, type LeftReason, type Term } from './domain/renewal-term.ts';
export {
  type Loss,
  type Refused,
  RETURN_REFUSALS,
  type ReturnedLicense,
  type ReturnRefusal,
} from './domain/returned-license.ts';
export type { Judged, Targets } from './domain/target.ts';
export type { Task, TaskPhase } from './domain/task.ts';
export type { Finding, Verdict } from './domain/verdict.ts';
