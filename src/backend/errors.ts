/** Problem types of the REST contract: the closed list of ways a host says no. */
export const PROBLEM_TYPES = [
  'not-covered',
  'does-not-fit-host',
  'in-progress',
  'package-unavailable',
  'forbidden',
  'not-found',
  'gone',
  'invalid-request',
  'order-differs',
  'wish-open',
  'target-gone',
  'code-unknown',
  'code-used-elsewhere',
  'code-expired',
  'code-other-product',
  'code-limit-reached',
  'license-ended',
  'license-error',
  'license-downgrade',
  'license-other-host',
  'license-not-installed',
  'license-unreadable',
] as const;
/** One way a host says no. */
export type ProblemType = (typeof PROBLEM_TYPES)[number];

/** Prefix of a problem's `type` on the wire. */
export const PROBLEM_URN = 'urn:upkeep:problem:';

/** Why a call to the outside failed. */
export type Failure =
  /** No answer arrived: offline, name resolution, CORS, or nobody listens. */
  | { readonly kind: 'unreachable' }
  /** No answer within the time limit, in milliseconds. */
  | { readonly kind: 'timed-out'; readonly after: number }
  /** The host answered and said no, with its own sentence. `running` names the task in the way. */
  | {
      readonly kind: 'refused';
      readonly problem: ProblemType;
      readonly status: number;
      readonly detail: string | null;
      readonly running: string | null;
    }
  /** Asked too often; wait this many milliseconds. */
  | { readonly kind: 'rate-limited'; readonly wait: number }
  /** The host, or a party behind it, is in trouble (5xx); wait this many milliseconds if it said so, else 0. */
  | { readonly kind: 'unavailable'; readonly status: number; readonly wait: number }
  /** Not signed in any more, or a sign-in page came instead of an answer. */
  | { readonly kind: 'session-lost' }
  /** An answer outside the contract, and where. */
  | { readonly kind: 'unreadable'; readonly at: string; readonly expected: string };

/** What was asked for; names the sentence a person reads. */
export type Call =
  | 'session'
  | 'extensions'
  | 'releases'
  | 'install'
  | 'uninstall'
  | 'tasks'
  | 'cancel-task'
  | 'start-batch'
  | 'batches'
  | 'pause-batch'
  | 'resume-batch'
  | 'cancel-batch'
  | 'undo-batch'
  | 'hold'
  | 'skip'
  | 'auto-update'
  | 'licenses'
  | 'preview-activation'
  | 'activate'
  | 'roll-back-key'
  | 'license-of'
  | 'returned-licenses'
  | 'apply-returned'
  | 'discard-returned'
  | 'quote'
  | 'offers'
  | 'targets'
  | 'mint-token'
  | 'save-order'
  | 'hand-off'
  | 'orders'
  | 'fulfill'
  | 'cancel-order'
  | 'activity';

const WRITES: readonly Call[] = [
  'install',
  'uninstall',
  'cancel-task',
  'start-batch',
  'pause-batch',
  'resume-batch',
  'cancel-batch',
  'undo-batch',
  'hold',
  'skip',
  'auto-update',
  'activate',
  'roll-back-key',
  'apply-returned',
  'discard-returned',
  'save-order',
  'hand-off',
  'fulfill',
  'cancel-order',
];

/**
 * The only error a backend throws; anything else is a bug. What the caller aborted itself is an `AbortError` as
 * usual and not of this family.
 */
export class BackendError extends Error {
  override readonly name = 'BackendError';

  constructor(
    readonly call: Call,
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(`${call}: ${explainFailure(failure)}`, options);
  }

  /**
   * Whether it is not known if the write happened: its answer was lost or made no sense. Such an outcome is never
   * worded as failure or success; the state is read again first.
   */
  get outcomeUnknown(): boolean {
    if (!WRITES.includes(this.call)) return false;
    switch (this.failure.kind) {
      case 'unreachable':
      case 'timed-out':
      case 'unavailable':
      case 'unreadable':
        return true;
      case 'refused':
      case 'rate-limited':
      case 'session-lost':
        return false;
    }
  }
}

/** By name, because two copies of this package on one page have two classes. */
export const isBackendError = (error: unknown): error is BackendError =>
  error instanceof Error && error.name === 'BackendError' && 'failure' in error;

/** For developers, in English; what people read comes from the message catalog. */
function explainFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'unreachable':
      return 'no answer arrived; check that the host is running and reachable from this page';
    case 'timed-out':
      return `no answer within ${failure.after} ms; the host may still be working on it`;
    case 'refused':
      return `the host refused (${failure.status} ${failure.problem})${failure.detail === null ? '' : `: ${failure.detail}`}`;
    case 'rate-limited':
      return `asked too often; wait ${failure.wait} ms before asking again`;
    case 'unavailable':
      return `the host is in trouble (${failure.status}); try again later`;
    case 'session-lost':
      return 'the session with the host has ended; sign in again';
    case 'unreadable':
      return `the answer breaks the contract at ${failure.at}: expected ${failure.expected}`;
  }
}
