import { expect, it } from 'vitest';
import type { Backend } from '../../src/backend/backend.ts';
import { ALL_ACTIVITY } from '../../src/domain/activity.ts';
import { failureOf, panelOf } from './given.ts';

const TOKEN = 'Tk7-abcdefghijklmnopqrstuvw_9XyZ';
const WISH = {
  kind: 'license',
  extension: 'seo',
  offer: 'seo-license',
  target: null,
  licenses: [],
  priceShown: null,
} as const;

const WRITES: [string, (backend: Backend) => Promise<unknown>][] = [
  ['install', ({ host }) => host.install('seo', '1', 'key')],
  ['uninstall', ({ host }) => host.uninstall('seo', 'key')],
  ['cancelTask', ({ host }) => host.cancelTask('task-1')],
  ['startBatch', ({ host }) => host.startBatch([{ extension: 'seo', version: '1' }], 'key')],
  ['pauseBatch', ({ host }) => host.pauseBatch('batch-1')],
  ['resumeBatch', ({ host }) => host.resumeBatch('batch-1')],
  ['cancelBatch', ({ host }) => host.cancelBatch('batch-1')],
  ['undoBatch', ({ host }) => host.undoBatch('batch-1', 'key')],
  ['hold', ({ host }) => host.hold('seo', '', null, null)],
  ['releaseHold', ({ host }) => host.releaseHold('seo')],
  ['skip', ({ host }) => host.skip('seo', '1', '')],
  ['autoUpdate', ({ host }) => host.autoUpdate('seo', true)],
  ['activate', ({ licenses }) => licenses.activate('code', 'key')],
  ['rollBackKey', ({ licenses }) => licenses.rollBackKey('EXT.00123456', 'key')],
  ['save', ({ orders }) => orders.save(TOKEN, WISH)],
  ['handOff', ({ orders }) => orders.handOff(TOKEN)],
  ['fulfill', ({ orders }) => orders.fulfill(TOKEN)],
  ['cancel', ({ orders }) => orders.cancel(TOKEN)],
];

const READS: [string, (backend: Backend) => Promise<unknown>][] = [
  ['session', ({ host }) => host.session()],
  ['extensions', ({ host }) => host.extensions()],
  ['releases', ({ host }) => host.releases('seo')],
  ['batches', ({ host }) => host.batches()],
  ['tasks', ({ host }) => host.tasks()],
  ['activity', ({ host }) => host.activity(ALL_ACTIVITY, null)],
  ['licenseOf', ({ licenses }) => licenses.licenseOf('seo')],
  ['checkLicenses', ({ licenses }) => licenses.checkLicenses()],
  ['previewActivation', ({ licenses }) => licenses.previewActivation('code')],
  ['quote', ({ licenses }) => licenses.quote(['seo'])],
  ['offers', ({ orders }) => orders.offers('seo')],
  ['targets', ({ orders }) => orders.targets('seo')],
  ['orders', ({ orders }) => orders.orders()],
  ['order', ({ orders }) => orders.order(TOKEN)],
];

const LOST: [string, () => Response | Promise<Response>][] = [
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['no answer in time', () => new Promise<Response>(() => undefined)],
  ['a 502', () => new Response('', { status: 502 })],
  ['an answer that makes no sense', () => new Response('{"token":')],
];

const SAID: [string, () => Response][] = [
  ['a refusal', () => new Response('', { status: 409 })],
  ['a 429', () => new Response('', { status: 429 })],
  ['a 401', () => new Response('', { status: 401 })],
];

const outcome = async (
  answer: () => Response | Promise<Response>,
  ask: (backend: Backend) => Promise<unknown>,
) => failureOf(ask(panelOf(answer, { timeout: 10 }).backend));

it.each(WRITES)(
  'does not know whether %s happened when its answer was lost',
  async (_name, ask) => {
    for (const [, answer] of LOST)
      expect(await outcome(answer, ask)).toMatchObject({ outcomeUnknown: true });
  },
);

it.each(WRITES)('knows that %s did not happen when the host said so', async (_name, ask) => {
  for (const [, answer] of SAID)
    expect(await outcome(answer, ask)).toMatchObject({ outcomeUnknown: false });
});

it.each(READS)('never wonders whether %s happened, which changes nothing', async (_name, ask) => {
  for (const [, answer] of [...LOST, ...SAID]) {
    expect(await outcome(answer, ask)).toMatchObject({ outcomeUnknown: false });
  }
});

it.each([...WRITES, ...READS])('sends %s once, and never again by itself', async (_name, ask) => {
  for (const [, answer] of [...LOST, ...SAID]) {
    const { backend, left } = panelOf(answer, { timeout: 10 });
    await failureOf(ask(backend));
    expect(left).toHaveLength(1);
  }
});
