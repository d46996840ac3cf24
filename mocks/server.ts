import { getResponse, type HttpHandler } from 'msw';
import { candidatesOf } from './candidates.ts';
import { PARTIES } from './calls.ts';
import { controlHandlers } from './control.ts';
import { type Answer, listen, type Listening } from './http-server.ts';
import { type Memory, memoryOf } from './memory.ts';
import { apiOf, type Origins } from './origins.ts';
import { partyHandlers } from './parties.ts';
import { createWorld, type ScenarioName, type ScenarioOptions } from './scenarios.ts';

export interface ServerOptions extends ScenarioOptions {
  /** `craft-estate` unless given. */
  readonly scenario?: ScenarioName;
  /** The first of five in a row: host, store, KA, vendor, control. `0`, the default, takes any free ones. */
  readonly port?: number;
}

/** Real servers over one world. */
export interface Servers {
  readonly origins: Origins;
  /** What the panel is given as its base URL. */
  readonly hostApi: string;
  /** Where a test reaches in; see `control.ts`. */
  readonly control: string;
  readonly memory: Memory;
  stop(): Promise<void>;
}

/**
 * Starts host, store, key administrator and vendor as real HTTP servers on this machine, one port each. They call
 * each other over real HTTP too.
 *
 * @throws Error in words when a port is taken; nothing is left listening then.
 */
export async function startServers({
  scenario = 'craft-estate',
  port = 0,
  ...options
}: ServerOptions = {}): Promise<Servers> {
  const memory = memoryOf(createWorld(scenario, options));
  const open: Listening[] = [];
  const stop = async () => {
    await Promise.all(open.map((server) => server.stop()));
  };
  try {
    for (let at = 0; at <= PARTIES.length; at++)
      open.push(await listen(port === 0 ? 0 : port + at));
  } catch (error) {
    await stop();
    throw error;
  }
  const [host, store, ka, vendor, control] = open.map(({ origin }) => origin) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const origins: Origins = { host, store, ka, vendor };
  const handlers = partyHandlers({ memory, origins, call: (input, init) => fetch(input, init) });
  const controls = controlHandlers(memory, control);
  for (const server of open)
    server.answer = answering(server.origin === control ? controls : handlers);
  return { origins, hostApi: apiOf(origins), control, memory, stop };
}

const answering = (handlers: HttpHandler[]): Answer => {
  const candidates = candidatesOf(handlers);
  return (request) => getResponse(candidates(request), request);
};
