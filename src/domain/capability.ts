/** What a host can do. Absent = the control is not shown; refused at run time = disabled with the reason. */
export const CAPABILITIES = [
  'install',
  'uninstall',
  'specificVersion',
  'rollBack',
  'keptPackages',
  'backup',
  'progress',
  'cancelTask',
  'batch',
  'undo',
  'hold',
  'autoUpdate',
  'activate',
  'retrieveKeys',
  'rollBackKey',
  'quote',
  'purchase',
  'idempotentFulfillment',
  'verifier',
  'uncoveredWithConsent',
  'activity',
] as const;
/** One ability of a host. */
export type Capability = (typeof CAPABILITIES)[number];

/** What someone may do: an admin everything, a buyer pays and activates, a viewer looks. */
export const ROLES = ['admin', 'buyer', 'viewer'] as const;
/** One role of the person asking; unknown ones allow nothing. */
export type Role = (typeof ROLES)[number];

/** Abilities left to the person asking: what the host can do, less what their roles do not allow. */
export function permitted(
  host: Iterable<Capability>,
  roles: readonly Role[],
): ReadonlySet<Capability> {
  const all = new Set(host);
  if (roles.includes('admin')) return all;
  const paying: readonly Capability[] = [
    'activate',
    'retrieveKeys',
    'quote',
    'purchase',
    'verifier',
    'activity',
  ];
  const looking: readonly Capability[] = ['activity', 'progress'];
  const kept = roles.includes('buyer')
    ? [...paying, 'idempotentFulfillment' as const, 'progress' as const]
    : looking;
  return new Set(kept.filter((capability) => all.has(capability)));
}
