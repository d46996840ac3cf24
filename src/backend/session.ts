import type { Capability, Role } from '../domain/capability.ts';
import type { ConstraintSyntax } from '../domain/host-fit.ts';

/** Who is asking, of which host, and what both can do. */
export interface Session {
  readonly host: { readonly name: string; readonly version: string };
  readonly constraints: ConstraintSyntax;
  /** The host's clock, RFC 3339. */
  readonly asOf: string;
  /** The zone in which license days are counted; IANA name. */
  readonly vendorZone: string;
  readonly actor: { readonly id: string; readonly name: string; readonly roles: readonly Role[] };
  readonly capabilities: readonly Capability[];
  /** The only origins a token may be sent to. */
  readonly storeOrigins: readonly string[];
  /** Number of the host's main key, sent to the store as `kn`. */
  readonly mainKey: string | null;
  /** When the key administrator was last asked for licenses, RFC 3339; `null` where the host does not say. */
  readonly licensesCheckedAt: string | null;
}
