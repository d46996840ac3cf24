import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { ALL_ACTIVITY } from '../../src/domain/activity.ts';
import type { Backend, Inventory } from '../../src/backend/backend.ts';
import { isBackendError } from '../../src/backend/errors.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { coveragesOf } from '../../src/domain/coverage.ts';
import { POLICIES, unknownPolicy } from '../../src/domain/policies.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { type License, licenseState } from '../../src/domain/license.ts';
import type { Order } from '../../src/domain/order.ts';
import { anyHarm, broken } from './broken.ts';

/*
 * No reply, however broken, may read as covered, paid or delivered. Sound replies of every call are taken from the
 * mock host, broken at random places, and read again.
 */

const TOKEN = 'Tk7-abcdefghijklmnopqrstuvw_9XyZ';
const WISH = {
  kind: 'individual-offer',
  extension: 'seo-report',
  offer: 'seo-report-full',
  target: { id: 'domain-1', domain: 'example.com' },
  licenses: [],
  priceShown: null,
} as const;

type Ask = (backend: Backend) => Promise<unknown>;

const EVERY_VERDICT: Record<string, Ask> = {
  session: ({ host }) => host.session(),
  extensions: ({ host }) => host.extensions(),
  releases: ({ host }) => host.releases('covered-update'),
  install: ({ host }) => host.install('covered-update', '1.1.0', 'a'),
  uninstall: ({ host }) => host.uninstall('free', 'b'),
  tasks: ({ host }) => host.tasks(),
  startBatch: ({ host }) => host.startBatch([{ extension: 'trial', version: '1.2.0' }], 'c'),
  batches: ({ host }) => host.batches(),
  hold: ({ host }) => host.hold('trial', '', null, null),
  skip: ({ host }) => host.skip('trial', '1.2.0', ''),
  autoUpdateAll: ({ host }) => host.autoUpdateAll(true),
  licenseOf: ({ licenses }) => licenses.licenseOf('covered-update'),
  checkLicenses: ({ licenses }) => licenses.checkLicenses(),
  activity: ({ host }) => host.activity(ALL_ACTIVITY, null),
  quote: ({ licenses }) => licenses.quote(['covered-update', 'needs-renewal']),
};

const LEASES: Record<string, Ask> = { leases: ({ host }) => host.extensions() };

const OFFERS: Record<string, Ask> = {
  offers: ({ orders }) => orders.offers('seo-report'),
  targets: ({ orders }) => orders.targets('seo-report'),
  save: ({ orders }) => orders.save(TOKEN, WISH),
  handOff: ({ orders }) => orders.handOff(TOKEN),
  orders: ({ orders }) => orders.orders(),
  waiting: ({ orders }) => orders.order(STARTED.waiting),
  ready: ({ orders }) => orders.order(STARTED.ready),
  cancel: ({ orders }) => orders.cancel(TOKEN),
  fulfill: ({ orders }) => orders.fulfill(STARTED.ready),
};

/** A call with the sound reply to it, and what that reads as. */
interface Sound {
  readonly ask: Ask;
  readonly body: unknown;
  readonly init: ResponseInit;
  readonly read: unknown;
}

async function soundReplies(
  scenario: Parameters<typeof createWorld>[0],
  asks: Record<string, Ask>,
): Promise<Sound[]> {
  const call = directFetch(memoryOf(createWorld(scenario, { pace: 60_000 })));
  const sound: Sound[] = [];
  for (const ask of Object.values(asks)) {
    let body: unknown;
    let init: ResponseInit = {};
    const fetch: typeof globalThis.fetch = async (input, request) => {
      const response = await call(input, request);
      const text = await response.clone().text();
      body = text === '' ? undefined : JSON.parse(text);
      init = { status: response.status, headers: response.headers };
      return response;
    };
    const read = await ask(restBackend({ baseUrl: HOST_API, fetch }));
    sound.push({ ask, body, init, read });
  }
  return sound;
}

/** Reads a reply; whatever else is asked on the way gets the same one. */
const read = (ask: Ask, text: string, init: ResponseInit): Promise<unknown> => {
  const answer = () =>
    text === '' ? new Response(null, init) : new Response(text, { ...init, status: 200 });
  return ask(restBackend({ baseUrl: HOST_API, fetch: async () => answer() }));
};

const isInventory = (value: unknown): value is Inventory =>
  typeof value === 'object' && value !== null && 'snapshot' in value;

const STOPPED = [
  'wrong',
  'suspended',
  'terminated',
  'evaluation-expired',
  'subscription-ended',
  'missing',
  'unknown',
];

/** Everything good that is said of an extension: that it runs, and each promise of coverage with what it rests on. */
function promises(extension: Extension, { today }: Inventory): string[] {
  const { license, installed, releases } = extension;
  const policy =
    POLICIES.find(({ name }) => name === (extension.policy ?? 'build-date')) ??
    unknownPolicy(extension.policy ?? '');
  const judge = coveragesOf({ ...extension, policy }, today).of;
  const runs = STOPPED.includes(licenseState(license, today).kind) ? [] : ['runs'];
  const covered = [installed, ...releases].flatMap((release) => {
    const { kind, rule, date } = judge(release);
    if (kind !== 'covered') return [];
    return [rule === 'no-limit' || date.kind === 'unknown' ? rule : `${rule} ${date.on}`];
  });
  return [...runs, ...covered];
}

function promisedMore(was: Inventory, is: Inventory): string[] {
  return is.extensions.flatMap((extension) => {
    const before =
      was.extensions.find(({ key }) => key === extension.key) ??
      was.extensions.find(({ name }) => name === extension.name);
    if (!before) return [];
    const known = promises(before, was);
    return promises(extension, is).filter((promise) => !known.includes(promise));
  });
}

const ADVANCED = ['paid', 'ready', 'fulfilling', 'fulfilled'];

function ordersIn(value: unknown): readonly Order[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('orders' in value) return value.orders as Order[];
  return 'token' in value ? [value as Order] : [];
}

/** Every state and step towards delivery that the sound reply does not tell. */
function furtherThan(was: unknown, is: unknown): string[] {
  return ordersIn(is).flatMap((order) => {
    const before = ordersIn(was).find(({ token }) => token === order.token);
    const further =
      ADVANCED.includes(order.state) && order.state !== before?.state ? [order.state] : [];
    const steps = (['paid', 'ready', 'delivered'] as const).filter(
      (step) => order.steps[step] !== null && order.steps[step] !== before?.steps[step],
    );
    return [...further, ...steps];
  });
}

const licensesIn = (value: unknown): License[] =>
  typeof value === 'object' && value !== null && 'licenses' in value
    ? (value.licenses as { license: License }[]).map(({ license }) => license)
    : [];

it('survives 20,000 broken replies: nothing reads as covered, paid or delivered that was not', async () => {
  const sound = [
    ...(await soundReplies('every-verdict', EVERY_VERDICT)),
    ...(await soundReplies('leases', LEASES)),
    ...(await soundReplies('individual-offers', OFFERS)),
  ];
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  const told = { read: 0, refused: 0 };

  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), anyHarm, async (at, how) => {
      const reply = sound[at];
      if (!reply) return;
      let is: unknown;
      try {
        is = await read(reply.ask, broken(reply.body, how), reply.init);
      } catch (error) {
        told.refused += 1;
        if (!isBackendError(error) || error.failure.kind !== 'unreadable') throw error;
        if (error.failure.at.length + error.failure.expected.length > 500) throw error;
        return;
      }
      told.read += 1;
      const more = isInventory(is) && isInventory(reply.read) ? promisedMore(reply.read, is) : [];
      const further = furtherThan(reply.read, is);
      if (more.length + further.length > 0)
        throw new Error(`It now reads as ${[...more, ...further].join(', ')}`);
    }),
    { numRuns: 20_000, endOnFailure: true },
  );

  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
  // Both happen often, or the test has lost its teeth.
  expect(Math.min(told.read, told.refused)).toBeGreaterThan(4_000);
}, 240_000);

it('never lets a broken activation read as a license that covers', async () => {
  const license = {
    kind: 'evaluation',
    number: '1',
    standing: 'suspended',
    errors: ['EDITION_MISMATCH'],
    expiresOn: '2024-01-01',
  };
  const body = { licenses: [{ extension: 'a', name: 'A', license }] };

  await fc.assert(
    fc.asyncProperty(anyHarm, async (how) => {
      try {
        const is = await read(
          ({ licenses }) => licenses.activate('code', 'key'),
          broken(body, how),
          {},
        );
        for (const each of licensesIn(is)) {
          if (each.kind === 'unknown') continue;
          expect(each).toMatchObject({
            kind: 'evaluation',
            standing: 'suspended',
            expiresOn: '2024-01-01',
          });
        }
      } catch (error) {
        if (!isBackendError(error)) throw error;
      }
    }),
    { numRuns: 2_000, endOnFailure: true },
  );
});
