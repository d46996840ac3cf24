import { HttpResponse, type HttpHandler } from 'msw';
import { isSettled } from '../../src/domain/order.ts';
import { now, today } from '../clock.ts';
import { own } from '../own.ts';
import type { Context, Route } from '../routes.ts';
import { settle } from '../settle.ts';
import { statusOf } from '../vendor/orders.ts';
import type { World } from '../world.ts';
import { refresh } from './order-news.ts';
import { orderOf, orderOnWire } from './orders.ts';

/** How often the host looks for news, in milliseconds. */
const LOOKS_EVERY = 250;
/** How long it says nothing at most. */
const QUIET = 15_000;
/** How long a stream lasts at most: nobody tells the host behind a worker that its listener has left. */
const LASTS = 60_000;
/** How long it asks to be left in peace once the stream has ended. */
const RETRY = 2_000;

/** Tells how one order stands: at once, then whenever that has changed, until it is settled. */
export const orderEventHandlers = (route: Route, context: Context): HttpHandler[] => [
  route('order-events', 'get', '/api/orders/:token/events', async ({ request, part }) => {
    const token = part('token');
    await context.memory.read((world) => orderOf(world, token));
    return new HttpResponse(telling(context, token, request.signal), {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    });
  }),
];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A fault that comes while it is being told cuts the stream, as a broken connection does. */
const isCut = ({ faults }: World): boolean =>
  faults.some(({ party, call }) => party === 'host' && (call === 'order-events' || call === '*'));

/** Changes whenever asking would bring news; stands for the parties behind a host calling it. */
const signOf = (world: World, token: string): string =>
  JSON.stringify([
    today(world),
    own(world.host.orders, token),
    own(world.ka.purchases, token),
    world.ka.outbox.length,
    statusOf(world, token),
  ]);

function telling(context: Context, token: string, left: AbortSignal): ReadableStream<Uint8Array> {
  const { memory, origins, everyones = memory } = context;
  const encoder = new TextEncoder();
  const gone = new AbortController();
  left.addEventListener('abort', () => gone.abort(), { once: true });
  const endsAt = Date.now() + LASTS;
  let id = 0;
  let told = '';
  let sign = '';
  let spokenAt = 0;

  const look = () =>
    memory.read((world) => {
      const order = orderOf(world, token);
      const data = JSON.stringify(orderOnWire(world, origins, order));
      return { data, at: now(world), ended: isSettled(order.state), sign: signOf(world, token) };
    });

  /** What there is to say now; `undefined` = nothing. A party in trouble is no news: what the host knew still stands. */
  async function next(): Promise<{ readonly words: string; readonly ended: boolean } | undefined> {
    await settle({ ...context, memory: everyones });
    const found = await memory.read((world) => ({ cut: isCut(world), sign: signOf(world, token) }));
    if (found.cut && told !== '') throw new TypeError('The stream was cut.');
    if (found.sign !== sign) {
      const trouble = await refresh(context, token);
      const seen = await look();
      if (!trouble) sign = seen.sign;
      if (seen.data !== told) {
        told = seen.data;
        id = Math.max(id + 1, seen.at);
        return { words: `id: ${id}\ndata: ${told}\n\n`, ended: seen.ended };
      }
    }
    if (Date.now() > endsAt) return { words: '', ended: true };
    return Date.now() - spokenAt > QUIET ? { words: ': still here\n\n', ended: false } : undefined;
  }

  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${RETRY}\n\n`)),
    async pull(controller) {
      for (; !gone.signal.aborted; await pause(LOOKS_EVERY)) {
        const news = await next();
        if (gone.signal.aborted) return;
        if (!news) continue;
        spokenAt = Date.now();
        if (news.words !== '') controller.enqueue(encoder.encode(news.words));
        if (news.ended) controller.close();
        return;
      }
      controller.close();
    },
    cancel: () => gone.abort(),
  });
}
