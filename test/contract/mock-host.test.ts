import { expect, it } from 'vitest';
import { restBackend } from '../../src/backend/rest/rest-backend.ts';
import { ALL_ACTIVITY } from '../../src/domain/activity.ts';
import { newToken } from '../../src/domain/token.ts';
import { advance, setFault } from '../../mocks/change.ts';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { createWorld, SCENARIO_NAMES, type ScenarioName } from '../../mocks/scenarios.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { check, type Checked, OPERATIONS } from './kept.ts';

/** The mock host in a scenario, with every answer of it held against the published document. */
function watched(scenario: ScenarioName) {
  const memory = memoryOf(createWorld(scenario, { n: 1_200, pace: 0 }));
  const call = directFetch(memory);
  const seen: Checked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await call(input, init);
    const path = new URL(new Request(input).url).pathname.replace('/api', '');
    seen.push(await check(init?.method ?? 'GET', path, response));
    return response;
  };
  /** A call as no panel makes it. */
  const ask = (method: string, path: string, body?: string, headers?: HeadersInit) =>
    fetch(HOST_API + path, { method, ...(body ? { body } : {}), ...(headers ? { headers } : {}) });
  return { memory, seen, ask, backend: restBackend({ baseUrl: HOST_API, fetch }) };
}

const wish = {
  kind: 'individual-offer',
  extension: 'seo-report',
  offer: 'seo-report-full',
  target: { id: 'domain-1', domain: 'example.com' },
  priceShown: null,
};

const faultsIn = (seen: readonly Checked[]) => seen.filter(({ faults }) => faults.length > 0);

it.each(SCENARIO_NAMES)('keeps the contract while a panel looks around in %s', async (scenario) => {
  const { backend, seen } = watched(scenario);
  const { host, licenses, orders } = backend;

  await host.session();
  const { extensions } = await host.extensions();
  await host.extensions();
  for (const { key } of extensions.slice(0, 25)) {
    await host.releases(key);
    await orders.offers(key);
    await orders.targets(key);
    await licenses.quote([key]).catch(() => undefined);
    await licenses.licenseOf(key);
  }
  await host.tasks();
  await host.activity(ALL_ACTIVITY, null);
  await licenses.checkLicenses();
  await licenses.returnedLicenses();
  const book = await orders.orders();
  for (const { token } of book.orders) await orders.order(token);

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.some(({ status }) => status === 304)).toBe(true);
});

it('keeps the contract in every call that changes something', async () => {
  const { backend, seen, ask } = watched('individual-offers');
  const { host, orders } = backend;
  const token = newToken();
  const [target] = await orders.targets('seo-report');
  const [offer] = await orders.offers('seo-report');
  const wish = {
    kind: 'individual-offer' as const,
    extension: 'seo-report',
    offer: offer?.id ?? '',
    target: target ?? null,
    licenses: [],
    priceShown: offer?.price ?? null,
  };

  await orders.save(token, wish);
  await orders.save(token, wish);
  await orders.handOff(token);
  await orders.cancel(token);
  await orders.fulfill(STARTED.ready);
  await orders.fulfill(STARTED.ready);
  await host.hold('seo-report', 'Being tested', null, null);
  await host.releaseHold('seo-report');
  await host.skip('seo-report', '2.4.0', 'Being tested');
  await host.endSkip('seo-report', '2.4.0');
  await host.autoUpdate('seo-report', true);
  await host.autoUpdateAll(true);
  const task = await host.install('seo-report', '2.4.0', 'first');
  expect(await host.install('seo-report', '2.4.0', 'first')).toMatchObject({ id: task.id });
  await ask('GET', `/tasks/${task.id}`);
  await host.uninstall('site-backup', 'second');

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([
    200, 200, 201, 200, 204, 200, 202, 200, 204, 204, 204, 204, 204, 200, 202, 202, 200, 202,
  ]);
});

it('keeps the contract where the host makes the tokens, and tells of orders as it happens', async () => {
  const minting = watched('verified-offers');
  const token = (await minting.backend.orders.mintToken?.()) ?? '';
  await minting.ask('PUT', `/orders/${token}`, JSON.stringify(wish));
  await minting.ask('PUT', `/orders/${newToken()}`, JSON.stringify(wish));
  const telling = watched('live-offers');
  await telling.backend.orders.fulfill(STARTED.ready);
  await telling.backend.orders.events?.(STARTED.ready, () => undefined);
  await telling.ask('GET', `/orders/${newToken()}/events`);

  const seen = [...minting.seen, ...telling.seen];
  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([201, 201, 422, 202, 200, 404]);
});

it('keeps the contract when a delivery cannot be had', async () => {
  const { ask, seen, memory } = watched('individual-offers');
  const path = `/orders/${STARTED.ready}/fulfillment`;
  await ask('POST', path, JSON.stringify({ offer: 'seo-report-full' }));
  await memory.change((world) => {
    world.pace = 60_000;
  });
  await ask('POST', path);
  await ask('POST', path, undefined, { 'X-Account': 'second-admin' });
  await ask('POST', path, undefined, { 'X-Account': 'viewer' });
  await ask('POST', path, undefined, { 'X-Account': 'other-host' });
  await memory.change(({ vendor }) => {
    for (const license of Object.values(vendor.licenses)) license.terminated = true;
  });
  await ask('POST', path);

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([422, 202, 409, 403, 404, 410]);
});

it('keeps the contract while returned licenses are applied, refused and discarded', async () => {
  const { backend, seen, ask } = watched('returned-licenses');
  const { licenses } = backend;
  const all = ['evaluation-over-paid', 'earlier-end', 'lower-edition'] as const;
  await licenses.applyReturned('returned-3', [], 'first');
  await licenses.applyReturned('returned-2', [], 'second').catch(() => undefined);
  await licenses.applyReturned('returned-1', [], 'third').catch(() => undefined);
  await licenses.returnedLicenses();
  await licenses.applyReturned('returned-2', all, 'fourth');
  await licenses.discardReturned('returned-1');
  await ask('POST', '/returned-licenses/returned-1/application', '{"accept":[]}');
  await ask('POST', '/returned-licenses/returned-2/application', '{}');

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([200, 409, 409, 200, 200, 204, 404, 422]);
});

it('keeps the contract while a key is rolled back, and where there is none to go back to', async () => {
  const { backend, seen } = watched('keys');
  const { licenses } = backend;
  await licenses.rollBackKey('EXT.00100001', 'first');
  await licenses.rollBackKey('EXT.00100001', 'first');
  await licenses.rollBackKey('EXT.00100006', 'second').catch(() => undefined);
  await licenses.rollBackKey('EXT.00100005', 'third').catch(() => undefined);

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 404, 409]);
});

it('keeps the contract while many are updated at once, and while that is undone', async () => {
  const { backend, seen, ask, memory } = watched('bulk-update');
  const { host } = backend;
  await memory.change((world) => {
    world.pace = 60_000;
  });
  const steps = ['backup', 'gallery', 'mail', 'wiki'].map((extension) => ({
    extension,
    version: '1.1.0',
  }));
  const { id } = await host.startBatch(steps, 'first');
  expect(await host.startBatch(steps, 'first')).toMatchObject({ id });
  await host.pauseBatch(id);
  await host.resumeBatch(id);
  await advance(memory, 130_000);
  await host.batches();
  await host.cancelBatch(id);
  await advance(memory, 60_000);
  await ask('GET', `/batches/${id}`);
  await host.undoBatch(id, 'second');
  await host.batches();
  await ask('POST', `/batches/${id}/undo`);
  await ask('DELETE', `/batches/${id}`);
  await ask('POST', `/batches/${id}/pause`);
  await ask('POST', '/batches', JSON.stringify({ steps }));
  await ask('POST', '/batches', '{"steps":[]}');
  await ask('GET', '/batches/none');

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([
    201, 201, 200, 200, 200, 200, 200, 200, 200, 409, 409, 409, 409, 422, 404,
  ]);
});

it('keeps the contract when it refuses', async () => {
  const { memory, seen, ask } = watched('craft-estate');
  const install = (key: string, body: object) =>
    ask('POST', `/extensions/${key}/install`, JSON.stringify(body));
  const wish = { kind: 'individual-offer', extension: 'formie', offer: 'none', priceShown: null };

  await install('formie', { version: '2.1.32' });
  await install('formie', { version: '0.0' });
  await install('nobody', { version: '1' });
  await install('formie', { version: 7 });
  await ask('POST', '/extensions/formie/install', 'no JSON');
  await memory.change((world) => {
    world.pace = 60_000;
  });
  await install('blitz', { version: '4.18.3' });
  await install('blitz', { version: '4.18.3' });
  await ask('GET', '/extensions?cursor=nonsense');
  await ask('GET', `/orders/${newToken()}`);
  await ask('PUT', `/orders/${newToken()}`, JSON.stringify(wish));
  await ask('PUT', `/orders/${newToken()}`, '{');
  await ask('DELETE', '/tasks/none');
  await ask('POST', '/activations/preview', '{"code":"nothing"}');
  await ask('POST', '/activations', '{"code":"nothing"}');
  await ask('POST', '/renewals/quote', '{"extensions":["element-api"]}');

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ status }) => status)).toEqual([
    403, 404, 404, 422, 400, 202, 409, 400, 404, 422, 400, 404, 404, 404, 409,
  ]);
});

it.each(['error', 'unavailable', 'rate-limited', 'signed-out'] as const)(
  'keeps the contract under the fault "%s"',
  async (kind) => {
    const { memory, seen, ask } = watched('empty');
    await setFault(memory, { party: 'host', call: '*', kind });
    await ask('GET', '/session');
    await ask('PUT', `/orders/${newToken()}`, '{}');

    expect(faultsIn(seen)).toEqual([]);
    expect(seen.every(({ status }) => status >= 400)).toBe(true);
  },
);

it('answers every call that is published', async () => {
  const { memory, seen, ask } = watched('individual-offers');
  await setFault(memory, { party: 'host', call: '*', kind: 'signed-out' });
  const { paths } = await import('./openapi.ts').then(({ openapi }) => openapi());
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) {
      const body = method === 'put' || method === 'post' ? '{}' : undefined;
      await ask(method.toUpperCase(), path.replace(/\{\w+\}/g, STARTED.waiting), body);
    }
  }

  expect(faultsIn(seen)).toEqual([]);
  expect(seen.map(({ operation, status }) => [operation, status])).toEqual(
    OPERATIONS.map((operation) => [operation, 401]),
  );
});

it('would notice a host that does not keep it', async () => {
  const said = (body: object, init?: ResponseInit) =>
    check('GET', '/session', Response.json(body, init));

  expect((await said({})).faults).toContain(" must have required property 'host'");
  expect((await said({})).faults).toContain('no Cache-Control header');
  expect((await said({}, { status: 418 })).faults).toEqual(['a status that is not published']);
  expect((await check('GET', '/other', Response.json({}))).faults).toEqual([
    'a call that is not published',
  ]);
});
