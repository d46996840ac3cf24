import { HttpResponse } from 'msw';
import type { CallName, Party } from './calls.ts';
import type { Memory } from './memory.ts';

/** What can go wrong with a call, by name. */
export const FAULT_KINDS = [
  /** Answers, but only after `ms`. */
  'slow',
  /** 500, nothing done. */
  'error',
  /** 503, nothing done; `retryAfter` if given. */
  'unavailable',
  /** 429 with `Retry-After`, nothing done. */
  'rate-limited',
  /** The request never arrives. */
  'lost-before',
  /** The request is carried out, its answer never arrives. */
  'lost-after',
  /** Carried out, but the answer is cut-off JSON. */
  'malformed',
  /** 200 and a sign-in page instead of an answer, nothing done. */
  'sign-in-page',
  /** 401, nothing done. */
  'signed-out',
] as const;
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

/** Answers a call as `answer` would, unless a fault strikes it. */
export async function underFaults(
  memory: Memory,
  party: Party,
  call: CallName,
  answer: () => Promise<Response>,
): Promise<Response> {
  const fault = await strike(memory, party, call);
  switch (fault?.kind) {
    case undefined:
      return answer();
    case 'slow':
      await wait(fault.ms ?? 1_000);
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
    case 'lost-before':
      return HttpResponse.error();
    case 'lost-after':
      await answer();
      return HttpResponse.error();
    case 'malformed':
      await answer();
      return HttpResponse.text('{"extensions":[{"key":', {
        headers: { 'Content-Type': 'application/json' },
      });
    case 'sign-in-page':
      return HttpResponse.html(SIGN_IN);
    case 'signed-out':
      return HttpResponse.text('Not signed in', { status: 401 });
  }
}

const retryAfter = (value: string | undefined): HeadersInit =>
  value === undefined ? {} : { 'Retry-After': value };
