import type { Backend, OrderBackend } from '../../src/backend/backend.ts';
import { BackendError, type Call, type Failure } from '../../src/backend/errors.ts';
import type { Order } from '../../src/domain/order.ts';

/** What a test has its host say, and what it was asked. */
export interface Told {
  orders: Order[];
  /** Why it does not answer, by call; nothing = it answers. */
  failures: Partial<Record<Call, Failure>>;
  /** How often it was asked about one order. */
  asked: number;
  /** How often it was asked for the list. */
  listed: number;
}

/** A host whose orders are whatever the test says at the moment; everything else of it is not there. */
export function toldHost(
  orders: readonly Order[],
  more: Partial<OrderBackend> = {},
): { readonly told: Told; readonly backend: Backend } {
  const told: Told = { orders: [...orders], failures: {}, asked: 0, listed: 0 };
  const failing = (call: Call) => {
    const failure = told.failures[call];
    if (failure) throw new BackendError(call, failure);
  };
  const answers: Partial<OrderBackend> = {
    async orders() {
      told.listed += 1;
      failing('orders');
      return { orders: told.orders, unreadable: [] };
    },
    async order(token) {
      told.asked += 1;
      failing('orders');
      const found = told.orders.find((order) => order.token === token);
      if (found) return found;
      throw new BackendError('orders', {
        kind: 'refused',
        status: 404,
        problem: 'not-found',
        detail: null,
        running: null,
      });
    },
    ...more,
  };
  return { told, backend: { orders: answers } as Backend };
}

/** An answer that comes when the test says so. */
export function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((taken, refused) => {
    resolve = taken;
    reject = refused;
  });
  return { promise, resolve, reject };
}
