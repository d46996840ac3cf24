import { http, type HttpHandler, HttpResponse } from 'msw';
import * as v from 'valibot';
import { CALLS, PARTIES } from './calls.ts';
import { advance, breakInstall, clearFaults, reset, setFault } from './change.ts';
import { type Fault, FAULT_KINDS } from './faults.ts';
import type { Memory } from './memory.ts';
import { DAMAGES } from './ka/state.ts';
import {
  breakDelivery,
  damageTokens,
  deliverLate,
  forget,
  notify,
  testMode,
} from './order-troubles.ts';
import { HALVES } from './vendor/delivery.ts';
import { isScenarioName, SCENARIO_NAMES } from './scenarios.ts';

const Advance = v.object({ ms: v.pipe(v.number(), v.minValue(0)) });

const WantedFault = v.object({
  party: v.picklist(PARTIES),
  call: v.picklist(['*', ...Object.values(CALLS).flat()]),
  kind: v.picklist(FAULT_KINDS),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  ms: v.optional(v.number()),
  retryAfter: v.optional(v.string()),
});

const Broken = v.object({
  extension: v.string(),
  failure: v.nullable(v.object({ reason: v.string(), rolledBack: v.boolean() })),
});

const Order = v.object({ token: v.string() });

const Notices = v.object({
  token: v.string(),
  actions: v.array(v.picklist(['PURCHASE', 'RENEW', 'UPGRADE', 'TERMINATE'])),
});

const Reset = v.object({
  scenario: v.pipe(
    v.string(),
    v.check(isScenarioName, `one of ${SCENARIO_NAMES.join(', ')}`),
    v.transform((name) => name as (typeof SCENARIO_NAMES)[number]),
  ),
  options: v.optional(
    v.object({
      today: v.optional(v.string()),
      n: v.optional(v.number()),
      pace: v.optional(v.number()),
    }),
  ),
});

/** Takes a member out that was not given, where a type tells absent from `undefined`. */
const given = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;

/**
 * The hands of a test outside this process, on an origin of their own: no party answers to them.
 *
 * `GET /world` (or `/world/journal`, any member) · `POST /advance {ms}` · `POST /faults {party, call, kind, …}` ·
 * `DELETE /faults` · `POST /broken {extension, failure}` · `POST /reset {scenario, options?}` · of orders:
 * `POST /notices {token, actions}` · `/late {ms}` · `/forget {token}` · `/delivery {breaks}` · `/damage {damage}` ·
 * `/test-mode {on}`
 */
export const controlHandlers = (memory: Memory, origin: string): HttpHandler[] => {
  const act = <S extends v.GenericSchema>(
    path: string,
    schema: S,
    carryOut: (wish: v.InferOutput<S>) => Promise<void>,
  ) =>
    http.post(`${origin}${path}`, async ({ request }) => {
      const wish = v.safeParse(schema, await request.json().catch(() => undefined));
      if (!wish.success) return HttpResponse.text(`${wish.issues[0].message}\n`, { status: 400 });
      await carryOut(wish.output);
      return new HttpResponse(null, { status: 204 });
    });

  return [
    http.get(`${origin}/world`, () => memory.read((world) => HttpResponse.json(world))),
    http.get(`${origin}/world/:member`, ({ params }) =>
      memory.read((world) => {
        const found = Object.entries(world).find(([name]) => name === params['member']);
        return found
          ? HttpResponse.json(found[1])
          : HttpResponse.text('No such member of the world.\n', { status: 404 });
      }),
    ),
    act('/advance', Advance, ({ ms }) => advance(memory, ms)),
    act('/faults', WantedFault, (fault) => setFault(memory, given(fault) as Fault)),
    http.delete(`${origin}/faults`, async () => {
      await clearFaults(memory);
      return new HttpResponse(null, { status: 204 });
    }),
    act('/broken', Broken, ({ extension, failure }) => breakInstall(memory, extension, failure)),
    act('/notices', Notices, ({ token, actions }) => notify(memory, token, actions)),
    act('/late', Advance, ({ ms }) => deliverLate(memory, ms)),
    act('/forget', Order, ({ token }) => forget(memory, token)),
    act('/delivery', v.object({ breaks: v.nullable(v.picklist(HALVES)) }), ({ breaks }) =>
      breakDelivery(memory, breaks),
    ),
    act('/damage', v.object({ damage: v.nullable(v.picklist(DAMAGES)) }), ({ damage }) =>
      damageTokens(memory, damage),
    ),
    act('/test-mode', v.object({ on: v.boolean() }), ({ on }) => testMode(memory, on)),
    act('/reset', Reset, ({ scenario, options }) => reset(memory, scenario, given(options ?? {}))),
  ];
};
