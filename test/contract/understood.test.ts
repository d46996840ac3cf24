import { expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { ALL_ACTIVITY } from '../../src/domain/activity.ts';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { CALLS, type PublishedCall } from './calls.ts';
import { TOKEN } from './examples.ts';
import * as example from './examples.ts';
import { problemExample, PROBLEMS } from './problems.ts';

/** How a panel makes each call; `getTask` and `getBatch` are for scripts only. */
const MADE: Readonly<Record<string, (backend: Backend) => Promise<unknown>>> = {
  getSession: ({ host }) => host.session(),
  listExtensions: ({ host }) => host.extensions(),
  listReleases: ({ host }) => host.releases('importer'),
  installRelease: ({ host }) => host.install('importer', '1.1.0', 'key'),
  uninstallExtension: ({ host }) => host.uninstall('importer', 'key'),
  holdExtension: ({ host }) => host.hold('importer', 'Being tested', null, null),
  releaseHold: ({ host }) => host.releaseHold('importer'),
  skipRelease: ({ host }) => host.skip('importer', '1.2.0', 'Its import breaks our feeds'),
  endSkip: ({ host }) => host.endSkip('importer', '1.2.0'),
  switchAutoUpdate: ({ host }) => host.autoUpdate('importer', true),
  switchAutoUpdates: ({ host }) => host.autoUpdateAll(true),
  listTasks: ({ host }) => host.tasks(),
  cancelTask: ({ host }) => host.cancelTask('task-17'),
  startBatch: ({ host }) => host.startBatch(example.batchRequest.steps, 'key'),
  listBatches: ({ host }) => host.batches(),
  pauseBatch: ({ host }) => host.pauseBatch('batch-3'),
  resumeBatch: ({ host }) => host.resumeBatch('batch-3'),
  cancelBatch: ({ host }) => host.cancelBatch('batch-3'),
  undoBatch: ({ host }) => host.undoBatch('batch-3', 'key'),
  listActivity: ({ host }) => host.activity(ALL_ACTIVITY, null),
  getExtensionLicense: ({ licenses }) => licenses.licenseOf('importer'),
  rollBackKey: ({ licenses }) => licenses.rollBackKey('EXT.00100003', 'key'),
  listLicenses: ({ licenses }) => licenses.checkLicenses(),
  previewActivation: ({ licenses }) => licenses.previewActivation(example.code.code),
  activate: ({ licenses }) => licenses.activate(example.code.code, 'key'),
  listReturnedLicenses: ({ licenses }) => licenses.returnedLicenses(),
  applyReturnedLicense: ({ licenses }) => licenses.applyReturned('returned-2', [], 'key'),
  discardReturnedLicense: ({ licenses }) => licenses.discardReturned('returned-2'),
  quoteRenewals: ({ licenses }) => licenses.quote(['importer', 'seo-report']),
  listOffers: ({ orders }) => orders.offers('seo-report'),
  listTargets: ({ orders }) => orders.targets('seo-report'),
  listOrders: ({ orders }) => orders.orders(),
  mintToken: async ({ orders }) => ({ token: await orders.mintToken?.() }),
  saveOrder: ({ orders }) => orders.save(TOKEN, { ...example.wish, target: null, licenses: [] }),
  getOrder: ({ orders }) => orders.order(TOKEN),
  followOrder: async ({ orders }) => orders.events?.(TOKEN, () => undefined),
  handOffOrder: ({ orders }) => orders.handOff(TOKEN),
  fulfillOrder: ({ orders }) => orders.fulfill(TOKEN),
  cancelOrder: ({ orders }) => orders.cancel(TOKEN),
};

interface Asked {
  method: string;
  path: string;
}

/** A host that answers every question with the same example, and the questions it was asked. */
function hostThatSays(status: number, body: unknown, type = 'application/json') {
  const asked: Asked[] = [];
  const backend = restBackend({
    baseUrl: 'https://panel.example.com/upkeep',
    fetch: async (input, init) => {
      const { pathname } = new URL(new Request(input).url);
      asked.push({ method: init?.method ?? '', path: pathname.replace('/upkeep', '') });
      const text = body === undefined ? null : JSON.stringify(body);
      return new Response(text, { status, headers: { 'Content-Type': type } });
    },
  });
  return { asked, backend };
}

const spoken = CALLS.filter(({ id }) => id !== 'getTask' && id !== 'getBatch');

const shapeOf = ({ path }: PublishedCall) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

it('publishes every call of the panel and no other', () => {
  expect(spoken.map(({ id }) => id).sort()).toEqual(Object.keys(MADE).sort());
});

const answers = spoken.flatMap((call) =>
  Object.entries(call.answers)
    .filter(([status, { events }]) => status !== '304' && !events)
    .flatMap(([status, { body }]) =>
      body
        ? Object.entries(body.examples).map(
            ([name, value]) => [call.id, Number(status), name, call, value] as const,
          )
        : [[call.id, Number(status), 'nothing', call, undefined] as const],
    ),
);

it.each(answers)('%s understands the %i example "%s"', async (id, status, _name, call, value) => {
  const { asked, backend } = hostThatSays(status, value);
  const said = await MADE[id]?.(backend);

  expect(asked).toEqual([
    { method: call.method.toUpperCase(), path: expect.stringMatching(shapeOf(call)) },
  ]);
  expect(typeof said).toBe(typeof value);
  // Nothing in an example is skipped as unreadable.
  expect(said).not.toMatchObject({ unreadable: [expect.anything()] });
});

it('reads the events of the example whole', async () => {
  const states: string[] = [];
  const { orders } = restBackend({
    baseUrl: 'https://panel.example.com/upkeep',
    fetch: async () =>
      new Response(example.orderEvents, { headers: { 'Content-Type': 'text/event-stream' } }),
  });
  await orders.events?.(TOKEN, ({ state, news }) => states.push(`${state}, ${news}`));

  expect(states).toEqual(['fulfilling, events', 'fulfilled, events']);
});

it('reads the extensions of the example whole', async () => {
  const { extensions } = await hostThatSays(200, example.inventoryPage).backend.host.extensions();

  expect(extensions.map(({ key, unreadable }) => [key, unreadable])).toEqual([
    ['importer', []],
    ['seo-report', []],
  ]);
});

const refusals = spoken.flatMap((call) =>
  (call.problems ?? []).map((each) => {
    const [type, status] = typeof each === 'string' ? [each, PROBLEMS[each].status] : each;
    return [call.id, type, status] as const;
  }),
);

it.each(refusals)('%s understands the refusal %s (%i)', async (id, type, status) => {
  const problem = problemExample(type, status);
  const { backend } = hostThatSays(status, problem, 'application/problem+json');

  await expect(MADE[id]?.(backend)).rejects.toMatchObject({
    name: 'BackendError',
    outcomeUnknown: false,
    failure: {
      kind: 'refused',
      problem: type,
      status,
      detail: problem.detail,
      running: problem.running ?? null,
    },
  });
});
