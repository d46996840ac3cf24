import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isSettled, openOrderFor, type Order, sameWish, type Wish } from '../domain/order.ts';
import { newToken } from '../domain/token.ts';
import { useBackend } from './context.ts';
import { BackendError, isBackendError } from './errors.ts';
import { keepOrder, orderBookQuery, readOrders } from './order-book.ts';
import { type Attempt, leftBehind, nameOf, type SavedWish, standing } from './saved-wish.ts';

export interface Saving {
  readonly wish: SavedWish;
  /** Saves the wish, or saves it again under the token it has. Pressing twice is pressing once. */
  readonly save: () => void;
  /** Asks the host whether it has the order, without writing anything. */
  readonly check: () => void;
  /** The last order saved here for another choice than the present one. */
  readonly left: Order | null;
}

const doubled = (error: unknown): boolean =>
  isBackendError(error) &&
  error.failure.kind === 'refused' &&
  error.failure.problem === 'wish-open';

/**
 * Saves a wish before it may be paid: record first, then leave. The token belongs to the choice, is made once when
 * the choice is first saved, and is kept for every retry. A wish that is already open is resumed instead of doubled.
 *
 * @param wish - `null` while the choice is not complete.
 */
export function useSavedWish(wish: Wish | null): Saving {
  const backend = useBackend();
  const client = useQueryClient();
  const { data: book } = useQuery(orderBookQuery(backend));
  const [tokens] = useState(() => new Map<string, string>());
  const [attempts, setAttempts] = useState<Readonly<Record<string, Attempt | undefined>>>({});
  const running = useRef(new Set<string>());
  const name = wish === null ? null : nameOf(wish);

  const tokenFor = (choice: string): string => {
    const known = tokens.get(choice);
    const ended = book?.orders.some(({ token, state }) => token === known && isSettled(state));
    if (known !== undefined && !ended) return known;
    const token = newToken();
    tokens.set(choice, token);
    return token;
  };
  const settle = (choice: string, attempt: Attempt | undefined) =>
    setAttempts((before) => ({ ...before, [choice]: attempt }));

  /** Looks for the order at the host after an answer that did not tell. */
  async function look(
    choice: Wish,
    token: string | undefined,
    error: BackendError,
  ): Promise<Attempt | undefined> {
    try {
      const { orders } = await readOrders(client, backend);
      const found =
        orders.some((order) => order.token === token) || openOrderFor(choice, orders) !== undefined;
      if (found) return undefined;
      return error.outcomeUnknown
        ? { kind: 'unknown', error, missing: true }
        : { kind: 'failed', error };
    } catch {
      return error.outcomeUnknown
        ? { kind: 'unknown', error, missing: false }
        : { kind: 'failed', error };
    }
  }

  async function put(choice: Wish, token: string): Promise<Attempt | undefined> {
    try {
      const order = await backend.orders.save(token, choice);
      if (!sameWish(order, choice)) {
        throw new BackendError('save-order', {
          kind: 'unreadable',
          at: 'order',
          expected: 'the order that was to be saved',
        });
      }
      keepOrder(client, backend, order);
      return undefined;
    } catch (error) {
      const tells = !isBackendError(error) || (!error.outcomeUnknown && !doubled(error));
      return tells ? { kind: 'failed', error } : look(choice, token, error);
    }
  }

  async function alone(choice: string, work: () => Promise<Attempt | undefined>) {
    if (running.current.has(choice)) return;
    running.current.add(choice);
    settle(choice, { kind: 'saving' });
    try {
      settle(choice, await work());
    } finally {
      running.current.delete(choice);
    }
  }

  const save = () => {
    if (wish === null || name === null) return;
    void alone(name, () => put(wish, tokenFor(name)));
  };
  const check = () => {
    const attempt = name === null ? undefined : attempts[name];
    if (wish === null || name === null || attempt?.kind !== 'unknown') return;
    void alone(name, () => look(wish, tokens.get(name), attempt.error));
  };

  return {
    wish: standing(wish, name, book, tokens, attempts),
    save,
    check,
    left: leftBehind(name, book, tokens),
  };
}
