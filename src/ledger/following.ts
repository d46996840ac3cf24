import { BackendError, isBackendError } from '../backend/errors.ts';
import { isSettled, mayComeBack, type Order } from '../domain/order.ts';
import {
  asked,
  atOnceFrom,
  checkNow,
  freshPoll,
  mayAskAtOnce,
  type PollOutcome,
  type PollState,
  pollWait,
} from '../domain/polling.ts';
import { type Desk, keepBook, keepOrder } from './desk.ts';
import { type OrderStatusSource } from './sources.ts';

const SECOND = 1_000;
/** So long a question is told of as under way. */
const PATIENCE = 10 * SECOND;

/** One thing that is asked about again and again: the list, or an order. */
interface Track {
  poll: PollState;
  /** When the schedule lets it be asked again, in milliseconds since 1970. */
  dueAt: number;
  askedAt: number;
  running: AbortController | null;
  /** Whether the last question was answered, once that is known. */
  question: Promise<boolean>;
  /** Nothing was heard yet of the question under way, and it has not been long. */
  waiting: boolean;
  /** Why the last question had no answer. */
  error: unknown;
  /** A person wants to know, and could not be answered at once. */
  wanted: boolean;
  /** The state last heard of; when it moves, patience starts again. */
  heard: string;
}

/** Asks how orders stand, by the schedule of `domain/polling`. Writes nothing. */
export interface Following {
  /** Reads the list and follows what is open, until what it gives is called. */
  readonly open: () => () => void;
  /** *Check now*: asks at once unless the host's own pause forbids it, which is then `false`. */
  readonly check: () => boolean;
  /** Reads the list afresh, whatever was asked before, then follows what is open in it. `false` = no answer came. */
  readonly read: () => Promise<boolean>;
  /** Asks about one order as soon as the host's own pause allows. `false` = no answer came yet. */
  readonly askSoon: (order: Order) => Promise<boolean>;
}

/** How a question without an answer counts in the schedule, and what pause the host asked for. */
function missed(error: unknown): { readonly outcome: PollOutcome; readonly wait: number } {
  if (!isBackendError(error)) return { outcome: 'no-answer', wait: 0 };
  const { failure } = error;
  if (failure.kind === 'rate-limited') return { outcome: 'slow-down', wait: failure.wait };
  return { outcome: 'no-answer', wait: failure.kind === 'unavailable' ? failure.wait : 0 };
}

/** Nobody behind the host has heard of the order yet, or it has ended: an answer, only not a new one. */
const tellsNothing = (error: unknown): boolean =>
  isBackendError(error) &&
  error.call === 'orders' &&
  error.failure.kind === 'refused' &&
  error.failure.problem !== 'forbidden';

/** Signed out or not allowed: asking again by a timer would change nothing, unless a person wants it. */
const isPaused = ({ error, wanted }: Track): boolean =>
  !wanted &&
  isBackendError(error) &&
  (error.failure.kind === 'session-lost' || error.failure.kind === 'refused');

const otherOrder = () =>
  new BackendError('orders', {
    kind: 'unreadable',
    at: 'order.token',
    expected: 'the token asked about',
  });

export function following(desk: Desk, sourceOf: (order: Order) => OrderStatusSource): Following {
  const { backend, surroundings, state } = desk;
  const list = newTrack();
  const tracks = new Map<string, Track>();
  let followers = 0;
  let callOff = (): void => undefined;
  let ends: readonly (() => void)[] = [];

  function newTrack(): Track {
    const poll = freshPoll(surroundings.now());
    return {
      poll,
      dueAt: poll.since + pollWait(poll, 0),
      askedAt: -Infinity,
      running: null,
      question: Promise.resolve(false),
      waiting: false,
      error: null,
      wanted: false,
      heard: '',
    };
  }

  const orders = (): readonly Order[] => state.get().book?.orders ?? [];
  const openOrders = () => orders().filter((order) => !isSettled(order.state));

  function trackOf({ token, state: heard }: Order): Track {
    let track = tracks.get(token);
    if (!track) {
      track = { ...newTrack(), heard };
      tracks.set(token, track);
    }
    if (track.heard !== heard) {
      // Something moved, so more may follow soon: patience starts again.
      track.heard = heard;
      schedule(track, checkNow(track.poll, surroundings.now()));
    }
    return track;
  }

  const answered = ({ poll }: Track, intervalSeconds: number): PollState =>
    asked(poll, 'answered', surroundings.now(), intervalSeconds * SECOND);

  function schedule(track: Track, poll: PollState): void {
    track.poll = poll;
    track.dueAt = (poll.lastAskedAt ?? poll.since) + pollWait(poll, surroundings.chance());
  }

  function report(): void {
    const open = openOrders().map(trackOf);
    const failed = [list, ...open].find(({ error }) => error !== null);
    state.put({
      error: failed?.error ?? null,
      asking: list.waiting || open.some(({ waiting }) => waiting),
    });
  }

  /** Asks once; a question already under way is given up. Never rejects; `false` = no answer came, or none is wanted any more. */
  async function put(
    track: Track,
    question: (signal: AbortSignal, told: (intervalSeconds: number) => void) => Promise<void>,
  ): Promise<boolean> {
    track.running?.abort();
    const life = new AbortController();
    const isLatest = () => track.running === life;
    const askedAt = surroundings.now();
    Object.assign(track, { running: life, waiting: true, wanted: false, askedAt });
    const noLonger = surroundings.after(PATIENCE, () => {
      if (!isLatest()) return;
      track.waiting = false;
      report();
    });
    report();
    let heard = false;
    const told = (intervalSeconds: number) => {
      if (!isLatest()) return;
      heard = true;
      Object.assign(track, { waiting: false, error: null });
      schedule(track, answered(track, intervalSeconds));
      state.put({ answeredAt: surroundings.now() });
      report();
    };
    try {
      await question(life.signal, told);
      if (!heard) told(0);
      return isLatest();
    } catch (error) {
      if (!isLatest()) return false;
      if (track !== list && tellsNothing(error)) {
        told(0);
        return true;
      }
      track.error = error;
      const { outcome, wait } = missed(error);
      schedule(track, asked(track.poll, outcome, surroundings.now(), wait));
      return false;
    } finally {
      noLonger();
      if (isLatest()) {
        Object.assign(track, { running: null, waiting: false });
        report();
        plan();
      }
    }
  }

  const askList = () =>
    put(list, async (signal, told) => {
      const book = await backend.orders.orders(signal);
      if (signal.aborted) return;
      keepBook(desk, book);
      told(0);
    });

  function ask(order: Order): Promise<boolean> {
    const track = trackOf(order);
    track.question = new Promise((resolve) => {
      const question = put(track, (signal, told) =>
        sourceOf(order)(
          order,
          (reply) => {
            if (signal.aborted) return;
            if (reply.token !== order.token) throw otherOrder();
            keepOrder(desk, reply);
            told(reply.intervalSeconds);
            // A stream may go on for hours after its first answer.
            resolve(true);
          },
          signal,
        ),
      );
      void question.then(resolve);
    });
    return track.question;
  }

  /** A question under way may have slept with the laptop, but it was asked. */
  const lastAsked = ({ poll, askedAt }: Track): PollState => ({
    ...poll,
    lastAskedAt: Math.max(askedAt, poll.lastAskedAt ?? -Infinity),
  });
  const mayAsk = (track: Track): boolean => mayAskAtOnce(lastAsked(track), surroundings.now());

  async function askSoon(order: Order): Promise<boolean> {
    const track = trackOf(order);
    if (mayAsk(track)) return ask(order);
    schedule(track, checkNow(track.poll, surroundings.now()));
    plan();
    return track.running !== null && track.question;
  }

  async function read(): Promise<boolean> {
    const wasRead = await askList();
    if (followers === 0) return wasRead;
    const now = surroundings.now();
    for (const order of orders()) {
      const isWorthIt = !isSettled(order.state) || mayComeBack(order, now);
      if (isWorthIt && mayAsk(trackOf(order))) void ask(order);
    }
    return wasRead;
  }

  /** Asks for everything at once, as far as the host's own pauses allow; `false` when they allow nothing. */
  function readSoon(): boolean {
    const may = mayAsk(list) || openOrders().some((order) => mayAsk(trackOf(order)));
    if (!may) return false;
    if (mayAsk(list)) void read();
    else for (const order of openOrders()) if (mayAsk(trackOf(order))) void ask(order);
    return true;
  }

  const isDue = (track: Track, now: number): boolean =>
    track.running === null && !isPaused(track) && track.dueAt <= now;
  /** The list is asked again by the schedule only until it was answered. */
  const listWaits = () => state.get().book === undefined || list.error !== null;

  function plan(): void {
    callOff();
    callOff = () => undefined;
    if (followers === 0 || !surroundings.visible()) return;
    const waiting = openOrders().map(trackOf);
    if (listWaits()) waiting.push(list);
    const due = waiting
      .filter((track) => track.running === null && !isPaused(track))
      .map(({ dueAt }) => dueAt);
    if (due.length === 0) return;
    const wait = Math.max(0, Math.min(...due) - surroundings.now());
    callOff = surroundings.after(wait, tick);
  }

  function tick(): void {
    const now = surroundings.now();
    if (surroundings.visible()) {
      if (listWaits() && isDue(list, now)) void read();
      for (const order of openOrders()) if (isDue(trackOf(order), now)) void ask(order);
    }
    plan();
  }

  function wake(): void {
    if (!surroundings.visible()) return;
    // What was asked a moment ago, maybe in vain, is asked again as soon as it may be, not when it was due.
    for (const track of [list, ...openOrders().map(trackOf)]) {
      if (!mayAsk(track)) track.dueAt = Math.min(track.dueAt, atOnceFrom(lastAsked(track)));
    }
    readSoon();
    plan();
  }

  function giveUp(): void {
    callOff();
    for (const track of [list, ...tracks.values()]) {
      track.running?.abort();
      Object.assign(track, { running: null, waiting: false });
    }
    report();
  }

  return {
    open() {
      followers += 1;
      if (followers === 1) ends = [surroundings.onWake(wake), state.subscribe(plan)];
      if (list.running === null) void read();
      return () => {
        followers -= 1;
        if (followers > 0) return;
        for (const end of ends) end();
        giveUp();
      };
    },
    check() {
      const now = surroundings.now();
      for (const track of [list, ...openOrders().map(trackOf)]) {
        track.wanted = true;
        schedule(track, checkNow(track.poll, now));
      }
      const isAsked = readSoon();
      if (!isAsked) plan();
      return isAsked;
    },
    read,
    askSoon,
  };
}
