import { expect, it } from 'vitest';
import { setFault } from '../../mocks/change.ts';
import { MOST_KEPT } from '../../mocks/host/returned-state.ts';
import { HOST_API, ORIGINS } from '../../mocks/origins.ts';
import { issue, RETURNED } from '../../mocks/scenarios/returned-licenses.ts';
import { start, type Started } from './start.ts';

const CALLBACK = `${ORIGINS.host}/license-callback`;

/** The browser posts the store's form, and is not led on, so that what it is told can be seen. */
const post = ({ call }: Started, fields: Record<string, string>) =>
  call(CALLBACK, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

const empty = () => {
  const started = start('returned-licenses');
  started.world.host.returned = [];
  return started;
};

/** A host to which one license came back. */
async function withReturned(which: keyof typeof RETURNED) {
  const started = empty();
  await post(started, { license: issue(started.world, which) });
  return started;
}

const entries = async ({ ask }: Started) =>
  ((await ask('/returned-licenses')).body as { licenses: Record<string, unknown>[] }).licenses;

const apply = ({ ask }: Started, accept: readonly string[] = [], id = 'returned-1') =>
  ask(`POST /returned-licenses/${id}/application`, { accept });

const licenseOf = ({ world }: Started, key: string) =>
  world.host.extensions.find((each) => each.key === key)?.license;

it('keeps a license although nobody is signed in, and leads on to an address without it', async () => {
  const started = empty();
  await setFault(started.memory, { party: 'host', call: '*', kind: 'signed-out' });
  const raw = issue(started.world, 'fine');
  const answer = await post(started, { license: raw });

  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`${CALLBACK}/kept`);
  const page = await started.call(`${CALLBACK}/kept`);
  expect(await page.text()).toContain('The license is kept');
  expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
  expect((await started.call(`${HOST_API}/returned-licenses`)).status).toBe(401);

  started.world.faults = [];
  expect(await entries(started)).toMatchObject([{ extension: 'gallery', state: 'kept' }]);
});

it('tells what a license is for and what it gives, and never the license or its number', async () => {
  const started = await withReturned('fine');
  const raw = issue(started.world, 'fine');
  const { body } = await started.ask('/returned-licenses');

  expect(body).toEqual({
    licenses: [
      {
        id: 'returned-1',
        extension: 'gallery',
        name: 'Photo Gallery',
        license: { kind: 'perpetual', endsOn: '2026-04-10', edition: '10 users' },
        receivedAt: expect.any(String),
        state: 'kept',
        refused: null,
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain(RETURNED.fine.license);
  const applied = await apply(started);
  for (const secret of [raw, RETURNED.fine.license])
    expect(
      JSON.stringify(applied.body) + JSON.stringify(started.world.host.activity),
    ).not.toContain(secret);
});

it('makes one entry of the same license sent twice', async () => {
  const started = await withReturned('fine');
  await post(started, { license: ` ${issue(started.world, 'fine')}\n` });
  expect(await entries(started)).toHaveLength(1);

  await apply(started);
  await post(started, { license: issue(started.world, 'fine') });
  expect(await entries(started)).toMatchObject([{ state: 'applied' }]);
});

it('puts a license in place once, asked from two tabs at once and asked again', async () => {
  const started = await withReturned('fine');
  const [one, two] = await Promise.all([apply(started), apply(started)]);
  const three = await apply(started);

  expect([one.status, two.status, three.status]).toEqual([200, 200, 200]);
  expect(licenseOf(started, 'gallery')).toMatchObject({
    kind: 'perpetual',
    number: RETURNED.fine.license,
    maintenanceEndsOn: '2026-04-10',
  });
  expect(started.world.host.activity.filter(({ what }) => what === 'activate')).toHaveLength(1);
  expect(started.world.host.returned[0]?.raw).toBe('');
});

it('leaves an applied license in place when keys are retrieved afterwards', async () => {
  const started = await withReturned('downgrade');
  await apply(started, ['earlier-end', 'evaluation-over-paid', 'lower-edition']);
  await started.ask('/licenses?check=true');

  expect(licenseOf(started, 'cart')).toMatchObject({ number: RETURNED.downgrade.license });
});

it.each([
  ['otherHost', 'license-other-host'],
  ['notInstalled', 'license-not-installed'],
  ['wrong', 'license-error'],
  ['downgrade', 'license-downgrade'],
] as const)('refuses %s with %s, keeps it, and says why beside it', async (which, because) => {
  const started = await withReturned(which);
  const before = JSON.stringify(started.world.host.extensions);

  expect(await apply(started)).toMatchObject({
    status: 409,
    body: { type: `urn:upkeep:problem:${because}` },
  });
  expect(await entries(started)).toMatchObject([{ state: 'kept', refused: { because } }]);
  expect(JSON.stringify(started.world.host.extensions)).toBe(before);
});

it('keeps even what cannot be read', async () => {
  const started = empty();
  await post(started, { license: '<b>no license</b>' });

  expect(await entries(started)).toMatchObject([{ extension: null, name: null, license: null }]);
  expect(await apply(started)).toMatchObject({
    status: 409,
    body: { type: 'urn:upkeep:problem:license-unreadable' },
  });
  expect((await started.ask('DELETE /returned-licenses/returned-1')).status).toBe(204);
  expect(await entries(started)).toEqual([]);
});

it('applies a refused license once the cause is gone', async () => {
  const started = await withReturned('wrong');
  expect((await apply(started)).status).toBe(409);
  expect(await entries(started)).toMatchObject([{ refused: { errors: ['USER_MISMATCH'] } }]);

  for (const key of started.world.ka.keys) key.errors = [];
  expect(await apply(started)).toMatchObject({
    status: 200,
    body: { state: 'applied', refused: null },
  });
  expect(licenseOf(started, 'archive')).toMatchObject({ maintenanceEndsOn: '2026-02-28' });
});

it('calls a license that has ended meanwhile one with an error', async () => {
  const started = await withReturned('fine');
  started.world.clock.skipped = 400 * 86_400_000;

  expect((await apply(started)).status).toBe(409);
  expect(await entries(started)).toMatchObject([
    { refused: { because: 'license-error', errors: ['EXPIRED'] } },
  ]);
});

it('applies a downgrade only when all that is lost was agreed to, and finds that out anew', async () => {
  const started = await withReturned('downgrade');
  expect((await apply(started, ['earlier-end', 'lower-edition'])).status).toBe(409);
  expect(await entries(started)).toMatchObject([
    {
      refused: {
        losses: [
          { kind: 'evaluation-over-paid' },
          { kind: 'earlier-end', from: '2025-12-31', to: '2025-05-10' },
          { kind: 'lower-edition', from: '25 users', to: '10 users' },
        ],
      },
    },
  ]);
  expect(licenseOf(started, 'cart')).toMatchObject({ kind: 'perpetual' });

  const all = ['evaluation-over-paid', 'earlier-end', 'lower-edition'];
  expect((await apply(started, all)).status).toBe(200);
  expect(licenseOf(started, 'cart')).toMatchObject({ kind: 'evaluation' });
});

it('changes nothing while the key administrator is not to be had', async () => {
  const started = await withReturned('fine');
  await setFault(started.memory, { party: 'ka', call: 'keys', kind: 'error' });
  expect((await apply(started)).status).toBe(502);
  expect(await entries(started)).toMatchObject([{ state: 'kept', refused: null }]);

  started.world.faults = [];
  await setFault(started.memory, { party: 'ka', call: 'attach', kind: 'lost-after', times: 1 });
  expect((await apply(started)).status).toBe(502);
  expect((await apply(started)).status).toBe(200);
});

it('takes in only what it has room for', async () => {
  const started = empty();
  for (let at = 0; at < MOST_KEPT; at++) await post(started, { license: `text ${at}` });

  expect((await post(started, { license: 'one more' })).status).toBe(507);
  expect((await post(started, { license: 'text 7' })).status).toBe(303);
  expect((await post(started, { license: 'x'.repeat(20_001) })).status).toBe(400);
  expect((await post(started, { other: 'x' })).status).toBe(400);
  expect(await entries(started)).toHaveLength(MOST_KEPT);
});

const field = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

it('hands the license back under the name the host asked for, and sells it once', async () => {
  const started = empty();
  const { call, world } = started;
  const trip = {
    callback: CALLBACK,
    licensefieldname: 'setLicense',
    users: '25',
    parent_sen: world.host.mainKey,
  };
  const shop = await (
    await call(`${ORIGINS.store}/marketplace/gallery`, {
      method: 'POST',
      body: new URLSearchParams(trip),
    })
  ).text();
  const asked = new URLSearchParams({
    ...trip,
    offer: 'gallery-license',
    reference: field(shop, 'reference'),
  });
  const buy = () =>
    call(`${ORIGINS.store}/marketplace/gallery/license`, { method: 'POST', body: asked });
  const [page, again] = [await (await buy()).text(), await (await buy()).text()];

  expect(page).toContain(`action="${CALLBACK}"`);
  expect(field(page, 'setLicense')).not.toBe('');
  expect(field(again, 'setLicense')).toBe(field(page, 'setLicense'));
  expect(Object.keys(world.store.payments)).toHaveLength(1);

  await post(started, { license: field(page, 'setLicense') });
  expect(await entries(started)).toMatchObject([{ license: { edition: '25 users' } }]);
  expect((await apply(started)).status).toBe(200);
  expect(licenseOf(started, 'gallery')).toMatchObject({ kind: 'perpetual' });
});

it('sends a license nowhere but to a web address', async () => {
  const { call } = empty();
  for (const callback of ['', 'javascript:alert(1)', 'data:text/html,x'])
    expect(
      (await call(`${ORIGINS.store}/marketplace/gallery?${new URLSearchParams({ callback })}`))
        .status,
    ).toBe(400);
});
