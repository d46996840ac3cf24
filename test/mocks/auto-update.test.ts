import { expect, it } from 'vitest';
import { advance } from '../../mocks/change.ts';
import { DAY_MS } from '../../mocks/clock.ts';
import { type Started, start } from './start.ts';

const ON = { enabled: true };

/** What the host has installed, as it tells a panel. */
async function installed({ ask }: Started, key: string): Promise<string | undefined> {
  const { extensions } = (await ask('/extensions')).body as {
    extensions: { key: string; installed: { version: string } }[];
  };
  return extensions.find((each) => each.key === key)?.installed.version;
}

const switchOn = ({ ask }: Started, ...keys: string[]) =>
  Promise.all(keys.map((key) => ask(`PUT /extensions/${key}/auto-update`, ON)));

it('updates on the next day, to the fence and not beyond', async () => {
  const world = start('craft-estate');
  await switchOn(world, 'formie', 'feed-me');
  expect(await installed(world, 'formie')).toBe('2.1.10');

  await advance(world.memory, DAY_MS);
  expect(await installed(world, 'formie')).toBe('2.1.19');
  expect(await installed(world, 'feed-me')).toBe('5.8.2');

  await advance(world.memory, 30 * DAY_MS);
  expect(await installed(world, 'formie')).toBe('2.1.19');
});

it('leaves alone what is switched off', async () => {
  const world = start('craft-estate');
  await advance(world.memory, DAY_MS);
  expect(await installed(world, 'formie')).toBe('2.1.10');
  expect(await installed(world, 'sprig')).toBe('2.13.1');
});

it('never installs what is uncovered, stopped, of unknown standing, or held', async () => {
  const world = start('every-verdict');
  await world.ask('PUT /auto-update', ON);
  await advance(world.memory, DAY_MS);

  const { extensions } = (await world.ask('/extensions')).body as {
    extensions: { key: string; installed: { version: string } }[];
  };
  const now = Object.fromEntries(
    extensions.map(({ key, installed: { version } }) => [key, version]),
  );
  expect(now).toMatchObject({
    'update-ready': '1.2.0',
    free: '1.2.0',
    trial: '1.2.0',
    'payment-due': '1.2.0',
    'covered-update': '1.1.0',
    'needs-renewal': '1.1.0',
    'needs-newer-host': '1.2.0',
    'trial-expired': '1.0.0',
    'subscription-ended': '1.0.0',
    revoked: '1.0.0',
    'license-error': '1.0.0',
    unlicensed: '1.0.0',
    unknown: '1.0.0',
    held: '1.0.0',
  });
});

it('installs nothing while held, and goes on the day after the hold ended by itself', async () => {
  const world = start('craft-estate');
  await switchOn(world, 'formie');
  await world.ask('PUT /extensions/formie/hold', { reason: 'Tests', until: '2024-10-26' });
  await advance(world.memory, DAY_MS);
  expect(await installed(world, 'formie')).toBe('2.1.10');
  await advance(world.memory, DAY_MS);
  expect(await installed(world, 'formie')).toBe('2.1.19');
});

it('passes over a skipped release and takes the next best', async () => {
  const world = start('craft-estate');
  await switchOn(world, 'formie');
  await world.ask('PUT /extensions/formie/skips/2.1.19', { reason: '' });
  await advance(world.memory, DAY_MS);
  expect(await installed(world, 'formie')).toBe('2.1.18');
});

it('is written down as done by the host itself', async () => {
  const world = start('craft-estate');
  await switchOn(world, 'formie');
  const before = world.world.host.activity.length;
  await advance(world.memory, DAY_MS);
  await installed(world, 'formie');

  const news = world.world.host.activity
    .slice(before)
    .filter(({ extension }) => extension === 'formie');
  expect(news).toMatchObject([
    { what: 'update', by: null, from: '2.1.10', to: '2.1.19', result: 'started' },
    { what: 'update', by: null, from: '2.1.10', to: '2.1.19', result: 'done' },
  ]);
});

it('is found among the tasks while it runs, and works on one extension after the other', async () => {
  const world = start('craft-estate', { pace: 20 * 3_600_000 });
  await switchOn(world, 'formie', 'feed-me');
  await advance(world.memory, DAY_MS);
  const { tasks } = (await world.ask('/tasks')).body as {
    tasks: { extension: string; phase: string }[];
  };
  expect(tasks.map(({ extension, phase }) => `${extension} ${phase}`)).toEqual([
    'formie downloading',
    'feed-me queued',
    'sprig queued',
  ]);
});
