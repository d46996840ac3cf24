import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Answers a request; `undefined` = nothing is there. A response of type `error` cuts the connection. */
export type Answer = (request: Request) => Promise<Response | undefined>;

/** Pages on this machine may ask; nobody else. */
const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)(:\d+)?$/;

const MAX_BYTES = 1_000_000;

function allowed(origin: string | undefined): Record<string, string> {
  if (origin === undefined || !LOOPBACK.test(origin)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Expose-Headers': 'ETag, Retry-After, Location',
    'Access-Control-Max-Age': '600',
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new RangeError(`The body is larger than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function requestOf(incoming: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // The origin is ours and not the Host header's, so that a request by another name meets the same routes.
  const url = new URL(incoming.url ?? '/', origin);
  return new Request(url, {
    method,
    headers,
    ...(hasBody ? { body: await bodyOf(incoming) } : {}),
  });
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
  answer: Answer,
) {
  const cors = allowed(incoming.headers.origin);
  if (incoming.method === 'OPTIONS') {
    const asked = incoming.headers['access-control-request-headers'];
    outgoing
      .writeHead(204, { ...cors, ...(asked ? { 'Access-Control-Allow-Headers': asked } : {}) })
      .end();
    return;
  }
  const response = await answer(await requestOf(incoming, origin));
  if (response?.type === 'error') {
    incoming.socket.destroy();
    return;
  }
  if (!response) {
    outgoing.writeHead(404, { ...cors, 'Content-Type': 'text/plain' }).end('Nothing is here.\n');
    return;
  }
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...cors });
  if (response.body === null) outgoing.end();
  else {
    // Ends either side with the other: who no longer listens is told nothing, and what breaks off is cut.
    await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing).catch(() =>
      outgoing.destroy(),
    );
  }
}

/** A listening server, and a way to end it. */
export interface Listening {
  readonly origin: string;
  /** What it answers with; may be set once all servers listen and know of each other. */
  answer: Answer;
  stop(): Promise<void>;
}

/**
 * Listens on this machine only.
 *
 * @param port - `0` = any free one.
 * @throws Error in words when the port is taken.
 */
export async function listen(port: number): Promise<Listening> {
  const server: Server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing, listening.origin, (request) => listening.answer(request)).catch(
      (error: unknown) => {
        if (!outgoing.headersSent) outgoing.writeHead(500, { 'Content-Type': 'text/plain' });
        outgoing.end(error instanceof Error ? error.message : String(error));
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const listening: Listening = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: async () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return listening;
}

function inWords(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is already in use. End what listens there, or choose others with --port.`,
    );
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${port} may not be used. Choose one above 1023 with --port.`);
  return error;
}
