import type { Backend, OrderBackend } from '../../src/backend/backend.ts';
import { isBackendError } from '../../src/backend/errors.ts';
import type { OrderWrite } from './history.ts';
import type { Witness } from './witness.ts';

/** A backend whose every call is seen by a witness, as it leaves and as its answer arrives. */
export function watched({ orders, ...rest }: Backend, witness: Witness): Backend {
  const told = <T>(call: OrderWrite, token: string, answer: Promise<T>): Promise<T> => {
    answer.then(
      () => witness.learned(call, token),
      (error: unknown) => {
        if (isBackendError(error) && !error.outcomeUnknown) witness.learned(call, token);
      },
    );
    return answer;
  };
  const all: OrderBackend = {
    ...orders,
    save(token, wish) {
      witness.wrote('save-order', token, wish);
      return told('save-order', token, orders.save(token, wish));
    },
    handOff(token) {
      witness.wrote('hand-off', token);
      return orders.handOff(token);
    },
    fulfill(token) {
      witness.wrote('fulfill', token);
      return told('fulfill', token, orders.fulfill(token));
    },
    cancel(token) {
      witness.wrote('cancel-order', token);
      return told('cancel-order', token, orders.cancel(token));
    },
    order(token, signal) {
      witness.asked(token);
      const answer = orders.order(token, signal);
      answer.then(
        (order) => witness.answered(token, order),
        (error: unknown) => isBackendError(error) && witness.answered(token, error.failure),
      );
      return answer;
    },
  };
  return { ...rest, orders: all };
}
