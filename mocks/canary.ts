/**
 * Stands in every secret of a mocked world: passwords, license bodies, verifiers, and as `CANARY` in activation codes.
 * Wherever it turns up, in plain or encoded, a secret has turned up.
 */
export const CANARY = 'cAnArY';

/** What a host knows a signed-in person by. Tests send it as the header {@link SESSION_HEADER}, as hosts send theirs. */
export const HOST_SESSION = `session-${CANARY}`;
export const SESSION_HEADER = 'X-Host-Session';
