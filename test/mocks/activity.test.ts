import { expect, it } from 'vitest';
import { advance, breakInstall, setFault } from '../../mocks/change.ts';
import { did } from '../../mocks/host/changed.ts';
import { CODES } from '../../mocks/ka/codes.ts';
import { start, type Started, TOKEN, WISH } from './start.ts';

interface Page {
  readonly entries: readonly {
    readonly id: string;
    readonly what: string;
    readonly result: string;
    readonly by: { readonly id: string } | null;
    readonly about: string | null;
    readonly reason: string | null;
  }[];
  readonly next: string | null;
}

const page = async ({ ask }: Started, query = ''): Promise<Page> =>
  (await ask(`/activity${query}`)).body as Page;

/** What the journal of a world says, oldest first: `hold done Formie`. */
async function told(host: Started, query = ''): Promise<readonly string[]> {
  const { entries } = await page(host, query);
  return entries
    .map(({ what, result, about }) => `${what} ${result} ${about ?? ''}`.trim())
    .reverse();
}

it('writes down the beginning and the end of an install, by whoever asked for it', async () => {
  const host = start('forum-thread', { pace: 1_000 });
  host.world.host.capabilities.push('uncoveredWithConsent');
  const consent = { version: '1.1', coverage: 'uncovered' };
  await host.ask('POST /extensions/page-reports/install', { version: '1.1', consent });
  await advance(host.memory, 5_000);

  const { entries } = await page(host);
  expect(entries).toMatchObject([
    { what: 'update', result: 'done', about: 'Page Reports', from: '1.0', to: '1.1' },
    { what: 'update', result: 'started', by: { id: 'admin', name: 'You (admin)' } },
  ]);
});

it('calls the way back a roll back, and a removal by its name', async () => {
  const host = start('forum-thread-installed');
  await host.ask('POST /extensions/page-reports/install', { version: '1.0' });
  await host.ask('/tasks');
  await host.ask('DELETE /extensions/page-reports');
  await host.ask('/tasks');
  await host.ask('POST /extensions/page-reports/install', { version: '1.0' });
  await host.ask('/tasks');

  expect(await told(host)).toEqual([
    'roll-back started Page Reports',
    'roll-back done Page Reports',
    'uninstall started Page Reports',
    'uninstall done Page Reports',
    'install started Page Reports',
    'install done Page Reports',
  ]);
});

it('writes down why an install failed, and that one was canceled', async () => {
  const host = start('craft-estate', { pace: 60_000 });
  host.world.host.activity = [];
  await breakInstall(host.memory, 'formie', { reason: 'The disk is full.', rolledBack: true });
  await host.ask('POST /extensions/formie/install', { version: '2.1.19' });
  await host.ask('POST /extensions/blitz/install', { version: '4.18.3' });
  await host.ask('DELETE /tasks/task-2');
  await advance(host.memory, 120_000);

  expect((await page(host)).entries).toMatchObject([
    { what: 'update', result: 'failed', about: 'Formie', reason: 'The disk is full.' },
    { what: 'update', result: 'canceled', about: 'Blitz' },
    { what: 'update', result: 'started' },
    { what: 'update', result: 'started' },
  ]);
});

it('writes down holds with their reason, and their release once', async () => {
  const host = start('craft-estate');
  host.world.host.activity = [];
  await host.ask('PUT /extensions/formie/hold', { reason: 'Being tested', until: null });
  await host.ask('DELETE /extensions/formie/hold');
  await host.ask('DELETE /extensions/formie/hold');

  expect(await told(host)).toEqual(['hold done Formie', 'release-hold done Formie']);
  expect((await page(host)).entries[1]).toMatchObject({ reason: 'Being tested' });
});

it('writes down a check of the licenses, also one without an answer', async () => {
  const host = start('forum-thread');
  await host.ask('/licenses?check=true');
  await host.ask('/licenses');
  await setFault(host.memory, { party: 'ka', call: 'keys', kind: 'error' });
  await host.ask('/licenses?check=true');

  expect(await told(host)).toEqual(['check-licenses done', 'check-licenses failed']);
});

it('writes down a purchase from the wish to the delivery', async () => {
  const host = start('individual-offers');
  await host.ask(`PUT /orders/${TOKEN}`, WISH);
  await host.press('pay', TOKEN);
  await host.ask(`/orders/${TOKEN}`);
  await advance(host.memory, 600_000);
  await host.ask(`/orders/${TOKEN}`);
  await host.ask(`POST /orders/${TOKEN}/fulfillment`);
  await host.ask(`POST /orders/${TOKEN}/fulfillment`);

  expect(await told(host)).toEqual([
    'order started SEO Report: Full report',
    'pay done SEO Report: Full report',
    'deliver done SEO Report: Full report',
  ]);
  expect((await page(host)).entries.map(({ by }) => by?.id ?? null)).toEqual([
    'admin',
    null,
    'admin',
  ]);
});

it('writes down a renewal by the extension, and an order given up', async () => {
  const host = start('craft-estate');
  host.world.host.activity = [];
  const wish = {
    kind: 'renewal',
    extension: 'formie',
    offer: 'formie-renewal',
    licenses: ['EXT.00100001'],
    priceShown: null,
  };
  await host.ask(`PUT /orders/${TOKEN}`, wish);
  await host.ask(`DELETE /orders/${TOKEN}`);

  expect(await told(host)).toEqual([
    'order started Renewal of Formie',
    'cancel-order done Renewal of Formie',
  ]);
});

it('holds no key number, no token and no activation code', async () => {
  const host = start('craft-estate');
  await host.ask('POST /activations', { code: CODES.several });
  await host.ask(`PUT /orders/${TOKEN}`, {
    kind: 'renewal',
    extension: 'formie',
    offer: 'formie-renewal',
    licenses: ['EXT.00100001'],
    priceShown: null,
  });
  const text = JSON.stringify(await page(host));

  expect(text).toContain('"what":"order"');
  expect(text.match(/"what":"activate","result":"done"/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).not.toMatch(/EXT\.|PLSK\./);
  expect(text).not.toContain(TOKEN);
  expect(text).not.toMatch(/WORKS2/i);
});

/** A journal of so many entries about two extensions. */
function long(count: number): Started {
  const host = start('craft-estate');
  host.world.host.activity = [];
  for (let at = 0; at < count; at++) {
    did(host.world, at % 2 === 0 ? 'hold' : 'release-hold', {
      extension: at % 100 === 0 ? 'blitz' : 'formie',
    });
  }
  return host;
}

it('reads out pages of fifty from the newest, each entry once, whatever happens meanwhile', async () => {
  const host = long(120);
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { entries, next: older }: Page = await page(host, next === '' ? '' : `?cursor=${next}`);
    seen.push(...entries.map(({ id }) => id));
    expect(entries.length).toBeLessThanOrEqual(50);
    await host.ask('/licenses?check=true');
    next = older;
  }

  expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => `activity-${120 - at}`));
});

it('filters before it cuts into pages, so that few among many are found at once', async () => {
  const host = long(30_000);
  const { entries, next } = await page(host, '?extension=blitz&what=hold,unheard&search=Blitz');

  expect(entries).toHaveLength(50);
  expect(next).not.toBeNull();
  expect((await page(host, '?search=nobody')).entries).toEqual([]);
  expect((await page(host, '?by=somebody-else')).entries).toEqual([]);
  expect((await page(host, '?by=admin&what=release-hold')).entries).toHaveLength(50);
});

it('refuses a cursor that is not its own, and everybody where no journal is kept', async () => {
  const host = start('empty');
  expect(await host.ask('/activity?cursor=nonsense')).toMatchObject({ status: 400 });
  host.world.host.capabilities = [];
  expect(await host.ask('/activity')).toMatchObject({ status: 403 });
});
