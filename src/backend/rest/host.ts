import type { HostBackend } from '../backend.ts';
import { BackendError } from '../errors.ts';
import { isCapability, WireReleases, WireSession, WireTask, WireTasks } from '../wire.ts';
import { inventoryReader } from './inventory.ts';
import { toRelease } from './release.ts';
import { readAnswer, type Transport } from './transport.ts';

const path = (key: string) => `/extensions/${encodeURIComponent(key)}`;

/** The contract's calls about installed software. */
export function restHost(send: Transport): HostBackend {
  let zone = 'UTC';
  return {
    async session(signal) {
      const wire = readAnswer(WireSession, 'session', await send({ call: 'session', path: '/session', signal }), '');
      zone = wire.vendorZone;
      return { ...wire, capabilities: wire.capabilities.filter(isCapability) };
    },
    extensions: inventoryReader(send),
    async releases(key, signal) {
      const answer = await send({ call: 'releases', path: `${path(key)}/releases`, signal });
      const wire = readAnswer(WireReleases, 'releases', answer, '');
      // The wrong software: an answer about another extension must not be shown as this one's.
      if (wire.extension !== key) {
        throw new BackendError('releases', { kind: 'unreadable', at: 'extension', expected: key });
      }
      return wire.releases.map((release) => ({ ...release, ...toRelease(release, zone) }));
    },
    async install(key, version, idempotencyKey, consent) {
      const body = { version, ...(consent ? { consent } : {}) };
      const request = { call: 'install', path: `${path(key)}/install`, method: 'POST', body, idempotencyKey } as const;
      return readAnswer(WireTask, 'install', await send(request), 'task');
    },
    async uninstall(key, idempotencyKey) {
      const request = { call: 'uninstall', path: path(key), method: 'DELETE', idempotencyKey } as const;
      return readAnswer(WireTask, 'uninstall', await send(request), 'task');
    },
    async tasks(signal) {
      return readAnswer(WireTasks, 'tasks', await send({ call: 'tasks', path: '/tasks', signal }), '').tasks;
    },
    async cancelTask(id) {
      await send({ call: 'cancel-task', path: `/tasks/${encodeURIComponent(id)}`, method: 'DELETE' });
    },
    async hold(key, reason, until) {
      await send({ call: 'hold', path: `${path(key)}/hold`, method: 'PUT', body: { reason, until } });
    },
    async releaseHold(key) {
      await send({ call: 'hold', path: `${path(key)}/hold`, method: 'DELETE' });
    },
  };
}
