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
  'returnedLicenses',
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

const LOOKING = ['activity', 'progress'] as const;

const ALLOWED: Readonly<Record<Role, readonly Capability[]>> = {
  admin: CAPABILITIES,
  buyer: [
    'activate',
    'retrieveKeys',
    'returnedLicenses',
    'quote',
    'purchase',
    'idempotentFulfillment',
    'verifier',
    ...LOOKING,
  ],
  viewer: LOOKING,
};

/** Abilities left to the person asking: what the host can do, less what none of their roles allows. */
export function permitted(
  host: Iterable<Capability>,
  roles: readonly Role[],
): ReadonlySet<Capability> {
  const allowed = new Set(roles.flatMap((role) => ALLOWED[role]));
  return new Set([...host].filter((capability) => allowed.has(capability)));
}
