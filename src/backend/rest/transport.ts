import { retryAfter } from '../../domain/polling.ts';
import { BackendError, type Call, type Failure, PROBLEM_TYPES, PROBLEM_URN, type ProblemType } from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { WireProblem } from '../wire.ts';

/** How to reach a host that speaks the Upkeep REST contract. */
export interface RestOptions {
  /** Address of the contract's root, without a slash at the end; a path such as `/upkeep` is relative to the page. */
  readonly baseUrl: string;
  /** The host's own fetch, which knows its session and its CSRF token; the page's `fetch` unless given. */
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with every call; a function is asked anew each time. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** How long to wait for an answer, in milliseconds; 20,000 unless given. */
  readonly timeout?: number;
}

/** One call of the contract. */
export interface Request {
  readonly call: Call;
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly etag?: string;
  readonly signal?: AbortSignal | undefined;
}

/** An answer of the contract: its JSON, still unknown, or `unchanged` for a 304. */
export type Answer =
  | { readonly kind: 'body'; readonly body: unknown; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'empty' };

/** Sends a call and gives its answer. @throws BackendError for everything but an abort by the caller. */
export type Transport = (request: Request) => Promise<Answer>;

const TIMEOUT_MS = 20_000;
const LIMIT = 50_000_000;

export function restTransport(options: RestOptions): Transport {
  const { baseUrl, headers, timeout = TIMEOUT_MS } = options;
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  return async (request) => {
    const fail = (failure: Failure, cause?: unknown) => new BackendError(request.call, failure, { cause });
    const limit = AbortSignal.timeout(timeout);
    const given = typeof headers === 'function' ? headers() : headers;
    let response: Response;
    let text: string;
    try {
      response = await send(baseUrl + request.path, {
        method: request.method ?? 'GET',
        headers: {
          Accept: 'application/json, application/problem+json',
          ...given,
          ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(request.idempotencyKey === undefined ? {} : { 'Idempotency-Key': request.idempotencyKey }),
          ...(request.etag === undefined ? {} : { 'If-None-Match': request.etag }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        // Conditional requests are ours: a browser cache answering for the host would hide its 304.
        cache: 'no-store',
        signal: request.signal ? anyOf(request.signal, limit) : limit,
      });
      text = await response.text();
    } catch (cause) {
      if (request.signal?.aborted) throw cause;
      throw fail(limit.aborted ? { kind: 'timed-out', after: timeout } : { kind: 'unreachable' }, cause);
    }
    if (response.status === 304) return { kind: 'unchanged' };
    if (!response.ok) throw fail(failureOf(response, text));
    if (response.status === 204 || text === '') return { kind: 'empty' };
    if (looksLikeSignIn(response)) throw fail({ kind: 'session-lost' });
    if (text.length > LIMIT) throw fail({ kind: 'unreadable', at: 'body', expected: 'less than 50 MB' });
    return { kind: 'body', body: json(text, fail), etag: response.headers.get('ETag') };
  };
}

/** `AbortSignal.any` where it exists; browsers of 2023 lack it. */
function anyOf(first: AbortSignal, second: AbortSignal): AbortSignal {
  if ('any' in AbortSignal) return AbortSignal.any([first, second]);
  const both = new AbortController();
  for (const each of [first, second]) {
    if (each.aborted) both.abort(each.reason);
    each.addEventListener('abort', () => both.abort(each.reason), { once: true, signal: both.signal });
  }
  return both.signal;
}

function json(text: string, fail: (failure: Failure, cause?: unknown) => BackendError): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail({ kind: 'unreadable', at: 'body', expected: 'JSON' }, cause);
  }
}

/** A page instead of data, with status 200: what proxies and hosts answer when the session is over. */
const looksLikeSignIn = (response: Response): boolean => /html/i.test(response.headers.get('Content-Type') ?? '');

const isProblemType = (word: string): word is ProblemType => (PROBLEM_TYPES as readonly string[]).includes(word);

function failureOf(response: Response, text: string): Failure {
  const { status } = response;
  if (status === 401) return { kind: 'session-lost' };
  const wait = retryAfter(response.headers.get('Retry-After'), Date.now());
  if (status === 429) return { kind: 'rate-limited', wait };
  if (status >= 500) return { kind: 'unavailable', status, wait };
  const problem = problemOf(text);
  const word = problem?.type.startsWith(PROBLEM_URN) ? problem.type.slice(PROBLEM_URN.length) : '';
  return {
    kind: 'refused',
    status,
    problem: isProblemType(word) ? word : byStatus(status),
    detail: problem?.detail ?? null,
    running: problem?.running ?? null,
  };
}

function problemOf(text: string) {
  try {
    return read(WireProblem, JSON.parse(text), 'problem');
  } catch {
    // A refusal without a readable reason is still a refusal; its status says which.
    return null;
  }
}

function byStatus(status: number): ProblemType {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  return 'invalid-request';
}

/** Reads an answer's body. @throws BackendError `unreadable` when it is outside the contract. */
export function readAnswer<S extends Parameters<typeof read>[0]>(schema: S, call: Call, answer: Answer, root: string) {
  try {
    return read(schema, answer.kind === 'body' ? answer.body : undefined, root);
  } catch (cause) {
    if (!(cause instanceof ContractBreach)) throw cause;
    throw new BackendError(call, { kind: 'unreadable', at: cause.at, expected: cause.expected }, { cause });
  }
}
