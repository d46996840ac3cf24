import type { Order } from '../../domain/order.ts';
import { BackendError } from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { WireOrder } from '../wire.ts';
import { listen, SILENCE_MS } from './event-stream.ts';
import { toOrder } from './order.ts';
import type { RestOptions } from './transport.ts';

/**
 * News of one order as they come. What makes no sense, or is about another order, is not told; it is an error only
 * when nothing sound follows it, as then something about the order was missed.
 *
 * @returns When the host ends the stream.
 * @throws BackendError as `OrderBackend.events` does.
 */
export async function followOrder(
  options: RestOptions,
  token: string,
  told: (order: Order) => void,
  signal?: AbortSignal,
): Promise<void> {
  let trouble: { readonly error: BackendError; readonly since: number } | undefined;
  await listen(options, {
    call: 'orders',
    path: `/orders/${encodeURIComponent(token)}/events`,
    signal,
    onMessage(data, retry) {
      const order = orderOf(data, token);
      if (order instanceof BackendError) {
        trouble ??= { error: order, since: Date.now() };
        return;
      }
      trouble = undefined;
      // The wish to be left in peace holds for whoever asks next, by whatever way.
      told({ ...order, intervalSeconds: Math.max(order.intervalSeconds, retry / 1_000) });
    },
    onSign() {
      if (trouble && Date.now() - trouble.since >= SILENCE_MS) throw trouble.error;
    },
  });
  if (trouble) throw trouble.error;
}

/** The order of a message, or why it is none. */
function orderOf(data: string, token: string): Order | BackendError {
  try {
    const order = toOrder(read(WireOrder, JSON.parse(data), 'order'));
    if (order.token === token) return order;
    throw new ContractBreach('order.token', 'the token asked about');
  } catch (cause) {
    const { at, expected } =
      cause instanceof ContractBreach ? cause : { at: 'message', expected: 'JSON' };
    return new BackendError('orders', { kind: 'unreadable', at, expected }, { cause });
  }
}
