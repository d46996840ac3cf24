import type { Failure } from '../../src/backend/errors.ts';
import type { Order, OrderState, Wish } from '../../src/domain/order.ts';
import { type History, type OrderWrite, wishText } from './history.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** Two questions about one order are never closer than this, whatever wakes the page. */
const BURST_GAP = 2 * SECOND;
/** Scheduled questions of one hour, patience included, and those that patience anew costs each time. */
const HOURLY = 200;
const HOURLY_PER_CAUSE = 125;

/** In the order in which an order moves; of two in one line neither is further. */
const LINE: readonly (readonly OrderState[])[] = [
  ['prepared'],
  ['handed-off'],
  ['pending', 'action-needed'],
  ['canceled', 'expired'],
  ['paid'],
  ['ready', 'needs-target', 'mismatch'],
  ['fulfilling'],
  ['fulfill-failed'],
  ['fulfilled'],
  ['refunded'],
];
const placeOf = (state: OrderState): number => LINE.findIndex((line) => line.includes(state));

interface Questions {
  last: number;
  /** The pause the host has asked for, in milliseconds. */
  interval: number;
  times: number[];
}

/** Somebody who sits beside one page: sees what it shows and what it sends, and remembers what was pressed. */
export class Witness {
  /** Presses that no write has used yet, by what they ask for. */
  readonly #presses = new Map<string, number>();
  /** Orders the admin went to the store with: each is consent to one delivery. */
  readonly #consents = new Set<string>();
  /** Writes that were sent and whose outcome nobody has told. */
  readonly #unsure = new Set<string>();
  readonly #savedUnder = new Map<string, string>();
  readonly #states = new Map<string, OrderState>();
  readonly #asked = new Map<string, Questions>();
  /** What may make a page ask again at once, or start its patience anew: presses, wakings, moved orders. */
  #causes: number[] = [];

  constructor(
    private readonly history: History,
    private readonly now: () => number,
    private readonly name: string,
  ) {}

  pressed(what: OrderWrite, about: string): void {
    const key = `${what} ${about}`;
    this.#presses.set(key, (this.#presses.get(key) ?? 0) + 1);
    if (what === 'cancel-order') this.#consents.delete(about);
    this.touched();
  }

  /** Pressed what writes nothing. */
  touched(): void {
    this.caused();
  }

  caused(): void {
    this.#causes.push(this.now());
  }

  followed(token: string): void {
    this.#consents.add(token);
  }

  /** A write was answered, so that its outcome is known. */
  learned(call: OrderWrite, token: string): void {
    this.#unsure.delete(`${call} ${token}`);
  }

  /** I7: saving is told of as failed. */
  toldOfFailure(wish: string): void {
    const token = this.#savedUnder.get(wish);
    if (token === undefined || this.history.hasEnded(token)) return;
    if (this.#unsure.has(`save-order ${token}`))
      this.#blame('I7', `${wish} is told of as failed, and nobody knows`);
  }

  /** I7: delivering or calling off is told of as refused. */
  toldOfRefusal(call: OrderWrite, token: string): void {
    if (this.#unsure.has(`${call} ${token}`))
      this.#blame('I7', `${call} of ${token} is told of as refused, and nobody knows`);
  }

  consented(token: string): boolean {
    return this.#consents.has(token);
  }

  /** I8 and I9: a write leaves the page. */
  wrote(call: OrderWrite, token: string, wish?: Wish): void {
    const about = wish ? wishText(wish) : token;
    if (!this.#isAsked(call, about)) this.#blame('I8', `${call} of ${about} by itself`);
    this.#unsure.add(`${call} ${token}`);
    if (!wish) return;
    const before = this.#savedUnder.get(about);
    if (before !== undefined && before !== token && !this.history.hasEnded(before))
      this.#blame('I9', `${about} was sent under two tokens`);
    for (const [text, other] of this.#savedUnder)
      if (other === token && text !== about) this.#blame('I9', `two wishes under ${token}`);
    this.#savedUnder.set(about, token);
  }

  /** I14: a question about one order leaves the page. */
  asked(token: string): void {
    const now = this.now();
    const known = this.#asked.get(token);
    if (!known) return void this.#asked.set(token, { last: now, interval: 0, times: [now] });
    const gap = now - known.last;
    const least = Math.max(BURST_GAP, known.interval);
    if (gap < least) this.#blame('I14', `${token} asked about after ${gap} ms, ${least} at least`);
    known.last = now;
    known.times = [...known.times.filter((at) => at > now - HOUR), now];
    this.#causes = this.#causes.filter((at) => at > now - HOUR);
    if (known.times.length > HOURLY + HOURLY_PER_CAUSE * this.#causes.length)
      this.#blame('I14', `${token} asked about ${known.times.length} times in an hour`);
  }

  /** The host's answer to a question arrived: how long it asks to be left in peace. */
  answered(token: string, outcome: Order | Failure): void {
    const known = this.#asked.get(token);
    if (!known) return;
    if ('token' in outcome) known.interval = outcome.intervalSeconds * SECOND;
    else if (outcome.kind === 'rate-limited') known.interval = outcome.wait;
    else if (outcome.kind === 'unavailable' && outcome.wait > 0) known.interval = outcome.wait;
  }

  /** I6 and I7: an order is shown. */
  saw(token: string, state: OrderState, isTest: boolean): void {
    const before = this.#states.get(token);
    if (before === state) return;
    this.#states.set(token, state);
    this.learned('save-order', token);
    this.caused();
    const again = before === 'fulfill-failed' && state === 'fulfilling';
    if (before !== undefined && placeOf(state) < placeOf(before) && !again)
      this.#blame('I6', `${token} went from ${before} to ${state}`);
    if (state === 'fulfilled' && !this.history.isDelivered(token))
      this.#blame('I7', `${token} is shown as delivered and is not`);
    if (state === 'fulfilled' && isTest) this.#blame('I7', `${token} is a test and was delivered`);
    if (state !== 'mismatch' && this.history.stood.get(token)?.has(state) !== true)
      this.#blame('I7', `${token} is shown as ${state}, which nobody has said`);
  }

  #isAsked(call: OrderWrite, about: string): boolean {
    const key = `${call} ${about}`;
    const presses = this.#presses.get(key) ?? 0;
    this.#presses.set(key, Math.max(0, presses - 1));
    if (presses > 0) return true;
    return call === 'fulfill' && this.#consents.delete(about);
  }

  #blame(invariant: string, what: string): void {
    this.history.blame(invariant, `${this.name}: ${what}`);
  }
}
