import * as v from 'valibot';
import type { Task } from '../../domain/task.ts';
import type { HostBackend } from '../backend.ts';
import { BackendError } from '../errors.ts';
import { isCapability, isRole, WireReleases, WireSession, WireTask } from '../wire.ts';
import { activityPage, activityPath } from './activity.ts';
import { restBatches } from './batches.ts';
import { restChoices } from './choices.ts';
import { readEach } from './entries.ts';
import { inventoryReader } from './inventory.ts';
import { InformedRelease, toDetailed } from './release.ts';
import { type Answer, readAnswer, type Request, type Transport } from './transport.ts';

const path = (key: string) => `/extensions/${encodeURIComponent(key)}`;

/** An answer's own word on which extension it is about. */
const Whose = v.pick(WireReleases, ['extension']);

/** What a started task must be about; anything else is an answer to somebody else's question. */
type Errand = Pick<Task, 'extension' | 'kind' | 'to'>;

function taskFrom(answer: Answer, call: Request['call'], wanted: Errand): Task {
  const task = readAnswer(WireTask, call, answer, 'task');
  for (const member of ['extension', 'kind', 'to'] as const) {
    if (task[member] === wanted[member]) continue;
    throw new BackendError(call, {
      kind: 'unreadable',
      at: `task.${member}`,
      expected: String(wanted[member]),
    });
  }
  return task;
}

/** The contract's calls about installed software. */
export function restHost(send: Transport): HostBackend {
  let zone = 'UTC';
  const learnZone = (told: string) => {
    zone = told;
  };
  return {
    async session(signal) {
      const answer = await send({ call: 'session', path: '/session', signal });
      const wire = readAnswer(WireSession, 'session', answer, '');
      learnZone(wire.vendorZone);
      return {
        ...wire,
        actor: { ...wire.actor, roles: wire.actor.roles.filter(isRole) },
        capabilities: wire.capabilities.filter(isCapability),
      };
    },
    extensions: inventoryReader(send, learnZone),
    async releases(key, signal) {
      const answer = await send({ call: 'releases', path: `${path(key)}/releases`, signal });
      const { extension } = readAnswer(Whose, 'releases', answer, '');
      // The wrong software: an answer about another extension must not be shown as this one's.
      if (extension !== key) {
        throw new BackendError('releases', { kind: 'unreadable', at: 'extension', expected: key });
      }
      const releases = readEach(
        InformedRelease,
        'releases',
        answer,
        'releases',
        ({ version }) => version,
      );
      return releases.map((release) => toDetailed(release, zone));
    },
    async install(key, version, idempotencyKey, consent) {
      const answer = await send({
        call: 'install',
        path: `${path(key)}/install`,
        method: 'POST',
        body: { version, ...(consent ? { consent } : {}) },
        idempotencyKey,
      });
      return taskFrom(answer, 'install', { extension: key, kind: 'install', to: version });
    },
    async uninstall(key, idempotencyKey) {
      const answer = await send({
        call: 'uninstall',
        path: path(key),
        method: 'DELETE',
        idempotencyKey,
      });
      return taskFrom(answer, 'uninstall', { extension: key, kind: 'uninstall', to: null });
    },
    async tasks(signal) {
      const answer = await send({ call: 'tasks', path: '/tasks', signal });
      return readEach(WireTask, 'tasks', answer, 'tasks', ({ id }) => id);
    },
    async cancelTask(id) {
      const path = `/tasks/${encodeURIComponent(id)}`;
      await send({ call: 'cancel-task', path, method: 'DELETE' });
    },
    ...restBatches(send),
    ...restChoices(send),
    async activity(filter, cursor, signal) {
      const path = activityPath(filter, cursor);
      return activityPage(await send({ call: 'activity', path, signal }));
    },
  };
}
