import { HttpResponse } from 'msw';
import type { CallName, Party } from './calls.ts';
import type { Memory } from './memory.ts';
import { problem, Refusal } from './reply.ts';
import {
  again,
  cutOff,
  dripping,
  emptied,
  keep,
  type Kept,
  mistaken,
  mistyped,
  swollen,
} from './spoil.ts';

/** What can go wrong with a call, by name. */
export const FAULT_KINDS = [
  /** 500, nothing done. */
  'error',
  /** 503, nothing done; `retryAfter` if given. */
  'unavailable',
  /** 429 with `Retry-After`, nothing done. */
  'rate-limited',
  /** 403, nothing done: the right to it was lost meanwhile. */
  'forbidden',
  /** 410, nothing done: what was asked about has ended meanwhile. */
  'gone',
  /** 401, nothing done. */
  'signed-out',
  /** 200 and a sign-in page instead of an answer, nothing done. */
  'sign-in-page',
  /** The request never arrives. */
  'lost-before',
  /** The request is carried out, its answer never arrives. */
  'lost-after',
  /** Answers, but only after `ms`. */
  'slow',
  /** Carried out and then silent for ever: the connection stays open. */
  'never',
  /** Carried out; head and half the body come at once, the rest never. */
  'drip',
  /** Carried out, but the answer is cut off in the middle. */
  'malformed',
  /** Carried out, but the answer has no body. */
  'empty',
  /** Carried out, but the first member of the answer is of another type. */
  'wrong-type',
  /** Carried out, but the answer speaks of another token, task, batch or extension. */
  'other-subject',
  /** An older answer to the same method and address, as out of a cache, nothing done; the first one is kept for it. */
  'stale',
  /** Carried out, but the answer goes on for 50 MB. */
  'oversized',
] as const;
/** One of these 18 ways. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A disturbance of one call of one party. */
export interface Fault {
  readonly party: Party;
  /** `*` = any. */
  readonly call: CallName | '*';
  readonly kind: FaultKind;
  /** How often it strikes before it is over; absent = until cleared. */
  readonly times?: number;
  /** Milliseconds of `slow`; 1,000 unless given. */
  readonly ms?: number;
  /** Value of the `Retry-After` header, as it travels; `2` unless given. */
  readonly retryAfter?: string;
  /** What `stale` answers with, by method and address; it fills by itself. */
  readonly earlier?: Readonly<Record<string, Kept>>;
}

const meets = (fault: Fault, party: Party, call: CallName): boolean =>
  fault.party === party && (fault.call === '*' || fault.call === call);

/** Takes the fault that strikes this call, if any, and counts it. */
async function strike(memory: Memory, party: Party, call: CallName): Promise<Fault | undefined> {
  const found = await memory.read(({ faults }) =>
    faults.find((fault) => meets(fault, party, call)),
  );
  if (found?.times === undefined) return found;
  return memory.change((world) => {
    const at = world.faults.findIndex((fault) => meets(fault, party, call));
    const fault = world.faults[at];
    if (fault?.times === undefined) return fault;
    if (fault.times > 1) world.faults[at] = { ...fault, times: fault.times - 1 };
    else world.faults.splice(at, 1);
    return fault;
  });
}

const SIGN_IN =
  '<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1><form method="post"></form></html>';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers out of the cache of a `stale` fault, which keeps what it does not have yet. */
async function outOfCache(
  memory: Memory,
  fault: Fault,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  const name = `${request.method} ${request.url}`;
  const kept = fault.earlier?.[name];
  if (kept) return again(kept);
  const fresh = await answer();
  const first = await keep(fresh);
  await memory.change(({ faults }) => {
    const at = faults.findIndex(({ party, call }) => party === fault.party && call === fault.call);
    const found = faults[at];
    if (found?.kind === 'stale')
      faults[at] = { ...found, earlier: { ...found.earlier, [name]: first } };
  });
  return fresh;
}

/** Answers a call as `answer` would, unless a fault strikes it. */
export async function underFaults(
  memory: Memory,
  party: Party,
  call: CallName,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  const fault = await strike(memory, party, call);
  switch (fault?.kind) {
    case undefined:
      return answer();
    case 'error':
      return HttpResponse.text('Internal error', { status: 500 });
    case 'unavailable':
      return HttpResponse.text('Out of service', {
        status: 503,
        headers: retryAfter(fault.retryAfter),
      });
    case 'rate-limited':
      return HttpResponse.text('Too many requests', {
        status: 429,
        headers: retryAfter(fault.retryAfter ?? '2'),
      });
    case 'forbidden':
      return problem(new Refusal(403, 'forbidden', 'Your role was changed meanwhile.'));
    case 'gone':
      return problem(new Refusal(410, 'gone', 'This has ended meanwhile.'));
    case 'signed-out':
      return HttpResponse.text('Not signed in', { status: 401 });
    case 'sign-in-page':
      return HttpResponse.html(SIGN_IN);
    case 'lost-before':
      return HttpResponse.error();
    case 'lost-after':
      await answer();
      return HttpResponse.error();
    case 'slow':
      await wait(fault.ms ?? 1_000);
      return answer();
    case 'never':
      await answer();
      return new Promise<never>(() => undefined);
    case 'drip':
      return dripping(await answer());
    case 'malformed':
      return cutOff(await answer());
    case 'empty':
      return emptied(await answer());
    case 'wrong-type':
      return mistyped(await answer());
    case 'other-subject':
      return mistaken(await answer());
    case 'stale':
      return outOfCache(memory, fault, request, answer);
    case 'oversized':
      return swollen(await answer());
  }
}

const retryAfter = (value: string | undefined): HeadersInit =>
  value === undefined ? {} : { 'Retry-After': value };
