import * as v from 'valibot';
import { retryAfter } from '../../domain/polling.ts';
import {
  BackendError,
  type Call,
  type Failure,
  PROBLEM_TYPES,
  PROBLEM_URN,
  type ProblemType,
} from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { WireProblem } from '../wire.ts';

/** How to reach a host that speaks the Upkeep REST contract (`docs/openapi.yaml`). */
export interface RestOptions {
  /** Address of the contract's root, without a slash at the end; a path such as `/upkeep` is relative to the page. */
  readonly baseUrl: string;
  /** The host's own fetch, which knows its session and its CSRF token; the page's `fetch` unless given. */
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with every call; a function is asked anew each time. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** How long to wait for a whole answer, body included, in milliseconds; 9,000 unless given, so that nobody looks at a spinner for ten seconds. */
  readonly timeout?: number;
}

/** One call of the contract. */
export interface Request {
  readonly call: Call;
  /** Below the contract's root, with a slash at the start; every part of it is encoded already. */
  readonly path: string;
  /** `GET` unless given. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  /** Goes on although the page is left meanwhile. */
  readonly outlivesPage?: boolean;
  /** Of the answer known already; the host then need not send it again. */
  readonly etag?: string;
  readonly signal?: AbortSignal | undefined;
}

/** An answer of the contract: its JSON, still unknown, `unchanged` for a 304, or `empty` where nothing was said. */
export type Answer =
  | { readonly kind: 'body'; readonly body: unknown; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'empty' };

/** Sends a call and gives its answer. @throws BackendError for everything but an abort by the caller. */
export type Transport = (request: Request) => Promise<Answer>;

/** How long to wait for an answer, in milliseconds, unless the host says otherwise. */
export const TIMEOUT_MS = 9_000;
/** Largest answer that is read, in bytes. */
const LIMIT = 20_000_000;

/** The one place where requests leave and answers arrive. Nothing is sent twice by itself. */
export function restTransport(options: RestOptions): Transport {
  const { baseUrl, timeout = TIMEOUT_MS } = options;
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  return async (request) => {
    const fail = (failure: Failure, cause?: unknown) =>
      new BackendError(request.call, failure, { cause });
    const headers = headersOf(options, request);
    const limit = AbortSignal.timeout(timeout);
    const signal = request.signal ? anyOf(request.signal, limit) : limit;
    const exchange = async () => {
      const response = await send(baseUrl + request.path, {
        method: request.method ?? 'GET',
        headers,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        // Conditional requests are ours: a browser cache answering for the host would hide its 304.
        cache: 'no-store',
        ...(request.outlivesPage ? { keepalive: true } : {}),
        signal,
      });
      return { response, text: await textOf(response) };
    };

    let answer: Awaited<ReturnType<typeof exchange>>;
    try {
      signal.throwIfAborted();
      answer = await unlessAborted(exchange(), signal);
    } catch (cause) {
      request.signal?.throwIfAborted();
      throw fail(
        limit.aborted ? { kind: 'timed-out', after: timeout } : { kind: 'unreachable' },
        cause,
      );
    }
    const { response, text } = answer;
    if (response.status === 304) return { kind: 'unchanged' };
    if (isSignInPage(response, text)) throw fail({ kind: 'session-lost' });
    if (!response.ok) throw fail(failureOf(response, text ?? ''));
    if (text === undefined) {
      throw fail({ kind: 'unreadable', at: 'body', expected: `at most ${LIMIT} bytes` });
    }
    if (text.trim() === '') return { kind: 'empty' };
    return { kind: 'body', body: json(text, fail), etag: response.headers.get('ETag') };
  };
}

/** What is sent with a call: the host's own headers over ours. */
export function headersOf(
  { headers: given }: RestOptions,
  request: Request,
  accept = 'application/json, application/problem+json',
): Headers {
  const headers = new Headers({ Accept: accept });
  const own = typeof given === 'function' ? given() : (given ?? {});
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  if (request.body !== undefined) headers.set('Content-Type', 'application/json');
  if (request.idempotencyKey !== undefined) headers.set('Idempotency-Key', request.idempotencyKey);
  if (request.etag !== undefined) headers.set('If-None-Match', request.etag);
  return headers;
}

/** `AbortSignal.any` where it exists; browsers of 2023 lack it. */
export function anyOf(first: AbortSignal, second: AbortSignal): AbortSignal {
  if ('any' in AbortSignal) return AbortSignal.any([first, second]);
  const both = new AbortController();
  for (const each of [first, second]) {
    if (each.aborted) both.abort(each.reason);
    each.addEventListener('abort', () => both.abort(each.reason), {
      once: true,
      signal: both.signal,
    });
  }
  return both.signal;
}

/** A host's own fetch may not know of signals; waiting ends all the same. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The body, or `undefined` for one that is too large to be read; what is too large is not waited for. */
export async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LIMIT) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function json(text: string, fail: (failure: Failure, cause?: unknown) => BackendError): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail({ kind: 'unreadable', at: 'body', expected: 'JSON' }, cause);
  }
}

/** A page instead of data, with status 200 or 403: what proxies and hosts answer when the session is over. */
export function isSignInPage({ ok, status, headers }: Response, text: string | undefined): boolean {
  const isPage = /html/i.test(headers.get('Content-Type') ?? '') && text !== '';
  return isPage && (ok || status === 403);
}

const isProblemType = (word: string): word is ProblemType =>
  (PROBLEM_TYPES as readonly string[]).includes(word);

/** Why a host said no, from its status, and from its problem document where it has one. */
export function failureOf(response: Response, text: string): Failure {
  const { status } = response;
  // An opaque answer or a failed one that somebody's fetch handed over instead of throwing.
  if (status === 0) return { kind: 'unreachable' };
  if (status < 400)
    return { kind: 'unreadable', at: 'status', expected: 'an answer, not a redirect' };
  if (status === 401) return { kind: 'session-lost' };
  const wait = retryAfter(response.headers.get('Retry-After'), Date.now());
  if (status === 429) return { kind: 'rate-limited', wait };
  if (status >= 500 || status === 408) return { kind: 'unavailable', status, wait };
  const problem = problemOf(text);
  const word = problem.type.startsWith(PROBLEM_URN) ? problem.type.slice(PROBLEM_URN.length) : '';
  return {
    kind: 'refused',
    status,
    problem: isProblemType(word) ? word : byStatus(status),
    detail: problem.detail,
    running: problem.running,
  };
}

const cut = (limit: number) =>
  v.fallback(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((text) => text.slice(0, limit)),
      ),
    ),
    null,
  );

/** Read member by member: a refusal whose sentence is missing or too long is still that refusal. */
const Problem = v.fallback(
  v.object({
    type: v.fallback(WireProblem.entries.type, ''),
    detail: cut(2_000),
    running: cut(200),
  }),
  { type: '', detail: null, running: null },
);

function problemOf(text: string) {
  try {
    return v.parse(Problem, JSON.parse(text));
  } catch {
    // A refusal without a readable reason is still a refusal; its status says which.
    return v.parse(Problem, undefined);
  }
}

function byStatus(status: number): ProblemType {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  return 'invalid-request';
}

/**
 * Reads an answer's body.
 *
 * @param root - Start of the path in an error; empty for the body as a whole.
 * @throws BackendError `unreadable` when it is outside the contract, or when there is none.
 */
export function readAnswer<S extends v.GenericSchema>(
  schema: S,
  call: Call,
  answer: Answer,
  root: string,
): v.InferOutput<S> {
  try {
    return read(schema, answer.kind === 'body' ? answer.body : undefined, root);
  } catch (cause) {
    if (!(cause instanceof ContractBreach)) throw cause;
    throw new BackendError(
      call,
      { kind: 'unreadable', at: cause.at, expected: cause.expected },
      { cause },
    );
  }
}
