import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { OrderBook } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import { orderBookQuery } from '../../backend/order-book.ts';
import { isSettled, type Order } from '../../domain/order.ts';
import {
  asked,
  checkNow,
  freshPoll,
  mayAskAtOnce,
  nextPollAt,
  type PollOutcome,
  type PollState,
} from '../../domain/polling.ts';
import { useOrderChanges } from './useOrderChanges.ts';

const SECOND = 1_000;
/** An answer under way may be a question that slept with the laptop, so asking at once starts a new one, but not two. */
const GAP = 2 * SECOND;

/** Everything a component needs of the orders while they are being followed. */
export interface FollowedOrders {
  readonly book: OrderBook | undefined;
  /** Why the last question had no answer; what is shown is then as last known. */
  readonly error: Error | null;
  readonly asking: boolean;
  /** When the host last answered, as an instant in milliseconds; 0 = never. */
  readonly answeredAt: number;
  /** *Check now*: asks at once unless the host's own pause forbids it, which is then `false`. */
  readonly check: () => boolean;
}

/** Spreads the retries of many panels; 0 to 1. */
const jitter = (): number => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;

const openOf = (book: OrderBook | undefined): readonly Order[] =>
  book?.orders.filter((order) => !isSettled(order.state)) ?? [];

/** How a question without an answer counts in the schedule, and what pause the host asked for. */
function missed(error: Error): { outcome: PollOutcome; wait: number } {
  if (!isBackendError(error)) return { outcome: 'no-answer', wait: 0 };
  const { failure } = error;
  if (failure.kind === 'rate-limited') return { outcome: 'slow-down', wait: failure.wait };
  return { outcome: 'no-answer', wait: failure.kind === 'unavailable' ? failure.wait : 0 };
}

/** Signed out or not allowed: asking again by a timer would change nothing. */
const paused = (error: Error | null): boolean =>
  error !== null &&
  isBackendError(error) &&
  (error.failure.kind === 'session-lost' || error.failure.kind === 'refused');

/**
 * Follows the host's orders by the schedule of `domain/polling`: while any is open, at once when the page comes back
 * to sight or into connection, and never sooner than the host allows. Nothing is written.
 *
 * @param onChange - Told of every order that moved on, once per change.
 */
export function useOrderPolling(onChange: (order: Order) => void): FollowedOrders {
  const query = orderBookQuery(useBackend());
  const { data: book, error, dataUpdatedAt, errorUpdatedAt, isFetching, refetch } = useQuery(query);
  const client = useQueryClient();
  const [key] = query.queryKey;
  const poll = useRef<PollState | null>(null);
  const counted = useRef('');
  const forced = useRef(0);
  const open = openOf(book);
  const news = open.map(({ token, state }) => `${token} ${state}`).join();
  const lastNews = useRef('');
  const interval = Math.max(0, ...open.map(({ intervalSeconds }) => intervalSeconds)) * SECOND;
  // As long as nothing was ever answered, something may be open.
  const waits = (book === undefined ? error !== null : open.length > 0) && !paused(error);

  useOrderChanges(book?.orders ?? NONE, onChange);

  const ask = useCallback(() => void refetch({ cancelRefetch: false }), [refetch]);
  /** Reads the whole list at once, unless that was just done or the host's own pause forbids it. */
  const askForAll = useCallback((): boolean => {
    const now = Date.now();
    const may = mayAskAtOnce(poll.current ?? freshPoll(now), now) && now - forced.current >= GAP;
    if (!may) return false;
    forced.current = now;
    void client.invalidateQueries({ queryKey: [key] });
    return true;
  }, [client, key]);

  useEffect(() => {
    const now = Date.now();
    poll.current ??= freshPoll(now);
    const stamp = `${dataUpdatedAt} ${errorUpdatedAt}`;
    // An effect may run twice for one answer; it counts once.
    if (stamp !== counted.current && (dataUpdatedAt > 0 || errorUpdatedAt > 0)) {
      counted.current = stamp;
      const { outcome, wait } =
        error === null ? { outcome: 'answered' as const, wait: interval } : missed(error);
      poll.current = asked(poll.current, outcome, now, wait);
    }
    // Something moved, so more may follow soon: patience starts again.
    const moved = news !== lastNews.current;
    lastNews.current = news;
    if (moved) poll.current = checkNow(poll.current, now);
    if (!waits) return undefined;
    const timer = setTimeout(ask, Math.max(0, nextPollAt(poll.current, jitter()) - now));
    return () => clearTimeout(timer);
  }, [dataUpdatedAt, errorUpdatedAt, error, interval, news, waits, ask]);

  const check = useCallback((): boolean => {
    const now = Date.now();
    poll.current = checkNow(poll.current ?? freshPoll(now), now);
    return askForAll();
  }, [askForAll]);

  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') askForAll();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    window.addEventListener('pageshow', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
      window.removeEventListener('pageshow', wake);
    };
  }, [askForAll]);

  return { book, error, asking: isFetching, answeredAt: dataUpdatedAt, check };
}

const NONE: readonly Order[] = [];
