import type * as v from 'valibot';
import type { ReturnedLicense } from '../../domain/returned-license.ts';
import type { LicenseBackend, ReturnedLicenses } from '../backend.ts';
import { BackendError } from '../errors.ts';
import { ContractBreach, read } from '../read.ts';
import { asDay, WireReturnedLicense, WireReturnedLicenses } from '../wire.ts';
import { partTwins } from './entries.ts';
import { readAnswer, type Transport } from './transport.ts';

const path = (id: string) => `/returned-licenses/${encodeURIComponent(id)}`;

const endOf = (day: string) => (day === 'never' ? null : asDay(day));

/** A license that came back, as the rules know it. */
function toReturned(wire: v.InferOutput<typeof WireReturnedLicense>): ReturnedLicense {
  const { license, refused, ...rest } = wire;
  return {
    ...rest,
    license: license && { ...license, endsOn: endOf(license.endsOn) },
    refused: refused && {
      ...refused,
      losses: refused.losses.map((loss) =>
        loss.kind === 'earlier-end'
          ? { kind: loss.kind, from: endOf(loss.from), to: asDay(loss.to) }
          : loss,
      ),
    },
  };
}

/** One entry that makes no sense must neither hide the others nor vanish itself: it may have been paid for. */
function listOf(entries: readonly unknown[]): ReturnedLicenses {
  const sound: ReturnedLicense[] = [];
  const unreadable: ReturnedLicenses['unreadable'][number][] = [];
  for (const [at, entry] of entries.entries()) {
    try {
      sound.push(toReturned(read(WireReturnedLicense, entry, `licenses[${at}]`)));
    } catch (cause) {
      if (!(cause instanceof ContractBreach)) throw cause;
      unreadable.push({ at: cause.at, expected: cause.expected });
    }
  }
  const { single, twins } = partTwins(sound, ({ id }) => id);
  for (const _ of twins) unreadable.push({ at: 'licenses.id', expected: 'an id of its own' });
  return { licenses: single, unreadable };
}

/** The contract's calls about licenses that came back through the browser. None of them carries the license. */
export function restReturned(
  send: Transport,
): Pick<LicenseBackend, 'returnedLicenses' | 'applyReturned' | 'discardReturned'> {
  return {
    async returnedLicenses(signal) {
      const call = 'returned-licenses';
      const answer = await send({ call, path: '/returned-licenses', signal });
      return listOf(readAnswer(WireReturnedLicenses, call, answer, '').licenses);
    },
    async applyReturned(id, accepted, idempotencyKey) {
      const request = { call: 'apply-returned', path: `${path(id)}/application` } as const;
      const body = { accept: accepted };
      const answer = await send({ ...request, method: 'POST', body, idempotencyKey });
      const applied = toReturned(readAnswer(WireReturnedLicense, request.call, answer, ''));
      if (applied.id === id && applied.state === 'applied') return applied;
      throw new BackendError(request.call, {
        kind: 'unreadable',
        at: applied.id === id ? 'state' : 'id',
        expected: 'the license asked about, applied',
      });
    },
    async discardReturned(id) {
      await send({ call: 'discard-returned', path: path(id), method: 'DELETE' });
    },
  };
}
