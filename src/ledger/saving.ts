import { BackendError, isBackendError } from '../backend/errors.ts';
import { isSettled, openOrderFor, sameWish, type Wish } from '../domain/order.ts';
import { type Desk, keepOrder, LOOK_MS, withEntry } from './desk.ts';
import type { Following } from './following.ts';
import { type Attempt, nameOf } from './saved-wish.ts';

/** Puts wishes into the host's book, each under one token however often it is tried. */
export interface Saving {
  /** Saves a wish, or saves it again under the token it has. Pressing twice is pressing once. Never rejects. */
  readonly save: (wish: Wish) => Promise<void>;
  /** After a lost answer: asks the host whether it has the order, without writing anything. Never rejects. */
  readonly look: (wish: Wish) => Promise<void>;
}

/** The host already has an open order for this wish, or this token belongs to another one: its book tells. */
const isDoubled = (error: BackendError): boolean =>
  error.failure.kind === 'refused' && error.failure.problem === 'wish-open';

const isInvalid = (error: BackendError): boolean =>
  error.failure.kind === 'refused' && error.failure.problem === 'invalid-request';

/**
 * @param hostMints - Whether the host makes the tokens itself; then it is asked for one first.
 */
export function saving(desk: Desk, { read }: Following, hostMints: () => boolean): Saving {
  const { backend, surroundings, state } = desk;
  const { orders } = backend;
  const running = new Set<string>();

  const settle = (name: string, attempt: Attempt | undefined) =>
    state.put({ attempts: withEntry(state.get().attempts, name, attempt) });

  /** The token belongs to the choice; it is made once and kept for every retry, until its order has ended. */
  async function tokenFor(name: string): Promise<string> {
    const { tokens, book } = state.get();
    const known = tokens.get(name);
    const ended = book?.orders.some((order) => order.token === known && isSettled(order.state));
    if (known !== undefined && !ended) return known;
    const token = hostMints() && orders.mintToken ? await orders.mintToken() : surroundings.token();
    state.put({ tokens: withEntry(withEntry(state.get().tokens, name, undefined), name, token) });
    return token;
  }

  /** Reads the host's book after an answer that did not tell. */
  async function looked(
    wish: Wish,
    error: unknown,
    isUnknown: boolean,
  ): Promise<Attempt | undefined> {
    const wasRead = await read();
    const { book, tokens } = state.get();
    const token = tokens.get(nameOf(wish));
    const isThere =
      book?.orders.some((order) => order.token === token && !isSettled(order.state)) ||
      openOrderFor(wish, book?.orders ?? []) !== undefined;
    if (isThere) return undefined;
    return isUnknown ? { kind: 'unknown', error, missing: wasRead } : { kind: 'failed', error };
  }

  async function put(name: string, wish: Wish): Promise<Attempt | undefined> {
    try {
      const token = await tokenFor(name);
      const order = await orders.save(token, wish);
      if (order.token !== token || !sameWish(order, wish)) {
        const expected = 'the order that was to be saved';
        throw new BackendError('save-order', { kind: 'unreadable', at: 'order', expected });
      }
      keepOrder(desk, order);
      return undefined;
    } catch (error) {
      if (!isBackendError(error)) return { kind: 'failed', error };
      if (error.outcomeUnknown) {
        const unknown = { kind: 'unknown', error, missing: false } as const;
        const callOff = surroundings.after(LOOK_MS, () => settle(name, unknown));
        return looked(wish, error, true).finally(callOff);
      }
      if (isDoubled(error)) return looked(wish, error, false);
      // A host that does not know its own token any more is asked for another one next time.
      if (hostMints() && isInvalid(error))
        state.put({ tokens: withEntry(state.get().tokens, name, undefined) });
      return { kind: 'failed', error };
    }
  }

  async function alone(name: string, work: () => Promise<Attempt | undefined>): Promise<void> {
    if (running.has(name)) return;
    running.add(name);
    settle(name, { kind: 'saving' });
    try {
      settle(name, await work());
    } catch (error) {
      settle(name, { kind: 'failed', error });
    } finally {
      running.delete(name);
    }
  }

  return {
    save(wish) {
      const name = nameOf(wish);
      return alone(name, () => put(name, wish));
    },
    async look(wish) {
      const name = nameOf(wish);
      const attempt = state.get().attempts.get(name);
      if (attempt?.kind !== 'unknown') return;
      await alone(name, () => looked(wish, attempt.error, true));
    },
  };
}
