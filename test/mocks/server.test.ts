import { afterEach, expect, it } from 'vitest';
import { type ServerOptions, type Servers, startServers } from '../../mocks/server.ts';
import { TOKEN, WISH } from './start.ts';

const running: Servers[] = [];

async function started(options: ServerOptions): Promise<Servers> {
  const servers = await startServers({ pace: 0, ...options });
  running.push(servers);
  return servers;
}

afterEach(async () => {
  for (const servers of running.splice(0)) await servers.stop();
});

const send = (address: string, method: string, body?: object) =>
  fetch(address, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

it('takes a purchase from wish to delivery over real HTTP, five servers in all', async () => {
  const { hostApi, origins, control, memory } = await started({ scenario: 'individual-offers' });

  const saved = (await (await send(`${hostApi}/orders/${TOKEN}`, 'PUT', WISH)).json()) as {
    storeUrl: string;
  };
  const link = new URL(saved.storeUrl);
  link.searchParams.set('token', TOKEN);
  expect(link.origin).toBe(origins.store);
  const page = await (await fetch(link)).text();
  expect(page).toContain('Pay $59.00');
  const form = new URLSearchParams([...link.searchParams, ['action', 'pay']]);
  expect(await (await fetch(link, { method: 'POST', body: form })).text()).toContain('it is paid');
  const delivered = await send(`${hostApi}/orders/${TOKEN}/fulfillment`, 'POST');

  expect(await delivered.json()).toMatchObject({
    state: 'fulfilled',
    target: { domain: 'example.com' },
  });
  expect(await memory.read(({ vendor }) => vendor.deliveries)).toHaveLength(1);
  expect(await (await fetch(`${control}/world/journal`)).json()).toContainEqual(
    expect.objectContaining({ from: 'ka', to: 'vendor', what: 'PURCHASE', about: TOKEN }),
  );
});

it('writes down which Referer a browser sent, and that it sent none', async () => {
  const { origins, memory } = await started({ scenario: 'individual-offers' });
  const link = `${origins.store}/buy/seo-report?token=${TOKEN}`;
  await fetch(link);
  await fetch(link, { headers: { Referer: 'https://panel.example/?session=secret' } });

  expect(await memory.read(({ store }) => store.visits.map(({ referer }) => referer))).toEqual([
    '',
    'https://panel.example/?session=secret',
  ]);
});

it('lets pages of this machine ask, and no others', async () => {
  const { hostApi } = await started({ scenario: 'empty' });
  const from = async (origin: string) =>
    (await fetch(`${hostApi}/session`, { headers: { Origin: origin } })).headers.get(
      'Access-Control-Allow-Origin',
    );

  expect(await from('http://localhost:5173')).toBe('http://localhost:5173');
  expect(await from('https://evil.example')).toBeNull();
  expect(await from('http://localhost.evil.example')).toBeNull();
});

it('answers the question a browser asks before a write', async () => {
  const { hostApi } = await started({ scenario: 'empty' });
  const answer = await fetch(`${hostApi}/orders/${TOKEN}`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'http://localhost:5173',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  });

  expect(answer.status).toBe(204);
  expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
  expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('content-type,idempotency-key');
});

it('is moved on, disturbed and reset from its control address', async () => {
  const { hostApi, control } = await started({ scenario: 'empty', today: '2025-01-31' });

  await send(`${control}/advance`, 'POST', { ms: 86_400_000 });
  expect(await (await fetch(`${hostApi}/session`)).text()).toContain('"asOf":"2025-02-01');
  await send(`${control}/faults`, 'POST', { party: 'host', call: 'session', kind: 'unavailable' });
  expect((await fetch(`${hostApi}/session`)).status).toBe(503);
  await send(`${control}/reset`, 'POST', { scenario: 'forum-thread' });
  expect(await (await fetch(`${hostApi}/extensions`)).text()).toContain('page-reports');
  expect((await send(`${control}/reset`, 'POST', { scenario: 'none' })).status).toBe(400);
});

it('cuts the connection when an answer is to be lost', async () => {
  const { hostApi, control } = await started({ scenario: 'empty' });
  await send(`${control}/faults`, 'POST', {
    party: 'host',
    call: 'session',
    kind: 'lost-before',
    times: 1,
  });

  await expect(fetch(`${hostApi}/session`)).rejects.toThrow(TypeError);
  expect((await fetch(`${hostApi}/session`)).status).toBe(200);
});

it('says in words that a port is taken, and leaves nothing listening', async () => {
  const { origins } = await started({ scenario: 'empty' });
  const port = Number(new URL(origins.host).port);

  await expect(startServers({ port })).rejects.toThrow(`Port ${port} is already in use.`);
});
