import type { HostBackend } from '../backend.ts';
import { WireAutoUpdated } from '../wire.ts';
import { readAnswer, type Transport } from './transport.ts';

type Choices = Pick<
  HostBackend,
  'hold' | 'releaseHold' | 'skip' | 'endSkip' | 'autoUpdate' | 'autoUpdateAll'
>;

const pathOf = (key: string) => `/extensions/${encodeURIComponent(key)}`;
const skipPath = (key: string, version: string) =>
  `${pathOf(key)}/skips/${encodeURIComponent(version)}`;

/** The contract's calls about what shall not be installed for now, and what by itself. */
export const restChoices = (send: Transport): Choices => ({
  async hold(key, reason, until, ground) {
    const body = { reason, until, ground };
    await send({ call: 'hold', path: `${pathOf(key)}/hold`, method: 'PUT', body });
  },
  async releaseHold(key) {
    await send({ call: 'hold', path: `${pathOf(key)}/hold`, method: 'DELETE' });
  },
  async skip(key, version, reason) {
    await send({ call: 'skip', path: skipPath(key, version), method: 'PUT', body: { reason } });
  },
  async endSkip(key, version) {
    await send({ call: 'skip', path: skipPath(key, version), method: 'DELETE' });
  },
  async autoUpdate(key, enabled) {
    const path = `${pathOf(key)}/auto-update`;
    await send({ call: 'auto-update', path, method: 'PUT', body: { enabled } });
  },
  async autoUpdateAll(enabled) {
    const answer = await send({
      call: 'auto-update',
      path: '/auto-update',
      method: 'PUT',
      body: { enabled },
    });
    return readAnswer(WireAutoUpdated, 'auto-update', answer, '');
  },
});
