/** What happened when an order was last asked about. */
export type PollOutcome = 'answered' | 'slow-down' | 'no-answer';

/** What the schedule remembers of one order. Instants and durations in milliseconds, all of one clock. */
export interface PollState {
  /** When waiting began, or *Check now* was last pressed. */
  readonly since: number;
  readonly lastAskedAt: number | null;
  /** Added for good after every "slow down". */
  readonly penalty: number;
  /** Questions without an answer in a row. */
  readonly misses: number;
  /** How often the growing wait has grown. */
  readonly growth: number;
  /** The wait the server asked for last, already bounded; silence does not take it back. */
  readonly asked: number;
}

const SECOND = 1_000;
const BASE = 5 * SECOND;
const PENALTY = 5 * SECOND;
const MISS_MAX = 60 * SECOND;
const PATIENT_AFTER = 10 * 60 * SECOND;
const PATIENT_MAX = 5 * 60 * SECOND;
const RETRY_MIN = SECOND;
const RETRY_MAX = 60 * 60 * SECOND;
const BURST_GAP = 2 * SECOND;

/** The schedule of an order that was not asked about yet. */
export const freshPoll = (now: number): PollState => ({
  since: now,
  lastAskedAt: null,
  penalty: 0,
  misses: 0,
  growth: 0,
  asked: 0,
});

const SECONDS = /^\d+(?:\.\d+)?$/;
// The three forms of RFC 9110; anything else engines would read each in their own way, and in local time.
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [A-Za-z0-9: -]+$/;

const bounded = (wait: number): number => Math.min(Math.max(wait, RETRY_MIN), RETRY_MAX);

/**
 * A `Retry-After` header in milliseconds, bounded to 1 s … 1 h; 0 when it says nothing usable (negative, not a
 * number, infinite, in the past, no HTTP date).
 *
 * @param now - Milliseconds since 1970, to tell how far away a date is.
 */
export function retryAfter(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) {
    const wait = Number(text) * SECOND;
    return Number.isFinite(wait) ? bounded(wait) : 0;
  }
  if (!HTTP_DATE.test(text)) return 0;
  const wait = Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`) - now;
  return wait >= 0 && Number.isFinite(wait) ? bounded(wait) : 0;
}

/**
 * After a question: what to remember.
 *
 * @param wait - The server's interval or `Retry-After` in milliseconds; 0 if it said none.
 */
export function asked(state: PollState, outcome: PollOutcome, now: number, wait = 0): PollState {
  const patient = now - state.since >= PATIENT_AFTER;
  const said = Number.isFinite(wait) && wait > 0 ? bounded(wait) : 0;
  return {
    since: state.since,
    lastAskedAt: now,
    penalty: state.penalty + (outcome === 'slow-down' ? PENALTY : 0),
    misses: outcome === 'no-answer' ? state.misses + 1 : 0,
    growth: outcome === 'answered' && patient ? state.growth + 1 : state.growth,
    asked: said === 0 && outcome === 'no-answer' ? state.asked : said,
  };
}

/** *Check now*: patience starts again; what the server asked for still stands. */
export const checkNow = (state: PollState, now: number): PollState => ({
  ...state,
  since: now,
  growth: 0,
  misses: 0,
});

/**
 * How long after the last question the next one is due, in milliseconds.
 *
 * @param jitter - 0 to 1, spreads the retries of many panels; only waits after no answer are spread.
 */
export function pollWait(state: PollState, jitter: number): number {
  const base = BASE + state.penalty;
  const grown = Math.min(base * 1.5 ** state.growth, Math.max(PATIENT_MAX, base));
  const doubled = state.misses === 0 ? 0 : Math.min(base * 2 ** state.misses, MISS_MAX);
  return Math.max(state.asked, grown, doubled * (1 - 0.25 * jitter));
}

/** When to ask next, as an instant. */
export const nextPollAt = (state: PollState, jitter: number): number =>
  state.lastAskedAt === null ? state.since : state.lastAskedAt + pollWait(state, jitter);

/** From when on becoming visible or online may ask: at once, unless the server's own wait or a 2 s gap forbids it. */
export const atOnceFrom = ({ lastAskedAt, asked, penalty }: PollState): number =>
  lastAskedAt === null ? -Infinity : lastAskedAt + Math.max(BURST_GAP, asked + penalty);

/** Whether becoming visible or online asks at once. */
export const mayAskAtOnce = (state: PollState, now: number): boolean => now >= atOnceFrom(state);
