import { createParser } from 'eventsource-parser';
import { BackendError, type Call, isBackendError } from '../errors.ts';
import {
  anyOf,
  failureOf,
  headersOf,
  isSignInPage,
  type RestOptions,
  textOf,
  TIMEOUT_MS,
  unlessAborted,
} from './transport.ts';

/** Where to listen, and to whom. */
export interface Listening {
  readonly call: Call;
  /** Below the contract's root. */
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  /** Given each message's data. `retry` is what the host last asked to be left in peace for, in milliseconds; else 0. */
  readonly onMessage: (data: string, retry: number) => void;
  /** Called whenever anything at all has arrived, a heartbeat included. @throws what shall end the listening. */
  readonly onSign: () => void;
}

/** A host that has said nothing at all for this long, not even a heartbeat, is no longer there. */
export const SILENCE_MS = 60_000;
/** No host is left in peace for longer than an hour. */
const RETRY_MAX_MS = 3_600_000;
/** Longest message that is read, in characters. */
const MESSAGE_LIMIT = 1_000_000;

/**
 * Listens to server-sent events over the host's own fetch, because an `EventSource` cannot carry its headers. Nothing
 * is opened again by itself.
 *
 * @returns When the host ends the stream.
 * @throws BackendError for everything else, except that an abort by the caller comes back as the signal's own reason.
 */
export async function listen(options: RestOptions, listening: Listening): Promise<void> {
  const { call, path, signal } = listening;
  const { baseUrl, timeout = TIMEOUT_MS } = options;
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const silence = new AbortController();
  const either = signal ? anyOf(signal, silence.signal) : silence.signal;
  let after = timeout;
  const giveUp = () => silence.abort();
  let timer = setTimeout(giveUp, after);
  const heard = () => {
    clearTimeout(timer);
    after = SILENCE_MS;
    timer = setTimeout(giveUp, after);
  };

  try {
    either.throwIfAborted();
    const headers = headersOf(options, { call, path }, 'text/event-stream');
    const answer = send(baseUrl + path, {
      method: 'GET',
      headers,
      cache: 'no-store',
      signal: either,
    });
    const response = await unlessAborted(answer, either);
    await requireEvents(response, call, either);
    heard();
    await readMessages(response, listening, either, heard);
  } catch (cause) {
    signal?.throwIfAborted();
    if (isBackendError(cause)) throw cause;
    const failure = silence.signal.aborted
      ? ({ kind: 'timed-out', after } as const)
      : ({ kind: 'unreachable' } as const);
    throw new BackendError(call, failure, { cause });
  } finally {
    clearTimeout(timer);
    // The host need not go on telling someone who no longer listens.
    silence.abort();
  }
}

/** @throws BackendError unless the host began to tell, or has nothing to tell (204). */
async function requireEvents(response: Response, call: Call, signal: AbortSignal): Promise<void> {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status === 204 || (response.ok && /^text\/event-stream\b/i.test(type))) return;
  const text = await unlessAborted(textOf(response), signal);
  if (isSignInPage(response, text)) throw new BackendError(call, { kind: 'session-lost' });
  if (!response.ok) throw new BackendError(call, failureOf(response, text ?? ''));
  throw unreadable(call, 'Content-Type', 'text/event-stream');
}

async function readMessages(
  { body }: Response,
  { call, onMessage, onSign }: Listening,
  signal: AbortSignal,
  heard: () => void,
): Promise<void> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const tooLong = () => unreadable(call, 'message', `at most ${MESSAGE_LIMIT} characters`);
  let retry = 0;
  const parser = createParser({
    maxBufferSize: MESSAGE_LIMIT,
    onRetry(ms) {
      retry = Math.min(ms, RETRY_MAX_MS);
    },
    onEvent({ event = 'message', data }) {
      if (data.length > MESSAGE_LIMIT) throw tooLong();
      // Events of other names are for later versions of the contract.
      if (event === 'message') onMessage(data, retry);
    },
    onError(error) {
      if (error.type === 'max-buffer-size-exceeded') throw tooLong();
    },
  });
  try {
    for (;;) {
      const { done, value } = await unlessAborted(reader.read(), signal);
      if (done) return;
      heard();
      parser.feed(decoder.decode(value, { stream: true }));
      onSign();
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

const unreadable = (call: Call, at: string, expected: string) =>
  new BackendError(call, { kind: 'unreadable', at, expected });
